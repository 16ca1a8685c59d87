"""The sentences of a citation, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.text import Language
from reviewer_app.services.panel.citation_texts import Approval, CitationText
from reviewer_app.ui import terms
from reviewer_app.ui.kit.dialogs import Question
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel import voice_words
from reviewer_app.ui.panel.citation.view_model import CitationState
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate


def rule() -> str:
    """When a text is agreed."""
    return translate(
        "citation",
        "A text is agreed once somebody other than its writer approves it, everybody who decides "
        "and has spoken of the case does too, and nobody objects. A new text takes its place, and "
        "everybody is asked anew.",
    )


def standing(text: CitationText | None) -> tuple[Shape, str]:
    """How far the citation is."""
    if text is None:
        return Shape.TODO, translate("citation", "Not written yet")
    if text.agreed:
        words = translate("citation", "Agreed. Approved by: {who}")
        who = (voice_words.voice(each.voice) for each in text.answers)
        return Shape.DONE, words.format(who=translate("citation", ", ").join(who))
    if any(not each.approves for each in text.answers):
        return Shape.WARNING, translate("citation", "Somebody objects")
    if not text.waiting:
        return Shape.WAITING, translate("citation", "Waits for somebody’s approval")
    asked = text.approved + len(text.waiting)
    words = translate("citation", "Approved by {count} of {all}. Still to answer: {who}")
    return Shape.WAITING, words.format(
        count=whole(text.approved),
        all=whole(asked),
        who=translate("citation", ", ").join(voice_words.voice(each) for each in text.waiting),
    )


def written_by(text: CitationText) -> str:
    """Who wrote it, when, and how far it has come."""
    return f"{voice_words.headed(text.voice, text.at)} · {voice_words.received(text.leaf)}"


def approval(given: Approval) -> str:
    """What one of the panel says of a text."""
    who = voice_words.headed(given.voice, given.at)
    if given.leaf is None:
        who = f"{who} · {voice_words.received(None)}"
    if given.excused:
        words = translate("citation", "{who}\nHas a conflict of interest by now: does not count.")
        return words.format(who=who)
    if given.approves:
        return translate("citation", "Approved: {who}").format(who=who)
    words = translate("citation", "Objection: {who}\n{comment}")
    return words.format(who=who, comment=given.comment)


def read_back(state: CitationState) -> Question:
    """What is asked before a text is signed."""
    consequences = [
        translate("citation", "Others of the panel approve it, or say what is wrong with it."),
        translate("citation", "It is signed with your key and kept for good."),
    ]
    if state.look is not None and state.look.standing is not None:
        before = translate("citation", "It takes the place of the text that stands.")
        consequences.insert(0, before)
    languages = zip((Language.ZH, Language.EN), (state.draft.zh, state.draft.en), strict=True)
    return Question(
        title=translate("citation", "Sign this citation?"),
        text="\n\n".join(f"{terms.language(each)}: {said.strip()}" for each, said in languages),
        act=translate("citation", "Sign"),
        consequences=consequences,
    )
