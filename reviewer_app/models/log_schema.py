"""The desk's tables of the log: its tree as it was read, one's own leaves, others' quotes."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reviewer_app.models.schema import metadata

# The tree of each log that was read, by its origin: tiles of up to 256 hashes. Every leaf in it
# was proved to be in a checkpoint that the log signed.
log_tile = Table(
    "log_tile",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("hashes", LargeBinary, nullable=False),
)

# Leaves about this person's devices that were read in a log: certified, revoked.
own_leaf = Table(
    "own_leaf",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kid", Text, nullable=False),
    Column("revokes", Integer, nullable=False),
    Column("received", Text, nullable=False),
)

# The checkpoint that a collected packet names as the newest its signer knew. `fits` is whether
# the tree read here has that root at that size, NULL while that cannot be said.
quote = Table(
    "quote",
    metadata,
    Column("packet", Text, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("fits", Integer),
    Column("saved_at", Text),
    Index("quote_fits", "fits"),
)
