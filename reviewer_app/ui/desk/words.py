"""The desk's sentences: what is left before when, what comes next, why the list is empty."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import CaseNotOpen, ExpectedFailure
from reviewer_app.services.desk_rows import DeskOverview
from reviewer_app.ui import dates
from reviewer_app.ui.desk.filters import Filter
from reviewer_app.ui.desk.state import DeskState, Next, Urgency
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone

translate = QCoreApplication.translate
DECLARE = "declare"
SYNC = "sync"
SAID = "said"


def chip_word(chip: Filter) -> str:
    match chip:
        case Filter.ALL:
            return translate("DeskView", "All")
        case Filter.TO_DO:
            return translate("DeskView", "To do")
        case Filter.BEGUN:
            return translate("DeskView", "Begun")
        case Filter.READY:
            return translate("DeskView", "Ready to sign")
        case Filter.HERE:
            return translate("DeskView", "Signed, on this computer")
        case Filter.RECEIVED:
            return translate("DeskView", "Score received")
    assert_never(chip)


def what_is_left(overview: DeskOverview) -> str:
    """ "12 of 25 signed · round 1 closes Fri 31 July 18:00 Nairobi, Fri 31 July 23:00 Beijing"."""
    due = overview.total - overview.conflicts if overview.to_score is None else overview.to_score
    parts = []
    if overview.only_chairs:
        parts.append(translate("DeskView", "You chair this panel; nothing to score"))
    elif overview.total:
        words = translate("DeskView", "{done} of {all} signed")
        parts.append(words.format(done=overview.signed, all=due))
    if overview.round is not None:
        parts.append(_round(overview))
    return " · ".join(parts)


def _round(overview: DeskOverview) -> str:
    assert overview.round is not None
    zone = overview.programme.zone if overview.programme is not None else "UTC"
    number, state = overview.round.number, overview.round
    if state.closed is not None:
        words = translate("DeskView", "round {number} closed {time}")
        return words.format(number=number, time=dates.deadline(state.closed, zone))
    words = translate("DeskView", "round {number} closes {time}")
    return words.format(number=number, time=dates.deadline(state.closes, zone))


def next_word(state: DeskState) -> str:
    """The word of the one accent button; "" where nothing is left to do."""
    if state.overview is None:
        return ""
    match state.next:
        case Next.READ:
            words = translate("DeskView", "Begin with {case}")
            if state.overview.started:  # a case that was begun comes before one that was not
                words = translate("DeskView", "Continue with {case}")
            return words.format(case=state.overview.next_case)
        case Next.DECLARE:
            words = translate("DeskView", "Declare before reading ({count})")
            return words.format(count=QLocale().toString(state.overview.undeclared))
        case Next.HAND_IN:
            return translate("DeskView", "Hand in")
        case Next.NOTHING:
            return ""
    assert_never(state.next)


def message(state: DeskState) -> Message:
    """What needs the person most; an empty one where nothing does."""
    if state.failure is not None:
        return _failure(state.failure, Tone.CARE, dismissible=False)
    if state.withdrawn is not None:
        words = translate("DeskView", "The applicant of {case} withdrew it.")
        more = translate(
            "DeskView",
            "Nobody reviews it any more. Your drafts stay on this computer, and what you signed "
            "stays in the log.",
        )
        return Message(words.format(case=state.withdrawn), Tone.NEUTRAL, more)
    if state.refused is not None:
        return _failure(CaseNotOpen(state.refused), Tone.NEUTRAL, dismissible=True)
    found = state.overview
    if found is not None and state.urgency is not Urgency.NONE:
        return _unsent(found.waiting, state.urgency)
    if found is not None and found.undeclared and state.next is not Next.DECLARE:
        words = translate("DeskView", "More cases wait for your declaration: {count}")
        text = words.format(count=QLocale().toString(found.undeclared))
        return Message(text, Tone.ACCENT, action=translate("DeskView", "Declare"), key=DECLARE)
    if found is not None and found.said:
        return _said(found.said)
    return Message("")


def _said(cases: tuple[str, ...]) -> Message:
    """Something new in discussions; the first of the cases is led to."""
    text = translate("DeskView", "Something new was said about {case}.").format(case=cases[0])
    if len(cases) > 1:
        words = translate("DeskView", "Something new was said about {case} and {count} more.")
        text = words.format(case=cases[0], count=QLocale().toString(len(cases) - 1))
    return Message(text, Tone.ACCENT, action=translate("DeskView", "Read it"), key=SAID)


def _failure(failure: ExpectedFailure, tone: Tone, *, dismissible: bool) -> Message:
    # the words for failures are loaded with the first one
    from reviewer_app.ui.wording import sentence_of

    said = sentence_of(failure)
    return Message(said.title, tone, said.body, dismissible=dismissible)


def _unsent(waiting: int, urgency: Urgency) -> Message:
    words = translate("DeskView", "Signed, and not at the server yet: {count}")
    text = words.format(count=QLocale().toString(waiting))
    if urgency is Urgency.SOON:
        more = translate(
            "DeskView",
            "The round closes within two days, and what counts is arrival. Your work is safe "
            "here; sync while there is a network.",
        )
    else:
        more = translate(
            "DeskView",
            "The round has closed. What arrives now is kept and marked late, and the secretariat "
            "decides; sync as soon as there is a network.",
        )
    return Message(text, Tone.CARE, more, translate("DeskView", "Sync now"), key=SYNC)


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why there is nothing in the list, and what the person can do."""

    heading: str
    sentence: str
    action: str
    other: str = ""


def emptiness(state: DeskState) -> Emptiness:
    if state.is_searching and state.narrowed:
        return Emptiness(
            translate("DeskView", "No case here has these words"),
            translate("DeskView", "The filters leave some cases of your batch out."),
            translate("DeskView", "Search all cases"),
            translate("DeskView", "Clear the search"),
        )
    if state.is_searching:
        return Emptiness(
            translate("DeskView", "No case has these words"),
            translate(
                "DeskView",
                "Every word must be in the case. Chinese is found as it stands, English in all "
                "its forms, the last word also by its beginning.",
            ),
            translate("DeskView", "Clear the search"),
        )
    if state.narrowed:
        return Emptiness(
            translate("DeskView", "No case fits"),
            translate("DeskView", "Nothing in your batch passes all of these filters."),
            translate("DeskView", "Show all cases"),
        )
    return Emptiness(
        translate("DeskView", "Your cases will be here"),
        translate(
            "DeskView",
            "The secretariat assigns them to you. They come with a sync, and can then be read "
            "without a network.",
        ),
        translate("DeskView", "Sync now"),
        translate("DeskView", "Open a batch from a file…"),
    )
