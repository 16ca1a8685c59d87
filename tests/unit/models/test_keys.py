"""Keys that were not opened by the passphrase stay sealed until it is given."""

from pathlib import Path
from secrets import token_bytes

import pytest

from review_protocol.passphrase import Argon2Cost
from reviewer_app.errors import PassphraseNeeded, WrongPassphrase
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import create_vault

PASSPHRASE = "correct horse battery"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)


def test_sealed_keys_are_opened_by_the_passphrase_alone(tmp_path: Path):
    vault = create_vault(tmp_path, PASSPHRASE, CHEAP)
    keys = Keys(tmp_path)
    with pytest.raises(PassphraseNeeded):
        keys.unsealed()
    with pytest.raises(WrongPassphrase):
        keys.unseal("correct horse battery!")
    assert keys.is_sealed()
    assert keys.unseal(PASSPHRASE) == vault
    assert keys.unsealed() == vault
    assert not keys.is_sealed()


def test_a_wrong_passphrase_does_not_seal_what_is_open(tmp_path: Path):
    vault = create_vault(tmp_path, PASSPHRASE, CHEAP)
    keys = Keys(tmp_path, vault)
    with pytest.raises(WrongPassphrase):
        keys.unseal("correct horse battery!")
    assert keys.unsealed() == vault


def test_a_locked_desk_has_no_keys_until_the_passphrase_is_given_again(tmp_path: Path):
    keys = Keys(tmp_path, create_vault(tmp_path, PASSPHRASE, CHEAP))
    keys.seal()
    assert keys.is_sealed()
    with pytest.raises(PassphraseNeeded):
        keys.unsealed()
    assert keys.unseal(PASSPHRASE) == keys.unsealed()


def test_a_desk_that_is_locked_while_new_keys_are_written_stays_locked(tmp_path: Path):
    keys = Keys(tmp_path, create_vault(tmp_path, PASSPHRASE, CHEAP))
    asked = 0

    def locked_at_last(length: int) -> bytes:
        nonlocal asked
        asked += 1
        if asked > 2:  # both keys are made, and what seals them is asked for
            keys.seal()
        return token_bytes(length)

    coming = keys.prepare(PASSPHRASE, CHEAP, locked_at_last)
    assert keys.is_sealed()
    assert keys.unseal(PASSPHRASE).coming == coming
