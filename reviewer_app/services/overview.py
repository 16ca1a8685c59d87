"""What the desk tells of what stands: of large documents only the few fields that it shows."""

from __future__ import annotations

from typing import TypedDict

import orjson
from sqlalchemy import Connection

from review_protocol.documents.text import Bilingual
from review_protocol.documents.words import PROGRAMME, Role
from review_protocol.envelope import read_envelope
from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.documents import content_of
from reviewer_app.models.facts import FactName, facts_of
from reviewer_app.models.figures import DeskFigures
from reviewer_app.models.rows import CaseState
from reviewer_app.services.desk_rows import DeskOverview, ProgrammeRow, RoundRow

OWN_SCORE_FIRST = "own-score-first"
"""Of `Withheld`, whose module the list of cases does without."""
_BEGUN = (CaseState.STARTED, CaseState.ANSWERED)
_SIGNED = (CaseState.SIGNED, CaseState.RECEIVED, CaseState.HELD)
_FACTS = (
    FactName.CERTIFICATE,
    FactName.DOSSIER,
    FactName.LAST_CASE,
    FactName.MANIFEST,
    FactName.PERSON_NAME,
    FactName.PROGRAMME,
    FactName.ROUND,
    FactName.SYNCED_AT,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it at one time, read at once."""

    programme: ProgrammeRow | None
    """The batch's, or before the first batch the one of the enrolment."""
    round: RoundRow | None
    """As the server told it last; before the first sync the manifest's."""
    roles: tuple[Role, ...]
    person_name: str
    synced_at: str | None
    last_case: str | None
    owed: tuple[str, ...] = ()
    """Cases of the panel that its chair is to score, and has not yet, as the server told last."""


def read_standing(connection: Connection) -> Standing:
    """What stands now; ValueError before enrolling."""
    facts = facts_of(connection, *_FACTS)
    envelope = facts.get(FactName.MANIFEST)
    manifest = None if envelope is None else _manifest(envelope)
    return Standing(
        programme=_programme(connection, manifest, facts.get(FactName.PROGRAMME)),
        round=_round(manifest, facts.get(FactName.ROUND)),
        roles=_roles(facts.get(FactName.CERTIFICATE)),
        person_name=facts.get(FactName.PERSON_NAME, b"").decode("utf-8"),
        synced_at=_text(facts.get(FactName.SYNCED_AT)),
        last_case=_text(facts.get(FactName.LAST_CASE)),
        owed=_owed(facts.get(FactName.DOSSIER)),
    )


def overview_of(standing: Standing, figures: DeskFigures) -> DeskOverview:
    """What is left to do, and whether the work is safe."""
    counts = figures.states

    def count(*states: CaseState) -> int:
        return sum(counts.get(state, 0) for state in states)

    return DeskOverview(
        programme=standing.programme,
        round=standing.round,
        person_name=standing.person_name,
        roles=standing.roles,
        total=sum(counts.values()),
        undeclared=count(CaseState.UNDECLARED),
        conflicts=count(CaseState.CONFLICT),
        started=count(*_BEGUN),
        signed=count(*_SIGNED),
        received=figures.received,
        held=count(CaseState.HELD),
        waiting=figures.waiting,
        next_case=_next_case(standing, figures),
        last_leaf=figures.last_leaf,
        last_sync=standing.synced_at,
        last_kept=figures.last_kept,
        accepted=figures.accepted,
        unread=figures.unread,
        last_case=standing.last_case,
        said=figures.said,
        to_score=_to_score(standing, figures),
    )


def _to_score(standing: Standing, figures: DeskFigures) -> int | None:
    """What a chair owes, has begun or has signed; all other cases are there to be compared."""
    if Role.CHAIR not in standing.roles:
        return None
    return len(figures.scored.union(standing.owed))


def _next_case(standing: Standing, figures: DeskFigures) -> str | None:
    begun = any(figures.states.get(state) for state in _BEGUN)
    if Role.CHAIR not in standing.roles or begun:
        return figures.next_case  # what was begun comes first
    return next((each for each in standing.owed if each not in figures.scored), None)


class _RoundFields(TypedDict):
    number: int
    closes: str


class _RoundStateFields(TypedDict):
    round: _RoundFields
    closed: str | None


class _ManifestFields(TypedDict):
    """Of documents that were read strictly when they were taken in, as these all were."""

    programme: str
    round: _RoundFields


class _CertificateFields(TypedDict):
    roles: list[str]


class _WithheldFields(TypedDict):
    case: str
    why: str


class _SightFields(TypedDict):
    withheld: list[_WithheldFields]


class _NameFields(TypedDict):
    zh: str | None
    en: str | None


class _ProgrammeFields(TypedDict):
    name: _NameFields
    zone: str


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode("utf-8")


def _manifest(envelope: bytes) -> _ManifestFields:
    fields: _ManifestFields = orjson.loads(read_envelope(envelope).body)
    return fields


def _roles(certificate: bytes | None) -> tuple[Role, ...]:
    if certificate is None:
        raise ValueError("this desk is not enrolled")
    fields: _CertificateFields = orjson.loads(read_envelope(certificate).body)
    return tuple(map(Role, fields["roles"]))


def _owed(told: bytes | None) -> tuple[str, ...]:
    if told is None:
        return ()
    fields: _SightFields = orjson.loads(told)
    owed = {each["case"] for each in fields["withheld"] if each["why"] == OWN_SCORE_FIRST}
    return tuple(sorted(owed))


def _programme(
    connection: Connection, manifest: _ManifestFields | None, first: bytes | None
) -> ProgrammeRow | None:
    taken = manifest and content_of(connection, manifest["programme"], PROGRAMME)
    body = taken or first
    if body is None:
        return None
    fields: _ProgrammeFields = orjson.loads(body)
    return ProgrammeRow(Bilingual(**fields["name"]), fields["zone"], body)


def _round(manifest: _ManifestFields | None, told: bytes | None) -> RoundRow | None:
    if told is not None:
        state: _RoundStateFields = orjson.loads(told)
        return RoundRow(state["round"]["number"], state["round"]["closes"], state["closed"])
    if manifest is None:
        return None
    first = manifest["round"]
    return RoundRow(first["number"], first["closes"], None)
