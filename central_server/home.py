"""The server's folder: where keys, database, ciphertext and the copy of the checkpoint lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from central_server.failures import DamagedKeyFile, HomeExists, NoHome
from central_server.files import write_whole
from review_protocol.canonical import to_base64
from review_protocol.documents.people import KeyPurpose, TrustedKey
from review_protocol.failures import MalformedKey
from review_protocol.keys import ExchangeKey, Randomness, SigningKey


@dataclass(frozen=True)
class ServerKeys:
    """The private keys that `serve` needs: to sign answers, to sign the log, to open deliveries."""

    server: SigningKey
    log: SigningKey
    intake: ExchangeKey

    @classmethod
    def generate(cls, randomness: Randomness) -> ServerKeys:
        """Three new keys."""
        return cls(
            SigningKey.generate(randomness),
            SigningKey.generate(randomness),
            ExchangeKey.generate(randomness),
        )

    def trusted(self) -> tuple[TrustedKey, ...]:
        """Their public halves, as a trust document names them."""
        listed = (
            (KeyPurpose.SERVER, self.server.public.raw),
            (KeyPurpose.LOG, self.log.public.raw),
            (KeyPurpose.INTAKE, self.intake.public.raw),
        )
        return tuple(TrustedKey(purpose=purpose, key=to_base64(raw)) for purpose, raw in listed)


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one server; only its owner can read what is in it."""

    path: Path

    @property
    def keys(self) -> Path:
        return self.path / "keys"

    @property
    def blobs(self) -> Path:
        """Ciphertext of batch files, each named by the hash of its bytes."""
        return self.path / "blobs"

    @property
    def database(self) -> Path:
        return self.path / "central.db"

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.database}"

    @property
    def checkpoint(self) -> Path:
        """The copy of the last checkpoint, apart from the database."""
        return self.path / "checkpoint"

    def create(self) -> None:
        """Make the folders, mode 700; raises HomeExists where a server was founded."""
        if self.database.exists() or (self.keys / "server.key").exists():
            raise HomeExists(self.path)
        for folder in (self.path, self.keys, self.blobs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def require(self) -> None:
        """Raises NoHome where there is no founded server."""
        for needed in (self.keys / "server.key", self.database, self.blobs):
            if not needed.exists():
                raise NoHome(self.path, needed.name)

    def save_keys(self, keys: ServerKeys) -> None:
        """Write the three key files, mode 600, in hex."""
        for name, raw in (
            ("server.key", keys.server.seed),
            ("log.key", keys.log.seed),
            ("intake.key", keys.intake.raw),
        ):
            write_whole(self.keys / name, raw.hex().encode("ascii") + b"\n")

    def load_keys(self) -> ServerKeys:
        """The server's keys; raises NoHome, DamagedKeyFile."""
        return read_keys(self.keys)


def require_vacant(path: Path) -> None:
    """A server is made here, so nothing may stand here yet but an empty folder; raises HomeExists,
    OSError."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise HomeExists(path)


def read_keys(folder: Path) -> ServerKeys:
    """The three keys in a folder, as `save_keys` writes them; raises NoHome, DamagedKeyFile."""
    return ServerKeys(
        SigningKey(_raw(folder / "server.key")),
        SigningKey(_raw(folder / "log.key")),
        ExchangeKey(_raw(folder / "intake.key")),
    )


def _raw(path: Path) -> bytes:
    if not path.exists():
        raise NoHome(path.parent, path.name)
    try:
        raw = bytes.fromhex(path.read_text(encoding="ascii").strip())
        SigningKey(raw)
    except (ValueError, MalformedKey) as error:
        raise DamagedKeyFile(path) from error
    return raw
