"""What a chair, a deputy or the head is told beside the packets that they may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Select, case, func, or_, select

from central_server.batches import panel_areas
from central_server.country_ties import country_ties
from central_server.devices import Device
from central_server.failures import Refused
from central_server.log import Log, log_size
from central_server.panel_rules import stands_in_for
from central_server.people import Person, of_panels
from central_server.rounds import all_rounds
from central_server.six_words import require_heard
from central_server.store import schema
from central_server.store.listed import one_of
from central_server.views import Sight, View, sight_of, view_of
from review_protocol.canonical import canonical, sha256_hex
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.dossier import (
    CountryTie,
    DecidedCase,
    DecidedElsewhere,
    Decider,
    DossierAnswer,
    DossierStateAnswer,
    DossierTables,
    PanelDeclaration,
    Withheld,
    WithheldCase,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, DecisionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation, RoundState
from review_protocol.envelope import read_envelope
from review_protocol.opening import signed_document

PAGE_COUNT = 500
"""Leaves of one answer."""
_ORDER = {
    (Role.CHAIR, False): Decider.CHAIR,
    (Role.CHAIR, True): Decider.CHAIRS_DEPUTY,
    (Role.HEAD, False): Decider.HEAD,
    (Role.HEAD, True): Decider.HEADS_DEPUTY,
}
"""Who decides a case: the first from whom it is not withheld."""


def dossier(
    connection: Connection, log: Log, device: Device, *, after: int, nonce: str, request_nonce: str
) -> DossierAnswer:
    """The page from leaf `after` on; raises Refused for others than chairs, the head and their
    deputies, and for a device that awaits its six words."""
    person, seen = _member(connection, device)
    leaves, next_leaf = _unseen(connection, person, seen, after)
    tables = _Tables() if after else _tables(connection, person, seen)
    return DossierAnswer(
        nonce=nonce,
        deputy=person.deputy,
        decides=tables.decides,
        withheld=tables.withheld,
        declarations=tables.declarations,
        ties=tables.ties,
        places=tables.places,
        undecided=tables.undecided,
        deputies=tables.deputies,
        leaves=log.receipts(connection, leaves),
        scope=_scope(connection, log, person, seen),
        next_leaf=next_leaf,
        log=log.view(connection),
        request_nonce=request_nonce,
    )


def dossier_state(
    connection: Connection, log: Log, device: Device, *, nonce: str, request_nonce: str
) -> DossierStateAnswer:
    """Whether any page is new to who has the others; refuses as `dossier`."""
    person, seen = _member(connection, device)
    first = DossierTables(deputy=person.deputy, **asdict(_tables(connection, person, seen)))
    last = func.max(schema.packet.c.leaf)
    newest = connection.execute(_hidden(connection, person, seen).with_only_columns(last)).scalar()
    return DossierStateAnswer(
        nonce=nonce,
        tables=first.hash,
        scope=_scope(connection, log, person, seen),
        leaves_to=0 if newest is None else newest + 1,
        log=log.view(connection),
        request_nonce=request_nonce,
    )


def _member(connection: Connection, device: Device) -> tuple[Person, View]:
    require_heard(device)
    if device.person.role not in (Role.CHAIR, Role.HEAD):
        raise Refused(RefusalCode.NOT_PERMITTED, "the dossier is the panel's")
    return device.person, view_of(connection, device.person)


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the first page has."""

    decides: tuple[DecidedCase, ...] = ()
    withheld: tuple[WithheldCase, ...] = ()
    declarations: tuple[PanelDeclaration, ...] = ()
    ties: tuple[CountryTie, ...] = ()
    places: tuple[DecidedElsewhere, ...] = ()
    undecided: int = 0
    deputies: tuple[str, ...] = ()


def _tables(connection: Connection, person: Person, seen: View) -> _Tables:
    decides: list[DecidedCase] = []
    withheld: list[WithheldCase] = []
    others = of_panels(connection)
    sights = {each: sight_of(connection, each) for each in others}
    own = sights[person]
    rounds = {n: state for n, state in all_rounds(connection).items() if state.opened is not None}
    for number in rounds:
        for which, why in sorted(own.withheld.items()):
            by = _decider(which, sights)
            withheld.append(WithheldCase(round=number, case=which, why=why, decided_by=by))
        if person.deputy:
            kept = [sights[each].withheld.keys() for each in stands_in_for(person, others)]
            mine = own.seen.intersection(*kept)
            decides += [DecidedCase(round=number, case=each) for each in sorted(mine)]
    return _Tables(
        tuple(decides),
        tuple(withheld),
        tuple(_declarations(connection, seen)),
        tuple(country_ties(connection, seen.rounds)),
        *_decided(connection, _told_of(own, rounds)),
        _deputies(connection, others),
    )


def _told_of(own: Sight, rounds: Mapping[int, RoundState]) -> frozenset[str]:
    """The withheld cases of whose decisions somebody is told: of one that they have still to score
    not as long as they can."""
    over = all(state.closed is not None for state in rounds.values())
    return frozenset(case for case, why in own.withheld.items() if over or why is Withheld.CONFLICT)


def _deputies(connection: Connection, people: Iterable[Person]) -> tuple[str, ...]:
    """The key ids of the devices of those who are deputies."""
    device = schema.device.c
    ids = sorted(person.id for person in people if person.deputy)
    rows = connection.execute(select(device.kid).where(one_of(device.person, ids)))
    return tuple(sorted(rows.scalars()))


def _decided(
    connection: Connection, withheld: Set[str]
) -> tuple[tuple[DecidedElsewhere, ...], int]:
    """Of the decisions that stand for these cases, the last that counts for each; and how many of
    them have none."""
    packet = schema.packet.c
    rows = connection.execute(
        select(packet.case_number, packet.envelope)
        .where(
            packet.kind == DecisionPacket.kind,
            packet.disposition == Disposition.COUNTED.value,
            one_of(packet.case_number, sorted(withheld)),
        )
        .order_by(packet.leaf)
    )
    newest = {row.case_number: read_envelope(row.envelope) for row in rows}
    decided = ((each.document_id, signed_document(each)) for each in newest.values())
    places = [
        DecidedElsewhere(outcome=document.outcome, decision=id)
        for id, document in decided
        if isinstance(document, DecisionPacket)
        and document.outcome is not Recommendation.NOT_IN_CASEBOOK
    ]
    places.sort(key=lambda place: place.decision)
    return tuple(places), len(withheld) - len(newest)


def _decider(number: str, sights: Mapping[Person, Sight]) -> Decider | None:
    free = {
        (each.role, each.deputy)
        for each, sight in sights.items()
        if number in sight.panel and number not in sight.withheld
    }
    return next((decider for which, decider in _ORDER.items() if which in free), None)


def _declarations(connection: Connection, seen: View) -> Iterator[PanelDeclaration]:
    """The gravest of what each person declared on a case, in whichever round."""
    visible = frozenset[str]().union(*(cases or () for cases in seen.rounds.values()))
    declaration, person = schema.declaration.c, schema.person.c
    rows = connection.execute(
        select(
            declaration.case_number,
            declaration.answer,
            person.id,
            person.role,
            person.deputy,
            person.pseudonym,
        )
        .join(schema.person, person.id == declaration.person)
        .where(declaration.answer != ConflictAnswer.NONE.value)
        .order_by(declaration.case_number, person.id, declaration.answer)
    )
    last: tuple[str, str] | None = None
    for row in rows:
        if row.case_number in visible and (row.case_number, row.id) != last:
            last = (row.case_number, row.id)  # a conflict comes before what is only disclosed
            yield PanelDeclaration(
                case=row.case_number,
                role=Role(row.role),
                deputy=bool(row.deputy),
                pseudonym=row.pseudonym,
                answer=ConflictAnswer(row.answer),
            )


def _unseen(
    connection: Connection, person: Person, seen: View, after: int
) -> tuple[list[int], int]:
    """The leaves of a page: packets of who has to do with the panel that the asker may not see."""
    leaf = schema.packet.c.leaf
    found = _hidden(connection, person, seen).where(leaf >= after).order_by(leaf)
    leaves = list(connection.execute(found.limit(PAGE_COUNT + 1)).scalars())
    if len(leaves) > PAGE_COUNT:
        return leaves[:PAGE_COUNT], leaves[PAGE_COUNT]
    return leaves, log_size(connection)


def _hidden(connection: Connection, person: Person, seen: View) -> Select[int]:
    """The same of all pages, in any order."""
    of_people = one_of(schema.packet.c.person, sorted(_around(connection, person)))
    hidden = case((seen.condition(), 0), else_=1) == 1  # a condition may be of nothing known
    return select(schema.packet.c.leaf).where(of_people, hidden)


def _around(connection: Connection, person: Person) -> frozenset[str]:
    """Who was ever given a case of the panel, and all who are no reviewers."""
    assignment, version, everybody = schema.assignment.c, schema.case_version.c, schema.person.c
    of_panel = select(version.number).where(version.area.in_(panel_areas(connection, person)))
    asked = select(assignment.person).where(assignment.case_number.in_(of_panel))
    rows = connection.execute(
        select(everybody.id).where(
            or_(everybody.role != Role.REVIEWER.value, everybody.id.in_(asked))
        )
    )
    return frozenset(rows.scalars())


def _scope(connection: Connection, log: Log, person: Person, seen: View) -> str:
    around = sorted(_around(connection, person))
    return sha256_hex(canonical({"around": list(around), "seen": seen.scope(log.origin)}))
