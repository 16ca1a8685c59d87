"""Milliseconds to show a case side by side, beside setting the same texts into bare text browsers.

Measured on the GUI thread, from a window that shows another case: setting both texts, all of their
lines, aligning them, and the first painting. The bare limit are two text browsers of the same size,
with the same texts and faces, laid out to the end and painted once, not aligned. `lane_ms` is what
is prepared beforehand elsewhere.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget

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
    begun = time.perf_counter()
    fill()
    for widget in painted:
        widget.repaint()
    deliver()  # what was there before is let go of
    spent = time.perf_counter() - begun
    pair.close()
    pair.deleteLater()
    deliver()
    return spent * 1000


def made_ready(case: Case) -> Prepared:
    """As the lane hands it over."""
    return prepare(case, alignments_of(case))


def measured(before: Prepared, case: Case, times: int) -> dict[str, float]:
    """Medians of opening one case after another, and their ratio."""
    alignments = alignments_of(case)
    begun = time.perf_counter()
    prepared = prepare(case, alignments)
    lane = (time.perf_counter() - begun) * 1000
    kinds = {"ours": ours, "bare": bare}
    found: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(times + 1):  # the first one of each loads faces and glyphs
        for name, once in kinds.items():
            found[name].append(once(before, prepared))
    ours_ms, bare_ms = (statistics.median(found[name][1:]) for name in kinds)
    characters = sum(len(side.text) for side in prepared.sides.values())
    return {
        "characters": characters,
        "lane_ms": round(lane, 1),
        "ms": round(ours_ms, 1),
        "bare_ms": round(bare_ms, 1),
        "ratio": round(ours_ms / bare_ms, 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    cases = {number: sample_case(number) for number in CASES}
    cases |= {name: cut_case(size) for name, size in SIZES.items()}
    with an_application():
        before = made_ready(sample_case(CASES[0]))
        figures = {name: measured(before, case, wanted.times) for name, case in cases.items()}
    for number, figure in figures.items():
        sys.stdout.write(
            f"{number:13} {figure['characters']:7,.0f} characters  {figure['ms']:6.1f} ms   "
            f"bare {figure['bare_ms']:6.1f} ms   ratio {figure['ratio']:.2f}   "
            f"beforehand {figure['lane_ms']:.1f} ms\n"
        )
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "opening", "cases": figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
