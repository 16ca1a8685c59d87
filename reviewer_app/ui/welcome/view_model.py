"""From an invitation to an open desk: code, server, yes or no, passphrase, enrolment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from review_protocol.documents.people import InvitationLetter
from reviewer_app.errors import ExpectedFailure
from reviewer_app.opening import OpenDesk
from reviewer_app.services.enrolment import Enrolment, Greeting
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.screen import Lanes
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.welcome.state import Stage, WelcomeState


class WelcomeViewModel(Stateful[WelcomeState]):
    """`opened` carries the desk of the enrolled computer. No passphrase is kept in the state."""

    opened = Event(OpenDesk)

    def __init__(
        self,
        enrolment: Enrolment,
        open_desk: Callable[[str], OpenDesk],
        lanes: Lanes,
        *,
        device_name: str,
        server: str = "",
    ) -> None:
        super().__init__(WelcomeState(server=server))
        self._enrolment = enrolment
        self._open_desk = open_desk
        self._lanes = lanes
        self._device_name = device_name

    def type_code(self, code: str) -> None:
        """The code as it is being typed; a letter's server stays only with the letter's code."""
        letter = self._state.letter
        kept = letter if letter is not None and code == letter.code else None
        self._show(replace(self._state, code=code, letter=kept, failure=None))

    def type_server(self, server: str) -> None:
        self._show(replace(self._state, server=server, failure=None))

    def take_letter(self, path: Path) -> None:
        """The letter's file was dropped, chosen, or named on the command line."""
        read = partial(self._enrolment.read_letter, path)
        self._lanes.database.run(read, owner=self, done=self._take_letter, failed=self._fail)

    def meet(self) -> None:
        """Check the code, and ask the server who it is."""
        if self._state.busy or not self._state.complete:
            return
        try:
            self._enrolment.check_code(self._state.code)
        except ExpectedFailure as failure:
            self._fail(failure)
            return
        self._show(replace(self._state, busy=True, failure=None))
        ask = partial(self._enrolment.meet, self._state.server.strip(), self._state.code)
        self._lanes.network.run(ask, owner=self, done=self._met, failed=self._fail)

    def accept(self) -> None:
        """The person wants to review; what that means in full comes before anything is signed."""
        self._go(Stage.PASSPHRASE)

    def decline(self, reason: str) -> None:
        """Close the invitation; the secretariat reads the reason."""
        self._show(replace(self._state, busy=True, failure=None))
        tell = partial(
            self._enrolment.decline, self._state.server.strip(), self._state.code, reason
        )
        self._lanes.network.run(tell, owner=self, done=self._declined, failed=self._fail)

    def enrol(self, passphrase: str) -> None:
        """Make the keys, enrol this computer, and open its desk."""
        if self._state.busy:
            return
        self._show(replace(self._state, busy=True, failure=None))
        server, code = self._state.server.strip(), self._state.code

        def work() -> OpenDesk:
            self._enrolment.accept(server, code, self._device_name, passphrase)
            return self._open_desk(passphrase)

        self._lanes.network.run(work, owner=self, done=self._enrolled, failed=self._fail)

    def back(self) -> None:
        """One page back; what was typed is kept."""
        before = {Stage.PASSPHRASE: Stage.INVITATION}
        if not self._state.busy:
            self._go(before.get(self._state.stage, Stage.CODE))

    def _take_letter(self, letter: InvitationLetter) -> None:
        self._show(
            replace(
                self._state, code=letter.code, server=letter.server, letter=letter, failure=None
            )
        )

    def _met(self, _greeting: Greeting) -> None:
        self._go(Stage.INVITATION)

    def _declined(self, _nothing: None) -> None:
        self._go(Stage.DECLINED)

    def _enrolled(self, desk: OpenDesk) -> None:
        self._show(replace(self._state, busy=False))
        self.opened.emit(desk)

    def _go(self, stage: Stage) -> None:
        self._show(replace(self._state, stage=stage, busy=False, failure=None))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, busy=False, failure=error))
