"""Reads a sheet back, asks which language was read, and signs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import Failure
from reviewer_app.services.desk import Desk
from reviewer_app.services.rows import ReadBack
from reviewer_app.services.signing import Signing
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.signing.state import SigningState


@dataclass(frozen=True, slots=True)
class _Signed:
    packet: str
    next_case: str | None


class SigningViewModel(QObject):
    """Moves the signing screen from state to state; `signed` carries the packet's id."""

    changed = Event(SigningState)
    signed = Event(str)
    opened: Event[None] = Event()
    """What is to be signed can be read now."""

    def __init__(self, desk: Desk, signing: Signing, lane: Lane) -> None:
        super().__init__()
        self._desk = desk
        self._signing = signing
        self._lane = lane
        self._state = SigningState()

    @property
    def state(self) -> SigningState:
        return self._state

    def open(self, number: str) -> None:
        """Read a case's sheet back."""
        self._show(SigningState(number=number))
        self._lane.run(
            partial(self._signing.read_back, number),
            owner=self,
            done=self._take,
            failed=self._fail,
        )

    def choose_language(self, language: LanguageRead) -> None:
        """The language in which the case was read."""
        self._show(replace(self._state, language=language))

    def give_reason(self, reason: str) -> None:
        """Why what was signed is amended."""
        self._show(replace(self._state, reason=reason))

    def sign(self) -> None:
        """Sign what was read back; nothing while something is missing."""
        state = self._state
        if not state.ready or state.read_back is None or state.language is None:
            return
        act: Callable[[], str] = partial(self._signing.sign, state.number, state.language)
        if state.amends:
            act = partial(
                self._signing.amend,
                state.number,
                state.read_back.answers,
                state.language,
                state.reason.strip(),
            )
        self._show(replace(state, signing=True, failure=None))
        self._lane.run(
            partial(_sign, act, self._desk), owner=self, done=self._tell, failed=self._fail
        )

    def _take(self, read_back: ReadBack) -> None:
        if read_back.row.number == self._state.number:
            self._show(replace(self._state, read_back=read_back))
            self.opened.emit(None)

    def _tell(self, signed: _Signed) -> None:
        self._show(
            replace(self._state, signing=False, packet=signed.packet, next_case=signed.next_case)
        )
        self.signed.emit(signed.packet)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, signing=False, failure=error))

    def _show(self, state: SigningState) -> None:
        self._state = state
        self.changed.emit(state)


def _sign(act: Callable[[], str], desk: Desk) -> _Signed:
    packet = act()
    return _Signed(packet, desk.overview().next_case)
