"""What the panel's list shows: which part is asked for, how it opened, whether it is checked."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.services.panel.listed_rows import Listing, ListQuery

EVERYTHING = ListQuery()


@dataclass(frozen=True, slots=True)
class ListState:
    """`query` is what is asked for, `listing` the list as it opened last: None before it was
    looked for (`is_open`), and where none is kept that this person may see."""

    query: ListQuery = EVERYTHING
    listing: Listing | None = None
    is_open: bool = False
    is_checking: bool = False
