"""Other users of this machine: processes that really may not write where they may not."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds
HAN = re.compile("[一-鿿]")


@dataclass(frozen=True)
class Said:
    """What an act answered, or the failure that it ended with."""

    content: Mapping[str, object]

    @property
    def answer(self) -> dict[str, object]:
        """The act's answer; the act has to have come to its end."""
        assert "answer" in self.content, self.content
        return self.content["answer"]

    @property
    def failure(self) -> str:
        """The failure's class; its words are checked to be words on the way."""
        return class_of(self.content)


def class_of(failure: object) -> str:
    """The class of a failure that was told, after a look at its words in both languages."""
    assert isinstance(failure, dict), failure
    assert "failure" in failure, failure
    assert failure["english"].endswith((".", ")"))
    assert HAN.search(failure["chinese"])
    assert not HAN.search(failure["english"])
    return failure["failure"]


@dataclass(frozen=True)
class Person:
    """A user without any privilege, with a home of their own and read access to the code."""

    uid: int
    home: Path
    prefix: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def surroundings(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONFAULTHANDLER": "1",  # a process that crashes tells where each thread was
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "TMPDIR": str(self.home),
            **self.environment,
        }

    def command(self, *words: object) -> list[str]:
        return [*self.prefix, *(str(word) for word in words)]

    def run(self, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        return subprocess.run(
            self.command(*words),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.surroundings | more,
            cwd="/",
            timeout=PATIENCE,
            check=False,
        )

    def act(self, act: str, **facts: object) -> Said:
        """One act of the acts' modules, `module.name`; paths are given as they are."""
        given = json.dumps(facts, default=str)
        done = self.run(sys.executable, "-m", "tests.system.acting", act, given)
        assert done.returncode == 0, done.stderr
        return Said(json.loads(done.stdout.splitlines()[-1]))

    def own(self, folder: Path) -> None:
        """Give a folder and all that is in it to this person."""
        for path in (folder, *folder.rglob("*")):
            os.chown(path, self.uid, self.uid)


def a_person(uid: int, home: Path) -> Person | None:
    """Somebody who can read the code and owns `home`; None where this machine does not allow it."""
    setpriv = shutil.which("setpriv")
    if setpriv is None or os.geteuid() != 0:
        return None
    home.mkdir()
    os.chown(home, uid, uid)
    plain = (setpriv, f"--reuid={uid}", f"--regid={uid}", "--clear-groups")
    # a checkout that only root may enter: the right to read everything, and to write nothing
    reading = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
    for prefix in (plain, (*plain, *reading)):
        person = Person(uid, home, prefix)
        if person.run(sys.executable, "-c", "import reviewer_app.errors").returncode == 0:
            return person
    return None


def take_away_writing(folder: Path) -> None:
    """Nobody but root writes in the folder, not even its owner."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)


def give_back_writing(folder: Path) -> None:
    """The owner may write again."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
