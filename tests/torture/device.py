"""One life of a device: the app's real services without a window, until somebody kills it.

What the services say is kept is told to the parent at once, after they said so.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import sleep

# loaded before the processes are forked, so that a life begins at once
import requests  # noqa: F401

import reviewer_app.sync.engine  # noqa: F401
from review_protocol.documents.packet import ConflictAnswer, WithdrawalPacket
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer, LanguageRead
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.demo.experts import CHEAP
from reviewer_app.errors import (
    AlreadySigned,
    AnswerCutOff,
    ConnectionStep,
    DamagedFile,
    EnrolmentForged,
    InvitationProblem,
    InvitationRefused,
    NoConnection,
    NotOurServer,
    ServerRefused,
)
from reviewer_app.models.case_list import list_cases
from reviewer_app.models.other_packets import is_any_held
from reviewer_app.models.outbox import packets_of_case
from reviewer_app.models.vault import change_passphrase, is_profile, open_vault
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.new_keys import NewKeys
from reviewer_app.services.rows import CaseState, DeclareRow
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.clock import utc_now
from reviewer_app.sync.http import Transport
from tests.torture.ground import PASSPHRASE
from tests.torture.points import BACKING_UP, LOOKING_AFTER, POINTS, RENEWING, die_at

IMPATIENT = Transport(connect_timeout=2.0, stall_timeout=0.8)
EXPECTED = (NoConnection, NotOurServer, AnswerCutOff, ServerRefused, DamagedFile)
"""What a bad network may cause; anything else is a fault."""
ENROLLING = (*EXPECTED, EnrolmentForged)
ALTERED = {InvitationProblem.UNKNOWN, InvitationProblem.TOO_MANY_TRIES}
"""What the server says of a request that was altered on its way."""
NEEDED = {point.name for point in LOOKING_AFTER}
"""Points that are reached only where the passphrase is changed."""
RENEWED = {point.name for point in RENEWING}
"""Points that are reached only where the device gives itself new keys."""
BACKED_UP = {point.name for point in BACKING_UP}
CLOCK_IS_OFF = (0, 0, 0, 0.2, -730, 730)
"""Days by which the clock of a life is wrong."""
PAUSE = 0.03  # seconds after a failure
CLOSED = {CaseState.UNDECLARED, CaseState.CONFLICT, CaseState.AWAITING_RELEASE, CaseState.RECUSED}


@dataclass(frozen=True)
class Life:
    """What one life is to do; `point` and `times` say where it ends, if the parent does not."""

    device: int
    number: int
    seed: str
    folder: Path
    server: str
    code: str
    most_packets: int
    point: str | None = None
    times: int = 1
    offline: bool = False
    """Sign as much as there is time for, and sync nothing."""
    honest: bool = False
    """To the end: deliver what is there, then return."""


def live(life: Life, parent: Connection) -> None:
    """Live; every failure that is not a bad network's is told to the parent as a fault."""
    try:
        defaults = ServerClient.__init__.__kwdefaults__
        defaults["transport"] = IMPATIENT
        NewKeys.__init__.__kwdefaults__["cost"] = CHEAP
        if life.point is not None:
            die_at(POINTS[life.point], life.times)
        Device(life, parent).live()
    except BrokenPipeError:
        return  # the parent is gone
    except BaseException:
        parent.send(("fault", f"device {life.device}: {traceback.format_exc()}"))


@dataclass
class Device:
    """A person at one device, without patience and without rest."""

    life: Life
    parent: Connection

    def live(self) -> None:
        self.random = Random(self.life.seed)
        self.backs_up = 1.0 if self.life.point in BACKED_UP else 0.1
        if not is_profile(self.life.folder):
            self.parent.send(("ready", None))
        while not is_profile(self.life.folder):
            self._try(self._enrol, ENROLLING)
        if self.life.point in NEEDED or self.random.random() < 0.1:
            self._look_after()
        shift = timedelta(days=0 if self.life.honest else self.random.choice(CLOCK_IS_OFF))
        desk = open_desk(self.life.folder, PASSPHRASE, lambda: utc_now() + shift)
        self.parent.send(("ready", None))
        with closing(desk.store):
            self._get_ready(desk)
            if self.life.honest:
                while not self._try(lambda: self._deliver_all(desk)):
                    pass
                return
            self._work(desk)

    def _enrol(self) -> None:
        enrolment = Enrolment(self.life.folder, cost=CHEAP)
        try:
            enrolment.accept(self.life.server, self.life.code, "laptop", PASSPHRASE)
        except InvitationRefused as refused:
            if refused.problem not in ALTERED:
                raise

    def _look_after(self) -> None:
        """What a person does now and then: wrap the keys anew."""
        vault = open_vault(self.life.folder, PASSPHRASE)
        change_passphrase(self.life.folder, vault, PASSPHRASE, CHEAP)

    def _get_ready(self, desk: OpenDesk) -> None:
        """Accept, download and declare, or what of it is not done yet."""
        services = desk.services
        if not services.accepting.accepted():
            name = Bilingual(zh=None, en="A Reviewer")
            self._signed(services.accepting.confirm(name, ("An Institute",), tuple(Language), ""))
        while not self._cases(desk):
            if undeclared := services.declaring.rows():
                rows = (
                    DeclareRow(row.headers, ConflictAnswer.NONE, None, "") for row in undeclared
                )
                self._signed(services.declaring.sign(tuple(rows)))
            self._try(lambda: self._sync(desk))

    def _work(self, desk: OpenDesk) -> None:
        signed = 0
        if self.life.point in RENEWED or self.random.random() < 0.05:
            desk.services.at_rest.new_keys.make(PASSPHRASE)
        while True:
            number = self.random.choice(self._cases(desk))
            if signed < self.life.most_packets:
                signed += self._review(desk, number)
                if self.random.random() < self.backs_up:
                    desk.services.at_rest.backups.keep_if_due()
            else:
                self._type(desk, number)
            while not self.life.offline and self.random.random() < 0.6:
                self._try(lambda: self._sync(desk))

    def _cases(self, desk: OpenDesk) -> list[str]:
        """The cases that can be read, of this device's own and the few that both review."""
        rows = desk.services.desk.cases()
        with desk.store.read() as connection:
            readable = {entry.number for entry in list_cases(connection) if entry.released}
        return [
            row.number
            for row in rows
            if row.state not in CLOSED
            and row.number in readable
            and is_reviewed_on(self.life.device, row.number)
        ]

    def _review(self, desk: OpenDesk, number: str) -> int:
        """Type a few changes and sign them; answers how many packets that made."""
        signing = desk.services.signing
        with desk.store.read() as connection:
            before = packets_of_case(connection, number)
        if before and before[-1].kind != WithdrawalPacket.kind and self.random.random() < 0.15:
            self._signed(signing.withdraw(number, "It was too early."))
            return 1
        answers = self._type(desk, number)
        if not before:
            try:
                self._signed(signing.sign(number, LanguageRead.BOTH))
                return 1
            except AlreadySigned:
                pass  # on the other device, as this one has learnt meanwhile
        self._signed(signing.amend(number, answers, LanguageRead.EN, "I read it once more."))
        return 1

    def _type(self, desk: OpenDesk, number: str) -> Answers:
        answers = a_sheet(self.random)
        for key in range(self.random.randint(1, 4)):
            typed = f"{self.life.device}/{self.life.number}/{self.random.getrandbits(48):x}/{key}"
            answers = answers.model_copy(update={"comment": typed})
            desk.services.scoring.keep(number, answers)
            self.parent.send(("kept", (number, typed)))
        return answers

    def _signed(self, packet: str) -> None:
        self.parent.send(("signed", packet))

    def _sync(self, desk: OpenDesk) -> None:
        desk.services.handin.sync(lambda progress: None, lambda: False)
        self.parent.send(("synced", None))
        self._say_what_is_mine(desk)

    def _say_what_is_mine(self, desk: OpenDesk) -> None:
        """What was signed with the old keys while new ones were under way."""
        with desk.store.read() as connection:
            if not is_any_held(connection):
                return
        if held := [each.packet for each in desk.services.devices.look().held]:
            self._signed(desk.services.devices.confirm(held, ()))

    def _deliver_all(self, desk: OpenDesk) -> None:
        self._sync(desk)
        if desk.services.desk.overview().waiting:
            raise NoConnection(self.life.server, ConnectionStep.ANSWER)

    def _try(
        self, act: Callable[[], None], expected: tuple[type[Exception], ...] = EXPECTED
    ) -> bool:
        try:
            act()
        except expected as failure:
            self.parent.send(("failed", type(failure).__name__))
            sleep(PAUSE)
            return False
        return True


def is_reviewed_on(device: int, number: str) -> bool:
    """Whether a case is reviewed on this device: one in eight on both, the others on one."""
    place = int(number.rpartition("-")[2])
    return place % 8 == 0 or place % 2 == device


def a_sheet(random: Random) -> Answers:
    """A whole sheet."""
    answers = Answers(recommendation=Recommendation.CASEBOOK, familiarity=2)
    for criterion in CRITERIA:
        mark = random.randint(1, 10)
        answers = answers.replaced(
            CriterionAnswer(criterion=criterion, mark=mark, comment=f"{mark}: as anchored.")
        )
    return answers
