"""The row in which a list is chosen, each with how many cases it has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.panel.lists import words
from reviewer_app.ui.panel.lists.state import ListsState, Which


class WhichRow(ChoiceRow[Which]):
    """Casebook, Outstanding Cases, and the long list where a later round counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lists: ProposedLists | None = None
        super().__init__(
            [
                Option(Which.CASEBOOK, self._casebook),
                Option(Which.OUTSTANDING, self._outstanding),
                Option(Which.LONG_LIST, self._long_list),
            ],
            value=Which.CASEBOOK,
            folds=True,
            parent=parent,
        )

    def show_choices(self, state: ListsState) -> None:
        """Draw what can be chosen, and what is."""
        self._lists = state.lists
        self.set_value(state.which)
        if state.lists is not None:
            has_long_list = state.lists.long_list is not None
            self.offer([each for each in Which if has_long_list or each is not Which.LONG_LIST])
            self.retranslate()

    def _casebook(self) -> str:
        return words.choice(Recommendation.CASEBOOK, self._places(Recommendation.CASEBOOK))

    def _outstanding(self) -> str:
        return words.choice(Recommendation.OUTSTANDING, self._places(Recommendation.OUTSTANDING))

    def _places(self, outcome: Recommendation) -> int:
        """Of the rule file, also those that somebody else decides."""
        if self._lists is None:
            return 0
        is_casebook = outcome is Recommendation.CASEBOOK
        found = self._lists.casebook if is_casebook else self._lists.outstanding
        return found.target + found.elsewhere

    def _long_list(self) -> str:
        found = None if self._lists is None else self._lists.long_list
        return words.long_choice(0 if found is None else len(found.cases))
