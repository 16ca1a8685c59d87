"""What proves that a server's record contradicts itself, saved for those who look into it."""

from __future__ import annotations

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


def save_split(connection: Connection, folder: Path, now: datetime) -> Path:
    """Write both records and the keys into a new folder inside `folder`; answers that folder.

    Raises DiskFull, FolderReadOnly, StorageFault (also where the folder is there already).
    """
    target = folder / f"two-records-{now:%Y%m%d-%H%M%S}"
    if target.exists():
        raise StorageFault(target, "it is there already")
    with disk_failures(target):
        target.mkdir()
        for name, file in _FILES.items():
            content = fact_of(connection, name)
            if content is not None:
                (target / file).write_bytes(content)
        root = fact_of(connection, FactName.ROOT_KEY)
        if root is not None:
            (target / "root-key.txt").write_text(to_base64(root) + "\n", encoding="ascii")
        (target / "README.txt").write_text(_README, encoding="utf-8")
    return target
