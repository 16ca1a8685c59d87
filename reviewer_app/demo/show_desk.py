"""For the album: the desk's search and filters, the practice case, one's marks looked over."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractButton

from reviewer_app.demo.hands import click, type_into
from reviewer_app.demo.stage import Stage
from reviewer_app.ui.desk.found_list import FoundList
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.menu_chip import MenuChip
from reviewer_app.ui.overview.view import OverviewView
from reviewer_app.ui.reading.criterion_card import CriterionCard
from reviewer_app.ui.reading.last_questions import LastQuestions
from reviewer_app.ui.reading.practice.commentary_view import CommentaryView
from reviewer_app.ui.reading.view import ReadingView

_WORDS, _NONSENSE = "学校", "zzyzx"
_JUDGED = {
    "conceptual_fit": (7, "The area fits: one network, and the text keeps to it."),
    "international_cooperativeness": (6, "What each of the three partners does is told."),
    "benefits": (5, "Useful to those who are reached; nothing is said of how many are not."),
}


def show_desk(stage: Stage) -> None:
    """What one can do at the desk before anything is scored; the desk again in the end."""
    chips = stage.hands.all(MenuChip, within=stage.hands.the(DeskView))
    countries = next(each for each in chips if each.text().startswith("Country"))
    stage.picture_opened("desk-filters", partial(click, countries))
    _search(stage)
    _practise(stage)


def _search(stage: Stage) -> None:
    hands = stage.hands
    field = hands.the(SearchField, within=hands.the(DeskView))
    type_into(field, _WORDS)
    hands.until(lambda: bool(hands.the(FoundList).rows), "hits")
    stage.picture("desk-search")
    type_into(field, _NONSENSE)
    stage.settle()
    stage.picture("desk-search-empty")
    field.clear()
    field.textEdited.emit("")
    stage.settle()


def _practise(stage: Stage) -> None:
    hands = stage.hands
    hands.press("Practice case", within=hands.the(DeskView))
    view = hands.the(ReadingView)
    hands.the(CriterionCard)
    stage.settle()
    for card in hands.all(CriterionCard):
        mark, comment = _JUDGED[card.code]
        digits = {each.text(): each for each in card.score.findChildren(QAbstractButton)}
        click(digits[str(mark)])
        type_into(card.comment, comment)
    last = hands.the(LastQuestions)
    click(last.levels[1])
    click(last.options[1])
    stage.settle()
    stage.picture("practice")
    hands.press("Compare with the commentary", within=view)
    commentary = hands.the(CommentaryView)
    stage.picture("practice-commentary")
    hands.press("To the desk", within=commentary)
    hands.the(DeskView)
    stage.settle()


def show_overview(stage: Stage) -> None:
    """From the desk, and back to it."""
    hands = stage.hands
    hands.press("Look over your marks", within=hands.the(DeskView))
    view = hands.the(OverviewView)
    hands.until(lambda: bool(view.table.rows), "one's own marks")
    stage.settle()
    stage.picture("overview")
    hands.press("Back to the desk", within=view)
    hands.the(DeskView)
    stage.settle()
