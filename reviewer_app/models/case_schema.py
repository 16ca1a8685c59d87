"""The tables of the cases themselves: what is read of them, and what was begun on them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reviewer_app.models.schema import metadata

# A case of the batch. `headers` is there from the manifest, `content` from the release on.
# What lists show and sort by is derived from the documents when they are taken in.
case = Table(
    "case_entry",
    metadata,
    Column("entry", Integer, primary_key=True),  # the row of the full-text index
    Column("number", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),  # the reviewer's own random order
    Column("headers_hash", Text, nullable=False),
    Column("headers", LargeBinary, nullable=False),
    Column("case_hash", Text),
    Column("content", LargeBinary),
    Column("title_zh", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("applicant_country", Text, nullable=False),
    Column("countries", Integer, nullable=False),
    Column("joint", Integer, nullable=False),
    Column("flags", Text, nullable=False),  # comma-separated CaseFlag values
    Column("in_batch", Integer, nullable=False),
    Column("withdrawn", Text),  # when the secretariat told that its applicant withdrew it
    Index("case_area", "area"),  # stands behind the text in a row
)

# What is searched of a case, as one string and as it is searched, for showing where words stand.
searched = Table(
    "case_text",
    metadata,
    Column("entry", Integer, primary_key=True),  # that of the full-text index
    Column("kinds", Text, nullable=False),  # a line for each passage: what it is
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
)

# The texts that corrections of cases replaced: whole documents, for what was scored on them.
earlier_text = Table(
    "earlier_text",
    metadata,
    Column("case_hash", Text, primary_key=True),
    Column("number", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("replaced_at", Text),
    Index("earlier_text_number", "number"),
)

# Files of the batch, and the keys of those that have been opened for this device.
file = Table(
    "file",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("case_number", Text),
    Column("length", Integer, nullable=False),
    Column("cipher_sha256", Text, nullable=False),
    Column("cipher_length", Integer, nullable=False),
    Column("key", LargeBinary),
    Column("in_batch", Integer, nullable=False),
    Index("file_case", "case_number"),
)

# What was declared so far, before it is signed.
declaration_draft = Table(
    "declaration_draft",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("answer", Text, nullable=False),
    Column("conflict", Text),
    Column("comment", Text, nullable=False),
)

# What the reviewer says of the facts beside the score of one text, before it is signed.
facts_draft = Table(
    "facts_draft",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("case_hash", Text, nullable=False),
    Column("facts", LargeBinary, nullable=False),  # JSON: a list of StatedFact
    Column("kept_at", Text, nullable=False),
)

# How long a case was open before somebody who was there: for this person alone.
time_open = Table(
    "time_open",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("seconds", Integer, nullable=False),
)

# Differences between the languages that this person has put away: for this person alone.
dismissed = Table(
    "dismissed_difference",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("difference", Text, primary_key=True),  # the key of reading/case_comparison
)

# What this person highlighted, some with a note: for this person alone.
highlight = Table(
    "highlight",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_number", Text, nullable=False),
    Column("place", LargeBinary, nullable=False),  # JSON: a Quote
    Column("note", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("removed", Integer, nullable=False, server_default="0"),
    Index("highlight_case", "case_number"),
)

# Where the reader was in a case: JSON.
reading_place = Table(
    "reading_place",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("place", Text, nullable=False),
)
