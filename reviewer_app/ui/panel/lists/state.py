"""What the face of the lists shows: which list, what follows from it, and minima asked beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from review_protocol.documents.text import Area
from reviewer_app.services.panel.proposed_rows import ProposedList, ProposedLists, UnderMinima


class Which(StrEnum):
    CASEBOOK = "casebook"
    OUTSTANDING = "outstanding"
    LONG_LIST = "long_list"


@dataclass(frozen=True, slots=True)
class ListsState:
    """`lists` is None until they are computed, and where no rule file proposes any."""

    lists: ProposedLists | None = None
    which: Which = Which.CASEBOOK
    minima: Mapping[Which, Mapping[Area, int]] = field(default_factory=dict)
    is_proposing: bool = False

    @property
    def shown(self) -> ProposedList | None:
        """The list in front; None for the long list, and without any."""
        if self.lists is None or self.which is Which.LONG_LIST:
            return None
        return self.lists.casebook if self.which is Which.CASEBOOK else self.lists.outstanding

    @property
    def asked(self) -> Mapping[Area, int]:
        """The minima of the list in front, above 0."""
        return {area: least for area, least in self.minima.get(self.which, {}).items() if least}

    @property
    def beside(self) -> UnderMinima | None:
        """What these minima would change; None where none are asked."""
        shown = self.shown
        return None if shown is None or not self.asked else shown.with_minima(self.asked)

    def may_grow(self, area: Area) -> bool:
        """Whether one more of this area can be asked for."""
        shown = self.shown
        if shown is None or sum(self.asked.values()) >= shown.target:
            return False
        many = next((each.among for each in shown.areas if each.group == area), 0)
        return self.asked.get(area, 0) < many
