"""In focus: what only the other language has is told in its place, and a key opens it."""

import pytest
from PySide6.QtWidgets import QApplication

from review_protocol.documents.text import Element, Language
from reviewer_app.services.preparing import Preparing
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.reading.arrangement import Arrangement, Mode
from reviewer_app.ui.reading.margin_words import margin_words
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.placing import LEAST_GAP_PX
from reviewer_app.ui.reading.prepared import LACKING, prepare
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.single_keys import NO_KEY
from tests.builders.sample import the_sample
from tests.builders.tables import shipped
from tests.ui.reading.room import EN, ZH

UNTRANSLATED = "WIC-2026-019"
"""A heading and its paragraph are in Chinese only, one after the other."""


@pytest.fixture(scope="module")
def prepared():
    case = next(each for each in the_sample().cases if each.number == UNTRANSLATED)
    preparing = Preparing(shipped())
    return prepare(case, {element: preparing.alignment(case, element) for element in Element})


@pytest.fixture
def pair(qtbot, prepared):
    apply_theme(QApplication.instance(), LIGHT)
    made = PanePair()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    made.show_case(prepared, Arrangement(Mode.FOCUS, alone=EN), None)
    made._settle()
    return made


def passed(prepared):
    """The Chinese blocks that English lacks."""
    return [row.zh[0] for row in prepared.rows if row.gap in LACKING and not row.en]


def test_one_quiet_sign_stands_where_a_run_is_passed_over(pair, prepared):
    pane = pair.panes[EN]
    (box,) = pane.placed.gaps
    above, below = (pane.held.find(EN, *where) for where in _around(prepared))
    setting = pane.setting()
    assert setting.tops[above] < box.top < setting.tops[below]
    assert setting.tops[below] >= box.top + LEAST_GAP_PX
    words = margin_words(".").of_gap(box)
    assert words == "There is more in Chinese here: press “.” in the paragraph above"
    assert margin_words(NO_KEY).of_gap(box) == "There is more in Chinese here"


def test_a_key_on_the_paragraph_above_opens_the_run_and_closes_it(pair, prepared):
    pane, alone = pair.panes[EN], pair.panes[EN].toPlainText()
    above, _ = _around(prepared)
    at = Pointed(EN, prepared.sides[EN].find(*above))
    pair.open_under(at)
    pair._settle()
    opened = [pane.held.blocks[number] for number in range(len(pane.held.blocks))]
    chinese = [block.index for block in opened if pane.held.is_opened(opened.index(block))]
    assert chinese[-2:] == passed(prepared)
    assert pane.placed.gaps == []
    pair.open_under(at)
    assert pane.toPlainText() == alone


def test_what_is_looked_for_there_is_opened(pair, prepared):
    block = passed(prepared)[-1]
    pair.go_to(ZH, block)
    assert pair.panes[EN].held.number(ZH, block) is not None


def test_the_language_that_has_everything_has_no_sign(pair, prepared):
    pair.show_arrangement(Arrangement(Mode.FOCUS, alone=ZH))
    assert pair.panes[ZH].placed.gaps == []


def _around(prepared) -> tuple[tuple[Element, int], tuple[Element, int]]:
    """Element and unit of the English blocks before and after the run."""
    rows = [at for at, row in enumerate(prepared.rows) if row.gap in LACKING and not row.en]
    found = [
        next(prepared.rows[at].en[-1] for at in way if prepared.rows[at].en)
        for way in (range(rows[0], -1, -1), range(rows[-1], len(prepared.rows)))
    ]
    blocks = [prepared.sides[Language.EN].blocks[each] for each in found]
    return tuple((block.element, block.unit) for block in blocks)
