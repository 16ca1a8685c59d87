"""Opens and closes rounds from the command line; each act is a leaf of the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from sqlalchemy import Connection, update

from central_server.batches import Issuer
from central_server.documents import current_programme, current_rubric, keep_document
from central_server.failures import ServerFailure
from central_server.log import Log, OpenGroup
from central_server.notices import Telling, everybody, tell, words
from central_server.rounds import all_rounds
from central_server.store.schema import review_round
from central_server.store.store import Store
from central_server.two_staff import overtake
from review_protocol.documents.base import Document, ShortText, Timestamp
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.notice import NoticeKind
from review_protocol.documents.programme import Round, RoundState

RoundActName = Literal["open-round", "close-round", "extend-round"]


@dataclass(eq=False)
class NoSuchRound(ServerFailure):
    """The programme has no such round."""

    number: int
    known: tuple[int, ...]


@dataclass(eq=False)
class RoundIsClosed(ServerFailure):
    """The round takes no more; staff open it again in the app, with a reason."""

    number: int
    closed: str


@dataclass(eq=False)
class RoundIsOpen(ServerFailure):
    """The round is open already; its deadline is moved by extending it, and everybody is told."""

    number: int
    closes: str


@dataclass(eq=False)
class RoundNotOpen(ServerFailure):
    """The round was never opened."""

    number: int


@dataclass(eq=False)
class DeadlinePassed(ServerFailure):
    """The round would close before it opens."""

    number: int
    closes: str


@dataclass(eq=False)
class NotLater(ServerFailure):
    """The new deadline is not after the one that stands."""

    number: int
    closes: str


@dataclass(eq=False)
class BeforeDeadline(ServerFailure):
    """The round still takes scores: two members of staff close it in the app, or the operator says
    that it is the operator's own act."""

    number: int
    closes: str


@dataclass(eq=False)
class SampleRubric(ServerFailure):
    """The rubric is this project's sample, and the programme is not a demonstration."""

    number: int


class RoundRecord(Document):
    """What was done to a round by the operator."""

    kind: ClassVar[str] = "round-record"

    act: RoundActName
    round: Round
    reason: ShortText | None
    made: Timestamp


def require_round(connection: Connection, number: int) -> RoundState:
    """The round; raises NoSuchRound."""
    rounds = all_rounds(connection)
    if number not in rounds:
        raise NoSuchRound(number, tuple(sorted(rounds)))
    return rounds[number]


def open_round(
    store: Store, log: Log, number: int, *, now: str, closes: str | None = None
) -> RoundState:
    """Open a round, with another deadline if one is given; timestamps in UTC.

    Raises NoSuchRound, RoundIsClosed, RoundIsOpen, DeadlinePassed, SampleRubric.
    """
    with log.appending(store) as group:
        state = require_round(group.connection, number)
        illustrative = current_programme(group.connection).illustrative
        if current_rubric(group.connection).sample and not illustrative:
            raise SampleRubric(number)
        if state.closed is not None:
            raise RoundIsClosed(number, state.closed)
        if state.opened is not None:
            raise RoundIsOpen(number, state.round.closes)
        deadline = closes or state.round.closes
        if deadline <= now:
            raise DeadlinePassed(number, deadline)
        dates = {"opens": min(state.round.opens, now), "closes": deadline}
        table = review_round
        group.connection.execute(
            update(table).where(table.c.number == number).values(**dates, opened=now)
        )
        whole = state.round.model_copy(update=dates)
        _record(group, "open-round", whole, None, now)
    return state.model_copy(update={"round": whole, "opened": now})


def extend_round(
    group: OpenGroup,
    number: int,
    *,
    closes: str,
    reason: str | None,
    issuer: Issuer,
    now: str,
) -> tuple[RoundState, int]:
    """Give an open round a later deadline, and tell everybody; answers how many people were told.

    What arrived too late before stays held. Raises NoSuchRound, RoundNotOpen, RoundIsClosed,
    NotLater, DeadlinePassed.
    """
    state = require_round(group.connection, number)
    if state.opened is None:
        raise RoundNotOpen(number)
    if state.closed is not None:
        raise RoundIsClosed(number, state.closed)
    if closes <= state.round.closes:
        raise NotLater(number, state.round.closes)
    if closes <= now:
        raise DeadlinePassed(number, closes)
    table = review_round
    group.connection.execute(update(table).where(table.c.number == number).values(closes=closes))
    whole = state.round.model_copy(update={"closes": closes})
    _record(group, "extend-round", whole, reason, now)
    what = Telling(NoticeKind.ROUND_EXTENDED, round=number, closes=closes)
    told = tell(group, issuer, everybody(group.connection), what, now)
    return state.model_copy(update={"round": whole}), len(told)


def close_round(
    store: Store,
    log: Log,
    number: int,
    *,
    reason: str,
    issuer: Issuer,
    now: str,
    before_deadline: bool = False,
) -> RoundState:
    """Close an open round; before its deadline only where that is said, and everybody is told.

    Raises NoSuchRound, RoundNotOpen, RoundIsClosed, BeforeDeadline, CannotTell.
    """
    with log.appending(store) as group:
        state = require_round(group.connection, number)
        if state.opened is None:
            raise RoundNotOpen(number)
        if state.closed is not None:
            raise RoundIsClosed(number, state.closed)
        early = now <= state.round.closes
        if early and not before_deadline:
            raise BeforeDeadline(number, state.round.closes)
        table = review_round
        group.connection.execute(update(table).where(table.c.number == number).values(closed=now))
        act = _record(group, "close-round", state.round, reason, now)
        overtake(group, number, act=act, now=now)
        if early:
            what = Telling(NoticeKind.ROUND_CLOSED, round=number, text=words(reason, reason))
            tell(group, issuer, everybody(group.connection), what, now)
    return state.model_copy(update={"closed": now})


def _record(group: OpenGroup, act: RoundActName, which: Round, reason: str | None, now: str) -> str:
    record = RoundRecord(act=act, round=which, reason=reason, made=now)
    subject = keep_document(group.connection, record)
    group.add(ActLeaf(type="act/1", act=act, subject=subject, received=now).entry())
    return subject
