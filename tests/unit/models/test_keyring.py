"""A convenience copy: written, read back, and never waited for."""

import threading

import pytest
from keyring.backends.fail import Keyring as FailingKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked

from reviewer_app.models.keyring import RememberedKey, system_backend

KEY = bytes(range(32))


class InMemory:
    """A keyring that keeps what it is given."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")


class Hanging(InMemory):
    """Hangs until the test lets it go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait()
        return None


def test_what_is_remembered_is_recalled_until_it_is_forgotten():
    backend = InMemory()
    copy = RememberedKey("profile", lambda: backend)
    assert copy.remember(KEY)
    assert copy.recall() == KEY
    assert RememberedKey("another", lambda: backend).recall() is None
    assert copy.forget()
    assert copy.recall() is None


@pytest.mark.parametrize("backend", [None, Locked(), NullKeyring(), FailingKeyring()])
def test_no_keyring_is_no_failure(backend):
    copy = RememberedKey("profile", lambda: backend)
    assert not copy.remember(KEY)
    assert copy.recall() is None
    assert not copy.forget() or isinstance(backend, NullKeyring)


def test_a_hanging_keyring_is_not_waited_for():
    backend = Hanging()
    copy = RememberedKey("profile", lambda: backend, patience=0.05)
    assert copy.recall() is None
    backend.let_go.set()


@pytest.mark.parametrize("kept", ["", "not hex", "00" * 31])
def test_what_is_no_key_is_not_recalled(kept: str):
    backend = InMemory()
    copy = RememberedKey("profile", lambda: backend)
    copy.remember(KEY)
    backend.kept = dict.fromkeys(backend.kept, kept)
    assert copy.recall() is None


def test_only_named_backends_are_trusted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    import keyring

    keyring.core.init_backend()
    try:
        assert system_backend() is None
    finally:
        monkeypatch.undo()
        keyring.core.init_backend()


class Lying(InMemory):
    """Says that it keeps what it is given, and keeps something else."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, "ff" * 32)


def test_a_lying_keyring_is_found_out_at_once():
    assert not RememberedKey("profile", Lying).remember(KEY)
