"""The log in the database: entries, tiles, checkpoints, receipts, and the copy kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from central_server.failures import LogNotTrusted
from central_server.files import write_whole
from central_server.store.rows import add_rows
from central_server.store.schema import checkpoint as checkpoint_table
from central_server.store.schema import leaf as leaf_table
from central_server.store.schema import tile as tile_table
from central_server.store.store import Store
from review_protocol.documents.answers import LogView
from review_protocol.documents.leaf import read_entry
from review_protocol.failures import BadSignature, MalformedLogText, ProtocolFailure, UnsignedNote
from review_protocol.keys import SigningKey
from review_protocol.translog import (
    EMPTY_ROOT,
    Checkpoint,
    MerkleTree,
    NoteSigner,
    Receipt,
    WaitingTiles,
    leaf_hash,
    open_checkpoint,
    parse_note,
    receipt_texts,
    sign_checkpoint,
)

_LAST = select(func.max(leaf_table.c.position))
_NEWEST_NOTE = select(checkpoint_table.c.note).order_by(checkpoint_table.c.size.desc()).limit(1)
_CHECKPOINTS = insert(checkpoint_table)
_THERE = (tile_table.c.level == bindparam("of_level"), tile_table.c.position == bindparam("at"))
_TILE = select(tile_table.c.hashes).where(*_THERE)
_TILE_GOES, _TILE_COMES = delete(tile_table).where(*_THERE), insert(tile_table)


class SqlTiles(WaitingTiles):
    """Tiles as rows."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def _kept(self, level: int, index: int) -> bytes:
        place = {"of_level": level, "at": index}
        found: bytes | None = self._connection.execute(_TILE, place).scalar()
        return found or b""

    def _keep(self, changed: Mapping[tuple[int, int], bytes]) -> None:
        places = [{"of_level": level, "at": index} for level, index in changed]
        self._connection.execute(_TILE_GOES, places)
        self._connection.execute(
            _TILE_COMES,
            [
                {"level": level, "position": index, "hashes": hashes}
                for (level, index), hashes in changed.items()
            ],
        )


@dataclass(slots=True)
class Appended:
    """A group of entries in the log, and the checkpoint that covers them."""

    tree: MerkleTree
    first: int
    entries: Sequence[bytes]
    note: str

    def receipt(self, position: int) -> str:
        """The receipt of one of the group's entries, as text."""
        return self.receipts([position])[0]

    def receipts(self, positions: Sequence[int]) -> list[str]:
        """The receipts of several of them, in the given order."""
        proofs = self.tree.inclusion_proofs(positions)
        return receipt_texts(
            Receipt(self.entries[position - self.first], position, proof, self.note)
            for position, proof in zip(positions, proofs, strict=True)
        )


@dataclass(slots=True)
class OpenGroup:
    """A transaction that collects entries; each gets its position at once."""

    connection: Connection
    first: int
    entries: list[bytes] = field(default_factory=list)
    _put_off: list[Callable[[], None]] = field(default_factory=list)

    def add(self, entry: bytes) -> int:
        """Put an entry behind the others, and answer the position that it will have."""
        self.entries.append(entry)
        return self.first + len(self.entries) - 1

    def put_off(self, write: Callable[[], None]) -> None:
        """Have rows written before another unit of work begins that may read them; the unit that
        puts them off writes them when it has its receipts at the latest."""
        self._put_off.append(write)

    def catch_up(self) -> None:
        """Write what was put off."""
        while self._put_off:
            self._put_off.pop(0)()


class Log:
    """One log under its origin: appended to only inside a given transaction."""

    def __init__(self, origin: str, signing_key: SigningKey, copy: Path) -> None:
        self._origin = origin
        self._signer = NoteSigner(origin, signing_key)
        self._copy = copy

    @property
    def origin(self) -> str:
        return self._origin

    def open_group(self, connection: Connection) -> OpenGroup:
        """Begin a group in a writing transaction."""
        return OpenGroup(connection, log_size(connection))

    def append(self, group: OpenGroup) -> Appended:
        """Write the group's entries, its tiles, and one checkpoint over all of it."""
        connection, entries = group.connection, group.entries
        tiles = SqlTiles(connection)
        tree = MerkleTree(tiles, group.first)
        tree.append([leaf_hash(entry) for entry in entries])
        if entries:
            tiles.flush()
            positions = range(group.first, tree.size)
            add_rows(
                connection,
                leaf_table,
                [
                    {"position": position, "entry": entry}
                    for position, entry in zip(positions, entries, strict=True)
                ],
            )
            note = sign_checkpoint(Checkpoint(self._origin, tree.size, tree.root()), self._signer)
            connection.execute(_CHECKPOINTS, {"size": tree.size, "note": note})
        else:
            note = newest_note(connection) or self._empty_note()
        return Appended(tree, group.first, tuple(entries), note)

    @contextmanager
    def appending(self, store: Store) -> Iterator[OpenGroup]:
        """One act in a transaction of its own: what `add` was given is appended on leaving, then
        committed, then the checkpoint is copied.

        Raises LogNotTrusted before anything is written: a database that went back would otherwise
        grow past the copy, and two logs would have been given away under one name.
        """
        with store.write() as connection:
            self.check(connection)
            group = self.open_group(connection)
            yield group
            appended = self.append(group)
        if appended.entries:
            self.keep_copy(appended.note)

    def keep_copy(self, note: str) -> None:
        """Write the checkpoint beside the database: flushed, then put in place.

        An operator's command may append while the server runs; the copy never goes back.
        """
        kept = self._read_copy()
        if kept is None or kept.size <= Checkpoint.parse(parse_note(note).text).size:
            write_whole(self._copy, note.encode("utf-8"))

    def check(self, connection: Connection) -> None:
        """Raises LogNotTrusted unless the log equals or extends the copy kept apart."""
        size = log_size(connection)
        try:
            kept = self._read_copy()
        except (MalformedLogText, BadSignature, UnsignedNote) as error:
            raise LogNotTrusted("the copy is damaged or of another log", None, size) from error
        if kept is None:
            if size:
                raise LogNotTrusted("the copy is missing", None, size)
            return
        if kept.size > size:
            raise LogNotTrusted("leaves are missing", kept.size, size)
        tree = MerkleTree(SqlTiles(connection), size)
        if tree.root(kept.size) != kept.root:
            raise LogNotTrusted("leaves were changed", kept.size, size)
        self._check_newest(connection, tree, kept.size)

    def view(self, connection: Connection, known: int = 0) -> LogView:
        """The newest checkpoint, and the proof that it extends the tree of `known` leaves."""
        note = self.note(connection)
        size = self._opened(note).size
        proof: tuple[bytes, ...] = ()
        if 0 < known < size:
            proof = MerkleTree(SqlTiles(connection), size).consistency_proof(known)
        return LogView(checkpoint=note, consistency=tuple(each.hex() for each in proof))

    def receipts(self, connection: Connection, positions: Sequence[int]) -> tuple[str, ...]:
        """Receipts of any entries of the log, against its newest checkpoint."""
        if not positions:
            return ()
        note = self.note(connection)
        tree = MerkleTree(SqlTiles(connection), self._opened(note).size)
        rows = connection.execute(
            select(leaf_table).where(leaf_table.c.position.in_(set(positions)))
        )
        entries = {row.position: row.entry for row in rows}
        proofs = tree.inclusion_proofs(positions)
        return tuple(
            receipt_texts(
                Receipt(entries[each], each, proof, note)
                for each, proof in zip(positions, proofs, strict=True)
            )
        )

    def note(self, connection: Connection) -> str:
        """The newest checkpoint as a signed note."""
        return newest_note(connection) or self._empty_note()

    def _check_newest(self, connection: Connection, tree: MerkleTree, kept: int) -> None:
        note = newest_note(connection)
        try:
            newest = self._opened(note or "")
        except (MalformedLogText, BadSignature, UnsignedNote) as error:
            raise LogNotTrusted("its checkpoint is not its own", kept, tree.size) from error
        if (newest.size, newest.root) != (tree.size, tree.root()):
            raise LogNotTrusted("its checkpoint does not fit its leaves", kept, tree.size)

    def _read_copy(self) -> Checkpoint | None:
        if not self._copy.exists():
            return None
        try:
            return self._opened(self._copy.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise MalformedLogText("checkpoint", "not UTF-8") from error

    def _opened(self, note: str) -> Checkpoint:
        return open_checkpoint(note, [self._signer.verifier])

    def _empty_note(self) -> str:
        return sign_checkpoint(Checkpoint(self._origin, 0, EMPTY_ROOT), self._signer)


def log_size(connection: Connection) -> int:
    """The number of leaves."""
    newest = connection.execute(_LAST).scalar()
    return 0 if newest is None else newest + 1


def last_time(connection: Connection) -> str | None:
    """The time in the newest leaf, None before the first, or where it says none."""
    newest = select(leaf_table.c.entry).order_by(leaf_table.c.position.desc()).limit(1)
    entry = connection.execute(newest).scalar()
    try:
        return None if entry is None else read_entry(entry).received
    except ProtocolFailure:
        return None  # `verify` tells of it


def newest_note(connection: Connection) -> str | None:
    """The newest checkpoint's note, None before the first leaf."""
    note: str | None = connection.execute(_NEWEST_NOTE).scalar()
    return note
