"""Counterparts at one height whatever the width, the faces and the texts; laid out in no time."""

import time
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Kind
from reviewer_app.ui.kit.fonts import READING_PX
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.reading.arrangement import Arrangement, Face, Mode
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.prepared import Block, BlockKind, PaneRow, Prepared, Side
from reviewer_app.ui.reading.typography import Typography
from tests.ui.reading.room import EN, ZH

PAIRS = 160
MOST_MS = 50.0
CHINESE = "项目覆盖6个国家（地区），共部署LoRaWAN网关1,280台：中国412台、埃塞俄比亚331台。"
ENGLISH = "The project covers six countries (regions) with 1,280 LoRaWAN gateways: 412 in China. "


def prepared_of(texts):
    """Two sides of paragraphs that are each other's counterparts; None for a missing one."""
    blocks, rows = {ZH: [], EN: []}, []
    for pair in texts:
        row = []
        for language, text in zip((ZH, EN), pair, strict=True):
            side = blocks[language]
            row.append((len(side),) if text is not None else ())
            if text is not None:
                at = len(side)
                seams = tuple(i for i in range(len(text) - 1) if text[i] in "盖署关国亚" and i % 2)
                side.append(
                    Block(text, BlockKind.PARAGRAPH, Element.BACKGROUND, at, language, at, 0, seams)
                )
        rows.append(PaneRow(*row, Kind.SAME))
    sides = {
        language: Side(language, tuple(side), "\n".join(block.text for block in side))
        for language, side in blocks.items()
    }
    return Prepared(sides, tuple(rows), {}, (ZH, EN))


@pytest.fixture(scope="module")
def pair(qapp):
    """One pair of panes for all."""
    apply_theme(QApplication.instance(), LIGHT)
    made = PanePair()
    made.resize(900, 640)
    made.show()
    deliver()
    yield made
    made.close()
    made.deleteLater()
    deliver()


def deliver():
    """What Qt has promised is done."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settled(pair):
    """Lines for the width that the panes have now."""
    deliver()
    pair._settle()


def baselines(pair, language):
    setting = pair.panes[language].setting()
    return [top + style.ascent for top, style in zip(setting.tops, setting.styles, strict=True)]


def apart(pair, prepared):
    """By how many pixels the first lines of counterparts stand apart at most."""
    zh, en = baselines(pair, ZH), baselines(pair, EN)
    return max(
        (abs(zh[row.zh[0]] - en[row.en[0]]) for row in prepared.rows if row.zh and row.en),
        default=0.0,
    )


words = st.one_of(
    st.none(),
    st.builds(
        lambda text, times: (text * times)[:600],
        st.sampled_from([CHINESE, ENGLISH]),
        st.integers(1, 6),
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40),
)
faces = st.builds(Face, st.integers(*READING_PX))


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    texts=st.lists(st.tuples(words, words).filter(any), min_size=1, max_size=12),
    zh=faces,
    en=faces,
    width=st.integers(480, 1600),
    left=st.sampled_from(Language),
    spaced=st.booleans(),
)
def test_counterparts_stand_at_one_height(pair, texts, zh, en, width, left, spaced):
    prepared = prepared_of([(CHINESE, ENGLISH), *texts])  # an element's titles are always there
    before = {side: prepared.sides[side].text for side in (ZH, EN)}
    pair.resize(width, 640)
    pair.show_case(prepared, Arrangement(), None)
    how = Arrangement(left=left, zh=zh, en=en, spaced=spaced)
    for before_it in (Mode.STACKED, Mode.FOCUS, Mode.FREE):
        for mode in (before_it, Mode.ALIGNED):
            pair.show_arrangement(how.in_mode(mode))
            settled(pair)
        assert apart(pair, prepared) < 1
    for side in (ZH, EN):
        assert pair.panes[side].document().toRawText().replace("\u2029", "\n") == before[side]


def test_every_line_is_as_high_as_its_language_wants():
    for language, least, most in ((ZH, 1.60, 1.75), (EN, 1.45, 1.55)):
        for px in range(READING_PX[0], READING_PX[1] + 1):
            line = Typography(language, Face(px)).styles[BlockKind.PARAGRAPH].line
            assert least - 0.5 / px <= line / px <= most + 0.5 / px


@pytest.mark.parametrize("language", [ZH, EN])
def test_a_full_line_has_about_forty_chinese_or_eighty_latin_letters(pair, language):
    text = {ZH: "网" * 400, EN: ENGLISH * 8}[language]
    pair.resize(2400, 640)
    texts = (text, "…") if language is ZH else ("…", text)
    pair.show_case(prepared_of([texts]), Arrangement(mode=Mode.FREE), None)
    settled(pair)
    line = pair.panes[language].document().firstBlock().layout().lineAt(0)
    assert line.textLength() in {ZH: range(38, 42), EN: range(70, 86)}[language]


def test_a_hundred_and_sixty_pairs_are_laid_out_again_in_fifty_milliseconds(pair):
    prepared = prepared_of([(CHINESE * 2, ENGLISH * 3)] * PAIRS)
    pair.resize(1000, 640)
    pair.show_case(prepared, Arrangement(), None)
    settled(pair)
    spent = []
    changes = ((900, 17), (1100, 18), (1000, 16), (950, 20), (950, 20))
    for width, px in changes:
        if (width, px) == changes[-1]:  # the last is a change of mode
            pair.show_arrangement(Arrangement(Mode.STACKED, zh=Face(px)))
            settled(pair)
        pair.resize(width, 640)
        deliver()
        begun = time.thread_time()
        pair.show_arrangement(Arrangement(zh=Face(px)))
        settled(pair)
        spent.append((time.thread_time() - begun) * 1000)
        assert apart(pair, prepared) < 1
    assert median(spent) < MOST_MS
    assert max(spent) < 2 * MOST_MS, spent
