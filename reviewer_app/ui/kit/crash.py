"""When the program itself is at fault: say so plainly, keep the details, never vanish."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label

MessageHandler = Callable[[QtMsgType, QMessageLogContext, str], None]


class CrashDialog(Retranslating, QDialog):
    """Plain words first; the details fold out and can be copied."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(Kind.HEADING)
        self._text = Label(Kind.BODY)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(220)
        self._details.hide()
        self._fold = Button(Role.QUIET)
        self._copy = Button(Role.DEFAULT, "copy")
        self._close = Button(Role.ACCENT)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._fold)
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._title, self._text, self._details):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(560)
        self._fold.clicked.connect(self._toggle)
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        self.built()

    def retranslate(self) -> None:
        """Words of the dialog."""
        self.setWindowTitle(self.tr("The program made a mistake"))
        self._title.setText(self.windowTitle())
        self._text.setText(
            self.tr(
                "Something went wrong inside the program. Everything you typed was saved as you"
                " typed it. You can go on; if it happens again, restart the program and send the"
                " details to the secretariat. They may contain words of the case you are reading."
            )
        )
        folded = self._details.isHidden()
        self._fold.setText(self.tr("Show details") if folded else self.tr("Hide details"))
        self._copy.setText(self.tr("Copy details"))
        self._close.setText(self.tr("Go on"))
        self._details.setAccessibleName(self.tr("Details"))

    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.retranslate()
        self.adjustSize()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


class CrashHook(QObject):
    """Catches what nobody caught, on any thread, and shows it on the GUI thread.

    ``keep`` receives the details first (a log file); one dialog at a time is shown.
    """

    _caught = Signal(str)

    def __init__(self, keep: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._dialog: CrashDialog | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._qt_before: MessageHandler | None = None
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take over Python's hooks and Qt's fatal messages."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        self._qt_before = qInstallMessageHandler(self._on_message)

    def uninstall(self) -> None:
        """Give the hooks back to whom they belonged before."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._qt_before)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._keep(details)
        self._caught.emit(details)

    def _on_thread_error(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value or caught.exc_type()
        self._on_error(caught.exc_type, error, caught.exc_traceback)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if self._qt_before is not None:
            self._qt_before(kind, context, text)
        else:
            sys.stderr.write(f"{text}\n")
        if kind is QtMsgType.QtFatalMsg:  # Qt ends the process after this
            self._keep(f"Qt: {text} ({context.file}:{context.line})")

    def _show(self, details: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return
        self._dialog = CrashDialog(details)
        self._dialog.open()
