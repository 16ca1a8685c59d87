"""Cuts the bundled fonts out of the full Noto Sans SC, as the npm package carries it.

npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
python packaging/subset_fonts.py package resources/fonts
"""

import argparse
import shutil
from pathlib import Path

from fontTools import subset

WEIGHTS = {
    "400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
    "700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.ttf",
}
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0180, 0x024F),  # Latin Extended-B: pinyin, African and Vietnamese letters
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


def cut(source: Path, target: Path, points: set[int]) -> None:
    """Write the part of a font that draws the code points; screens of today need no hints."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["ccmp", "kern", "liga", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("target", type=Path, help="the folder to write to")
    parser.add_argument(
        "--encodings", nargs="+", choices=sorted(ENCODINGS), default=["gb2312", "big5"]
    )
    arguments = parser.parse_args()
    points = repertoire(arguments.encodings)
    for source, name in WEIGHTS.items():
        cut(arguments.package / source, arguments.target / name, points)
        print(name, (arguments.target / name).stat().st_size)
    shutil.copyfile(arguments.package / "LICENSE_FONT", arguments.target / "OFL.txt")


if __name__ == "__main__":
    main()
