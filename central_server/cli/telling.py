"""The commands notice, withdraw-case, extend-round, questions and answer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from central_server.cli.rounds import deadline
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.clock import moment
from central_server.conducting import extend_round
from central_server.documents import current_programme
from central_server.notices import (
    CannotTell,
    Telling,
    everybody,
    readers_of,
    tell,
    words,
)
from central_server.people import find_called
from central_server.questions import Question, answer, questions
from central_server.reinstating import reinstate_case
from central_server.withdrawing_cases import withdraw_case
from review_protocol.documents.notice import NoticeKind, Words

_SHOWN = 12
"""Characters of a question's id that are listed."""


def notice(session: Session, arguments: argparse.Namespace) -> int:
    """Send a message to one person, to everybody, or to the readers of a case."""
    text = words(arguments.zh, arguments.en)
    with open_home(session) as server, server.log.appending(server.store) as group:
        people = _people(group.connection, arguments)
        what = Telling(NoticeKind.MESSAGE, case=arguments.case, text=text)
        told = tell(group, server.issuer, people, what, server.now())
    session.tell("noticed", count=len(told))
    return 0


def withdraw(session: Session, arguments: argparse.Namespace) -> int:
    """Withdraw a case."""
    with open_home(session) as server, server.log.appending(server.store) as group:
        told = withdraw_case(
            group,
            arguments.case,
            reason=arguments.reason,
            issuer=server.issuer,
            now=server.now(),
        )
    session.tell("case-withdrawn", case=arguments.case, count=told)
    return 0


def reinstate(session: Session, arguments: argparse.Namespace) -> int:
    """Take a withdrawn case back into the review."""
    with open_home(session) as server, server.log.appending(server.store) as group:
        done = reinstate_case(
            group,
            arguments.case,
            reason=arguments.reason,
            issuer=server.issuer,
            now=server.now(),
        )
    session.tell("case-reinstated", case=arguments.case, count=done.told, judged=done.judged)
    return 0


def extend(session: Session, arguments: argparse.Namespace) -> int:
    """Give an open round a later deadline."""
    with open_home(session) as server:
        with server.store.read() as connection:
            zone_name = current_programme(connection).zone
        zone = ZoneInfo(zone_name)
        closes = deadline(arguments.closes, zone)
        with server.log.appending(server.store) as group:
            state, told = extend_round(
                group,
                arguments.round,
                closes=closes,
                reason=arguments.reason,
                issuer=server.issuer,
                now=server.now(),
            )
    local = moment(state.round.closes).astimezone(zone)
    session.tell(
        "extended",
        round=arguments.round,
        local=f"{local:%Y-%m-%d %H:%M}",
        zone=zone_name,
        utc=state.round.closes,
        count=told,
    )
    return 0


def list_questions(session: Session, arguments: argparse.Namespace) -> int:
    """List questions with their answers."""
    with open_home(session) as server, server.store.read() as connection:
        found = questions(connection, only_open=arguments.open)
    for each in found:
        _tell_question(session, each)
    session.tell("questions-count", count=len(found), open=sum(not each.answers for each in found))
    return 0


def answer_one(session: Session, arguments: argparse.Namespace) -> int:
    """Answer a question."""
    text = words(arguments.zh, arguments.en)
    with open_home(session) as server, server.log.appending(server.store) as group:
        found = answer(group, arguments.question, text, issuer=server.issuer, now=server.now())
    session.tell("answered", name=found.name)
    return 0


def _people(connection: Connection, arguments: argparse.Namespace) -> Sequence[str]:
    if arguments.to is not None:
        return (find_called(connection, arguments.to).id,)
    found = readers_of(connection, arguments.case) if arguments.case else everybody(connection)
    if not found:
        raise CannotTell("nobody", "")
    return found


def _tell_question(session: Session, each: Question) -> None:
    about = ""
    if each.case is not None:
        about = say(session.language, "question-about", case=each.case)
    session.tell(
        "question-head",
        id=each.id[:_SHOWN],
        received=each.received,
        name=each.name,
        person=each.person,
        about=about,
    )
    _tell_lines(session, each.text)
    if not each.answers:
        session.tell("question-open")
    for given in each.answers:
        session.tell("question-answered", issued=given.issued)
        _tell_lines(session, _both(given.text))


def _tell_lines(session: Session, text: str) -> None:
    """A terminal is given no character that turns a text round, hides it or steers the terminal."""
    for line in text.splitlines():
        plain = "".join(each if each.isprintable() else "\ufffd" for each in line)
        session.tell("question-text", line=plain)


def _both(text: Words | None) -> str:
    if text is None:
        return ""
    return "\n".join(each for each in (text.zh, text.en) if each is not None)
