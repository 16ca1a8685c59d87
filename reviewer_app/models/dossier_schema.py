"""The tables of what a panel's member is told beside the packets that they may see."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from reviewer_app.models.schema import metadata

# Leaves of packets that this person is not shown: the links of chains of which others are shown.
withheld_leaf = Table(
    "withheld_leaf",
    metadata,
    Column("leaf", Integer, primary_key=True),
    Column("packet", Text, nullable=False),
    Column("kid", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("receipt", Text, nullable=False),
)

# What was offered as a packet and did not verify: it counts nowhere, and is told.
unproved = Table(
    "unproved",
    metadata,
    Column("leaf", Integer, primary_key=True),
    Column("kid", Text),  # as it says itself; None where it says none
    Column("doubt", Text, nullable=False),
)
DOSSIER = (withheld_leaf, unproved)
