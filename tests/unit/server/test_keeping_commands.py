"""What the commands that keep a server say of files that will not do: what, where, what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from central_server.cli.main import main
from central_server.cli.words.failures.system import system_sentence
from central_server.clock import moment
from review_protocol.documents.text import Language
from tests.builders.documents import NOW
from tests.builders.server import PASSPHRASE, ServerFolder


class Keeper:
    """Types commands about the server in a folder."""

    def __init__(self, folder: ServerFolder, capsys):
        self.folder = folder
        self._capsys = capsys

    def types(self, *words, lang="en", home: Path | None = None):
        argv = ["--home", str(home or self.folder.path), "--lang", lang, *map(str, words)]
        code = main(argv, clock=lambda: moment(NOW))
        self.said, self.complained = self._capsys.readouterr()
        return code

    @property
    def last(self):
        """The sentence without what was said of progress before it."""
        return self.complained.splitlines()[-1]


@pytest.fixture
def keeper(folder, capsys, monkeypatch) -> Keeper:
    monkeypatch.setenv("CENTRAL_ROOT_PASSPHRASE", PASSPHRASE)
    return Keeper(folder, capsys)


@pytest.fixture
def packed(keeper, tmp_path):
    """A backup in one file, without the keys."""
    target = tmp_path / "review.tar"
    assert keeper.types("backup", target) == 0
    return target


def restores(keeper, backup, tmp_path, *more, root="root.key"):
    words = ("restore", backup, "--root-key", tmp_path / root, *more)
    return keeper.types(*words, home=tmp_path / "new")


def test_a_backup_without_keys_is_named_itself(keeper, packed, tmp_path):
    assert restores(keeper, packed, tmp_path) == 1
    assert keeper.last.startswith(f"{packed} was made without the server's keys: give")
    assert not (tmp_path / "new").exists()


def test_the_wrong_passphrase_of_a_packed_backup_names_it(keeper, tmp_path, monkeypatch):
    monkeypatch.setenv("CENTRAL_BACKUP_PASSPHRASE", "one of them")
    packed = tmp_path / "review.tar"
    assert keeper.types("backup", packed, "--with-keys") == 0
    monkeypatch.setenv("CENTRAL_BACKUP_PASSPHRASE", "another one")
    assert restores(keeper, packed, tmp_path) == 1
    assert keeper.last.startswith(f"This passphrase does not open the keys in {packed}: ")


def test_a_root_key_that_is_not_there_is_told(keeper, packed, tmp_path):
    assert restores(keeper, packed, tmp_path, root="elsewhere.key") == 1
    assert keeper.last.startswith(f"{tmp_path / 'elsewhere.key'} cannot be read, or there is no")


@pytest.mark.parametrize("command", ["verify", "restore"])
def test_a_backup_that_is_not_there_is_told(keeper, tmp_path, command):
    missing = tmp_path / "missing.tar"
    if command == "verify":
        assert keeper.types("verify", "--backup", missing) == 1
    else:
        assert restores(keeper, missing, tmp_path) == 1
    assert keeper.complained == (
        f"{missing}: there is no such backup; give the folder or .tar that `backup` made.\n"
    )


def test_of_a_damaged_backup_the_command_that_tells_more_is_named(keeper, tmp_path):
    assert keeper.types("backup", tmp_path / "kept") == 0
    (backup,) = (tmp_path / "kept").iterdir()
    with (backup / "central.db").open("ab") as database:
        database.write(b"?")
    assert restores(keeper, backup, tmp_path, "--new-keys") == 1
    assert "(1 problem) and was not used: `verify --backup` lists" in keeper.last
    assert keeper.types("verify", "--backup", backup) == 1
    assert keeper.complained.splitlines() == [
        "  the database is damaged (SHA-256)",
        "1 thing is not right: do not rely on this backup, and make a new one.",
    ]


@pytest.mark.parametrize("name", ["review.txt", "review.zip", "there.json"])
def test_a_backup_under_the_name_of_a_file_is_not_made(keeper, tmp_path, name):
    (tmp_path / "there.json").write_text("mine")
    before = sorted(path.name for path in tmp_path.iterdir())
    assert keeper.types("backup", tmp_path / name) == 1
    assert keeper.complained.startswith(f"{tmp_path / name} is no folder, and a backup in one")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_who_does_not_ask_is_told_before_anything_else(keeper, packed, tmp_path):
    assert restores(keeper, packed, tmp_path, "--new-keys") == 0
    words = ("confirm-restore", "--yes", "--let-in", "d-nobody")
    assert keeper.types(*words, home=tmp_path / "new") == 1
    assert keeper.said == ""
    assert keeper.complained.startswith("d-nobody does not ask to come back: nothing was confirmed")


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (errno.ENOENT, "stick/a: there is no such file or folder", "stick/a：没有该文件或文件夹"),
        (errno.EEXIST, "stick/a exists already, and nothing is", "stick/a 已存在，不会覆盖"),
        (errno.ENOTDIR, "stick/a: a file stands where a folder", "stick/a：应为文件夹的位置"),
        (errno.EPERM, "stick/a is closed to this user", "当前用户无权访问 stick/a"),
        (errno.EDQUOT, "The disk of stick/a is full", "stick/a 所在磁盘已满"),
        (errno.ELOOP, "stick/a cannot be used (", "无法使用 stick/a（"),
    ],
)
def test_what_the_system_refuses_is_said_in_our_words(number, english, chinese):
    error = OSError(number, os.strerror(number), "stick/a")
    for language, sentence in ((Language.EN, english), (Language.ZH, chinese)):
        assert system_sentence(error, "home", language).startswith(sentence)
    nameless = OSError(number, os.strerror(number))
    assert "home" in system_sentence(nameless, "home", Language.EN)
