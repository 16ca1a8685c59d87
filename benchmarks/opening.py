"""Milliseconds to show a case side by side, beside setting the same texts into bare text browsers.

Milliseconds are CPU of the GUI thread, medians of turns, from a window that shows another case. The
bare limit are two text browsers of the same size, with the same texts and faces, laid out to the
end and painted once, not aligned.

`ms`: the app's pair of panes alone: setting both texts, all of their lines, aligning them, and the
first painting. `texts_ms`: the whole reading screen of a desk, from asking for the case to its
texts painted, which it does first; `screen_ms` goes on until toolbar, outline and score sheet,
which follow in a turn of their own, are painted too, and `rest_ms` until all that comes after is
there (marks, facts, differences). What lanes do meanwhile is in none; `lane_ms` is the part that is
prepared elsewhere, by the clock.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget

from benchmarks._reading_screen import Reading, a_reading_screen
from benchmarks._window import an_application, deliver
from review_protocol.documents.case import Case, Section
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Alignment, align
from reviewer_app.reading.units import reading_text
from reviewer_app.ui.kit.bundled import bundled
from reviewer_app.ui.reading.arrangement import Arrangement
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.prepared import Prepared, prepare
from reviewer_app.ui.reading.typography import Typography

SIZES = {"2 x 12,000": 12_000, "2 x 50,000": 50_000}
"""Characters of each side, cut from the longest case of the sample in equal parts an element."""
CASES = ("WIC-2026-001", "WIC-2026-030")
LONGEST = CASES[-1]
TIMES = 9
BEFORE = "before"
"""The case that is there when another is opened."""
Figure = dict[str, float]
_SIZE = (820, 640)
_OF_THE_CASE = ("original", "elements", "entered_before")
_OF_THE_HEADERS = (
    "number",
    "name",
    "area",
    "applicant",
    "partners",
    "recommender",
    "countries",
    "illustrative",
)


def sample_case(number: str) -> Case:
    """A case of the sample programme, without its attachments and who translated it."""
    path = bundled("resources/sample_programme/cases").joinpath(number, "case.json")
    form = json.loads(path.read_text("utf-8"))
    fields = {name: form[name] for name in _OF_THE_CASE}
    headers = {name: form[name] for name in _OF_THE_HEADERS} | {"version": 1}
    without: dict[str, list[str]] = {"attachments": [], "secretariat_translations": []}
    return Case.model_validate_json(json.dumps({**fields, **without, "headers": headers}))


def cut_case(characters: int) -> Case:
    """The longest case, each side cut to so many characters; shorter where it has fewer."""
    case = sample_case(LONGEST)
    each = characters // len(Element)
    elements = {
        element.value: {
            language.value: _cut(case.elements.of(element).of(language), each)
            for language in Language
        }
        for element in Element
    }
    return case.model_copy(update={"elements": type(case.elements).model_validate(elements)})


def _cut(sections: Sequence[Section], room: int) -> tuple[Section, ...]:
    kept = []
    for section in sections:
        paragraphs = []
        for paragraph in section.paragraphs:
            paragraphs.append(paragraph[: max(room, 0)])
            room -= len(paragraph)
        paragraphs = [each for each in paragraphs if each]
        if paragraphs:
            kept.append(section.model_copy(update={"paragraphs": tuple(paragraphs)}))
    return tuple(kept)


def alignments_of(case: Case) -> dict[Element, Alignment]:
    """As they are kept beside a case that was taken in."""
    found = {}
    for element in Element:
        sections = case.elements.of(element)
        units = [reading_text(sections.of(each)).units for each in Language]
        found[element] = align(units[0], units[1])
    return found


def ours(before: Prepared, prepared: Prepared) -> float:
    """Milliseconds of opening the next case in the app's own pair of panes."""
    pair = PanePair()
    panes = [pane.viewport() for pane in pair.panes.values()]

    def show(case: Prepared) -> None:
        pair.show_case(case, Arrangement(), None)

    return _shown(pair, partial(show, before), partial(show, prepared), panes)


def bare(before: Prepared, prepared: Prepared) -> float:
    """Milliseconds of setting the same two texts into text browsers that hold others."""
    pair = QSplitter()
    browsers = {language: QTextBrowser() for language in Language}
    for browser in browsers.values():
        pair.addWidget(browser)
    fonts = {language: Typography(language).body for language in Language}

    def fill(case: Prepared) -> None:
        for language, browser in browsers.items():
            browser.document().setDefaultFont(fonts[language])
            browser.setPlainText(case.sides[language].text)
            browser.document().documentLayout().documentSize()

    viewports = [browser.viewport() for browser in browsers.values()]
    return _shown(pair, partial(fill, before), partial(fill, prepared), viewports)


def _shown(
    pair: QWidget,
    first: Callable[[], None],
    fill: Callable[[], None],
    painted: Sequence[QWidget],
) -> float:
    """Milliseconds from a window that shows a first case to the next one, painted once."""
    pair.resize(*_SIZE)
    pair.show()
    deliver()
    first()
    deliver()
    begun = time.thread_time()
    fill()
    for widget in painted:
        widget.repaint()
    deliver()  # what was there before is let go of
    spent = time.thread_time() - begun
    pair.close()
    pair.deleteLater()
    deliver()
    return spent * 1000


def made_ready(case: Case) -> Prepared:
    """As the lane hands it over."""
    return prepare(case, alignments_of(case))


def measured(reading: Reading, before: Prepared, name: str, case: Case, times: int) -> Figure:
    """Medians of opening one case after another, and their ratios."""
    alignments = alignments_of(case)
    begun = time.perf_counter()
    prepared = prepare(case, alignments)
    lane = (time.perf_counter() - begun) * 1000
    kinds: dict[str, list[float]] = {"ms": [], "bare_ms": []}
    kinds |= {"texts_ms": [], "screen_ms": [], "rest_ms": []}
    for _ in range(times + 1):  # the first one of each loads faces and glyphs
        kinds["ms"].append(ours(before, prepared))
        kinds["bare_ms"].append(bare(before, prepared))
        reading.open(BEFORE)
        took = reading.open(name)
        kinds["texts_ms"].append(took.texts)
        kinds["screen_ms"].append(took.painted)
        kinds["rest_ms"].append(took.rest)
    found = {kind: statistics.median(each[1:]) for kind, each in kinds.items()}
    return {
        "characters": sum(len(side.text) for side in prepared.sides.values()),
        "lane_ms": round(lane, 1),
        **{kind: round(each, 1) for kind, each in found.items()},
        "ratio": round(found["ms"] / found["bare_ms"], 2),
        "texts_ratio": round(found["texts_ms"] / found["bare_ms"], 2),
        "screen_ratio": round(found["screen_ms"] / found["bare_ms"], 2),
    }


def figures_of(cases: Mapping[str, Case], times: int) -> dict[str, Figure]:
    """The figures of each case, opened after the first of the sample."""
    first = sample_case(CASES[0])
    before = made_ready(first)
    with a_reading_screen({BEFORE: first, **cases}) as reading:
        return {name: measured(reading, before, name, case, times) for name, case in cases.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    cases = {number: sample_case(number) for number in CASES}
    cases |= {name: cut_case(size) for name, size in SIZES.items()}
    with an_application():
        figures = figures_of(cases, wanted.times)
    for number, figure in figures.items():
        sys.stdout.write(
            f"{number:13} {figure['characters']:7,.0f} characters  {figure['ms']:6.1f} ms   "
            f"bare {figure['bare_ms']:6.1f} ms   ratio {figure['ratio']:.2f}   texts in "
            f"the screen {figure['texts_ms']:6.1f} ms   ratio {figure['texts_ratio']:.2f}   screen "
            f"{figure['screen_ms']:6.1f} ms   ratio {figure['screen_ratio']:.2f}   "
            f"at rest {figure['rest_ms']:6.1f} ms   beforehand {figure['lane_ms']:.1f} ms\n"
        )
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "opening", "cases": figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
