"""Where a chart is now, and what is to be known of it, in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone

translate = QCoreApplication.translate


def saved(path: Path) -> Message:
    """That it was saved there, and lies open."""
    more = translate(
        "PanelPage",
        "The file is not encrypted: who can read the folder can read it. Closing the round here "
        "does not erase it.",
    )
    title = translate("PanelPage", "Saved: {path}").format(path=path)
    return Message(title, Tone.GOOD, more=more)
