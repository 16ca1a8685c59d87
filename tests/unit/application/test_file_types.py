"""The system's lists of file types name the files that the app and the server write."""

import configparser
from pathlib import Path
from xml.etree import ElementTree

from review_protocol.archive import BATCH_SUFFIX
from review_protocol.armour import HAND_IN_SUFFIX, RECEIPTS_SUFFIX

FOLDER = Path(__file__).parents[3] / "packaging" / "file_types"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
SUFFIXES = {BATCH_SUFFIX, HAND_IN_SUFFIX, RECEIPTS_SUFFIX, ".invitation"}


def types() -> dict[str, str]:
    """The type of each name."""
    root = ElementTree.parse(FOLDER / "reviewer-workstation.xml").getroot()
    return {
        glob.attrib["pattern"].removeprefix("*"): kind.attrib["type"]
        for kind in root.iter(f"{SPACE}mime-type")
        for glob in kind.iter(f"{SPACE}glob")
    }


def test_every_name_has_a_type_of_its_own():
    assert set(types()) == SUFFIXES
    assert len(set(types().values())) == len(SUFFIXES)


def test_the_app_opens_every_type():
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(FOLDER / "reviewer-workstation.desktop", encoding="utf-8")
    opened = entry["Desktop Entry"]["MimeType"].removesuffix(";").split(";")
    assert set(opened) == set(types().values())
    assert entry["Desktop Entry"]["Exec"] == "reviewer-app %F"


def test_the_page_names_them_all():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [suffix for suffix in SUFFIXES if f"`*{suffix}`" not in page] == []
