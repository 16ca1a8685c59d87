"""Reads what is known of one's computers, and signs what the person says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.device_rows import DeviceAnswer, DevicesLook
from reviewer_app.ui.devices.state import DevicesState
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful


class KnowsDevices(Protocol):
    """The part of the service `Devices` that the page needs."""

    def look(self) -> DevicesLook: ...
    def answer(self, kid: str, answer: DeviceAnswer) -> None: ...
    def confirm(self, mine: Sequence[str], denied: Sequence[str]) -> str: ...
    def choose(self, case: str, stands: str, reason: str = "") -> str: ...
    def sign_again(self) -> tuple[str, ...]: ...
    def save_split(self, folder: Path) -> Path: ...
    def save_record(self, folder: Path) -> Path: ...
    def understood(self) -> None: ...


class DevicesModel(Stateful[DevicesState]):
    """After each act the page is read again; what was signed is to be sent at once."""

    signed: Event[None] = Event()
    """Something was signed, and waits to be sent."""
    answered: Event[None] = Event()
    """Something was kept that needs no sending."""

    def __init__(self, devices: KnowsDevices, ask: Callable[[str], str], lane: Lane) -> None:
        """`ask` signs a question to the secretariat."""
        super().__init__(DevicesState())
        self._devices = devices
        self._ask = ask
        self._lane = lane

    def refresh(self) -> None:
        """Read it again."""
        self._lane.run(self._devices.look, owner=self, done=self._take, failed=self._fail)

    def answer(self, kid: str, answer: DeviceAnswer) -> None:
        """Say whose a computer is."""
        self._do(partial(self._devices.answer, kid, answer))

    def say(self, packet: str, *, mine: bool) -> None:
        """Say of a held packet whose it is; nothing is signed yet."""
        self._show(replace(self._state, answers={**self._state.answers, packet: mine}))

    def say_all_mine(self, _pressed: None = None) -> None:
        """All held packets are the person's own."""
        held = () if self._state.look is None else self._state.look.held
        self._show(replace(self._state, answers={each.packet: True for each in held}))

    def confirm(self, _pressed: None = None) -> None:
        """Sign what was said of the held packets."""
        state = self._state
        if state.mine or state.denied:
            self._do(partial(self._devices.confirm, state.mine, state.denied), sends=True)

    def choose(self, case: str, packet: str) -> None:
        """Sign which score counts."""
        self._do(partial(self._devices.choose, case, packet), sends=True)

    def sign_again(self, _pressed: None = None) -> None:
        """Sign once more what was held because of a copy of this desk."""
        self._do(self._devices.sign_again, sends=True)

    def tell_secretariat(self, text: str) -> None:
        """Sign a question that says this."""
        self._do(partial(self._ask, text), sends=True, asks=True)

    def save(self, folder: Path, *, split: bool) -> None:
        """Save what proves that the server's record contradicts itself, or what else does."""
        work = self._devices.save_split if split else self._devices.save_record
        self._do(partial(work, folder))

    def understood(self) -> None:
        """That the server was restored was read."""
        self._do(self._devices.understood)

    def _do(self, work: Callable[[], object], *, sends: bool = False, asks: bool = False) -> None:
        if self._state.busy:
            return
        self._show(replace(self._state, busy=True, failure=None))
        done = partial(self._did, sends=sends, asks=asks)
        self._lane.run(work, owner=self, done=done, failed=self._fail)

    def _did(self, answer: object, *, sends: bool, asks: bool) -> None:
        """An act has ended: what was signed is to be sent, and the page is read again."""
        state = replace(self._state, busy=False, asked=asks or self._state.asked)
        if isinstance(answer, Path):
            state = replace(state, saved=str(answer))
        self._show(replace(state, answers={}) if sends else state)
        (self.signed if sends else self.answered).emit(None)
        self.refresh()

    def _take(self, look: DevicesLook) -> None:
        self._show(replace(self._state, look=look))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, busy=False, failure=error))
