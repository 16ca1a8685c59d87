"""The server's record as this desk has read it: one's devices in it, and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from reviewer_app.models import quotes
from reviewer_app.models.facts import FactName, fact_of, text_of
from reviewer_app.models.log_tree import leaf_hashes, leaves_read, own_leaves
from reviewer_app.models.others_schema import collected, expert
from reviewer_app.services.device_rows import Listed, RecordLook
from reviewer_app.services.splits import shared_files, write_evidence
from reviewer_app.sync.trust import kept_checkpoint

_README = """What contradicts the record of a server

record-known.txt is the newest record of the server's log that this computer has verified, a
signed note in the form of C2SP; record-leaves.txt has the hashes of the leaves that it has read,
one a line, whose tree after RFC 6962 is that record's. In packets/ lies what others signed: each
names, under "checkpoint", size and root of a record that its computer had verified, and the
leaves here have another root at that size. Each packet comes with its certificate and its
receipt. It is its signer's word: either that computer or the server did not tell the truth; the
signer's own computer may still have the note that the server signed.
answer.json, where it is there, is a list of leaves that the server signed and that does not add
up to record-of-the-answer.txt.
trust-known.json is the list of keys that the root signed; root-key.txt the root's public key.

与服务器记录相矛盾的内容

record-known.txt是本计算机已核验过的服务器日志的最新记录（C2SP形式的签名记录）；record-leaves.txt
逐行列出已读取的日志条目的散列值，按RFC 6962构成的树即为该记录。packets/中是他人签署的签署件：每个
签署件在“checkpoint”一项中写明其计算机核验过的记录的大小和根，而此处的条目在该大小上的根与之不同。
每个签署件附有证书和回执。这是签署者的说法：不是那台计算机，就是服务器，没有如实显示；签署者本人的
计算机上可能仍有服务器签署的记录。
answer.json（如有）是服务器签署的条目清单，与record-of-the-answer.txt不符。
trust-known.json是由根密钥签署的密钥清单；root-key.txt是根密钥的公钥。
"""


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What was read in the log about this person's devices; `certified` says when, by key id.
    `whole` is whether all was read that the known checkpoint holds."""

    certified: Mapping[str, str]
    revoked: frozenset[str]
    whole: bool

    def standing(self, kid: str, *, listed: bool) -> Listed:
        """How the server's own list fits to what was read."""
        if not self.whole:
            return Listed.UNREAD
        if listed:
            return Listed.AGREES if kid in self.certified else Listed.NOT_LOGGED
        in_use = kid in self.certified and kid not in self.revoked
        return Listed.LEFT_OUT if in_use else Listed.AGREES


def own_record(connection: Connection) -> OwnRecord:
    """What was read in the log whose checkpoint is known."""
    note = text_of(connection, FactName.CHECKPOINT)
    if note is None:
        return OwnRecord({}, frozenset(), False)
    log = kept_checkpoint(note)
    leaves = own_leaves(connection, log.origin)
    return OwnRecord(
        {each.kid: each.received for each in reversed(leaves) if not each.revokes},
        frozenset(each.kid for each in leaves if each.revokes),
        0 < log.size <= leaves_read(connection, log.origin),
    )


def record_look(connection: Connection) -> RecordLook:
    """How far it was read, and what contradicts it."""
    note = text_of(connection, FactName.CHECKPOINT)
    log = None if note is None else kept_checkpoint(note)
    leaves = 0 if log is None else leaves_read(connection, log.origin)
    return RecordLook(
        leaves=leaves,
        whole=log is not None and 0 < log.size <= leaves,
        unfit=fact_of(connection, FactName.UNFIT) is not None,
        fitting=quotes.fitting(connection),
        contradicting=len(quotes.contradicting(connection)),
        unsaved=quotes.unsaved(connection),
    )


def save_record(connection: Connection, folder: Path, now: datetime) -> Path:
    """Save all that contradicts the record, and the record; answers the new folder.

    Raises DiskFull, FolderReadOnly, StorageFault (also where the folder is there already).
    """
    files = dict(shared_files(connection)) | dict(_contradictions(connection))
    files["README.txt"] = _README.encode("utf-8")
    return write_evidence(folder / f"other-record-{now:%Y%m%d-%H%M%S}", files)


def _contradictions(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """Files by their names."""
    note = text_of(connection, FactName.CHECKPOINT)
    if note is not None:
        hashes = leaf_hashes(connection, kept_checkpoint(note).origin)
        lines = [hashes[at : at + 32].hex() for at in range(0, len(hashes), 32)]
        yield "record-leaves.txt", "".join(f"{each}\n" for each in lines).encode("ascii")
    for name, file in ((FactName.UNFIT, "answer"), (FactName.UNFIT_TO, "record-of-the-answer")):
        content = fact_of(connection, name)
        if content is not None:
            yield file + (".json" if name is FactName.UNFIT else ".txt"), content
    for number, quote in enumerate(quotes.contradicting(connection), start=1):
        asked = select(collected.c.envelope, collected.c.receipt, expert.c.certificate)
        asked = asked.join(expert, expert.c.kid == collected.c.kid)
        row = connection.execute(asked.where(collected.c.id == quote.packet)).first()
        if row is not None:
            stem = f"packets/{number:04d}"
            yield f"{stem}-packet.json", row.envelope
            yield f"{stem}-certificate.json", row.certificate
            yield f"{stem}-receipt.tlog-proof", row.receipt.encode("utf-8")
