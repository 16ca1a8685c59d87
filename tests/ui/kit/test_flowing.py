"""Words in a table that go on in their second line."""

from PySide6.QtGui import QFontMetrics

from reviewer_app.ui.kit.cells import broken
from reviewer_app.ui.kit.fonts import interface_font


def test_a_line_breaks_between_words_and_nothing_is_lost(qapp) -> None:
    font, title = interface_font(13), "Gigabit Optical Network into Village Clinics Project"
    first, rest = broken(title, font, 160)
    assert f"{first} {rest}" == title
    assert QFontMetrics(font).horizontalAdvance(first) <= 160


def test_chinese_breaks_where_it_may_and_rare_characters_stay_whole(qapp) -> None:
    font, title = interface_font(13), "𠮷野数字乡村与岛屿海底光缆及区域共享维护基地"
    first, rest = broken(title, font, 120)
    assert first + rest == title
    assert rest
