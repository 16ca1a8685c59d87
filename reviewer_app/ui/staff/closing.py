"""The questions before a round is closed, opened again or its scores seen: what it means, why."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from review_protocol.suspicious import legible
from reviewer_app.ui import panel_words as figures
from reviewer_app.ui.kit.dialogs import Question, TextPrompt
from reviewer_app.ui.staff import progress
from reviewer_app.ui.staff.state import StaffState

translate = QCoreApplication.translate
CLOSING, REOPENING, OPENING = "closing", "reopening", "opening-scores"
"""Names of the dialogs, by which a lock puts aside what was written."""


class AsksReason(Protocol):
    """Asks for a reason; None where the person goes back."""

    def __call__(
        self, question: Question, parent: QWidget, text: str = "", name: str = ""
    ) -> str | None: ...


def ask_reason(question: Question, parent: QWidget, text: str = "", name: str = "") -> str | None:
    """Ask and wait, with what was written before, in a dialog of this name."""
    prompt = TextPrompt(question, text=text, words=legible, parent=parent)
    prompt.setObjectName(name)
    return prompt.text if prompt.exec() == QDialog.DialogCode.Accepted else None


def closing_question(state: StaffState) -> Question:
    """What closing now would mean: before the deadline it is a request."""
    if state.is_over:
        return Question(
            title=translate("Staff", "Close round {number}?").format(number=state.number),
            text="\n\n".join(
                (
                    _after_this(),
                    _missing(state),
                    translate("Staff", "The closing is signed with your key, with this reason:"),
                )
            ),
            act=translate("Staff", "Close the round"),
            danger=True,
        )
    return Question(
        title=translate("Staff", "Ask to close round {number} early?").format(number=state.number),
        text="\n\n".join(
            (
                translate(
                    "Staff",
                    "Its deadline has not passed: it takes two members of staff. Nothing changes "
                    "until another one agrees.",
                ),
                _after_this(),
                _missing(state),
                _signed(),
            )
        ),
        act=translate("Staff", "Sign the request"),
        danger=True,
    )


def reopening_question(state: StaffState) -> Question:
    """What opening the closed round again would mean."""
    if state.is_over:
        until = translate(
            "Staff",
            "Its deadline has passed: what arrives is marked as late all the same, until the "
            "operator gives the round a later one.",
        )
    else:
        until = translate(
            "Staff", "Experts can score and amend again until its deadline, and that counts."
        )
    return Question(
        title=translate("Staff", "Open round {number} again?").format(number=state.number),
        text="\n\n".join(
            (
                until,
                translate(
                    "Staff",
                    "You have seen its scores, and see them no more from now on. Tables and "
                    "reports, the chairs' too, then say that it was opened again, when and why.",
                ),
                translate("Staff", "The opening is signed with your key, with this reason:"),
            )
        ),
        act=translate("Staff", "Open the round again"),
        danger=True,
    )


def opening_question(state: StaffState) -> Question:
    """What opening the scores of an open round would mean."""
    title = translate("Staff", "Ask to open the scores of round {number} now?")
    return Question(
        title=title.format(number=state.number),
        text="\n\n".join(
            (
                translate(
                    "Staff",
                    "The round goes on, and staff see its scores from then on. It takes two "
                    "members of staff: nothing changes until another one agrees.",
                ),
                translate(
                    "Staff",
                    "Tables and reports, the chairs' too, then say that scores were opened early, "
                    "when and why.",
                ),
                _signed(),
            )
        ),
        act=translate("Staff", "Sign the request"),
        danger=True,
    )


def _after_this() -> str:
    return translate(
        "Staff",
        "No more scores are counted after this: what arrives later is kept and marked as late. "
        "You then see the scores, and experts cannot amend theirs.",
    )


def _signed() -> str:
    return translate("Staff", "The request is signed with your key, with this reason:")


def _missing(state: StaffState) -> str:
    answer = state.progress
    cases = () if answer is None else answer.cases
    people = () if answer is None else progress.reviewers(answer)
    owing = sum(progress.missing(person) > 0 for person in people)
    return translate(
        "Staff", "{missing} of {due} reviews are missing, from {owing} of {people} experts."
    ).format(
        missing=figures.whole(progress.total_missing(cases)),
        due=figures.whole(sum(progress.due(case) for case in cases)),
        owing=figures.whole(owing),
        people=figures.whole(len(people)),
    )
