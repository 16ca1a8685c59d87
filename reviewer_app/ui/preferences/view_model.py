"""Preferences: each choice takes effect at once and is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from review_protocol.documents.text import Language
from reviewer_app.looks import Theme
from reviewer_app.services.settings import EN_SIZE, ZH_SIZE
from reviewer_app.ui.appearance import Appearance
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.preferences.state import (
    DEFAULT_EN_PX,
    DEFAULT_ZH_PX,
    LARGEST_PX,
    SMALLEST_PX,
    PreferencesState,
)


class PreferencesViewModel(QObject):
    """Moves from state to state; language and theme may also change elsewhere."""

    changed = Event(PreferencesState)

    def __init__(self, keeps: Keeps, appearance: Appearance, folder: Path, version: str) -> None:
        super().__init__()
        self._keeps = keeps
        self._appearance = appearance
        self._state = PreferencesState(
            language=appearance.language,
            theme=appearance.theme,
            size=appearance.size,
            zh_px=_pixels(keeps.get(ZH_SIZE), DEFAULT_ZH_PX),
            en_px=_pixels(keeps.get(EN_SIZE), DEFAULT_EN_PX),
            folder=str(folder),
            version=version,
        )
        appearance.changed.connect(self._look)

    @property
    def state(self) -> PreferencesState:
        return self._state

    def refresh(self) -> None:
        """Sizes may have been changed while reading."""
        self._show(
            replace(
                self._state,
                zh_px=_pixels(self._keeps.get(ZH_SIZE), DEFAULT_ZH_PX),
                en_px=_pixels(self._keeps.get(EN_SIZE), DEFAULT_EN_PX),
            )
        )

    def choose_language(self, code: str) -> None:
        self._appearance.use_language(code)

    def choose_theme(self, theme: Theme) -> None:
        self._appearance.use_theme(theme)

    def choose_size(self, size: int) -> None:
        """Of the interface, in per cent."""
        self._appearance.use_size(size)

    def resize(self, language: Language, by: int) -> None:
        """Make the reading text of one language larger or smaller, in pixels."""
        state = self._state
        if language is Language.ZH:
            px = _within(state.zh_px + by)
            self._keeps.set(ZH_SIZE, str(px))
            self._show(replace(state, zh_px=px))
        else:
            px = _within(state.en_px + by)
            self._keeps.set(EN_SIZE, str(px))
            self._show(replace(state, en_px=px))

    def _look(self, _nothing: None) -> None:
        looks = self._appearance
        self._show(
            replace(self._state, language=looks.language, theme=looks.theme, size=looks.size)
        )

    def _show(self, state: PreferencesState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)


def _within(px: int) -> int:
    return min(max(px, SMALLEST_PX), LARGEST_PX)


def _pixels(kept: str | None, otherwise: int) -> int:
    return _within(int(kept)) if kept is not None and kept.isdecimal() else otherwise
