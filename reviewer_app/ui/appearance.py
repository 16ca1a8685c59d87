"""Language, theme and size of the whole application, changed while it runs and remembered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.looks import SIZES, Theme
from reviewer_app.services.settings import INTERFACE_SIZE, LANGUAGE, THEME
from reviewer_app.ui.kit.choice import Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import teach
from reviewer_app.ui.kit.i18n import LANGUAGES, Languages, preferred_language
from reviewer_app.ui.kit.palette import DARK, LIGHT, PALETTES, Palette
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.stylesheet import TEXT_PX, apply_theme, palette_in_use

LANGUAGE_OPTIONS: Final = (
    Option("en", lambda: "English"),
    Option("zh_CN", lambda: "简体中文"),
)
"""Each language by its own name."""

DEFAULT_THEME: Final = Theme.SYSTEM


class Appearance(QObject):
    """Applies what was chosen; `changed` tells that language, theme or size are others now.

    After `resized` also the measures that a widget took when it was made are others.
    """

    changed: Event[None] = Event()
    resized: Event[None] = Event()

    def __init__(self, app: QApplication, keeps: Keeps) -> None:
        super().__init__(app)
        self._app = app
        self._keeps = keeps
        self._languages = Languages(app)
        teach(app)
        self._theme = DEFAULT_THEME
        self._size = SIZES[0]
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def language(self) -> str:
        """The code of the interface's language."""
        return self._languages.current

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def size(self) -> int:
        """One of SIZES."""
        return self._size

    def start(
        self, language: str | None = None, theme: Theme | None = None, size: int | None = None
    ) -> None:
        """Take up what is asked for now, or was remembered, or suits the system."""
        remembered = self._keeps.get(LANGUAGE)
        code = language or remembered or preferred_language()
        self._theme = theme or _theme(self._keeps.get(THEME))
        self._size = size or _size(self._keeps.get(INTERFACE_SIZE))
        self._apply()
        self._languages.use(code if code in LANGUAGES else preferred_language())

    def use_language(self, code: str) -> None:
        """Show everything in this language from now on."""
        if code != self.language:
            self._languages.use(code)
            self._keeps.set(LANGUAGE, code)
            self.changed.emit(None)

    def use_theme(self, theme: Theme) -> None:
        """Dress everything in this theme from now on."""
        if theme is not self._theme:
            self._theme = theme
            self._keeps.set(THEME, theme.value)
            self._dress()

    def use_size(self, size: int) -> None:
        """Show everything in this size, one of SIZES, from now on."""
        if size != self._size:
            self._size = size
            self._keeps.set(INTERFACE_SIZE, str(size))
            self._apply()
            self.resized.emit(None)
            self.changed.emit(None)

    def release(self) -> None:
        """Take the translators out of the application again."""
        self._languages.use(LANGUAGES[0])

    def _follow_system(self) -> None:
        if self._theme is Theme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        if self._palette() is not palette_in_use():
            self._apply()
        self.changed.emit(None)

    def _apply(self) -> None:
        apply_theme(self._app, self._palette(), round(TEXT_PX * self._size / 100))

    def _palette(self) -> Palette:
        if self._theme is not Theme.SYSTEM:
            return PALETTES[self._theme.value]
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT


def _theme(kept: str | None) -> Theme:
    return Theme(kept) if kept in set(Theme) else DEFAULT_THEME


def _size(kept: str | None) -> int:
    return next((size for size in SIZES if str(size) == kept), SIZES[0])
