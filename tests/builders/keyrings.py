"""A system keyring in memory, put in place by the keyring library's own `set_keyring`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps what it is given; `locked`, it refuses as a locked one does."""

    priority = -2.0  # chosen by nobody but a test

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types there
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._require_open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._require_open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._require_open()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("nothing is kept there")

    def _require_open(self) -> None:
        if self.locked:
            raise KeyringLocked("locked")


# the app trusts only the backends of real systems, which it knows by their names
MemoryKeyring.__module__, MemoryKeyring.__qualname__ = "keyring.backends.SecretService", "Keyring"


@contextmanager
def a_system_keyring() -> Iterator[MemoryKeyring]:
    """This computer has a keyring."""
    found = MemoryKeyring()
    with _in_place(found):
        yield found


@contextmanager
def no_system_keyring() -> Iterator[None]:
    """This computer has none."""
    with _in_place(NoKeyring()):  # type: ignore[no-untyped-call]
        yield


@contextmanager
def _in_place(backend: KeyringBackend) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
