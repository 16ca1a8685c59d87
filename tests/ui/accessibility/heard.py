"""What a screen owes to those who hear it: headings, named groups, and all in their language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

Attribute, Role, Text = QAccessible.Attribute, QAccessible.Role, QAccessible.Text
CATALOGUE = Path(__file__).resolve().parents[3] / "translations" / "reviewer_app_zh_CN.ts"
HAN, LATIN = re.compile("[一-鿿]"), re.compile("[A-Za-z]{2}")
OWN_NAMES = {"English", "PDF"}
"""What is called so in Chinese too."""
LEAST_LETTERS = 4
"""A sentence with fewer letters of its own would match whatever is put into it."""


def name_of(widget: QWidget, kind: Text = Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def role_of(widget: QWidget) -> Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def levels(window: QWidget) -> list[int]:
    """The levels of the headings in sight, in the order of their making."""
    told = [
        QAccessible.queryAccessibleInterface(each).attributesInterface()
        for each in _visible(window)
        if role_of(each) is Role.Heading and name_of(each)
    ]
    return [each.attributeValue(Attribute.Level) for each in told]


def headed(window: QWidget) -> list[str]:
    """One heading of the first level says where one is; what is below it is of the second."""
    found = levels(window)
    return [] if found.count(1) == 1 and set(found) <= {1, 2} else [f"headings: {found}"]


def grouped(window: QWidget) -> list[str]:
    """Of several one is chosen: that is told as a radio button, within something with a name."""
    faults = []
    for each in _visible(window):
        if not isinstance(each, QAbstractButton) or role_of(each) is not Role.RadioButton:
            continue
        around = each.parentWidget()
        while around is not None and not (name_of(around) and _holds_together(around)):
            around = around.parentWidget()
        if around is None:
            faults.append(f"in no group with a name: {name_of(each)}")
    return faults


def untranslated(window: QWidget) -> list[str]:
    """In Chinese no name and no description is an English sentence of ours."""
    said = {
        words
        for each in _visible(window)
        for kind in (Text.Name, Text.Description)
        if (words := name_of(each, kind)) and LATIN.search(words) and not HAN.search(words)
    }
    return sorted(words for words in said - OWN_NAMES if any(s.fullmatch(words) for s in ours()))


@cache
def ours() -> tuple[re.Pattern[str], ...]:
    """The interface's English sentences that are others in Chinese, with room for what varies."""
    found = []
    for message in ElementTree.parse(CATALOGUE).iter("message"):
        source = message.findtext("source") or ""
        chinese = "".join(message.find("translation").itertext())
        literal = re.sub(r"\{[^}]*\}|%n", "", source)
        if HAN.search(chinese) and len(re.findall("[A-Za-z]", literal)) >= LEAST_LETTERS:
            parts = re.split(r"\{[^}]*\}|%n", source)
            found.append(re.compile(".+".join(map(re.escape, parts)), re.DOTALL))
    return tuple(found)


def _holds_together(widget: QWidget) -> bool:
    """Windows do not, unless they ask one thing."""
    return not widget.isWindow() or isinstance(widget, QDialog)


def _visible(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible()]
