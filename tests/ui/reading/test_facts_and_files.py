"""Facts beside the text, and attachments that open inside the app or say why not."""

import threading

import pytest
from PySide6.QtCore import Qt

from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.labels import Label
from reviewer_app.ui.reading.attachments.process import FileFault, FileReader
from reviewer_app.ui.reading.attachments.wire import Fault, Wanted
from reviewer_app.ui.reading.state import Leaf
from tests.builders.sample import a_pdf
from tests.ui.reading.room import ZH, pane

CASE = "WIC-2026-001"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def chinese(qapp):
    languages = Languages(qapp)
    languages.use("zh_CN")
    yield
    languages.use("en")
    languages.deleteLater()


def facts(screen):
    return [label.text() for label in screen.view.middle.facts.findChildren(Label)]


def test_facts_name_organisations_and_countries(room, qtbot):
    screen = room.screen(CASE)
    qtbot.mouseClick(screen.view.outline._facts, LEFT)
    assert screen.reading.state.leaf is Leaf.FACTS
    headers = screen.reading.state.opened.view.case.headers
    shown = "\n".join(facts(screen))
    assert headers.applicant.name.en in shown
    assert all(partner.name.zh in shown for partner in headers.partners)
    assert "6: China, Ethiopia, Laos, Nepal, Peru, Rwanda" in shown
    assert "、".join(headers.countries.zh) in shown


def test_countries_are_named_in_the_interfaces_language(chinese, room, qtbot):
    screen = room.screen(CASE)
    qtbot.mouseClick(screen.view.outline._facts, LEFT)
    assert any(
        text.endswith("中国、埃塞俄比亚、老挝、尼泊尔、秘鲁、卢旺达") for text in facts(screen)
    )


def test_a_file_opens_inside_the_app(room, qtbot):
    screen = room.screen(CASE)
    _, entry = screen.view.outline._files[0]
    qtbot.mouseClick(entry, LEFT)
    qtbot.waitUntil(
        lambda: bool(screen.view.middle.file.stage.pages.drawings.bytes), timeout=20_000
    )
    pages = screen.view.middle.file.stage.pages
    image = pages.drawings.of(0, 0)
    assert image is not None
    dark = sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 3)
        for y in range(image.height() // 12, image.height() // 5)
    )
    assert len(pages.plan.sizes) == 1
    assert dark > 20
    screen.leave()


def test_another_leaf_ends_the_process_that_draws(room, qtbot):
    screen = room.screen(CASE)
    qtbot.mouseClick(screen.view.outline._files[0][1], LEFT)
    qtbot.waitUntil(lambda: screen.file._reader is not None, timeout=20_000)
    reader = screen.file._reader
    qtbot.mouseClick(screen.view.outline._facts, LEFT)
    assert not reader.alive
    assert screen.file.state.file is None
    assert pane(screen, ZH) is not None


def test_a_damaged_file_is_told_in_a_sentence(room, qtbot):
    screen = room.screen(CASE)
    file = screen.reading.state.opened.view.case.attachments[0]
    screen.file.open(file.model_copy(update={"sha256": "0" * 64}))
    room.settle()
    assert screen.file.state.failure is not None
    assert screen.view.middle.file.stage.empty._heading.text()


def test_what_is_no_pdf_is_a_fault():
    with pytest.raises(FileFault) as told:
        FileReader().open(b"this is no PDF at all")
    assert told.value.fault is Fault.DAMAGED


def test_a_file_that_hangs_is_given_up():
    with pytest.raises(FileFault, match="too long"):
        FileReader().open(a_pdf(), limit=0.0)


def test_pages_are_drawn_in_the_width_that_is_wanted():
    reader = FileReader()
    reader.open(a_pdf())
    try:
        page = reader.draw(Wanted(0, 300))
        assert abs(page.width - 300) <= 1
        assert page.height > page.width
        assert len(page.pixels) == page.stride * page.height
    finally:
        reader.close()


def test_a_reader_is_closed_while_a_page_is_drawn():
    """By the person and by the thread that waits for the page, at the same time."""
    reader = FileReader()
    reader.open(a_pdf())
    faults: list[Exception] = []

    def draw_on() -> None:
        try:
            while True:
                reader.draw(Wanted(0, 2000))
        except (FileFault, OSError) as fault:
            faults.append(fault)

    drawing = threading.Thread(target=draw_on)
    drawing.start()
    reader.close()
    drawing.join()
    assert [type(fault) for fault in faults] == [FileFault]
    assert not reader.alive
