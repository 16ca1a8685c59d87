"""The central server's tables. Received bytes are kept as they came; nothing is written anew."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    func,
)

metadata = MetaData()

# Facts of which there is one each: trust envelope, current programme, rubric and rules.
fact = Table(
    "fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# Bodies of documents by their hash: programme, rubric, rules, case headers, cases.
document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

case_version = Table(
    "case_version",
    metadata,
    Column("number", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("headers", Text, ForeignKey("document.id"), nullable=False),
    Column("case_hash", Text, ForeignKey("document.id"), nullable=False),
    Column("area", Text, nullable=False),
    Column("current", Integer, nullable=False),
    Column("imported", Text, nullable=False),
    Column("declares", Text),  # a hash of what is declared on; None as in the versions before it
)

# Files of batches, encrypted once; the ciphertext lies in blobs/ under its own hash.
file = Table(
    "file",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("case_number", Text),
    Column("length", BigInteger, nullable=False),
    Column("cipher_sha256", Text, nullable=False, unique=True),
    Column("cipher_length", BigInteger, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Index("file_case", "case_number"),
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("role", Text, nullable=False),
    Column("panel", Text),
    Column("organisations", Text, nullable=False),  # JSON list of names
    Column("country", Text),
    Column("languages", Text, nullable=False),  # comma-separated
    Column("areas", Text, nullable=False),  # comma-separated, empty for all
    Column("pseudonym", Integer, unique=True),  # reviewers only
    Column("added", Text, nullable=False),
    Column("awaits_words", Integer, nullable=False, server_default="0"),  # new devices of theirs do
    Column("deputy", Integer, nullable=False, server_default="0"),  # of the chair, or of the head
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("used_kid", Text),
    Column("used", Text),
    Column("answer", LargeBinary),  # the enrolment's answer, given again to the same key
    Column("declined", Text),
    Column("decline_reason", Text),
    Column("refused_tries", Integer, nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("kid", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("signing_key", LargeBinary, nullable=False),
    Column("exchange_key", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("certificate", LargeBinary, nullable=False),  # envelope
    Column("leaf", BigInteger, nullable=False),
    Column("issued", Text, nullable=False),
    Column("revoked_from", BigInteger),  # position of the log
    Column("last_seen", Text),
    Column("awaits_words", Integer, nullable=False, server_default="0"),
    Index("device_person", "person"),
)

review_round = Table(
    "review_round",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("opens", Text, nullable=False),
    Column("closes", Text, nullable=False),
    Column("reviews_per_case", Integer, nullable=False),
    Column("file_grace_hours", Integer, nullable=False),
    Column("opened", Text),
    Column("closed", Text),
)

assignment = Table(
    "assignment",
    metadata,
    Column("round", Integer, primary_key=True),
    Column("case_number", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("country_tie", Integer, nullable=False),
    Column("made", Text, nullable=False),
    Column("leaf", BigInteger),  # of the act that gave it; None where it was given before 0006
    Index("assignment_person", "person", "round"),
)

manifest = Table(
    "manifest",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("content_digest", Text, nullable=False),  # of all but number, issued and expires
    Column("envelope", LargeBinary, nullable=False),
    Index("manifest_person", "person", "number", unique=True),
)

release = Table(
    "release",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kid", Text, ForeignKey("device.kid"), nullable=False),
    Column("manifest", Text, ForeignKey("manifest.id"), nullable=False),
    Column("cases", Text, nullable=False),  # comma-separated numbers
    Column("envelope", LargeBinary, nullable=False),
    Index("release_kid", "kid", "manifest"),
)

packet = Table(
    "packet",
    metadata,
    Column("id", Text, primary_key=True),
    Column("envelope", LargeBinary, nullable=False),
    Column("kid", Text, ForeignKey("device.kid"), nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("chain", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("prev", Text),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("case_number", Text),
    Column("round", Integer),
    Column("supersedes", Text),
    Column("received", Text, nullable=False),
    Column("disposition", Text, nullable=False),
    Column("leaf", BigInteger, nullable=False, unique=True),
    Column("receipt", Text, nullable=False),
    Column("changed", BigInteger),  # leaf of the newest change of the disposition
    Index("packet_chain", "kid", "chain", "seq"),
    Index("packet_case", "case_number", "round"),
    Index("packet_person", "person", "case_number"),
)

PLACE = func.coalesce(packet.c.changed, packet.c.leaf)
"""The leaf that says how a packet stands: its own, or the newest that changed it."""

# with what a view asks of packets, so that those outside of it are passed over unread
Index(
    "packet_place",
    PLACE,
    packet.c.round,
    packet.c.kind,
    packet.c.case_number,
    packet.c.disposition,
    packet.c.leaf,
)

# When packets had arrived that a restored server had lost, as receipts of earlier logs prove.
proved_arrival = Table(
    "proved_arrival",
    metadata,
    Column("packet", Text, primary_key=True),
    Column("origin", Text, nullable=False),  # of that log
    Column("position", BigInteger, nullable=False),  # in that log
    Column("received", Text, nullable=False),
    Column("document", Text, ForeignKey("document.id"), nullable=False),
    Index("proved_arrival_place", "origin", "position", unique=True),
)

# Notices to people, each person's numbered from 1; a notice's leaf names its id.
notice = Table(
    "notice",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("about", Text, nullable=False),
    Column("in_reply_to", Text),
    Column("envelope", LargeBinary, nullable=False),
    Index("notice_person", "person", "number", unique=True),
    Index("notice_reply", "in_reply_to"),
)

# The newest declaration of a person on a case, so that a release is one look-up.
declaration = Table(
    "declaration",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("case_number", Text, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("answer", Text, nullable=False),
    Column("packet", Text, nullable=False),
)

# The log: entries by position, 256-wide tiles of hashes by level, checkpoints by size.
leaf = Table(
    "leaf",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", LargeBinary, nullable=False),
)

tile = Table(
    "tile",
    metadata,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False),
)

checkpoint = Table(
    "checkpoint",
    metadata,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
)
