"""Draws the preferences: language, colours, reading text, this computer, connection, about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from review_protocol.documents.text import Language
from reviewer_app.looks import SIZES, Theme
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS
from reviewer_app.ui.kit.buttons import Button, IconButton, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.fonts import READING_PX, Script, reading_font
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.preferences.proxy_model import ProxyModel
from reviewer_app.ui.preferences.proxy_part import ProxyPart
from reviewer_app.ui.preferences.remember_model import RememberModel
from reviewer_app.ui.preferences.remember_part import RememberPart
from reviewer_app.ui.preferences.state import PreferencesState
from reviewer_app.ui.preferences.view_model import PreferencesViewModel

translate = QCoreApplication.translate
_SAMPLES = {Language.ZH: "评审专家先读后评。", Language.EN: "Read first, then judge."}
_SCRIPTS = {Language.ZH: Script.HAN, Language.EN: Script.LATIN}


class PreferencesView(Page):
    """Cards, one for each matter; `safety_asked` and `devices_asked` lead to what has a page of
    its own."""

    safety_asked: Event[None] = Event()
    devices_asked: Event[None] = Event()

    def __init__(
        self, model: PreferencesViewModel, remember: RememberModel, proxy: ProxyModel
    ) -> None:
        super().__init__(scrolling=True, narrow=True)
        self._model = model
        self._language = ChoiceRow[str](LANGUAGE_OPTIONS)
        self._theme = ChoiceRow[Theme](
            [
                Option(Theme.SYSTEM, lambda: self.tr("As the system")),
                Option(Theme.LIGHT, lambda: self.tr("Light")),
                Option(Theme.PAPER, lambda: self.tr("Paper")),
                Option(Theme.DARK, lambda: self.tr("Dark")),
            ]
        )
        self._size = ChoiceRow[int]([Option(size, partial(_per_cent, size)) for size in SIZES])
        self._fields = (Field(self._language), Field(self._theme), Field(self._size))
        self._sizes = {language: SizeRow(model, language) for language in Language}
        self._folder = Label(Kind.BODY)
        self._remember = RememberPart(remember)
        self._proxy = ProxyPart(proxy)
        self._safety = Button(Role.DEFAULT, "lock")
        self._devices = Button(Role.DEFAULT)
        self._about = Label(Kind.BODY)
        self._cards = [Card() for _ in range(5)]
        self._lay_out()
        self._language.chosen.connect(model.choose_language)
        self._theme.chosen.connect(model.choose_theme)
        self._size.chosen.connect(model.choose_size)
        self._safety.clicked.connect(self._ask_safety)
        self._devices.clicked.connect(self._ask_devices)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(self.tr("Preferences"), self.tr("Every change takes effect at once."))
        looks, text, computer, connection, about = self._cards
        looks.set_heading(self.tr("Language and look"))
        words = (self.tr("Language"), self.tr("Colours"), self.tr("Size of text and buttons"))
        for field, word in zip(self._fields, words, strict=True):
            field.set_label(word)
        text.set_heading(
            self.tr("Reading text"), self.tr("Each language has its own size beside the other.")
        )
        computer.set_heading(
            self.tr("This computer"),
            self.tr("Cases, drafts and signed packets lie here, locked with your passphrase."),
        )
        connection.set_heading(
            self.tr("Connection"), self.tr("How this computer reaches the server.")
        )
        self._safety.setText(self.tr("Lock, passphrase, backups…"))
        self._devices.setText(self.tr("Your computers…"))
        about.set_heading(self.tr("About"))
        for language, row in self._sizes.items():
            row.name(self.tr("Chinese") if language is Language.ZH else self.tr("English"))
        self._draw(self._model.state)

    def _lay_out(self) -> None:
        looks, text, computer, connection, about = self._cards
        for field in self._fields:
            looks.content.addWidget(field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(4, 1)
        for place, row in enumerate(self._sizes.values()):
            row.into(grid, place)
        text.content.addLayout(grid)
        computer.content.addWidget(self._folder)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        computer.content.addWidget(self._remember)
        for button in (self._safety, self._devices):
            computer.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        connection.content.addWidget(self._proxy)
        about.content.addWidget(self._about)
        for card in (looks, text, connection, computer, about):
            self.content.addWidget(card)
        self.content.addStretch(1)

    def _ask_devices(self) -> None:
        self.devices_asked.emit(None)

    def _ask_safety(self) -> None:
        self.safety_asked.emit(None)

    def _draw(self, state: PreferencesState) -> None:
        self._language.set_value(state.language)
        self._theme.set_value(state.theme)
        self._size.set_value(state.size)
        self._sizes[Language.ZH].draw(state.zh_px)
        self._sizes[Language.EN].draw(state.en_px)
        self._folder.setText(state.folder)
        words = self.tr(
            "Reviewer Workstation {version}, under the Apache License 2.0. Qt under the LGPL 3; "
            "the fonts Noto Sans SC and Source Sans 3 under the SIL Open Font License 1.1."
        )
        self._about.setText(words.format(version=state.version))


class SizeRow(QObject):
    """Name, smaller, figure, larger and a sample of one language's reading text."""

    def __init__(self, model: PreferencesViewModel, language: Language) -> None:
        super().__init__()
        self._model = model
        self._language = language
        self._name = Label(Kind.BODY)
        self._smaller, self._larger = IconButton("zoom-out"), IconButton("zoom-in")
        self._figure = QLabel()
        self._sample = QLabel(_SAMPLES[language])
        self._smaller.clicked.connect(self._shrink)
        self._larger.clicked.connect(self._grow)

    def into(self, grid: QGridLayout, place: int) -> None:
        """Stand in this line of the grid."""
        self._figure.setFixedWidth(scaled(56))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widgets = (self._name, self._smaller, self._figure, self._larger, self._sample)
        for column, widget in enumerate(widgets):
            grid.addWidget(widget, place, column)

    def name(self, name: str) -> None:
        """The language's name, and what the buttons do."""
        self._name.setText(name)
        smaller = translate("PreferencesView", "{language}: smaller")
        larger = translate("PreferencesView", "{language}: larger")
        self._smaller.set_word(smaller.format(language=name))
        self._larger.set_word(larger.format(language=name))

    def draw(self, px: int) -> None:
        """Show this size."""
        self._figure.setText(f"{px} px")
        self._sample.setFont(reading_font(_SCRIPTS[self._language], px))
        self._smaller.setEnabled(px > READING_PX[0])
        self._larger.setEnabled(px < READING_PX[1])

    def _shrink(self) -> None:
        self._model.resize(self._language, -1)

    def _grow(self) -> None:
        self._model.resize(self._language, 1)


def _per_cent(size: int) -> str:
    return f"{QLocale().toString(size)}%"
