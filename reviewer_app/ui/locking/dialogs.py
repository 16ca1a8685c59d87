"""The dialogs that stand open when the desk is locked: put aside, and closed without an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reviewer_app.ui.entries import Aside, entries_of


def open_dialog(window: QWidget) -> Aside | None:
    """The dialog in front, where it has a name by which its screen can open it again."""
    dialog = QApplication.activeModalWidget()
    if dialog is None or dialog is window or not dialog.objectName():
        return None
    return Aside(dialog.objectName(), entries_of(dialog))


def close_dialogs(window: QWidget) -> None:
    """Nothing of the desk stays in sight: menus, dialogs, windows of their own."""
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            break
    for each in QApplication.topLevelWidgets():
        if each is window or not each.isVisible():
            continue
        if isinstance(each, QDialog):
            each.done(QDialog.DialogCode.Rejected.value)
        else:
            each.close()


def is_one_open() -> bool:
    """Whether some dialog's own loop has not come to its end yet."""
    modal, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
    return modal is not None or popup is not None
