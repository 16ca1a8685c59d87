"""What a screen reader hears of a case: names, the whole text, and its order."""

from collections.abc import Iterator
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QWidget

from review_protocol.documents.text import Element, Language
from reviewer_app.ui.kit.reading_order import stops
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.remembered import Room
from tests.ui.reading.room import pane

CASE = "WIC-2026-001"


@pytest.fixture
def room(one_room):
    return one_room


def text_of(widget) -> str:
    heard: QAccessibleTextInterface = QAccessible.queryAccessibleInterface(widget).textInterface()
    return heard.text(0, heard.characterCount())


def paragraphs(screen, element: Element, language: Language) -> list[str]:
    sections = screen.reading.state.opened.view.case.elements.of(element).of(language)
    return [paragraph for section in sections for paragraph in section.paragraphs]


@pytest.mark.parametrize(
    ("language", "name"),
    [(Language.ZH, f"Chinese text of {CASE}"), (Language.EN, f"English text of {CASE}")],
)
def test_a_pane_has_a_name_and_all_of_its_language(room, language, name):
    screen = room.screen(CASE)
    there = pane(screen, language)
    heard = QAccessible.queryAccessibleInterface(there)
    assert heard.text(QAccessible.Text.Name) == name
    assert heard.role() is QAccessible.Role.EditableText
    assert heard.state().readOnly
    spoken = heard.attributesInterface().attributeValue(QAccessible.Attribute.Locale)
    assert spoken.language() is QLocale(language.value).language()
    said = text_of(there)
    places = [said.index(each) for one in Element for each in paragraphs(screen, one, language)]
    assert all(one < other for one, other in pairwise(places))


def test_stacked_is_heard_in_the_order_of_the_form_each_paragraph_with_its_other(room):
    screen = room.screen(CASE)
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.STACKED))
    stack = screen.view.middle.texts.pair.shelf.stack
    heard = QAccessible.queryAccessibleInterface(stack)
    assert heard.text(QAccessible.Text.Name) == f"Chinese and English text of {CASE}"
    said = text_of(stack)
    starts = {
        (element, language): said.index(paragraphs(screen, element, language)[0])
        for element in Element
        for language in Language
    }
    for one, other in pairwise(Element):
        assert max(starts[one, each] for each in Language) < min(
            starts[other, each] for each in Language
        )
    assert all(line.strip() for line in said.splitlines())  # no filler is read out


def test_tab_goes_from_the_head_by_the_outline_to_both_panes_and_then_to_the_score(room):
    screen = room.screen(CASE)
    view = screen.view
    panes = [pane(screen, language) for language in Language]
    parts = [view.toolbar, view.outline, *panes, *view.panel.cards.values(), view.panel.foot]
    met = [
        next((place for place, part in enumerate(parts) if part in (each, *_around(each))), None)
        for each in stops(view)
    ]
    assert [place for place, _ in groupby(met) if place is not None] == list(range(len(parts)))


def _around(widget: QWidget) -> Iterator[QWidget]:
    while (widget := widget.parentWidget()) is not None:
        yield widget


def test_with_a_screen_reader_stacked_is_where_one_begins():
    assert Room(spoken=True).usual is Mode.STACKED
    assert Room().usual is Mode.ALIGNED
