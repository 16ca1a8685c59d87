"""The page of differences: found, shown in place, quoted, put away; and what a word means."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from review_protocol.documents.case import Case
from review_protocol.documents.text import Element
from reviewer_app.reading.case_comparison import Theme
from reviewer_app.reading.lexicon import Term
from reviewer_app.ui import terms
from reviewer_app.ui.kit.tip_window import hide_tip, tip_shown
from reviewer_app.ui.reading.differing.explaining import explanation
from reviewer_app.ui.reading.pane_tips import Explained
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.single_keys import NO_KEY, KeyChoice, KeyMode, SingleKey, keep_choice
from tests.ui.reading.room import EN, ZH, a_room, pane
from tests.unit.services.test_differing import with_a_slip, with_more


def with_other_countries(case: Case) -> Case:
    """A next version whose last element lists other countries in English."""
    return with_more(
        case,
        "这个项目已在肯尼亚、泰国、匈牙利和摩洛哥落地。",
        "The project works in Kenya, Thailand, Hungary and Mauritius.",
    )


@pytest.fixture(scope="module")
def shared_room(request, tmp_path_factory):
    with a_room(None, tmp_path_factory.mktemp("differences"), cases=2) as made:
        made.desk.correct(with_a_slip(made.desk.cases[0]))
        made.desk.correct(with_other_countries(made.desk.cases[1]))
        made.begin()
        yield made


@pytest.fixture
def reader(shared_room, qtbot):
    with shared_room.afresh(qtbot):
        screen = shared_room.screen(shared_room.desk.cases[0].number)
        yield screen
        screen.leave()


@pytest.fixture
def page(reader):
    reader.view.pilot.turn_to_differences()
    return reader.view.middle.differences


def text_of(screen, language) -> str:
    return pane(screen, language).document().toPlainText()


def test_a_key_leads_to_the_page_and_back(reader, qtbot):
    qtbot.keyClick(pane(reader, ZH), Qt.Key.Key_D)
    assert reader.reading.state.leaf is Leaf.DIFFERENCES
    assert reader.view.middle.differences.isVisible()
    qtbot.keyClick(reader.view, Qt.Key.Key_D)
    assert reader.reading.state.leaf is Leaf.TEXT


def test_a_difference_is_marked_in_the_text_which_stays_what_it_was(reader):
    state = reader.reading.state
    assert [each.theme for each in state.differences.left] == [Theme.MAGNITUDE]
    for language, figure in ((ZH, "3.5亿"), (EN, "35 million")):
        marked = [each.cursor.selectedText() for each in pane(reader, language).extraSelections()]
        assert figure in marked
        assert text_of(reader, language) == state.opened.prepared.sides[language].text
        tips = pane(reader, language).tips.values()
        assert any("3.5亿" in tip and "35 million" in tip for tip in tips)


def test_it_has_a_sign_in_the_margin(reader):
    for language in (ZH, EN):
        signs = pane(reader, language).setting().painting.decoration.signs
        assert list(signs.values()) == [("differs",)]


def test_other_countries_have_a_sign_a_line_and_their_names(shared_room, qtbot):
    with shared_room.afresh(qtbot):
        screen = shared_room.screen(shared_room.desk.cases[1].number)
        themes = {each.theme for each in screen.reading.state.differences.left}
        assert themes == {Theme.COUNTRIES, Theme.MISSING}  # an element is in Chinese alone
        for language, listed, signed in (
            (ZH, "肯尼亚、泰国、匈牙利和摩洛哥", 2),
            (EN, "Kenya, Thailand, Hungary and Mauritius", 1),
        ):
            there = pane(screen, language)
            assert listed in [each.cursor.selectedText() for each in there.extraSelections()]
            signs = there.setting().painting.decoration.signs
            assert list(signs.values()) == [("differs",)] * signed
            block = next(at for at in signs if "Mauritius" in there.tips[at])
            assert "Only in Chinese: Morocco. Only in English: Mauritius." in there.tips[block]
        screen.leave()


def test_it_is_put_away_and_brought_back(reader, page, shared_room, qtbot):
    (row,) = page.rows
    qtbot.mouseClick(row.put, Qt.MouseButton.LeftButton)
    shared_room.settle()
    assert reader.reading.state.differences.left == ()
    assert "3.5亿" not in [
        each.cursor.selectedText() for each in pane(reader, ZH).extraSelections()
    ]
    (row,) = page.rows
    row.put.click()
    shared_room.settle()
    assert len(reader.reading.state.differences.left) == 1


def test_both_sentences_become_evidence(reader, page):
    (row,) = page.rows
    row.attach("benefits")
    quotes = reader.scoring.state.answers.answer("benefits").quotes
    assert [quote.language for quote in quotes] == [ZH, EN]
    assert "3.5亿" in quotes[0].exact
    assert "35 million" in quotes[1].exact


@pytest.mark.parametrize(
    ("choice", "keys"),
    [
        (KeyChoice(), ["1", "2", "3"]),
        (KeyChoice(mode=KeyMode.CTRL), ["Ctrl+Shift+1", "Ctrl+Shift+2", "Ctrl+Shift+3"]),
        (KeyChoice(letters={SingleKey.ATTACH_1: "X"}), ["X", "2", "3"]),
        (KeyChoice(mode=KeyMode.OFF), [NO_KEY] * 3),
    ],
)
def test_the_menu_of_criteria_names_the_keys_as_they_are_pressed(reader, page, choice, keys):
    page.name_keys(choice)
    (row,) = page.rows
    menu = row.menu()
    said = [action.text().split("\t") for action in menu.actions()]
    menu.deleteLater()
    assert [key for _, key in said] == keys
    assert said[0][0] == f"Attach to {terms.criterion('conceptual_fit')}"


def test_keys_that_were_chosen_are_named_from_the_start(shared_room, qtbot):
    with shared_room.afresh(qtbot):
        keep_choice(shared_room.keeps, KeyChoice(letters={SingleKey.ATTACH_1: "X"}))
        screen = shared_room.screen(shared_room.desk.cases[0].number)
        screen.view.pilot.turn_to_differences()
        (row,) = screen.view.middle.differences.rows
        menu = row.menu()
        said = menu.actions()[0].text()
        menu.deleteLater()
        assert said == "Attach to Conceptual fit\tX"
        screen.leave()


def test_show_leads_to_the_place(reader, page):
    (row,) = page.rows
    row.show_place.click()
    assert reader.reading.state.leaf is Leaf.TEXT
    anchor = reader.view.middle.texts.pair.anchor()
    assert anchor is not None
    assert anchor.element is Element.BENEFITS


def test_a_chinese_figure_and_an_official_term_are_explained(reader):
    explained = reader.view.middle.texts.explaining.at
    side = reader.reading.state.opened.prepared.sides[ZH]
    block = next(at for at, each in enumerate(side.blocks) if "3.5亿" in each.text)
    at = side.blocks[block].text.index("3.5亿")
    found = explained(Pointed(ZH, block, at + 1))
    assert found == Explained("3.5亿 = 350 million = 350,000,000", at, at + 4)
    assert explained(Pointed(ZH, block, 0)) is None


@pytest.mark.parametrize(
    ("text", "language", "at", "said"),
    [
        ("the AI lab", EN, 4, True),
        ("the AI lab", EN, 3, False),
        ("the AI lab", EN, 6, False),
        ("AIs are", EN, 1, True),
        ("it was said", EN, 8, False),
        ("PAID", EN, 1, False),
        ("用人工智能来", ZH, 1, True),
        ("用人工智能来", ZH, 4, True),
        ("用人工智能来", ZH, 0, False),
        ("用人工智能来", ZH, 5, False),
    ],
)
def test_a_term_is_explained_inside_it_alone(reader, text, language, at, said):
    prepared = reader.reading.state.opened.prepared
    side = prepared.sides[language]
    sides = {
        **prepared.sides,
        language: replace(side, blocks=(replace(side.blocks[0], text=text),)),
    }
    found = explanation(
        replace(prepared, sides=sides), Pointed(language, 0, at), [Term("人工智能", "AI")]
    )
    assert (found is not None) == said
    if found is not None:
        assert text[found.start : found.end] in {"人工智能", "AI"}


def test_the_caret_is_explained_by_a_key(reader, qtbot):
    """As a tool tip, for people who use no pointer."""
    there = pane(reader, ZH)
    side = reader.reading.state.opened.prepared.sides[ZH]
    block = next(at for at, each in enumerate(side.blocks) if "3.5亿" in each.text)
    there.put_caret(Pointed(ZH, block, side.blocks[block].text.index("3.5亿") + 1))
    there.setFocus()
    qtbot.keyClick(there, Qt.Key.Key_E)
    assert tip_shown().words == "3.5亿 = 350 million = 350,000,000"
    hide_tip()
