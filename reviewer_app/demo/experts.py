"""Simulated experts: each enrols, declares, reads, scores, signs and syncs through the services."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

from review_protocol.documents.packet import ConflictAnswer, ConflictKind, RecusalReason
from review_protocol.documents.score import Answers, CriterionAnswer, LanguageRead
from review_protocol.documents.text import Bilingual, Language
from review_protocol.passphrase import Argon2Cost
from reviewer_app.demo.comments import Comments, Occasion
from reviewer_app.demo.judging import Temper, judged
from reviewer_app.demo.people import Guest
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import CaseRow, CaseState, DeclareRow, Progress
from reviewer_app.sync.reports import never

CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
"""For desks that hold nothing worth guarding."""
PASSPHRASE = "three lamps over the harbour"
WORKERS = 3
_CONFLICTED = {2, 5, 9}
_DISCLOSING = {3}
_RECUSING = {4}
_AMENDING = {6}
_WITHDRAWING = {7}
_UNFINISHED = {8: 2}
"""Expert number and how many cases that expert has not scored yet."""


@dataclass(frozen=True, slots=True)
class Expert:
    """A simulated expert: a number that decides the part they play, and how they read."""

    number: int
    guest: Guest
    folder: Path

    @property
    def name(self) -> str:
        return self.guest.person.name

    @property
    def reads(self) -> tuple[Language, ...]:
        return self.guest.person.languages


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one expert did; `receipts` by packet id, as their desk holds them."""

    name: str
    cases: int
    conflicts: int
    scores: int
    receipts: dict[str, str]
    unreceipted: int


def deliver_all(experts: Sequence[Expert], *, workers: int = WORKERS) -> Iterator[Delivered]:
    """Let all experts do their round, some at a time, each in a process; yields as they end.

    An exception of one is raised here, the others being dropped.
    """
    pool = ProcessPoolExecutor(
        max_workers=max(1, min(workers, len(experts))),
        mp_context=get_context("spawn"),
        initializer=_leave_interrupts_to_the_parent,
    )
    try:
        yield from pool.map(deliver, experts)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def deliver(expert: Expert) -> Delivered:
    """One expert's whole round, from the invitation to the receipts."""
    random = Random(f"expert {expert.number}")
    with enrolled_desk(expert) as desk:
        _accept(desk, expert)
        services = desk.services
        services.batch.fetch(_to_nobody, never)
        conflicts = _declare(desk, expert, random)
        services.handin.sync(_to_nobody, never)
        scores = _Round(desk, expert, random).score_all()
        services.handin.sync(_to_nobody, never)
        outbox = services.handin.outbox()
        receipts = {row.packet: services.handin.receipt(row.packet) for row in outbox}
        return Delivered(
            name=expert.name,
            cases=len(services.desk.cases()),
            conflicts=conflicts,
            scores=scores,
            receipts={packet: text for packet, text in receipts.items() if text},
            unreceipted=sum(not text for text in receipts.values()),
        )


@contextmanager
def enrolled_desk(expert: Expert) -> Iterator[OpenDesk]:
    """The expert's desk, enrolled by their letter and opened; closed at the end."""
    enrolment = Enrolment(expert.folder, cost=CHEAP)
    letter = expert.guest.letter
    enrolment.accept(letter.server, letter.code, "laptop", PASSPHRASE)
    desk = open_desk(expert.folder, PASSPHRASE)
    try:
        yield desk
    finally:
        desk.store.close()


def _accept(desk: OpenDesk, expert: Expert) -> None:
    person = expert.guest.person
    is_chinese = person.country == "CN"
    name = Bilingual(zh=person.name if is_chinese else None, en=None if is_chinese else person.name)
    desk.services.accepting.confirm(name, person.organisations, person.languages, "")


def _declare(desk: OpenDesk, expert: Expert, random: Random) -> int:
    """Declare on every case; answers how many conflicts."""
    rows = list(desk.services.declaring.rows())
    tied = random.randrange(len(rows))
    given = []
    for place, row in enumerate(rows):
        answer, kind, comment = ConflictAnswer.NONE, None, ""
        if place == tied and expert.number in _CONFLICTED:
            answer, kind = ConflictAnswer.CONFLICT, random.choice(list(ConflictKind)[:-1])
        elif place == tied and expert.number in _DISCLOSING:
            answer, kind = ConflictAnswer.DISCLOSED, ConflictKind.COLLABORATION
            comment = Comments.bundled().on("tie_comments", expert.reads[0], random)
        given.append(DeclareRow(row.headers, answer, kind, comment))
    desk.services.declaring.sign(tuple(given))
    return sum(row.answer is ConflictAnswer.CONFLICT for row in given)


class _Round:
    """One expert's scoring of the batch, with the part that the expert plays."""

    def __init__(self, desk: OpenDesk, expert: Expert, random: Random) -> None:
        self._services = desk.services
        self._expert = expert
        self._random = random
        self._comments = Comments.bundled()
        self._temper = Temper.drawn(expert.reads, random)

    def score_all(self) -> int:
        """Score what was released; answers how many scores stand at the end."""
        released = [row for row in self._services.desk.cases() if row.state is CaseState.UNREAD]
        number = self._expert.number
        to_do = released[: len(released) - _UNFINISHED.get(number, 0)]
        if number in _RECUSING:
            self._recuse(to_do.pop())
        for row in to_do:
            answers = self._judge(row)
            self._services.scoring.keep(row.number, answers)
            self._services.signing.sign(row.number, self._language_read())
        if number in _AMENDING:
            self._amend(to_do[0])
        if number in _WITHDRAWING:
            self._withdraw(to_do.pop(1))
        return len(to_do)

    def _judge(self, row: CaseRow) -> Answers:
        case = self._services.desk.open(row.number).case
        return judged(case, self._temper, self._comments, self._random)

    def _language_read(self) -> LanguageRead:
        if len(self._expert.reads) > 1:
            return self._random.choice((LanguageRead.BOTH, LanguageRead.BOTH, LanguageRead.EN))
        return LanguageRead(self._expert.reads[0].value)

    def _say(self, occasion: Occasion) -> str:
        return self._comments.on(occasion, self._temper.writes, self._random)

    def _recuse(self, row: CaseRow) -> None:
        self._services.signing.recuse(
            row.number,
            RecusalReason.CONFLICT,
            ConflictKind.COLLABORATION,
            self._say("recusal_comments"),
        )

    def _amend(self, row: CaseRow) -> None:
        """Raise the mark for cooperativeness by one, with the comment that fits it."""
        answers = self._services.desk.open(row.number).answers
        old = answers.answer("international_cooperativeness")
        mark = min(10, old.mark + 1) if isinstance(old.mark, int) else 6
        new = CriterionAnswer(
            criterion=old.criterion,
            mark=mark,
            comment=self._comments.on_mark(old.criterion, mark, self._temper.writes, self._random),
            quotes=old.quotes,
        )
        self._services.signing.amend(
            row.number, answers.replaced(new), self._language_read(), self._say("amendment_reasons")
        )

    def _withdraw(self, row: CaseRow) -> None:
        self._services.signing.withdraw(row.number, self._say("withdrawal_reasons"))


def _to_nobody(progress: Progress) -> None:
    """Nobody watches."""


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
