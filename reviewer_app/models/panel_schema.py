"""The tables of what a panel's people write before they sign, and of what they have read."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from reviewer_app.models.schema import metadata

# What is written and not signed: a contribution, a citation, a reason. No case: of a whole list.
panel_draft = Table(
    "panel_draft",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
)

# Contributions of others that this person has seen: for this person alone.
seen_contribution = Table(
    "seen_contribution",
    metadata,
    Column("packet", Text, primary_key=True),
)
