"""Writes the letters' files: mode 600, none over another, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from central_server.failures import ServerFailure
from central_server.files import write_new
from review_protocol.documents.people import InvitationLetter

_SUFFIX = ".invitation"
_NUMBERED = re.compile(rf"([0-9]{{1,9}})-.*{re.escape(_SUFFIX)}")
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


@dataclass(eq=False)
class LetterExists(ServerFailure):
    """A letter is never written over another, whose code may be good still; nobody was invited."""

    path: Path


def write_letter(path: Path, letter: InvitationLetter, undo: ExitStack) -> None:
    """Write one letter; `undo` takes it away again. Raises LetterExists, OSError."""
    try:
        write_new(path, letter.body())
    except FileExistsError as error:
        raise LetterExists(path) from error
    except OSError:
        path.unlink(missing_ok=True)
        raise
    undo.callback(path.unlink, missing_ok=True)


def write_letters(folder: Path, letters: Sequence[InvitationLetter], undo: ExitStack) -> None:
    """Write a letter each into the folder, which is made; their numbers go on from those there.

    `undo` takes them away again. Raises OSError.
    """
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        undo.callback(folder.rmdir)
    found = (_NUMBERED.fullmatch(path.name) for path in folder.iterdir())
    last = max((int(match[1]) for match in found if match), default=0)
    for number, letter in enumerate(letters, start=last + 1):
        plain = _NOT_IN_NAMES.sub("-", letter.person_name).strip("-").lower()
        name = f"{number:02}-{letter.role.value}-{plain}{_SUFFIX}"
        write_letter(folder / name, letter, undo)
