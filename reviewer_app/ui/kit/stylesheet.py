"""The one stylesheet of the application, made from a palette."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit.bundled import bundled
from reviewer_app.ui.kit.fonts import interface_font
from reviewer_app.ui.kit.palette import LIGHT, PALETTES, Palette, Tone, mix
from reviewer_app.ui.kit.rules import RULES

TEXT_PX = 13


def stylesheet(palette: Palette, text_px: int = TEXT_PX) -> str:
    """The rules for a palette; heights grow with the text (13 px gives controls of 32)."""
    return Template(RULES).substitute(_colours(palette), **_measures(text_px), **_marks(palette))


def apply_theme(app: QApplication, palette: Palette, text_px: int = TEXT_PX) -> None:
    """Dress the whole application; may be called again while it runs."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setProperty("kit_palette", palette.name)
    app.setFont(interface_font(text_px))
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(stylesheet(palette, text_px))


def scaled(px: int) -> int:
    """A measure described for the usual text, at the size of text in use."""
    return round(px * max(QApplication.font().pixelSize(), TEXT_PX) / TEXT_PX)


def unscaled(px: int) -> int:
    """A measure at the size of text in use, described for the usual text."""
    return round(px * TEXT_PX / max(QApplication.font().pixelSize(), TEXT_PX))


def palette_in_use() -> Palette:
    """The palette that ``apply_theme`` set last; for painting by hand."""
    app = QApplication.instance()
    name = app.property("kit_palette") if app is not None else None
    return PALETTES.get(str(name), LIGHT)


def _colours(palette: Palette) -> dict[str, str]:
    tones = {tone.value: palette.tone(tone) for tone in Tone}
    tints = {f"{tone.value}_tint": palette.tint(tone) for tone in Tone}
    lines = {f"{tone.value}_line": mix(palette.surface, palette.tone(tone), 0.4) for tone in Tone}
    return {
        "window": palette.window,
        "surface": palette.surface,
        "text": palette.text,
        "muted": palette.muted,
        "line": palette.line,
        "edge": palette.edge,
        "on_accent": palette.on_accent,
        "accent_hover": palette.accent_hover,
        "hover": palette.hover,
        "pressed": palette.pressed,
        "selection": palette.selection,
        "disabled": palette.disabled,
        "rail": mix(palette.window, palette.text, 0.03),
    } | (tones | tints | lines)


def _measures(text_px: int) -> dict[str, int]:
    mark = round(16 * text_px / TEXT_PX)
    return {
        "small": text_px - 1,
        "heading": text_px + 2,
        "title": text_px + 7,
        "high": text_px + 17,  # inner height of a control with a line of one pixel
        "low": text_px + 13,
        "mark": mark,
        "mark_in_focus": mark - 2,  # its line is wider: the words beside it stay where they are
        "mark_round": mark // 2 + 1,
        "dot": mark // 2,
        "dot_edge": (mark + 2 - mark // 2) // 2,
    }


def _marks(palette: Palette) -> dict[str, str]:
    """Addresses of the small pictures that a stylesheet can only take from files."""
    shade = "dark" if palette.is_dark else "light"
    folder = str(bundled("resources/icons")).replace("\\", "/")
    names = ("tick", "down", "up")
    return {f"{name}_url": f"{folder}/{name}-{shade}.svg" for name in names}


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.window,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.window,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.BrightText: palette.bad,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.LinkVisited: palette.accent,
        QPalette.ColorRole.ToolTipBase: palette.text,
        QPalette.ColorRole.ToolTipText: palette.surface,
        QPalette.ColorRole.Light: palette.hover,
        QPalette.ColorRole.Midlight: palette.line,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.edge,
        QPalette.ColorRole.Shadow: palette.edge,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    disabled = QColor(palette.disabled)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return result
