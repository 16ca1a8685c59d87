"""What is said of defence sheets and dispute dossiers: who may read them, and where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.ui.defending import DefendingState
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.dialogs import Question
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.wording import sentence

translate = QCoreApplication.translate
DEFENCE = "defence"
"""Key of a message whose action opens the folder."""


def before_sheets(pages: int) -> Question:
    """What a sheet holds, and who may be given it."""
    title = translate("Defending", "Save defence sheet")
    if pages > 1:
        title = translate("Defending", "Save defence sheets: {count}").format(
            count=QLocale().toString(pages)
        )
    return Question(
        title=title,
        text=translate(
            "Defending",
            "One page a case: the decision, who took it and why; what experts recommended and "
            "wrote; place, every score and how it counts; what was quoted most.",
        ),
        act=translate("Defending", "Choose where…"),
        consequences=(
            translate("Defending", "Experts are pseudonyms; nobody is named."),
            _for_whom(),
        ),
    )


def before_dossier(number: str) -> Question:
    """What a dossier holds, and who may be given it."""
    return Question(
        title=translate("Defending", "Save the dispute dossier of {number}").format(number=number),
        text=translate(
            "Defending",
            "A folder with everything that was signed about the case and proves how it was "
            "decided, and a PDF in each language to read. Anybody can check it without this app.",
        ),
        act=translate("Defending", "Choose a folder…"),
        consequences=(
            translate(
                "Defending",
                "What experts wrote is in it as they signed it: scores, comments, quotes. Nobody "
                "is named, unless an expert named somebody.",
            ),
            translate("Defending", "What the panel discussed is not in it."),
            _for_whom(),
        ),
    )


def told(state: DefendingState) -> Message | None:
    """What is to be told of the last act; None where nothing is."""
    if state.failure is not None:
        said = sentence(state.failure)
        return Message(said.title, Tone.CARE, more=said.body)
    if state.sheets is not None and state.sheets.file is not None:
        return _sheets(state.sheets.file, state.sheets.pages, state.sheets.withheld)
    if state.dossier is not None:
        return _dossier(state.dossier.folder, state.dossier.packets, state.dossier.left_out)
    return None


def folder_of(state: DefendingState) -> Path | None:
    """Where that is which was written last."""
    if state.sheets is not None and state.sheets.file is not None:
        return state.sheets.file.parent
    if state.dossier is not None and state.dossier.folder:
        return Path(state.dossier.folder)
    return None


def _for_whom() -> str:
    return translate(
        "Defending",
        "It is not encrypted: give it only to those who may know the scores. Closing the round "
        "here does not erase it.",
    )


def _sheets(file: Path, pages: int, withheld: int) -> Message:
    title = translate("Defending", "Saved, pages: {count}").format(count=QLocale().toString(pages))
    more = str(file)
    if withheld:
        left = translate("Defending", "Cases hidden from you and left out: {count}.")
        more = f"{more}\n{left.format(count=QLocale().toString(withheld))}"
    return Message(title, Tone.GOOD, more, translate("Defending", "Open folder"), key=DEFENCE)


def _dossier(folder: str, packets: int, left_out: int) -> Message | None:
    if not packets:
        nothing = translate("Defending", "There is nothing to prove yet: nothing was received.")
        return Message(nothing, Tone.CARE)
    if not folder:
        return None
    title = translate("Defending", "The dispute dossier is saved (packets: {count}).").format(
        count=QLocale().toString(packets)
    )
    more = translate(
        "Defending",
        "{folder}: anybody can check it by “sh verify.sh” in it; where this app is installed, "
        "“reviewer-app verify” also tells which scores count.",
    ).format(folder=folder)
    if left_out:
        words = translate(
            "Defending", "Packets that could not be verified and were left out: {count}."
        )
        more = f"{more}\n{words.format(count=QLocale().toString(left_out))}"
    return Message(title, Tone.GOOD, more, translate("Defending", "Open folder"), key=DEFENCE)
