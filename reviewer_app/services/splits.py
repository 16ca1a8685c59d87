"""What proves that a server's record contradicts itself, saved for those who look into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.canonical import to_base64
from reviewer_app.errors import StorageFault
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.facts import FactName, fact_of

_FILES = {
    FactName.CHECKPOINT: "record-known.txt",
    FactName.SPLIT: "record-shown-later.txt",
    FactName.TRUST: "trust-known.json",
    FactName.SPLIT_TRUST: "trust-shown-later.json",
}
_README = """Two records of one server

record-known.txt is the newest record of the server's log that this computer had verified, and
record-shown-later.txt is one that the same key signed and that does not go on from it. Both are
signed notes in the form of C2SP. No honest server signs two such notes. trust-known.json, and
trust-shown-later.json where there is one, are the lists of keys that the root signed;
root-key.txt is the root's public key, base64.

同一台服务器的两份记录

record-known.txt是本计算机已核验过的服务器日志的最新记录，record-shown-later.txt由同一把密钥签署，
却不是前者的延续。两份都是C2SP形式的签名记录。诚实的服务器不会签署这样的两份记录。
trust-known.json和（如有）trust-shown-later.json是由根密钥签署的密钥清单；
root-key.txt是根密钥的公钥（base64）。
"""


def shared_files(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """The known record, the list of keys and the root's key, each by the name of its file."""
    for name in (FactName.CHECKPOINT, FactName.TRUST):
        content = fact_of(connection, name)
        if content is not None:
            yield _FILES[name], content
    root = fact_of(connection, FactName.ROOT_KEY)
    if root is not None:
        yield "root-key.txt", (to_base64(root) + "\n").encode("ascii")


def write_evidence(target: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a new folder, some of them in folders of their own; answers the folder.

    Raises DiskFull, FolderReadOnly, StorageFault (also where the folder is there already).
    """
    if target.exists():
        raise StorageFault(target, "it is there already")
    with disk_failures(target):
        target.mkdir()
        for name, content in files.items():
            (target / name).parent.mkdir(exist_ok=True)
            (target / name).write_bytes(content)
    return target


def save_split(connection: Connection, folder: Path, now: datetime) -> Path:
    """Write both records and the keys into a new folder inside `folder`; answers that folder.

    Raises DiskFull, FolderReadOnly, StorageFault (also where the folder is there already).
    """
    files = dict(shared_files(connection))
    for name in (FactName.SPLIT, FactName.SPLIT_TRUST):
        content = fact_of(connection, name)
        if content is not None:
            files[_FILES[name]] = content
    files["README.txt"] = _README.encode("utf-8")
    return write_evidence(folder / f"two-records-{now:%Y%m%d-%H%M%S}", files)
