"""The drawn icons, in the palette's colours and sharp on every screen."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit.bundled import bundled
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled

ICON_PX = 20
"""Beside the usual text; an icon grows with the text around it."""


def icon_size(px: int = ICON_PX) -> QSize:
    """The room that an icon of ``px`` beside the usual text takes at the size of text in use."""
    return QSize(scaled(px), scaled(px))


def icon(name: str, colour: str = "", px: int = ICON_PX) -> QIcon:
    """The icon ``name`` in a colour (the palette's text by default), with its disabled form.

    Raises FileNotFoundError for a name that was never drawn. Ask again in ``restyle``.
    """
    palette = palette_in_use()
    result = QIcon()
    result.addPixmap(icon_pixmap(name, colour or palette.text, px))
    result.addPixmap(icon_pixmap(name, palette.disabled, px), QIcon.Mode.Disabled)
    return result


def two_state_icon(name: str, off: str, on: str, px: int = ICON_PX) -> QIcon:
    """An icon that changes its colour when its button is checked."""
    result = QIcon()
    result.addPixmap(icon_pixmap(name, off, px), QIcon.Mode.Normal, QIcon.State.Off)
    result.addPixmap(icon_pixmap(name, on, px), QIcon.Mode.Normal, QIcon.State.On)
    return result


def icon_pixmap(name: str, colour: str, px: int = ICON_PX) -> QPixmap:
    """One icon as a picture of ``px`` logical pixels, more beside larger text, drawn once for each
    colour and size."""
    px = scaled(px)
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    key = f"kit-icon:{name}:{colour}:{px}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    found = _draw(_svg(name, colour), px, ratio)
    QPixmapCache.insert(key, found)
    return found


def icon_names() -> tuple[str, ...]:
    """Every icon that is drawn."""
    files = bundled("resources/icons").iterdir()
    names = (each.name.removesuffix(".svg") for each in files if each.name.endswith(".svg"))
    return tuple(sorted(name for name in names if "-light" not in name and "-dark" not in name))


def _svg(name: str, colour: str) -> bytes:
    text = bundled("resources/icons").joinpath(f"{name}.svg").read_text("ascii")
    return text.replace("currentColor", colour).encode("ascii")


def _draw(svg: bytes, px: int, ratio: float) -> QPixmap:
    # QtSvg is imported with the first icon, not with the kit: it costs the start some ms.
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(QSize(px, px) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
