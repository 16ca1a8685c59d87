"""Keys under a passphrase: a slip is told from damage, and nothing is half written."""

import json
import os
from pathlib import Path

import pytest

from review_protocol.passphrase import Argon2Cost
from reviewer_app.errors import (
    DamagedProfile,
    FolderReadOnly,
    StorageFault,
    WeakPassphrase,
    WrongPassphrase,
)
from reviewer_app.models.vault import (
    PROFILE_FILE,
    change_passphrase,
    create_vault,
    is_profile,
    open_vault,
    profile_name,
)

CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "correct horse 电池"


def test_the_same_passphrase_opens_the_same_keys(tmp_path: Path):
    made = create_vault(tmp_path / "profile", PASSPHRASE, CHEAP)
    assert open_vault(tmp_path / "profile", PASSPHRASE) == made
    assert profile_name(tmp_path / "profile") == made.profile


def test_full_width_letters_are_the_same_passphrase(tmp_path: Path):
    made = create_vault(tmp_path, "ABC1234567890", CHEAP)
    assert open_vault(tmp_path, "ＡＢＣ１２３４５６７８９０") == made


def test_a_slip_is_a_wrong_passphrase(tmp_path: Path):
    create_vault(tmp_path, PASSPHRASE, CHEAP)
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path, PASSPHRASE + "x")


@pytest.mark.parametrize("harm", ["cut", "flipped", "emptied", "other JSON"])
def test_a_damaged_file_is_not_called_a_wrong_passphrase(tmp_path: Path, harm: str):
    create_vault(tmp_path, PASSPHRASE, CHEAP)
    file = tmp_path / PROFILE_FILE
    whole = file.read_bytes()
    flipped = json.loads(whole)
    flipped["keys"] = flipped["keys"][:200] + "AAAA" + flipped["keys"][204:]
    file.write_bytes(
        {
            "cut": whole[:-40],
            "flipped": json.dumps(flipped, separators=(",", ":"), sort_keys=True).encode(),
            "emptied": b"",
            "other JSON": b"{}",
        }[harm]
    )
    with pytest.raises(DamagedProfile):
        open_vault(tmp_path, PASSPHRASE)


def test_short_passphrases_are_refused_before_anything_is_written(tmp_path: Path):
    with pytest.raises(WeakPassphrase) as refused:
        create_vault(tmp_path, "  kurz!!!   ", CHEAP)
    assert refused.value.least == 10
    assert not is_profile(tmp_path)


def test_a_profile_is_never_written_over(tmp_path: Path):
    made = create_vault(tmp_path, PASSPHRASE, CHEAP)
    with pytest.raises(StorageFault):
        create_vault(tmp_path, PASSPHRASE, CHEAP)
    assert open_vault(tmp_path, PASSPHRASE) == made


def test_another_passphrase_opens_the_same_keys(tmp_path: Path):
    made = create_vault(tmp_path, PASSPHRASE, CHEAP)
    change_passphrase(tmp_path, made, "quite another one", CHEAP)
    assert open_vault(tmp_path, "quite another one") == made
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path, PASSPHRASE)


def test_keys_do_not_lie_in_the_file_or_in_a_printed_vault(tmp_path: Path):
    made = create_vault(tmp_path, PASSPHRASE, CHEAP)
    content = (tmp_path / PROFILE_FILE).read_bytes()
    for secret in (made.database_key, made.signing_key.seed, made.exchange_key.raw):
        assert secret not in content
        assert repr(secret) not in repr(made)


def test_the_file_is_for_its_owner_alone(tmp_path: Path):
    create_vault(tmp_path, PASSPHRASE, CHEAP)
    assert (tmp_path / PROFILE_FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_says_so(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(FolderReadOnly):
        create_vault(tmp_path, PASSPHRASE, CHEAP)
