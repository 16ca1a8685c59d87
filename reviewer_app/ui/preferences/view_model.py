"""Preferences: each choice takes effect at once and is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from review_protocol.documents.text import Language
from reviewer_app.looks import Theme
from reviewer_app.ui.appearance import Appearance
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.preferences.state import PreferencesState
from reviewer_app.ui.reading_sizes import keep_px, kept_px, within


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
            zh_px=kept_px(keeps, Language.ZH),
            en_px=kept_px(keeps, Language.EN),
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
                zh_px=kept_px(self._keeps, Language.ZH),
                en_px=kept_px(self._keeps, Language.EN),
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
        px = within((state.zh_px if language is Language.ZH else state.en_px) + by)
        keep_px(self._keeps, language, px)
        self.refresh()

    def _look(self, _nothing: None) -> None:
        looks = self._appearance
        self._show(
            replace(
                self._state,
                language=looks.language,
                theme=looks.theme,
                size=looks.size,
                zh_px=kept_px(self._keeps, Language.ZH),
                en_px=kept_px(self._keeps, Language.EN),
            )
        )

    def _show(self, state: PreferencesState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)
