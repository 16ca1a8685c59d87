"""A drawing whose words are drawn too: it looks the same on a computer that lacks our faces.

Qt writes words into an SVG file with the names of faces; where those are not installed, other
letters come, and for Chinese perhaps none. Here each glyph is drawn once and used where it stands;
the words stay beside it, for search and screen readers.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath, QRawFont, QTextLayout

from reviewer_app.ui.kit.fonts import interface_font

_SVG, _LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_Glyph = tuple[str, int, float, int]
"""Family, weight, size and number in the face."""


def outlined(svg: bytes) -> bytes:
    """The same drawing with outlines in place of its words; `svg` is what Qt's generator wrote."""
    Xml.register_namespace("", _SVG)
    Xml.register_namespace("xlink", _LINK)
    root = Xml.fromstring(svg)
    letters = _Letters()
    for parent in root.iter(f"{{{_SVG}}}g"):
        for at, element in enumerate(parent):
            if element.tag == f"{{{_SVG}}}text":
                parent[at] = letters.drawn(element)
    shapes = root.find(f"{{{_SVG}}}defs")
    if shapes is not None:
        shapes.extend(letters.shapes)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


class _Letters:
    """Every glyph that was needed, once."""

    def __init__(self) -> None:
        self.shapes: list[Xml.Element] = []
        self._names: dict[_Glyph, str] = {}

    def drawn(self, text: Xml.Element) -> Xml.Element:
        """A group of outlines that says what the element said."""
        said = text.text or ""
        ink = {"fill": text.get("fill", "black"), "fill-rule": "nonzero", "stroke": "none"}
        group = Xml.Element(f"{{{_SVG}}}g", ink)
        Xml.SubElement(group, f"{{{_SVG}}}title").text = said
        left, base = float(text.get("x", "0")), float(text.get("y", "0"))
        for name, at in self._glyphs(said, _font(text)):
            where = {"x": f"{left + at.x():.2f}", "y": f"{base + at.y():.2f}"}
            Xml.SubElement(group, f"{{{_SVG}}}use", {f"{{{_LINK}}}href": f"#{name}", **where})
        return group

    def _glyphs(self, said: str, font: QFont) -> list[tuple[str, QPointF]]:
        """Names of outlines, and where they stand from the beginning of the base line; blanks
        have none."""
        layout = QTextLayout(said, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        found = []
        for run in layout.glyphRuns():
            face = run.rawFont()
            for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                name = self._name(face, glyph)
                if name:
                    found.append((name, at - QPointF(0, line.ascent())))
        return found

    def _name(self, face: QRawFont, glyph: int) -> str:
        key = (face.familyName(), face.weight(), face.pixelSize(), glyph)
        if key not in self._names:
            path = _path(face.pathForGlyph(glyph))
            self._names[key] = name = f"g{len(self._names)}" if path else ""
            if path:
                self.shapes.append(Xml.Element(f"{{{_SVG}}}path", {"id": name, "d": path}))
        return self._names[key]


def _font(text: Xml.Element) -> QFont:
    font = interface_font(round(float(text.get("font-size", "13"))))
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    return font


def _path(path: QPainterPath) -> str:
    """The outline in SVG's own letters: move, line, curve."""
    said = []
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        sign = ("M", "L", "C", "")[element.type.value]
        said.append(f"{sign}{element.x:.2f} {element.y:.2f}")
    return " ".join(said)
