"""The commands that tell people something: notice, questions, answer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from sqlalchemy import Connection

from central_server.asked_experts import expert_requests
from central_server.cli.arguments.options import Options
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.late_reviews import reviews_to_rule
from central_server.notices import (
    CannotTell,
    Telling,
    everybody,
    readers_of,
    tell,
    words,
)
from central_server.people import find_called, find_person
from central_server.questions import Question, answer, questions
from central_server.shown import in_a_line
from central_server.taken_back import conflicts_taken_back
from review_protocol.documents.notice import NoticeKind, Words

_SHOWN = 12
"""Characters of a question's id that are listed."""


class Notice:
    """Sends a message to one person, to everybody, or to the readers of a case."""

    name = "notice"

    def takes(self, options: Options) -> None:
        """Whom, and what."""
        to = options.either()
        to.option("--to", "notice-to", metavar="PERSON")
        to.flag("--all", "notice-all")
        to.option("--case", "notice-case", metavar="NUMBER")
        _take_texts(options)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Send it."""
        text = words(arguments.zh, arguments.en)
        with open_home(session) as server, server.log.appending(server.store) as group:
            people = _people(group.connection, arguments)
            what = Telling(NoticeKind.MESSAGE, case=arguments.case, text=text)
            told = tell(group, server.issuer, people, what, server.now())
        session.tell("noticed", count=len(told))
        return 0


class Questions:
    """Lists the questions to the secretariat, with their answers, what panels wait for, late
    reviews that staff have to decide on, and which conflicts were taken back."""

    name = "questions"

    def takes(self, options: Options) -> None:
        """Which of them."""
        options.flag("--open", "only-open")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Print the list."""
        with open_home(session) as server, server.store.read() as connection:
            found = questions(connection, only_open=arguments.open)
            for each in found:
                _tell_question(session, each)
            _tell_matters(session, connection)
        unanswered = sum(not each.answers for each in found)
        session.tell("questions-count", count=len(found), open=unanswered)
        return 0


class Answer:
    """Answers a question."""

    name = "answer"

    def takes(self, options: Options) -> None:
        """Which, and the text."""
        options.first("question", "question-id", metavar="QUESTION")
        _take_texts(options)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Answer it."""
        text = words(arguments.zh, arguments.en)
        with open_home(session) as server, server.log.appending(server.store) as group:
            found = answer(group, arguments.question, text, issuer=server.issuer, now=server.now())
        session.tell("answered", name=found.name)
        return 0


def _take_texts(options: Options) -> None:
    options.option("--zh", "text-zh", metavar="TEXT")
    options.option("--en", "text-en", metavar="TEXT")


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


def _tell_matters(session: Session, connection: Connection) -> None:
    """What is no question, and waits for staff."""
    for request in expert_requests(connection):
        if not request.given:
            session.tell(
                "expert-request",
                case=request.case,
                round=request.round,
                received=request.received,
                reason=in_a_line(request.reason),
            )
    for review in reviews_to_rule(connection):
        if review.ruled is None:
            session.tell(
                "late-review",
                case=review.case,
                round=review.round,
                received=review.received,
                name=in_a_line(find_person(connection, review.person).name),
                due=review.due,
            )
    for conflict in conflicts_taken_back(connection):
        session.tell(
            "conflict-taken-back",
            case=conflict.case,
            round=conflict.round,
            received=conflict.received,
            name=in_a_line(conflict.person.name),
        )


def _both(text: Words | None) -> str:
    if text is None:
        return ""
    return "\n".join(each for each in (text.zh, text.en) if each is not None)
