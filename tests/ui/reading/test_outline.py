"""The outline has room for its words: whole headings, the endings of file names, a scroll bar."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QScrollArea

from reviewer_app.ui.kit.wrapping import broken
from tests.builders.attachments import a_file, with_files
from tests.ui.reading.room import a_room

LONG = "A long name of an annex from the ministry of digital transformation 2025 final v3.pdf"
NAMES = (LONG, *(f"annex-{at}.xlsx" for at in range(12)))


@pytest.fixture
def screen(qtbot, tmp_path: Path):
    contents = [f"{name}\n".encode() for name in NAMES]
    kind = "application/octet-stream"
    files = [a_file(n, c, kind) for n, c in zip(NAMES, contents, strict=True)]
    with a_room(qtbot, tmp_path, cases=1) as room:
        room.desk.correct(with_files(room.desk.cases[0], files), contents)
        made = room.screen(room.desk.cases[0].number)
        yield made
        made.leave()
        room.settle()


def test_no_entry_is_cut_and_more_of_them_are_scrolled_to(screen):
    outline = screen.view.outline
    entries = [*outline._elements.values(), *(entry for _, entry in outline._files)]
    assert all(entry.height() >= entry.sizeHint().height() for entry in entries)
    words = "".join(entry.text() for entry in outline._elements.values())
    assert "…" not in words
    assert "implementation" in words
    (area,) = outline.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0


def test_a_long_file_name_keeps_its_ending_and_is_whole_on_hover(screen):
    entry = next(each for file, each in screen.view.outline._files if file.file == LONG)
    first, second, _size = entry.text().split("\n")
    assert first.startswith("A long name")
    assert "…" in second
    assert second.endswith("v3.pdf")
    assert LONG in entry.toolTip()


def test_a_long_title_has_two_lines_in_the_head(screen):
    title = screen.view.toolbar._title
    title.set_text(
        "“Coral Chain”: an Island Submarine Cable and a Shared Regional Maintenance Depot"
    )
    lines = [title.heightForWidth(width) for width in (1200, 300, 80)]
    assert lines[0] < lines[1] == lines[2]


@pytest.mark.usefixtures("qapp")
def test_lines_are_broken_by_words_and_lose_nothing():
    font = QFont()
    text = "云上法槌🙂：面向青年的在线学习 and mutual translation"
    width = QFontMetrics(font).horizontalAdvance(text) // 3
    lines = broken(text, font, width)
    assert len(lines) > 2
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert broken(text, font, width, 2)[1].endswith(lines[-1][-3:])
    assert broken("", font, 40) == [""]
