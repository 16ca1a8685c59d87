"""Another passphrase: the old one is proved, one of the two always opens, nothing else changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.errors import (
    ExpectedFailure,
    StorageFault,
    WeakPassphrase,
    WrongPassphrase,
)
from reviewer_app.models.backups import Reason, verified_counts
from reviewer_app.models.keyring import RememberedKey
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import open_vault
from reviewer_app.services.backups import BackupKept
from reviewer_app.services.passphrase import Passphrase
from tests.builders.desk import CHEAP, PASSPHRASE, ADesk, a_desk
from tests.builders.keyrings import MemoryKeyring
from tests.builders.killing import killed_at
from tests.unit.models.disks import fill_disk, small_disk

pytestmark = pytest.mark.campaign

__all__ = ["small_disk"]

NEW = "nine arches over the river"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path) as desk:
        yield desk


def passphrase_of(desk: ADesk, keyring: MemoryKeyring | None = None) -> Passphrase:
    return Passphrase(
        Keys(desk.store.folder),
        cost=CHEAP,
        find_copy=lambda profile: RememberedKey(profile, lambda: keyring),
    )


def opens_with(desk: ADesk, *passphrases: str) -> list[str]:
    opening = []
    for each in passphrases:
        try:
            assert open_vault(desk.store.folder, each) == desk.vault
        except WrongPassphrase:
            continue
        opening.append(each)
    return opening


def test_the_new_one_opens_the_same_keys_and_the_old_one_none(desk: ADesk):
    assert passphrase_of(desk).change(PASSPHRASE, NEW)
    assert opens_with(desk, PASSPHRASE, NEW) == [NEW]


def test_the_old_one_is_proved_first(desk: ADesk):
    with pytest.raises(WrongPassphrase):
        passphrase_of(desk).change("not the passphrase", NEW)
    with pytest.raises(WeakPassphrase):
        passphrase_of(desk).change(PASSPHRASE, "short")
    assert opens_with(desk, PASSPHRASE, NEW) == [PASSPHRASE]


def test_backups_made_before_open_as_before(desk: ADesk):
    kept = desk.services.at_rest.backups.keep(Reason.ASKED)
    assert isinstance(kept, BackupKept)
    passphrase_of(desk).change(PASSPHRASE, NEW)
    key = open_vault(desk.store.folder, NEW).database_key
    assert verified_counts(kept.backup.path, key).packets == 1


def test_the_keyrings_copy_is_written_anew_where_there_is_one(desk: ADesk):
    keyring = MemoryKeyring()
    assert passphrase_of(desk, keyring).change(PASSPHRASE, NEW, renew_copy=True)
    assert keyring.kept == {}
    copy = RememberedKey(desk.vault.profile, lambda: keyring)
    copy.remember(desk.vault.database_key)
    assert passphrase_of(desk, keyring).change(NEW, PASSPHRASE, renew_copy=True)
    assert copy.recall() == desk.vault.database_key


def test_a_full_disk_leaves_the_old_one(small_disk: Path):
    with a_desk(small_disk) as desk:
        fill_disk(small_disk)
        with pytest.raises(ExpectedFailure):
            passphrase_of(desk).change(PASSPHRASE, NEW)
        assert opens_with(desk, PASSPHRASE, NEW) == [PASSPHRASE]


def test_a_disk_that_gives_back_something_else_is_told(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
):
    """The keys as they were are put back."""
    replace = Path.replace

    def lying(path: Path, target: Path) -> Path:
        moved = replace(path, target)
        if NEW in written:
            written.remove(NEW)
            content = moved.read_bytes()
            moved.write_bytes(content[:-9] + b"A" * 9)
        return moved

    written = [NEW]
    monkeypatch.setattr(Path, "replace", lying)
    with pytest.raises(StorageFault):
        passphrase_of(desk).change(PASSPHRASE, NEW)
    assert opens_with(desk, PASSPHRASE, NEW) == [PASSPHRASE]


@pytest.mark.parametrize(
    ("step", "before"),
    [
        ("vault.seal_with_passphrase", False),
        ("vault.write_atomically", True),
        ("disk.os.fsync", False),
        ("disk.Path.replace", True),
        ("disk.Path.replace", False),
        ("disk.flush_folder", True),
        ("vault.write_atomically", False),
    ],
)
def test_killed_at_any_step_one_of_the_two_opens(desk: ADesk, step: str, before: bool):
    script = f"""
from pathlib import Path
from reviewer_app.models.keys import Keys
from reviewer_app.services.passphrase import Passphrase
from tests.builders.desk import CHEAP
folder = Path({str(desk.store.folder)!r})
Passphrase(Keys(folder), cost=CHEAP).change({PASSPHRASE!r}, {NEW!r})
"""
    killed_at(f"reviewer_app.models.{step}", script, before=before)
    assert len(opens_with(desk, PASSPHRASE, NEW)) == 1
