"""The bare side of a delivery: requests to an echo route, signatures, verifications, inserts."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.bindings import crypto_sign_open
from sqlcipher3 import dbapi2

_PATIENCE = 30  # seconds


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it went out."""

    method: str
    size: int


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """What a packet's signature covers, and its envelope and receipt as they are stored."""

    message: bytes
    envelope: bytes
    receipt: str


@dataclass(frozen=True, slots=True)
class BareWork:
    """The same amount of work as one delivery."""

    echo: str
    """Address of the echo route."""
    folder: Path
    sent: Sequence[Sent]
    packets: Sequence[SignedBytes]
    group: int

    def run(self, number: int) -> dict[str, float]:
        """Seconds of each part, done once; `number` names a new database."""
        private = Ed25519PrivateKey.generate()
        public = private.public_key().public_bytes_raw()
        signatures: list[bytes] = []
        bodies = [b"x" * each.size for each in self.sent]

        def ask() -> None:
            with requests.Session() as session:
                for each, body in zip(self.sent, bodies, strict=True):
                    answer = session.request(each.method, self.echo, data=body, timeout=_PATIENCE)
                    if answer.content != body:
                        raise ValueError("the echo is not what was sent")

        def sign() -> None:
            signatures.extend(private.sign(each.message) for each in self.packets)

        def verify() -> None:
            for each, signature in zip(self.packets, signatures, strict=True):
                crypto_sign_open(signature + each.message, public)

        return {
            "requests": seconds(ask),
            "signatures": seconds(sign),
            "verifications": seconds(verify),
            "inserts": self._insert(self.folder / f"bare-{number}.db"),
        }

    def _insert(self, path: Path) -> float:
        connection = dbapi2.connect(str(path), isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(
            "CREATE TABLE packet (id INTEGER PRIMARY KEY, envelope BLOB, receipt TEXT)"
        )
        rows = [(each.envelope, each.receipt) for each in self.packets]

        def insert() -> None:
            for at in range(0, len(rows), self.group):
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(
                    "INSERT INTO packet (envelope, receipt) VALUES (?, ?)",
                    rows[at : at + self.group],
                )
                connection.execute("COMMIT")

        try:
            return seconds(insert)
        finally:
            connection.close()


def cpu_seconds(pid: int) -> float:
    """CPU seconds that the living threads of a process have had, to the nanosecond (Linux)."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((each / "schedstat").read_text().split()[0]) for each in tasks) / 1e9


def seconds(work: Callable[[], None]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@dataclass(frozen=True, slots=True)
class Echo:
    """An echo route and the process that it runs in."""

    address: str
    pid: int


@contextmanager
def an_echo() -> Iterator[Echo]:
    """An echo route in a process of its own, which ends on leaving."""
    command = [sys.executable, "-m", "benchmarks._echo"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None:
                raise ValueError("the echo process has no output")
            yield Echo(process.stdout.readline().strip() + "/echo", process.pid)
        finally:
            process.terminate()
