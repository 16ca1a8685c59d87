"""A convenience copy of the database key in the system's keyring; never the only copy of it.

Absent, locked or hanging keyrings are ordinary: every call answers in time, without a failure.
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Protocol, TypeVar

from review_protocol.keys import KEY_LENGTH

PATIENCE = 5.0
"""Seconds that a keyring is given to answer."""

_SERVICE = "reviewer-workstation"
_USABLE = {
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
}

_Answer = TypeVar("_Answer")


class Backend(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...
    def delete_password(self, service: str, username: str, /) -> None: ...


FindBackend = Callable[[], Backend | None]


def system_backend() -> Backend | None:
    """The system's keyring, only where it is one of those known to keep what they are given."""
    # slow to import, and asked for only where the person wants the convenience
    from keyring import get_keyring
    from keyring.backends.chainer import ChainerBackend

    found = get_keyring()
    for backend in found.backends if isinstance(found, ChainerBackend) else (found,):
        kind = type(backend)
        if f"{kind.__module__}.{kind.__qualname__}" in _USABLE:
            return backend
    return None


def _refusals() -> tuple[type[Exception], ...]:
    """What keyrings raise in their bad hours; the Linux ones also their bus's own errors."""
    from keyring.errors import KeyringError

    refusals: tuple[type[Exception], ...] = (KeyringError, OSError, RuntimeError, ValueError)
    if sys.platform == "linux":
        from secretstorage.exceptions import SecretStorageException

        refusals += (SecretStorageException, import_module("jeepney").DBusErrorResponse)
    return refusals


class RememberedKey:
    """The copy of one profile's database key."""

    def __init__(
        self,
        profile: str,
        find_backend: FindBackend = system_backend,
        *,
        patience: float = PATIENCE,
    ) -> None:
        """`profile` is the vault's name of the profile; `patience` is in seconds."""
        self._profile = profile
        self._find_backend = find_backend
        self._patience = patience

    def is_possible(self) -> bool:
        """Whether there is a keyring here that keeps what it is given."""
        return self._in_time(lambda _backend: True) or False

    def remember(self, database_key: bytes) -> bool:
        """Write the copy and read it back; answers whether it is really there."""

        def write(backend: Backend) -> bool:
            backend.set_password(_SERVICE, self._profile, database_key.hex())
            return backend.get_password(_SERVICE, self._profile) == database_key.hex()

        return self._in_time(write) or False

    def recall(self) -> bytes | None:
        """The copy, None where there is none to be had now; the passphrase is asked for then."""
        text = self._in_time(lambda backend: backend.get_password(_SERVICE, self._profile))
        if text is None:
            return None
        try:
            key = bytes.fromhex(text)
        except ValueError:
            return None
        return key if len(key) == KEY_LENGTH else None

    def forget(self) -> bool:
        """Delete the copy, if there is one; answers whether it is known to be gone."""

        def erase(backend: Backend) -> bool:
            with suppress(*_refusals()):  # what is not there cannot be deleted
                backend.delete_password(_SERVICE, self._profile)
            return backend.get_password(_SERVICE, self._profile) is None

        return self._in_time(erase) or False

    def _in_time(self, ask: Callable[[Backend], _Answer]) -> _Answer | None:
        answers: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()

        def run() -> None:
            answer = None
            with suppress(*_refusals()):
                backend = self._find_backend()
                answer = None if backend is None else ask(backend)
            answers.put(answer)

        # a daemon: a keyring that never answers must not keep the process alive
        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            return answers.get(timeout=self._patience)
        except queue.Empty:
            return None
