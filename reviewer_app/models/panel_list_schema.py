"""The tables of the panel's list: what was computed of collected packets, kept to be paged."""

from __future__ import annotations

from sqlalchemy import REAL, Column, Integer, Table, Text

from reviewer_app.models.schema import metadata

# What the list rests on: one row, while there is a list.
panel_list = Table(
    "panel_list",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("sight", Text, nullable=False),  # what decides who may see it
    Column("inputs", Text, nullable=False),  # what it was computed from
    Column("made_at", Text, nullable=False),
    Column("grounds", Text, nullable=False),  # JSON
)

# Where a case stands; `entry` counts in the order of their numbers. Narrow: sorting reads it all.
panel_case = Table(
    "panel_case",
    metadata,
    Column("entry", Integer, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("area", Text, nullable=False),
    Column("countries", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("withheld", Integer, nullable=False),
    Column("divided", Integer, nullable=False),
    Column("outcome", Text),
    Column("place", Integer),
    Column("raw_place", Integer),
    Column("error", REAL),
    Column("rank_low", Integer),
    Column("rank_high", Integer),
    Column("chance_best", REAL),
    Column("zone_best", Text),
    Column("chance_listed", REAL),
    Column("zone_listed", Text),
)

# The figures of the composite ("overall") and of each criterion.
panel_figure = Table(
    "panel_figure",
    metadata,
    Column("measure", Text, primary_key=True),
    Column("entry", Integer, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("mean", REAL),
    Column("adjusted", REAL),
    Column("median", REAL),
    Column("lowest", REAL),
    Column("highest", REAL),
    Column("sd", REAL),
    Column("cannot_judge", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# What a row says beside, and the words by which it is found.
panel_words = Table(
    "panel_words",
    metadata,
    Column("entry", Integer, primary_key=True),
    Column("content", Text, nullable=False),  # JSON
    Column("sought", Text, nullable=False),
)
