"""The sentences of the page of a corrected case."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.text import Language
from reviewer_app.reading.differences import TextChanges
from reviewer_app.services.corrections import Correction
from reviewer_app.ui import terms
from reviewer_app.ui.correction.state import CorrectionState
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone

translate = QCoreApplication.translate


def subtitle(state: CorrectionState) -> str:
    """The case, and from which version to which."""
    parts = [] if state.name is None else [terms.own(state.name)]
    correction = state.correction
    if correction is not None:
        words = translate("CorrectionView", "from version {before} to version {now}")
        parts.append(words.format(before=correction.before, now=correction.now))
    return " · ".join(parts)


def message(state: CorrectionState) -> Message:
    """What the correction means for the score; what went wrong comes first."""
    if state.failure is not None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence

        told = sentence(state.failure)
        return Message(told.title, Tone.CARE, told.body)
    if state.confirmed:
        text = translate("CorrectionView", "Your score is signed for the new text.")
        more = translate("CorrectionView", "It is on this computer and goes with the next sync.")
        return Message(text, Tone.GOOD, more)
    correction = state.correction
    if correction is None or correction.scored is None:
        return Message("")
    if correction.is_unconfirmed:
        words = translate("CorrectionView", "Your score was signed for version {scored}.")
        more = translate(
            "CorrectionView",
            "It stands for that version until you confirm it for the new text or change it. The "
            "chair sees which version each score was signed for.",
        )
        scored = correction.scored or correction.before
        return Message(words.format(scored=scored), Tone.CARE, more, dismissible=False)
    return Message(
        translate("CorrectionView", "Your score is for the text as it is now."), Tone.NEUTRAL
    )


def fact(code: str) -> str:
    """The name of a fact of the headers."""
    facts = {
        "name": translate("CorrectionView", "Practice Name"),
        "area": translate("CorrectionView", "Area"),
        "applicant": translate("CorrectionView", "Applicant"),
        "partners": translate("CorrectionView", "Other participating organisations"),
        "recommender": translate("CorrectionView", "Recommended by"),
        "countries": translate("CorrectionView", "Countries (regions)"),
    }
    return facts[code]


def text_heading(changes: TextChanges) -> str:
    """The element and the language of a text."""
    language = (
        translate("CorrectionView", "Chinese text")
        if changes.language is Language.ZH
        else translate("CorrectionView", "English text")
    )
    return f"{terms.element(changes.element)} · {language}"


def text_counts(changes: TextChanges) -> str:
    """How many paragraphs changed, and how many did not."""
    words = translate("CorrectionView", "Paragraphs: {changed} changed, {same} as they were")
    count = QLocale().toString
    return words.format(changed=count(len(changes.paragraphs)), same=count(changes.unchanged))


def reason(correction: Correction) -> str:
    """What the amendment says why it was signed."""
    words = translate("CorrectionView", "Confirmed for version {now} of the case.")
    return words.format(now=correction.now)
