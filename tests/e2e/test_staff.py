"""The secretariat in the window: progress, closing, results, and reports that can be read."""

import csv
import io
from functools import partial

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from reviewer_app.demo.play_staff import EXPORTS, agree, watch_close_and_export
from reviewer_app.services.rows import CaseState
from tests.e2e.world import COLLEAGUE, STAFF, World, opened_desk

CASE = "WIC-2026-001"


@pytest.fixture(scope="module")
def delivered(world: World) -> World:
    for name, mark in (("Ada", 4), ("Ben", 6), ("Chi", 8)):
        desk = world.desk(name).ready()
        desk.score(CASE, mark)
        desk.sync()
    return world


def test_the_round_is_closed_and_reported(delivered: World, open_app):
    delivered.enrol(STAFF)
    with open_app(delivered, delivered.profile(STAFF)) as stage:
        stage.hands.write("Passphrase", "a bridge of nine arches")
        stage.hands.press("Open")
        watch_close_and_export(stage, partial(agree, delivered.desk(COLLEAGUE).open))
    files = {path.suffix: path for path in sorted((delivered.folder / EXPORTS).iterdir())}
    assert {".pdf", ".xlsx", ".csv", ".json"} <= set(files)
    pages = "".join(page.extract_text() for page in PdfReader(files[".pdf"]).pages)
    assert CASE in pages
    assert "理念契合度" in pages
    assert "Conceptual fit" in pages
    book = load_workbook(files[".xlsx"], read_only=True)
    assert any(
        cell == CASE for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )
    book.close()
    for path in (delivered.folder / EXPORTS).glob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
            assert not [cell for cell in row if cell[:1] in "=@" and cell]


def test_the_report_says_on_its_cover_that_two_closed_early(delivered: World):
    (path,) = (delivered.folder / EXPORTS).glob("*.pdf")
    cover = PdfReader(path).pages[0].extract_text()
    assert "round closed early by two members of staff" in cover
    assert "All experts but one have delivered." in cover


def test_what_is_signed_after_the_closing_is_late(delivered: World):
    desk = delivered.desk("Ada")
    number = next(row.number for row in desk.services.desk.cases() if row.state is CaseState.UNREAD)
    packet = desk.score(number, 7)
    assert desk.sync().held == (packet,)
    assert delivered.packets()[packet] == "held:late"


def test_the_servers_status_says_the_round_is_closed(delivered: World):
    assert "Round 1: closed" in delivered.server.run("status")
    with opened_desk(delivered.profile(STAFF)) as desk:
        assert len(desk.services.secretariat.results().rows) == 6
