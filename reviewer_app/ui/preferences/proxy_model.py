"""The way through a proxy: as the system says, none, or an address of one's own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from reviewer_app.errors import ExpectedFailure
from reviewer_app.sync.proxies import ProxyChoice, ProxyMode
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.preferences.proxy_state import ProxyEntry, ProxyState
from reviewer_app.ui.stateful import Stateful


class KeepsProxy(Protocol):
    """The part of the service `HandIn` that the preferences need."""

    def proxy(self) -> ProxyChoice: ...
    def use_proxy(self, choice: ProxyChoice) -> None: ...


class ProxyModel(Stateful[ProxyState]):
    """Two of the three ways are kept at once; an address when it is whole."""

    def __init__(self, handin: KeepsProxy, database: Lane) -> None:
        super().__init__(ProxyState())
        self._handin = handin
        self._database = database

    def refresh(self) -> None:
        """Read what stands."""
        self._database.run(self._handin.proxy, owner=self, done=self._read, failed=self._fail)

    def choose(self, mode: ProxyMode) -> None:
        """Look at a way; what needs no address stands at once."""
        self._show(replace(self._state, mode=mode, wrong_port=False, done=False, failure=None))
        if mode is not ProxyMode.ADDRESS:
            self._keep(replace(self._state.kept, mode=mode))

    def enter(self, entry: ProxyEntry) -> None:
        """Keep the address that was typed, where it is one."""
        place = address_of(entry)
        if place is None:
            self._show(replace(self._state, wrong_port=True, done=False))
            return
        host, port = place
        password = self._state.kept.password if entry.password is None else entry.password
        user = entry.user.strip()
        self._keep(ProxyChoice(ProxyMode.ADDRESS, host, port, user, password if user else ""))

    def _keep(self, choice: ProxyChoice) -> None:
        work = partial(self._handin.use_proxy, choice)
        self._database.run(
            work, owner=self, done=partial(self._was_kept, choice), failed=self._fail
        )

    def _read(self, choice: ProxyChoice) -> None:
        self._show(ProxyState(kept=choice, mode=choice.mode))

    def _was_kept(self, choice: ProxyChoice, _nothing: None) -> None:
        self._show(ProxyState(kept=choice, mode=choice.mode, done=True))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, failure=error, done=False))


def address_of(entry: ProxyEntry) -> tuple[str, int] | None:
    """Host and port of what was typed, also of "host:port" and "http://host:port/"."""
    text, port = entry.address.strip(), entry.port.strip()
    text = text.removeprefix("http://").rstrip("/")
    host, colon, more = text.rpartition(":")
    if colon and not port and more.isdigit() and "@" not in host:
        text, port = host, more
    text = text.strip("[]")
    fits = text and not any(each in text for each in "/@ ") and port.isascii() and port.isdigit()
    if not fits or not 0 < int(port[:9]) < 65536:
        return None
    return text, int(port[:9])
