"""The question before a round is closed: what it means, how much is missing, and the reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from reviewer_app.ui import panel_words as figures
from reviewer_app.ui.kit.dialogs import Question, TextPrompt
from reviewer_app.ui.staff import progress
from reviewer_app.ui.staff.state import StaffState

translate = QCoreApplication.translate
CLOSING = "closing"
AsksReason = Callable[[Question, QWidget], str | None]


def ask_reason(question: Question, parent: QWidget, text: str = "") -> str | None:
    """Ask and wait, with what was written before; None where the person goes back."""
    prompt = TextPrompt(question, text=text, parent=parent)
    prompt.setObjectName(CLOSING)
    return prompt.text if prompt.exec() == QDialog.DialogCode.Accepted else None


def closing_question(state: StaffState) -> Question:
    """What closing now would mean."""
    answer = state.progress
    cases = () if answer is None else answer.cases
    people = () if answer is None else progress.reviewers(answer)
    owing = sum(progress.missing(person) > 0 for person in people)
    lines = (
        translate(
            "Staff",
            "No more scores are counted after this: what arrives later is kept and marked as late. "
            "You then see the scores, and experts cannot amend theirs.",
        ),
        translate(
            "Staff", "{missing} of {due} reviews are missing, from {owing} of {people} experts."
        ).format(
            missing=figures.whole(progress.total_missing(cases)),
            due=figures.whole(sum(progress.due(case) for case in cases)),
            owing=figures.whole(owing),
            people=figures.whole(len(people)),
        ),
        translate("Staff", "The closing is signed with your key, with this reason:"),
    )
    number = answer.round.round.number if answer is not None and answer.round is not None else 1
    return Question(
        title=translate("Staff", "Close round {number}?").format(number=number),
        text="\n\n".join(lines),
        act=translate("Staff", "Close the round"),
        danger=True,
    )
