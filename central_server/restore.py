"""Makes a server out of a backup: the same people and packets, and a new log that goes on from
the backup's leaves, because what was given away since cannot be contradicted under the old name.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, bindparam, select, update

from central_server.backup_reading import BackupIsWrong, BackupRecord, opened_backup, verify_backup
from central_server.failures import ServerFailure
from central_server.files import sync_folder
from central_server.home import Home, ServerKeys, require_vacant
from central_server.log import Log, last_time, newest_note
from central_server.restored import begin_restored
from central_server.root_records import keep_record, next_number, open_root, require_root
from central_server.signing_anew import answer_anew, sign_all_anew
from central_server.store import schema
from central_server.store.store import Store, open_store
from central_server.trusts import open_trusts, succeed
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.people import KeyPurpose, Trust
from review_protocol.envelope import Envelope
from review_protocol.keys import Randomness, SigningKey
from review_protocol.opening import sealed

_AT_ONCE = 1000
_ORIGIN = re.compile(r"(.*/log/)([0-9]{1,9})")
KeysFor = Callable[[Path], ServerKeys | None]
"""From a backup's folder to the server's private keys, None where they are lost."""


@dataclass(eq=False)
class CannotRestore(ServerFailure):
    """Nothing was restored."""

    path: Path
    reason: Literal["keys", "write"]


@dataclass(frozen=True, slots=True)
class Restored:
    """A server that goes on: its new log's origin, from which leaf, and by which document."""

    origin: str
    size: int
    trust_number: int
    made: str
    record: Path
    """The new trust document, kept beside the root key."""


def restore(
    backup: Path,
    home_path: Path,
    root_key_path: Path,
    passphrase: str,
    *,
    keys_for: KeysFor,
    now: str,
    randomness: Randomness = secrets.token_bytes,
    tell: Callable[[int, int], None] = lambda done, all: None,
) -> Restored:
    """Make the folder of a server that goes on from a backup; the backup stays as it is.

    All is built beside the folder and put in place at the end. The root signs the next trust
    document, which is kept beside its key so that no number is ever signed twice. Raises
    HomeExists, CannotUseRoot, CannotRead, BackupIsWrong, CannotRestore, CannotKeepRecord.
    """
    require_vacant(home_path)
    root = open_root(root_key_path, passphrase)
    with ExitStack() as undo:
        place = _place(home_path)
        undo.callback(shutil.rmtree, place, ignore_errors=True)
        folder, record = undo.enter_context(opened_backup(backup, place))
        checked = verify_backup(folder, tell=tell)
        if not checked.right:
            raise BackupIsWrong(backup, checked)
        require_root(root, root_key_path, record.deployment)
        try:
            home = _copied(folder, place / "home")
            done = _go_on(home, record, root, root_key_path, keys_for(folder), now, randomness)
            if home_path.exists():
                home_path.rmdir()
            os.rename(home.path, home_path)
            sync_folder(home_path.parent)
        except OSError as error:
            raise CannotRestore(home_path, "write") from error
    return done


def _place(home_path: Path) -> Path:
    """A folder beside it to build in."""
    try:
        home_path.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{home_path.name}-", dir=home_path.parent))
    except OSError as error:
        raise CannotRestore(home_path, "write") from error


def next_origin(origin: str, steps: int = 1) -> str:
    """The name of the log that many steps on: …/log/1 becomes …/log/2."""
    match = _ORIGIN.fullmatch(origin)
    if match is None:
        return f"{origin}/log/{1 + steps}"
    return f"{match[1]}{int(match[2]) + steps}"


def _copied(folder: Path, path: Path) -> Home:
    """The backup's database and files; without its keys, and without its checkpoint."""
    home = Home(path)
    home.create()
    shutil.copyfile(folder / home.database.name, home.database)
    home.database.chmod(0o600)
    for source in (folder / "blobs").iterdir():
        shutil.copyfile(source, home.blobs / source.name)
        (home.blobs / source.name).chmod(0o600)
    return home


def _go_on(
    home: Home,
    backup: BackupRecord,
    root: SigningKey,
    root_key_path: Path,
    kept: ServerKeys | None,
    now: str,
    randomness: Randomness,
) -> Restored:
    """New log key, next trust document, and the first leaf of the new log."""
    fresh = ServerKeys.generate(randomness)
    store = open_store(home.database_url)
    try:
        with store.read() as connection:
            last = open_trusts(connection)[-1].document
            note = newest_note(connection)
            now = max(now, last_time(connection) or now)
        _require_keys(home, last, kept)
        base = fresh if kept is None else kept
        keys = ServerKeys(base.server, fresh.log, base.intake)
        number = next_number(root_key_path, last.number)
        origin = next_origin(last.origin, number - last.number)
        trust = sealed(_succession(last, keys, number, origin, note, now), root)
        _begin_log(home, store, keys, trust, origin, backup.made, now)
    finally:
        store.close()
    home.save_keys(keys)
    record = keep_record(root_key_path, number, trust.to_bytes())
    return Restored(origin, backup.size, number, backup.made, record)


def _require_keys(home: Home, last: Trust, kept: ServerKeys | None) -> None:
    """Keys that are given must be those that the root vouched for."""
    if kept is None:
        return
    for each in kept.trusted():
        if each.purpose is not KeyPurpose.LOG and last.key_for(each.purpose) != each.key:
            raise CannotRestore(home.path, "keys")


def _succession(
    last: Trust, keys: ServerKeys, number: int, origin: str, note: str | None, now: str
) -> Trust:
    """The next trust document: keys of the server, log and intake that are not in use go, for what
    they signed has been signed anew; who has them speaks for nobody any more."""
    escrow = tuple(each for each in last.keys if each.purpose is KeyPurpose.ESCROW)
    return Trust(
        deployment=last.deployment,
        number=number,
        origin=origin,
        keys=escrow + keys.trusted(),
        last_good=note,
        issued=now,
    )


def _give_receipts_anew(connection: Connection, log: Log) -> None:
    """Receipts of the new log for all packets, at the places that they had: a desk or a chair that
    has only the newest trust document can verify them. What was given away stays good."""
    table = schema.packet
    positions = connection.execute(select(table.c.leaf).order_by(table.c.leaf)).scalars().all()
    for at in range(0, len(positions), _AT_ONCE):
        some = positions[at : at + _AT_ONCE]
        texts = log.receipts(connection, some)
        connection.execute(
            update(table)
            .where(table.c.leaf == bindparam("position"))
            .values(receipt=bindparam("text")),
            [
                {"position": position, "text": text}
                for position, text in zip(some, texts, strict=True)
            ],
        )


def _begin_log(
    home: Home, store: Store, keys: ServerKeys, trust: Envelope, origin: str, made: str, now: str
) -> None:
    """Under the new name the old leaves stay, and the restore is the first leaf behind them."""
    log = Log(origin, keys.log, home.checkpoint)
    with store.write() as connection:
        succeed(connection, trust)
        *_, last, new = (each.document.number for each in open_trusts(connection))
        begin_restored(connection, made=made, now=now, times=new - last)
        sign_all_anew(connection, keys.server)
        group = log.open_group(connection)
        act = ActLeaf(type="act/1", act="restore", subject=trust.document_id, received=now)
        group.add(act.entry())
        appended = log.append(group)
        _give_receipts_anew(connection, log)
        answer_anew(connection, log)
    log.keep_copy(appended.note)
    with store.read() as connection:
        log.check(connection)
