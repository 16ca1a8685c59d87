"""Languages that can be changed while the program runs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit.bundled import bundled
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.laying_out import lay_out_now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object

LANGUAGES = ("en", "zh_CN")


class Retranslating(_Widget):
    """Mixin before a widget class: words are set in ``retranslate``, again for each language.

    Call ``self.retranslate()`` at the end of the constructor, or ``self.built()`` where the
    widget also has a ``restyle``: that is called again when the palette changes, for what no
    stylesheet reaches (icons, painted marks).
    """

    def retranslate(self) -> None:
        """Set every word of this widget."""

    def restyle(self) -> None:
        """Take the colours of the palette now in use."""
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and "_is_built" in self.__dict__:
            self.restyle()  # Qt tells of styles while a constructor still runs, too

    def built(self) -> None:
        """Say at the end of the constructor that it is done: first words, first colours."""
        self._is_built = True
        self.retranslate()
        self.restyle()


class Languages(QObject):
    """Installs the translators of one language at a time."""

    changed = Event(str)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._contents: list[bytes] = []
        self._current = LANGUAGES[0]

    @property
    def current(self) -> str:
        """The code of the language in use."""
        return self._current

    def use(self, code: str) -> None:
        """Show the interface in ``code``; raises ValueError for a language that we lack."""
        if code not in LANGUAGES:
            raise ValueError(f"no interface language {code!r}")
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()
        self._contents = _catalogues(code)
        for content in self._contents:
            translator = QTranslator(self)
            if translator.load(content):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(code))
        if isinstance(self._app, QApplication):
            for window in self._app.topLevelWidgets():
                window.setLocale(QLocale())  # in which language its words are to be spoken
        self._current = code
        self.changed.emit(code)
        if isinstance(self._app, QApplication):
            lay_out_now(self._app)


def preferred_language() -> str:
    """The interface language that suits the system's settings."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return LANGUAGES[0]


def _catalogues(code: str) -> list[bytes]:
    """Compiled translations, Qt's own first, so that ours win."""
    found = []
    base = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = Path(base, f"qtbase_{code}.qm")
    if own.is_file():
        found.append(own.read_bytes())
    folder = bundled("translations")
    if folder.is_dir():
        ours = (each for each in folder.iterdir() if each.name.endswith(".qm"))
        named = (each for each in ours if each.name.removesuffix(".qm").endswith(code))
        found += [each.read_bytes() for each in sorted(named, key=lambda each: each.name)]
    return found
