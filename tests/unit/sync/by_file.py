"""A desk whose operator carries files to and fro, by the server's own commands."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from central_server.cli.main import main
from review_protocol.documents.packet import ConflictAnswer
from reviewer_app.errors import FileProblem, UnusableFile
from reviewer_app.models.facts import FactName, fact_of
from reviewer_app.models.files import BLOBS_FOLDER
from reviewer_app.models.keys import Keys
from reviewer_app.services.handover import HandOver
from reviewer_app.services.preparing import Preparing
from reviewer_app.sync.file_intake import FileIntake, TakenIn
from tests.builders.server import ServerFolder
from tests.builders.tables import without_words
from tests.unit.sync.desks import Desk, midday, never

FREE = {f"n{number:03d}": ConflictAnswer.NONE for number in (1, 2, 3)}
Cancelled = Callable[[], bool]


@dataclass
class ByFile:
    """A person's desk, and the operator of the server in `folder`."""

    desk: Desk
    folder: ServerFolder
    bag: Path
    files: int = 0

    def __post_init__(self) -> None:
        keys = Keys(self.desk.store.folder, self.desk.vault)
        aids = Preparing(without_words())
        intake = FileIntake(self.desk.store, keys, aids, midday)
        self.service = HandOver(self.desk.store, intake, midday)

    def operator(self, *words: str) -> int:
        return main(["--home", str(self.folder.path), *words], clock=self.folder.clock)

    def batch(self, person: str = "reviewer", *words: str) -> Path:
        path = self._next("review-batch")
        assert self.operator("batch-file", person, "--out", str(path), *words) == 0
        return path

    def hand_in(self) -> Path:
        path = self._next("review-handin")
        self.service.save(path, self.desk.told.append, never)
        return path

    def answer(self, path: Path) -> Path:
        replies = self.bag / f"replies-{path.stem}"
        assert self.operator("intake", str(path), "--reply-dir", str(replies)) == 0
        (reply,) = replies.iterdir()
        return reply

    def take(self, *paths: Path, cancelled: Cancelled = never) -> TakenIn:
        return self.service.take_in(paths, self.desk.told.append, cancelled)

    def left(self) -> tuple[object, ...]:
        """What a file may change: files, and the facts that are learnt."""
        blobs = self.desk.store.folder / BLOBS_FOLDER
        names = (FactName.MANIFEST, FactName.TRUST, FactName.CHECKPOINT, FactName.SPLIT)
        with self.desk.store.read() as connection:
            facts = tuple(fact_of(connection, name) for name in names)
        here = sorted(path.name for path in blobs.iterdir()) if blobs.exists() else []
        receipts = tuple(packet.receipt for packet in self.desk.packets())
        return here, facts, receipts, self.desk.states()

    def written(self, content: bytes, suffix: str) -> Path:
        path = self._next(suffix)
        path.write_bytes(content)
        return path

    def _next(self, suffix: str) -> Path:
        self.files += 1
        return self.bag / f"file-{self.files}.{suffix}"


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """An archive as another program makes it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, compression)
    return stream.getvalue()


def refused(by_file: ByFile, path: Path) -> FileProblem:
    """Why a file is not taken; the desk is as it was."""
    before = by_file.left()
    with pytest.raises(UnusableFile) as failure:
        by_file.take(path)
    assert failure.value.path == path
    assert by_file.left() == before
    return failure.value.problem
