"""One reviewer's desk at a real server, before a line that can be spoiled; each test has a copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from central_server.devices import find_device
from central_server.store import schema
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.score import LanguageRead
from reviewer_app.services.device_rows import KeysLook, KeysStanding
from tests.builders.desk import PASSPHRASE, some_answers
from tests.builders.panel import never, print_nothing
from tests.unit.machine.ground import Device, Running

CASES = ("WIC-2026-001", "WIC-2026-002", "WIC-2026-003")
COUNTED, REVOKED = Disposition.COUNTED, Disposition.HELD_REVOKED_KEY


@dataclass
class Rotating:
    """The laptop of a run, and what the server makes of it."""

    run: Running

    @property
    def desk(self) -> Device:
        return self.run.devices["laptop"]

    @property
    def kid(self) -> str:
        return self.desk.vault.kid

    @property
    def folder(self) -> Path:
        return self.desk.folder

    def make(self) -> None:
        self.desk.services.at_rest.new_keys.make(PASSPHRASE)

    def look(self) -> KeysLook:
        return self.desk.services.at_rest.new_keys.look()

    @property
    def standing(self) -> KeysStanding:
        return self.look().standing

    def score(self, case: str, mark: int = 7) -> str:
        self.desk.services.scoring.keep(case, some_answers(mark))
        return self.desk.services.signing.sign(case, LanguageRead.BOTH)

    def sync(self) -> None:
        self.desk.services.handin.sync(print_nothing, never)

    def again(self) -> None:
        """The app is closed and opened."""
        self.desk.close()
        self.desk.open()

    def held(self) -> dict[str, Disposition | None]:
        """What became of each packet, as this desk knows it."""
        return {each.id: each.disposition for each in self.desk.packets()}

    def counted(self) -> set[str]:
        """The packets that the server counts."""
        with self.run.server.store.read() as connection:
            packet = schema.packet.c
            asked = select(packet.id).where(packet.disposition == COUNTED.value)
            return set(connection.execute(asked).scalars())

    def is_revoked(self, kid: str) -> bool:
        with self.run.server.store.read() as connection:
            device = find_device(connection, kid)
        assert device is not None
        return device.revoked

    def is_certified(self, kid: str) -> bool:
        with self.run.server.store.read() as connection:
            return find_device(connection, kid) is not None


class Alone:
    """The laptop in a process of its own."""

    def __init__(self, desk: Device) -> None:
        self._desk = desk

    def make(self) -> None:
        self._desk.services.at_rest.new_keys.make(PASSPHRASE)

    def sync(self) -> None:
        self._desk.services.handin.sync(print_nothing, never)
