"""A slip of the passphrase and a damaged page are never taken for one another."""

from pathlib import Path

import pytest

from reviewer_app.errors import DamagedProfile, WrongPassphrase
from reviewer_app.models.vault import PROFILE_FILE
from reviewer_app.opening import open_desk
from tests.builders.desk import PASSPHRASE, a_desk, some_answers

pytestmark = pytest.mark.campaign

PAGE = 4096
SLIP = PASSPHRASE + "x"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a desk with drafts, closed."""
    folder = tmp_path_factory.mktemp("sound")
    with a_desk(folder, cases=2) as desk:
        for number in desk.numbers:
            desk.services.scoring.keep(number, some_answers(6))
    files = (folder / "profile").iterdir()
    return {path.name: path.read_bytes() for path in files if path.is_file()}


@pytest.fixture
def profile(sound: dict[str, bytes], tmp_path: Path) -> Path:
    for name, content in sound.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def harm(path: Path, at: int) -> None:
    """One bit is another one."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def read_everything(folder: Path) -> None:
    desk = open_desk(folder, PASSPHRASE)
    try:
        with desk.store.read() as connection:
            tables = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).scalars()
            for table in tables.all():
                connection.exec_driver_sql(f'SELECT * FROM "{table}"').all()
    finally:
        desk.store.close()


def test_a_page_of_the_database(profile: Path, sound: dict[str, bytes], told):
    """Each of a number of pages, the first and the last among them."""
    pages = len(sound["desk.db"]) // PAGE
    found = 0
    for page in sorted({0, 1, 2, pages // 3, pages // 2, pages - 2, pages - 1}):
        (profile / "desk.db").write_bytes(sound["desk.db"])
        harm(profile / "desk.db", page * PAGE + 100)
        with pytest.raises(WrongPassphrase):
            open_desk(profile, SLIP)
        try:
            read_everything(profile)  # a page that is free, or of an index alone, is not read
        except DamagedProfile as damaged:
            found += 1
            if page == 0:
                told(damaged)
    assert found >= 4
    (profile / "desk.db").write_bytes(sound["desk.db"])
    read_everything(profile)


def test_the_file_of_the_keys(profile: Path, sound: dict[str, bytes], told):
    """Any place of what is sealed: damage with the right passphrase and with a wrong one."""
    whole = sound[PROFILE_FILE]
    begin = whole.index(b'"keys":"') + 8
    sealed = range(begin + 40, whole.index(b'"', begin) - 4)
    with pytest.raises(WrongPassphrase) as slip:
        open_desk(profile, SLIP)
    for at in (sealed[0], sealed[len(sealed) // 2], sealed[-1]):
        (profile / PROFILE_FILE).write_bytes(whole)
        content = bytearray(whole)
        content[at] = ord("B") if content[at] == ord("A") else ord("A")
        (profile / PROFILE_FILE).write_bytes(content)
        for passphrase in (PASSPHRASE, SLIP):
            with pytest.raises(DamagedProfile) as damaged:
                open_desk(profile, passphrase)
        assert told(damaged.value) != told(slip.value)
    (profile / PROFILE_FILE).write_bytes(whole)
    read_everything(profile)
