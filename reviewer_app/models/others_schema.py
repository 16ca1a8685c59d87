"""The tables of what other people signed, and this person on other devices."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reviewer_app.models.schema import metadata

# Other people's packets that a chair or a member of staff may see.
collected = Table(
    "collected",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("case_number", Text),
    Column("kid", Text, nullable=False),
    Column("disposition", Text, nullable=False),
    Column("leaf", Integer, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("receipt", Text, nullable=False),
    Column("standing", Integer),  # as of a delivery
    Column("change", Text),  # the receipt of the leaf that changed how it stands, where one did
    Index("collected_case", "case_number"),
    Index("collected_kind", "kind"),
)

# What this person signed on other devices, or on a copy of this one; and what was declared there.
other_packet = Table(
    "other_packet",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kid", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("case_number", Text),
    Column("marks", Text),
    Column("disposition", Text, nullable=False),
    Column("leaf", Integer, nullable=False),
    Column("signed_at", Text, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("receipt", Text, nullable=False),
    Column("standing", Integer),  # as of a delivery
    Index("other_packet_case", "case_number"),
)

declared_elsewhere = Table(
    "declared_elsewhere",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("headers_hash", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("leaf", Integer, nullable=False),
)

# Devices certified in this person's name, and whether the person knows them.
own_device = Table(
    "own_device",
    metadata,
    Column("kid", Text, primary_key=True),
    Column("certificate", LargeBinary),
    Column("receipt", Text),
    Column("leaf", Integer),
    Column("answer", Text),
    Column("answered_at", Text),
)

# Devices whose packets may be seen, by pseudonym.
expert = Table(
    "expert",
    metadata,
    Column("kid", Text, primary_key=True),
    Column("pseudonym", Integer),  # of those who review
    Column("certificate", LargeBinary, nullable=False),
    Column("receipt", Text, nullable=False),  # that the certificate is in the log
)

panel_assignment = Table(
    "panel_assignment",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("pseudonym", Integer, primary_key=True),
    Column("declared", Text),
)
