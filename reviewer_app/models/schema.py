"""The desk's tables: documents as their bytes, and beside them columns for looking up.

Those of the cases, of other people and devices, and of the log are beside, in `case_schema`,
`others_schema` and `log_schema`: the list of cases is there without them.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

# Facts of which there is one each: deployment, server address, person, trust, known checkpoint …
fact = Table(
    "fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# Received documents that are kept as they came: envelopes (trust, certificate, manifest, release)
# and bodies (programme, rubric, rules).
document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("taken_at", Text, nullable=False),
    Index("document_kind", "kind"),
)

# What the secretariat told this person, as envelopes. `origin` is that of the log at the time:
# a restored server counts anew from what it knows. One that contradicts another is kept too.
notice = Table(
    "notice",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("origin", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("case_number", Text),
    Column("in_reply_to", Text),
    Column("issued", Text, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("contradicts", Integer, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("read_at", Text),
    Index("notice_number", "origin", "number"),
    Index("notice_case", "case_number"),
)

alignment = Table(
    "alignment",
    metadata,
    Column("key", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# What stands declared: the newest signed declaration of each case, and the packet that holds it.
declared = Table(
    "declared",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("headers_hash", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("conflict", Text),
    Column("comment", Text, nullable=False),
    Column("packet", Text, ForeignKey("packet.id"), nullable=False),
)

# Append-only: nothing typed is overwritten. The newest revision of a case is its draft.
draft_revision = Table(
    "draft_revision",
    metadata,
    Column("revision", Integer, primary_key=True, autoincrement=True),
    Column("case_number", Text, nullable=False),
    Column("case_hash", Text, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("marks", Text, nullable=False),  # JSON: the marks in the order of the answers
    Column("missing", Integer, nullable=False),
    Column("parent", Integer),  # the revision that an undo goes back to
    Column("kept_at", Text, nullable=False),
    Index("draft_case", "case_number", "revision"),
    sqlite_autoincrement=True,
)

# This device's chains, and the packets on them. A packet's row is the packet: triggers forbid
# changing or deleting it.
packet = Table(
    "packet",
    metadata,
    Column("entry", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("chain", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("case_number", Text),
    Column("marks", Text),  # of a score or an amendment, as in draft_revision
    Column("envelope", LargeBinary, nullable=False),
    Column("signed_at", Text, nullable=False),
    Index("packet_chain", "chain", "seq", unique=True),
    Index("packet_case", "case_number"),
)

DELIVERY_STATES = ("signed", "sending", "received")

# The outbox: what became of each packet. This changes, the packet does not.
delivery = Table(
    "delivery",
    metadata,
    Column("packet", Text, ForeignKey("packet.id"), primary_key=True),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try", Text),
    Column("disposition", Text),
    Column("receipt", Text),
    Column("leaf", Integer),
    Column("changed_at", Text, nullable=False),
    Column("standing", Integer),  # the leaf by which the disposition stands, in the log that stands
    CheckConstraint(f"state IN {DELIVERY_STATES}"),
    CheckConstraint("(state = 'received') = (receipt IS NOT NULL)"),
    Index("delivery_state", "state"),
)

# Receipts of a log that another one followed: of packets, and of this device's certificate.
past_receipt = Table(
    "past_receipt",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("receipt", Text, nullable=False),
    Column("leaf", Integer, nullable=False),
)
