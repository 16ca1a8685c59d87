"""Makes the bundled fonts: Noto Sans SC, completed and cut down to what is needed.

Its Latin letters are those of Source Sans, enlarged, but without the letters of Polish, Turkish,
Vietnamese or Hausa names; these are taken from Source Sans 3. Both come as npm packages:

    npm pack @expo-google-fonts/noto-sans-sc @expo-google-fonts/source-sans-3
    python packaging/subset_fonts.py NOTO SOURCE resources/fonts    # both unpacked
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WEIGHTS = {"400Regular": "Regular", "700Bold": "Bold"}
ENLARGED = 1.117  # the x-height of Noto Sans SC, 543, over that of Source Sans, 486
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0180, 0x024F),  # Latin Extended-B: pinyin, African and Vietnamese letters
    (0x0250, 0x02AF),  # phonetic letters, some of them African
    (0x02B0, 0x02FF),  # modifiers
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # letterlike, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed figures
    (0x2500, 0x25FF),  # box drawing, blocks, shapes
    (0x2600, 0x27BF),  # symbols and dingbats
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x303F),  # CJK punctuation
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # enclosed and squared CJK
    (0xFE10, 0xFE4F),  # vertical and compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)
# Characters of people's names, most of which neither encoding below holds.
NAMES = (
    "喆堃翀镕祎旻玥珺赟淏頔燚犇骉昉昀晗暄暐曈朏桢椛槿橦洺浛浡湜湉溦澍炅炜烜烨焜焱熠燊玢玮珩珣珮琇琎琚琤琦瑀瑄瑢瑷"
    "璇璎璘璟璠甯祺禛禤竑筠翊翯芃芊芮苡茗莘菡萱蓥蕤蘅訾诩谞贇钊钰铖铧锜锽镔闫闳阊陞霈霖顗颋飏骐骞鸰黉鋆鑫垚堉墉妤姝"
    "婧婳嫄嫣孬屾峣崟嵘巘庹弢彧忞怡恺惇懋扆抟昶晁晔晞晟晢暕曌杲枨柽栩梓棨楒楠榕樾檑沄沚泓洄浥涵渼湑滢漪潼灏灥烔烺"
)
# Two-byte encodings, their first bytes: all of GB 2312, and the common level of Big5 (Traditional).
ENCODINGS = {"gb2312": range(0xA1, 0xF8), "gbk": range(0x81, 0xFF), "big5": range(0xA1, 0xC7)}


def repertoire(encodings: list[str]) -> set[int]:
    """The code points of the blocks, the names, and every two-byte character of the encodings."""
    chosen = {point for first, last in BLOCKS for point in range(first, last + 1)}
    chosen.update(map(ord, NAMES))
    for encoding in encodings:
        for lead in ENCODINGS[encoding]:
            for trail in range(0x40, 0xFF):
                text = bytes((lead, trail)).decode(encoding, errors="ignore")
                chosen.update(ord(char) for char in text if ord(char) > 0x7F)
    return chosen


def complete(font: TTFont, source: TTFont, points: set[int]) -> None:
    """Give a font the glyphs that it lacks for these code points and the source has."""
    known, offered, drawn = font.getBestCmap(), source.getBestCmap(), source.getGlyphSet()
    for point in sorted(points & set(offered) - set(known)):
        outline = DecomposingRecordingPen(drawn)
        drawn[offered[point]].draw(outline)
        pen = TTGlyphPen(None)
        outline.replay(TransformPen(Cu2QuPen(pen, max_err=1.0), (ENLARGED, 0, 0, ENLARGED, 0, 0)))
        name = f"source{point:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        glyph = font["glyf"].glyphs[name] = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        width = round(drawn[offered[point]].width * ENLARGED)
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
        if "vmtx" in font:
            font["vmtx"][name] = (1000, 0)
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format != 14:
                table.cmap[point] = name


def cut(font: TTFont, points: set[int]) -> None:
    """Keep the part of a font that draws the code points; screens of today need no hints."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["ccmp", "kern", "liga", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("noto", type=Path, help="the unpacked package of Noto Sans SC")
    parser.add_argument("source", type=Path, help="the unpacked package of Source Sans 3")
    parser.add_argument("target", type=Path, help="the folder to write to")
    parser.add_argument(
        "--encodings", nargs="+", choices=sorted(ENCODINGS), default=["gb2312", "big5"]
    )
    arguments = parser.parse_args()
    points = repertoire(arguments.encodings)
    for folder, weight in WEIGHTS.items():
        font = TTFont(arguments.noto / folder / f"NotoSansSC_{folder}.ttf")
        source = TTFont(arguments.source / folder / f"SourceSans3_{folder}.ttf")
        complete(font, source, points)
        cut(font, points)
        target = arguments.target / f"NotoSansSC-{weight}.ttf"
        font.save(target)
        print(target.name, target.stat().st_size)
    licence = (arguments.noto / "LICENSE_FONT").read_text(encoding="utf-8")
    credit = (arguments.source / "LICENSE_FONT").read_text(encoding="utf-8").splitlines()[0]
    (arguments.target / "OFL.txt").write_text(f"{credit}\n{licence}", encoding="utf-8")


if __name__ == "__main__":
    main()
