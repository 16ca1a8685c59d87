"""Where each case stands, computed by SQLite from what was declared, typed, signed and received."""

from __future__ import annotations

from sqlalchemy import Integer, LargeBinary, Subquery, Text, column, text

from review_protocol.documents.words import (
    AMENDMENT,
    RECUSAL,
    SCORE,
    WITHDRAWAL,
    ConflictAnswer,
    Disposition,
)
from reviewer_app.models.rows import CaseState, DeliveryState

STATE_ORDER = {state: place for place, state in enumerate(CaseState)}
"""The order in which lists sort states: from undeclared to recused."""

_SCORES = f"'{SCORE}', '{AMENDMENT}'"
_REVIEWS = f"{_SCORES}, '{WITHDRAWAL}', '{RECUSAL}'"

_GIVEN_UP = f"'{Disposition.NOT_COUNTED_RESOLVED}', '{Disposition.NOT_COUNTED_DENIED}'"

_STATE = f"""
    CASE
        WHEN case_entry.withdrawn IS NOT NULL THEN '{CaseState.CASE_WITHDRAWN}'
        WHEN coalesce(other.kind, packet.kind) = '{RECUSAL}' THEN '{CaseState.RECUSED}'
        WHEN coalesce(other.kind, packet.kind) = '{WITHDRAWAL}' THEN '{CaseState.WITHDRAWN}'
        WHEN other.kind IS NOT NULL THEN '{CaseState.RECEIVED}'
        WHEN delivery.state = '{DeliveryState.RECEIVED}'
            THEN iif(delivery.disposition = '{Disposition.COUNTED}',
                '{CaseState.RECEIVED}', '{CaseState.HELD}')
        WHEN packet.kind IS NOT NULL THEN '{CaseState.SIGNED}'
        WHEN coalesce(declared.answer, elsewhere.answer) = '{ConflictAnswer.CONFLICT}'
            THEN '{CaseState.CONFLICT}'
        WHEN case_entry.content IS NULL
            THEN iif(coalesce(declared.answer, elsewhere.answer) IS NULL,
                '{CaseState.UNDECLARED}', '{CaseState.AWAITING_RELEASE}')
        WHEN draft_revision.missing = 0 THEN '{CaseState.ANSWERED}'
        WHEN draft_revision.revision IS NOT NULL OR reading_place.place IS NOT NULL
            THEN '{CaseState.STARTED}'
        ELSE '{CaseState.UNREAD}'
    END
"""

# Written out: put together from columns, it would cost a start 10 ms. `headers` are bytes, which
# SQLite would take for JSONB. The newest packet is what the reviewer signed last on the case, here
# or, where that counts and this does not or came before, on another device (`other`).
LISTED_SQL = f"""
SELECT
    case_entry.entry, number, version, position, headers, case_entry.headers_hash,
    case_entry.case_hash, title_zh, title_en, area, countries, joint, flags, in_batch,
    json_extract(CAST(headers AS TEXT), '$.applicant') AS applicant,
    json_extract(CAST(headers AS TEXT), '$.illustrative') AS illustrative,
    case_entry.content IS NOT NULL AS released,
    {_STATE} AS state,
    iif(coalesce(other.kind, packet.kind) IN ({_SCORES}), 0, draft_revision.missing) AS missing,
    iif(coalesce(other.kind, packet.kind) IN ({_SCORES}),
        iif(other.id IS NULL, packet.marks, other.marks), draft_revision.marks) AS marks,
    draft_revision.kept_at AS kept_at,
    coalesce(other.id, packet.id) AS newest_packet
FROM case_entry
LEFT JOIN packet ON packet.entry = (
    SELECT max(newest.entry) FROM packet AS newest
    WHERE newest.case_number = case_entry.number AND newest.kind IN ({_REVIEWS})
)
LEFT JOIN delivery ON delivery.packet = packet.id
LEFT JOIN other_packet AS other ON other.id = (
    SELECT latest.id FROM other_packet AS latest
    WHERE latest.case_number = case_entry.number AND latest.kind IN ({_REVIEWS})
        AND latest.disposition = '{Disposition.COUNTED}'
    ORDER BY latest.leaf DESC LIMIT 1
) AND (packet.id IS NULL OR delivery.disposition IN ({_GIVEN_UP})
    OR (delivery.disposition = '{Disposition.COUNTED}' AND delivery.leaf < other.leaf))
LEFT JOIN draft_revision ON draft_revision.revision = (
    SELECT max(newest.revision) FROM draft_revision AS newest
    WHERE newest.case_number = case_entry.number
)
LEFT JOIN declared_elsewhere AS elsewhere ON elsewhere.case_number = case_entry.number
LEFT JOIN declared ON declared.case_number = case_entry.number
LEFT JOIN reading_place ON reading_place.case_number = case_entry.number
"""

_INTEGERS = (
    "entry",
    "version",
    "position",
    "countries",
    "joint",
    "in_batch",
    "illustrative",
    "released",
    "missing",
)
_TEXTS = (
    "number",
    "headers_hash",
    "case_hash",
    "title_zh",
    "title_en",
    "area",
    "flags",
    "applicant",
    "state",
    "marks",
    "kept_at",
    "newest_packet",
)


def _listed() -> Subquery:
    integers = (column(name, Integer) for name in _INTEGERS)
    texts = (column(name, Text) for name in _TEXTS)
    columns = text(LISTED_SQL).columns(column("headers", LargeBinary), *integers, *texts)
    return columns.subquery("listed")


LISTED = _listed()
"""Cases with their state, as a table to select from."""
