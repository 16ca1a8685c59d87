"""What the panel's list shows: which part is asked for, how it opened, whether it is checked."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.listed_rows import Listing, ListQuery

EVERYTHING = ListQuery()


@dataclass(frozen=True, slots=True)
class ListState:
    """`listing` is the list as it opened last, None before there is one; `query` is what is asked
    for, and the listing's own until that is there."""

    query: ListQuery = EVERYTHING
    listing: Listing | None = None
    is_checking: bool = False
    failure: ExpectedFailure | None = None
