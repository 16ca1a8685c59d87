"""What staff asked and did about rounds: what waits for two, and when scores were opened early."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from review_protocol.documents.acts import AgreementPacket, ScoreOpeningPacket
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.documents.notice import NoticeKind
from review_protocol.documents.packet import Packet, RoundAct, RoundPacket
from review_protocol.documents.programme import RoundState
from review_protocol.documents.text import Language
from review_protocol.envelope import read_envelope
from review_protocol.opening import signed_document
from review_protocol.translog import Receipt
from reviewer_app.models.collected import CollectedRow, collected_packets
from reviewer_app.models.notices import all_notices
from reviewer_app.services.questions import people_of_devices
from reviewer_app.services.standing import certificate_of, standing_round

STAFF_KINDS = (RoundPacket.kind, ScoreOpeningPacket.kind, AgreementPacket.kind)


class Wish(StrEnum):
    """What a member of staff asks another to agree to."""

    CLOSE = "close"
    SCORES = "scores"


@dataclass(frozen=True, slots=True)
class StaffRequest:
    """What waits for a second member of staff; `asked_at` is when it was received, a timestamp."""

    packet: str
    wish: Wish
    round: int
    reason: str
    person: str
    asked_at: str
    own: bool


class How(StrEnum):
    """How scores came to be seen before the round was over for good."""

    CLOSED_EARLY = "closed-early"
    OPENED = "opened"
    REOPENED = "reopened"
    """The round was opened again after staff had seen its scores."""
    BY_OPERATOR = "by-operator"


@dataclass(frozen=True, slots=True)
class OpenedEarly:
    """Scores were seen before the end; `at` is a timestamp."""

    how: How
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class StaffActs:
    """What staff's page shows of both."""

    waiting: tuple[StaffRequest, ...] = ()
    opened_early: tuple[OpenedEarly, ...] = ()
    scores_are_open: bool = False


@dataclass(frozen=True, slots=True)
class _Act:
    """A collected packet of staff, with what its receipt says of its arrival."""

    row: CollectedRow
    document: Packet
    received: str
    arrived_as: Disposition


def staff_acts(connection: Connection) -> StaffActs:
    """All of it, read once: what waits, the oldest first, and when scores were seen early."""
    state = standing_round(connection)
    if state is None:
        return StaffActs()
    acts = _acts(connection)
    return StaffActs(
        _waiting(connection, acts, state),
        _opened_early(connection, acts, state),
        scores_are_open=_are_open(acts, state),
    )


def opened_early(connection: Connection) -> tuple[OpenedEarly, ...]:
    """When and why scores of the present round were seen before its end, the oldest first."""
    state = standing_round(connection)
    return () if state is None else _opened_early(connection, _acts(connection), state)


def scores_are_open(connection: Connection) -> bool:
    """Whether staff may see the scores: the round is closed, or two of them opened them and it was
    not opened again since."""
    state = standing_round(connection)
    return state is not None and _are_open(_acts(connection), state)


def _waiting(
    connection: Connection, acts: Sequence[_Act], state: RoundState
) -> tuple[StaffRequest, ...]:
    if state.closed is not None:
        return ()
    own, people = certificate_of(connection).person, people_of_devices(connection)
    found = []
    for act in acts:
        document = act.document
        waits = act.row.disposition is Disposition.HELD_SECOND_STAFF
        if waits and isinstance(document, RoundPacket | ScoreOpeningPacket):
            person = people.get(act.row.kid, "")
            found.append(
                StaffRequest(
                    packet=act.row.id,
                    wish=Wish.CLOSE if isinstance(document, RoundPacket) else Wish.SCORES,
                    round=document.round,
                    reason=document.reason,
                    person=person,
                    asked_at=act.received,
                    own=person == own,
                )
            )
    return tuple(each for each in found if each.round == state.round.number)


def _opened_early(
    connection: Connection, acts: Sequence[_Act], state: RoundState
) -> tuple[OpenedEarly, ...]:
    number = state.round.number
    found = [*_by_staff(acts, number)]
    found += [
        OpenedEarly(How.BY_OPERATOR, told.issued, told.text.best(Language.EN) if told.text else "")
        for told in (each.document for each in all_notices(connection))
        if told.about is NoticeKind.ROUND_CLOSED and told.round == number
    ]
    return tuple(sorted(found, key=lambda each: each.at))


def _are_open(every: Sequence[_Act], state: RoundState) -> bool:
    if state.closed is not None:
        return True
    number = state.round.number
    acts = [act for act in every if act.row.disposition.counts]
    openings = {
        act.row.id
        for act in acts
        if isinstance(act.document, ScoreOpeningPacket) and act.document.round == number
    }
    shown = False
    for act in acts:
        match act.document:
            case AgreementPacket(request=request) if request in openings:
                shown = True
            case RoundPacket(act=RoundAct.REOPEN, round=again) if again == number:
                shown = False
            case _:
                pass
    return shown


def _by_staff(acts: Sequence[_Act], number: int) -> Iterator[OpenedEarly]:
    agreed = {
        act.document.request: act.received
        for act in acts
        if isinstance(act.document, AgreementPacket)
        and act.document.agrees
        and act.arrived_as.counts
    }
    for act in acts:
        document = act.document
        # undone later, as where a device was lost, it was seen all the same
        done = act.row.disposition.counts or act.row.id in agreed
        if not done or getattr(document, "round", None) != number:
            continue
        at = agreed.get(act.row.id, act.received)
        match document:
            case ScoreOpeningPacket(reason=reason):
                yield OpenedEarly(How.OPENED, at, reason)
            case RoundPacket(act=RoundAct.CLOSE, reason=reason) if act.row.id in agreed:
                yield OpenedEarly(How.CLOSED_EARLY, at, reason)
            case RoundPacket(act=RoundAct.REOPEN, reason=reason):
                yield OpenedEarly(How.REOPENED, at, reason)
            case _:
                pass


def _acts(connection: Connection) -> tuple[_Act, ...]:
    """Staff's packets in the order of the log; signatures and receipts were verified at collecting,
    receipts perhaps by the key of a log that another one followed since."""
    acts = []
    for row in collected_packets(connection, kinds=STAFF_KINDS):
        document = signed_document(read_envelope(row.envelope))
        leaf = read_entry(Receipt.parse(row.receipt).leaf)
        assert isinstance(leaf, PacketLeaf)
        acts.append(_Act(row, document, leaf.received, leaf.disposition))
    return tuple(acts)
