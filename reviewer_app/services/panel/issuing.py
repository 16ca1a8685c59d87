"""The head issues the comparison of a closed round: one packet for all, and one for each case."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    CaseFiguresPacket2,
    ComparisonPacket,
)
from review_protocol.documents.people import Role
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.models.erased import ERASED
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import packets_of_kind
from reviewer_app.models.store import Store
from reviewer_app.services.panel.awaited import require_closed
from reviewer_app.services.panel.heads_documents import standing_of
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.sayings import entry_of
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import require_role, standing_rules
from reviewer_app.services.subjects import subject_of


class Issuing:
    """For the head alone; a deputy's would not count while there is a head."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def issue(self, table: PanelTable, cancelled: Cancelled = never) -> str | None:
        """Fit all counted scores of the table with the draws of a final list, and sign what comes
        of it; answers the comparison's id, None where no score counts, or on cancel.

        Seconds for thousands of cases, before anything is written. Raises NotPermitted,
        RoundStillOpen, PassphraseNeeded.
        """
        # late: numpy takes 60 ms to import and nobody but the panel's screens needs it
        from reviewer_app.services.panel.record import (
            Issued,
            case_fields,
            comparison_fields,
            issued,
        )

        with self._store.read() as connection:
            self._require(connection)
            rules = standing_rules(connection)
        made = issued(table, rules, cancelled=cancelled)
        if made is None:
            return None

        def work(connection: Connection, made: Issued = made) -> str:
            self._require(connection)
            before = standing_of(connection, ComparisonPacket)
            same = before is not None and before.document.rounds[-1] == made.rounds[-1]
            supersedes = before.packet if before is not None and same else None
            comparison = self._signer.sign(
                connection,
                lambda stem: ComparisonPacket.model_validate(
                    {**stem, **comparison_fields(made), "supersedes": supersedes}
                ),
            )
            for number, fields in case_fields(made).items():
                self._sign_case(connection, number, fields | {"comparison": comparison})
            return comparison

        return self._store.perform(work)

    def lacks_places(self) -> bool:
        """Whether an older app of the head's issued the comparison that stands: chairs read in it
        of no case where it stands among all."""
        with self._store.read() as connection:
            standing = standing_of(connection, ComparisonPacket)
            return standing is not None and _lacks_places(connection, standing.packet)

    def _sign_case(self, connection: Connection, number: str, fields: dict[str, object]) -> None:
        subject = subject_of(connection, entry_of(connection, number))
        self._signer.sign(
            connection,
            lambda stem: CaseFiguresPacket2.model_validate({**stem, **subject, **fields}),
        )

    def _require(self, connection: Connection) -> None:
        require_role(connection, "issue the comparison", Role.HEAD)
        require_closed(connection)


def _lacks_places(connection: Connection, comparison: str) -> bool:
    """By one case of it, for a comparison is of one form; False where none is here."""
    kind = CaseFiguresPacket.kind
    elsewhere = (each.stored() for each in other_packets(connection) if each.kind == kind)
    for stored in reversed((*elsewhere, *packets_of_kind(connection, kind))):
        said = None if stored.envelope == ERASED else stored.document()
        if isinstance(said, CaseFiguresPacket) and said.comparison == comparison:
            return not isinstance(said, CaseFiguresPacket2)
    return False
