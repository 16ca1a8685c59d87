"""A case on paper and as a PDF: both languages, one's own marks, whose copy; after a warning."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from review_protocol.documents.text import Element
from reviewer_app.reports.case_pdf import draw_case
from reviewer_app.reports.fonts import bundled_fonts
from reviewer_app.services.case_pages import CasePages
from reviewer_app.ui.reading.paper import Wanted, paper_of, quote_marks
from reviewer_app.ui.reading.print_dialog import PrintDialog, Way
from reviewer_app.ui.reading.printing import pictures_of, put_out
from reviewer_app.ui.reading.wiring import PrintWiring
from tests.ui.reading.room import EN, ZH, select

pytestmark = pytest.mark.campaign

TYPICAL, ENGLISH_ONLY = "WIC-2026-001", "WIC-2026-004"
NOON = datetime(2026, 7, 3, 12, tzinfo=UTC)


@pytest.fixture
def room(one_room):
    return one_room


def attached(room, screen):
    """Evidence in both languages."""
    prepared = screen.reading.state.opened.prepared
    for language, key in ((ZH, "conceptual_fit"), (EN, "benefits")):
        block = prepared.sides[language].find(Element.BACKGROUND, 1)
        select(screen, language, block, 3, 40)
        screen.view.pilot.attach(key)
    room.settle()
    return quote_marks(prepared, screen.scoring.state.answers)


def words_of(pdf):
    """The text of every page, as a reader of the file finds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def drawn(screen, own=(), **wanted):
    opened = screen.reading.state.opened
    paper = paper_of(opened, ZH, Wanted(**wanted), own, NOON)
    return draw_case(paper, bundled_fonts())


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("columns", [True, False])
def test_every_word_of_both_languages_is_on_the_pages(room, columns):
    screen = room.screen(TYPICAL)
    pages = words_of(drawn(screen, columns=columns))
    whole = squeezed("".join(pages))
    for side in screen.reading.state.opened.prepared.sides.values():
        for block in side.blocks:
            beginning = squeezed(block.text)[:8]
            assert beginning in whole, block.text
    assert len(pages) > 2


def test_every_page_has_number_reader_and_page(room):
    screen = room.screen(TYPICAL)
    paper = paper_of(screen.reading.state.opened, ZH, Wanted(), (), NOON)
    desk = room.desk.services.desk
    name = desk.overview().person_name
    assert name
    whole = words_of(CasePages(desk).draw(paper))
    for number, page in enumerate(whole, 1):
        assert f"Page {number} of {len(whole)}" in page
        assert squeezed(f"Confidential: copy of {name}") in squeezed(page)
        assert TYPICAL in page


def test_ones_own_marks_are_in_the_text_and_listed_at_the_end(room):
    screen = room.screen(TYPICAL)
    marks = attached(room, screen)
    assert [(mark.letter, mark.span.language) for mark in marks] == [("F", ZH), ("B", EN)]
    with_marks, without = drawn(screen, marks), drawn(screen, marks, marks=False)
    last = squeezed(words_of(with_marks)[-1])
    assert squeezed("My marks") in last
    for mark in marks:
        assert squeezed(mark.words)[:12] in last
        assert re.match(r"\d [A-Z].*, paragraph \d+ · (Chinese|English)$", mark.where)
        assert squeezed(f"{mark.about} · {mark.where}") in last
    assert squeezed("My marks") not in squeezed("".join(words_of(without)))
    teal = (0x89, 0xCA, 0xC4)
    assert any(teal in colours(page) for page in pictures_of(with_marks, 60))
    assert not any(teal in colours(page) for page in pictures_of(without, 60))


def colours(image):
    """A sample of the colours of a page."""
    return {
        image.pixelColor(x, y).getRgb()[:3]
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    }


def test_fonts_are_in_the_file_and_the_same_case_gives_the_same_bytes(room):
    screen = room.screen(TYPICAL)
    pdf = drawn(screen)
    assert pdf == drawn(screen)
    assert b"/FontFile2" in pdf
    assert b"Helvetica" not in pdf


def test_a_case_in_one_language_is_one_wide_column(room):
    screen = room.screen(ENGLISH_ONLY)
    opened = screen.reading.state.opened
    paper = paper_of(opened, ZH, Wanted(columns=True), (), NOON)
    assert not paper.columns
    assert all(len(row.sides) == 1 for row in paper.rows)


def test_both_ways_stay_shut_until_what_they_mean_is_confirmed(qtbot):
    dialog = PrintDialog(both=True, columns=False)
    qtbot.addWidget(dialog)
    assert not dialog.paper.isEnabled()
    assert not dialog.file.isEnabled()
    assert dialog.wanted == Wanted(columns=False, marks=True)
    dialog.aware.click()
    dialog.marks.click()
    dialog.file.click()
    assert (dialog.way, dialog.wanted.marks) == (Way.FILE, False)


def wiring_of(screen):
    return screen.view.findChild(PrintWiring)


def test_a_case_is_saved_and_the_banner_says_where(room, qtbot, tmp_path):
    screen = room.screen(TYPICAL)
    target = tmp_path / "case.pdf"
    paper = paper_of(screen.reading.state.opened, ZH, Wanted(), (), NOON)
    wiring_of(screen).printing.save(paper, target)
    room.settle()
    assert target.read_bytes().startswith(b"%PDF")
    assert "case.pdf" in screen.view.banner._text.text()


def test_a_folder_that_takes_nothing_is_told(room, tmp_path):
    screen = room.screen(TYPICAL)
    told = []
    wiring_of(screen).printing.failed.connect(told.append)
    paper = paper_of(screen.reading.state.opened, ZH, Wanted(), (), NOON)
    wiring_of(screen).printing.save(paper, Path("/proc/case.pdf"))
    room.settle()
    assert len(told) == 1


def test_a_printer_is_given_every_page(room, tmp_path):
    screen = room.screen(TYPICAL)
    pages = pictures_of(drawn(screen), 60)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    put_out(printer, pages)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == len(pages)
    document.close()
