"""The bundled fonts can draw what applicants write, on the screen and in reports."""

from importlib.resources import files

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import ttfonts

FONTS = files("reviewer_app.resources").joinpath("fonts")
GB2312 = "".join(
    bytes((row, cell)).decode("gb2312", errors="ignore")
    for row in range(0xA1, 0xF8)
    for cell in range(0xA1, 0xFF)
)
LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x149), *range(0x14A, 0x180)]))
MARKS = "–—‘’“”…‰€←↑→↓≤≥≠≈±×÷✓●○▲△▼◆◇■□★☆⚠①②③（），。：；？！「」《》￥％ＡＺ０９"
NAMES = "喆堃翀镕龍門醫學Ɗɛŋễ"


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_a_bundled_font_draws_every_character_that_is_needed(weight):
    with FONTS.joinpath(f"NotoSansSC-{weight}.ttf").open("rb") as file:
        drawn = TTFont(file).getBestCmap()
    assert [char for char in GB2312 + LATIN + MARKS + NAMES if ord(char) not in drawn] == []


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_reports_can_embed_a_bundled_font(weight):
    with FONTS.joinpath(f"NotoSansSC-{weight}.ttf").open("rb") as file:
        font = ttfonts.TTFont(f"Noto{weight}", file)
    assert font.face.charWidths[ord("合")] == 1000


def test_their_licence_lies_beside_them():
    licence = FONTS.joinpath("OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.count("Reserved Font Name 'Source'") == 2
