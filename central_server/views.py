"""What somebody may see of the packets: chairs and the head, reviewers, and staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, false, func, not_, or_, select, true

from central_server.batches import panel_areas
from central_server.lineage import Earlier, Lineage
from central_server.panel_rules import takes_part
from central_server.people import Person
from central_server.rounds import all_rounds
from central_server.store import schema
from central_server.store.listed import one_of
from central_server.two_staff import rounds_with_open_scores
from review_protocol.canonical import JsonValue, canonical, sha256_hex
from review_protocol.documents.acts import (
    AgreementPacket,
    QuestionPacket,
    RulingPacket,
    ScoreOpeningPacket,
)
from review_protocol.documents.dossier import Withheld
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AcceptancePacket,
    AmendmentPacket,
    ConflictAnswer,
    DecisionPacket,
    RoundPacket,
    ScorePacket,
)
from review_protocol.documents.panel_acts import (
    NOT_ABOUT_A_CASE,
    OF_A_CASE,
    DiscussionPacket,
    ExpertRequestPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState

STAFF_KINDS = (
    *(RoundPacket.kind, ScoreOpeningPacket.kind, AgreementPacket.kind),
    RulingPacket.kind,
)
"""What staff asked and did about rounds and reviews: chairs see when scores were opened, and
why."""
CHAIR_KINDS = (
    *("score", "amendment", "withdrawal", "recusal", "facts", DecisionPacket.kind),
    *(each.kind for each in OF_A_CASE),
)
LIST_KINDS = tuple(each.kind for each in NOT_ABOUT_A_CASE)
ASKED_OF_STAFF = (
    QuestionPacket.kind,
    ExpertRequestPacket.kind,
    LongListPacket.kind,
    FinalListPacket.kind,
)
"""What staff act on, and what holds no score."""

_SIGNED = (Disposition.COUNTED.value, Disposition.HELD_LATE.value)
"""What a chair's own score must have become before others' are shown: one that cannot count is
no way to see them."""
_CONFLICT = ConflictAnswer.CONFLICT.value
_LATE_SCORE = schema.packet.c.kind.in_((ScorePacket.kind, AmendmentPacket.kind)) & (
    schema.packet.c.disposition == Disposition.HELD_LATE.value
)
_packet, _assignment, _declaration = (
    schema.packet.c,
    schema.assignment.c,
    schema.declaration.c,
)


@dataclass(frozen=True, slots=True)
class View:
    """What somebody may see: of each round these cases, or all (None).

    `others` are kinds of packets of no round that are shown too; None shows them all.
    """

    rounds: Mapping[int, frozenset[str] | None]
    others: tuple[str, ...] | None
    always: tuple[str, ...] = ()
    """Kinds that are shown of every round."""
    discussed: frozenset[str] = frozenset()
    """Cases whose discussion is shown, and nothing else of them."""
    but_for_late: bool = False
    """Scores that are held as late are not shown: who decides on them has not seen them."""

    def scope(self, log: str) -> str:
        """A hash that changes when the view does, or the log under whose leaves it is paged."""
        rounds = {
            str(number): None if cases is None else sorted(cases)
            for number, cases in self.rounds.items()
        }
        others = None if self.others is None else list(self.others)
        view: dict[str, JsonValue] = {
            "always": list(self.always),
            "but_for_late": self.but_for_late,
            "discussed": sorted(self.discussed),
            "log": log,
            "others": others,
            "rounds": rounds,
        }
        return sha256_hex(canonical(view))

    def condition(self) -> ColumnElement[bool]:
        """The packets in this view."""
        shown: list[ColumnElement[bool]] = []
        for number, cases in self.rounds.items():
            in_round = _packet.round == number
            if cases is not None:
                of_case = one_of(_packet.case_number, sorted(cases)) & _packet.kind.in_(CHAIR_KINDS)
                in_round = and_(in_round, of_case)
            if self.but_for_late:
                in_round = and_(in_round, not_(_LATE_SCORE))
            shown.append(in_round)
        if self.others is None or self.others:
            of_kind = true() if self.others is None else _packet.kind.in_(self.others)
            shown.append(and_(_packet.round.is_(None), of_kind))
        if self.always:
            shown.append(_packet.kind.in_(self.always))
        if self.discussed:
            said = _packet.kind == DiscussionPacket.kind
            shown.append(and_(one_of(_packet.case_number, sorted(self.discussed)), said))
        return or_(false(), *shown)


def view_of(connection: Connection, person: Person) -> View:
    """What this person may see now."""
    rounds = all_rounds(connection)
    if person.role is Role.STAFF:
        return _staffs_view(rounds, rounds_with_open_scores(connection))
    discussed = discussed_cases(connection, person)
    if person.role is Role.REVIEWER:
        return View({}, (), discussed=discussed)
    seen = sight_of(connection, person).seen
    opened = [number for number, state in rounds.items() if state.opened is not None]
    return View(dict.fromkeys(opened, seen), (), (*STAFF_KINDS, *LIST_KINDS), discussed)


def _staffs_view(rounds: Mapping[int, RoundState], early: frozenset[int]) -> View:
    """All of the closed rounds, and of those whose scores two of them opened early, but for late
    scores on which they have not decided; what cannot be read, such as of a newer version, when
    none is open; questions, what panels ask of them and their own acts, which hold no score, at
    any time."""
    closed = {number for number, state in rounds.items() if state.closed is not None}
    opened = {number for number, state in rounds.items() if state.opened is not None}
    others: tuple[str, ...] | None = (AcceptancePacket.kind,) if closed else ()
    if closed and opened <= closed:
        others = None
    always = (*ASKED_OF_STAFF, *STAFF_KINDS)
    seen = dict.fromkeys(sorted(closed | early & opened))
    return View(seen, others, always, but_for_late=True)


@dataclass(frozen=True, slots=True)
class Sight:
    """The cases of a panel: what is shown, and what is withheld and why. Those on which nothing is
    declared yet are neither."""

    panel: frozenset[str]
    """All that are in the programme, whatever was declared."""
    seen: frozenset[str]
    withheld: Mapping[str, Withheld]


def sight_of(connection: Connection, person: Person) -> Sight:
    """Whose scores a chair or the head may see, in all rounds: of their panels' cases those on
    which they declared without a conflict, and, where they review themselves in a round that was
    opened, have signed there."""
    version = schema.case_version.c
    areas = panel_areas(connection, person)
    of_panel = connection.execute(
        select(version.number).where(version.current == 1, version.area.in_(areas))
    ).scalars()
    declared = connection.execute(
        select(_declaration.case_number, _declaration.answer).where(
            _declaration.person == person.id
        )
    ).all()
    conflicts = {row.case_number for row in declared if row.answer == _CONFLICT}
    free = {row.case_number for row in declared}
    own = connection.execute(
        select(_assignment.case_number, _assignment.round)
        .join(schema.review_round, schema.review_round.c.number == _assignment.round)
        .where(_assignment.person == person.id, schema.review_round.c.opened.is_not(None))
    )
    signed = connection.execute(
        select(_packet.case_number, _packet.round).where(
            _packet.person == person.id,
            _packet.kind == ScorePacket.kind,
            _packet.disposition.in_(_SIGNED),
        )
    )
    cases = frozenset(of_panel)
    waits = {case for case, _ in {tuple(each) for each in own} - {tuple(each) for each in signed}}
    withheld = dict.fromkeys(cases & waits, Withheld.OWN_SCORE_FIRST)
    withheld |= dict.fromkeys(cases & conflicts, Withheld.CONFLICT)
    return Sight(cases, cases & free - withheld.keys(), withheld)


def discussed_cases(connection: Connection, person: Person) -> frozenset[str]:
    """The cases in whose discussion somebody takes part as a reviewer: their own score counts."""
    rows = connection.execute(
        select(
            _packet.id,
            _packet.case_number,
            _packet.kind,
            _packet.round,
            _packet.disposition,
            _packet.supersedes,
        )
        .where(_packet.person == person.id, _packet.case_number.is_not(None))
        .order_by(_packet.leaf)
    )
    own: dict[str, Lineage] = {}
    for id, case, kind, round, disposition, old in rows:
        earlier = Earlier(kind, round or 0, Disposition(disposition), old)
        own.setdefault(case, Lineage()).add(id, earlier)
    if not own:
        return frozenset()
    newest = connection.execute(
        select(_assignment.case_number, func.max(_assignment.round))
        .where(_assignment.person == person.id)
        .group_by(_assignment.case_number)
    )
    conflicts = connection.execute(
        select(_declaration.case_number).where(
            _declaration.person == person.id, _declaration.answer == _CONFLICT
        )
    ).scalars()
    mine = {case for case, round in newest if case in own and takes_part(own[case], round)}
    return frozenset(mine - set(conflicts))
