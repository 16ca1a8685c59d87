"""The secretariat's screen in words: the year's steps, standings, deadlines."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.staff_acts import Wish
from reviewer_app.ui import dates
from reviewer_app.ui import panel_words as figures
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.score_words import rests_on
from reviewer_app.ui.staff import matters_words, progress
from reviewer_app.ui.staff.progress import Standing, Step, StepRow, StepState
from reviewer_app.ui.staff.state import StaffState, Tab

translate = QCoreApplication.translate
NAMED = 5


def step(value: Step) -> str:
    match value:
        case Step.FOUNDED:
            return translate("Staff", "Founded")
        case Step.CASES:
            return translate("Staff", "Cases in")
        case Step.INVITED:
            return translate("Staff", "Invited")
        case Step.ASSIGNED:
            return translate("Staff", "Assigned")
        case Step.OPEN:
            return translate("Staff", "Round open")
        case Step.CLOSED:
            return translate("Staff", "Round closed")
        case Step.REPORTS:
            return translate("Staff", "Reports")
    assert_never(value)


def step_shape(value: StepState) -> Shape:
    match value:
        case StepState.DONE:
            return Shape.DONE
        case StepState.PART:
            return Shape.PART
        case StepState.TODO:
            return Shape.TODO
    assert_never(value)


def step_lacks(row: StepRow, state: StaffState, zone: str) -> str:
    """What a step has, or still lacks."""
    if state.progress is None and row.step is not Step.FOUNDED:
        return ""
    count, lacking = figures.whole(row.count), figures.whole(row.lacking)
    match row.step:
        case Step.FOUNDED:
            return translate("Staff", "done")
        case Step.CASES:
            return translate("Staff", "{count} cases").format(count=count)
        case Step.INVITED if row.lacking:
            return translate("Staff", "{lacking} of {count} not joined yet").format(
                lacking=lacking, count=count
            )
        case Step.INVITED:
            return translate("Staff", "{count}, all have joined").format(count=count)
        case Step.ASSIGNED if row.lacking:
            return translate("Staff", "{lacking} of {count} lack experts").format(
                lacking=lacking, count=count
            )
        case Step.ASSIGNED:
            return translate("Staff", "all of them")
        case Step.OPEN:
            return _opening(state)
        case Step.CLOSED:
            return _closing(row, state, zone)
        case Step.REPORTS if row.state is StepState.DONE:
            return translate("Staff", "written")
        case Step.REPORTS:
            return translate("Staff", "to be written") if state.is_closed else _after_closing()
    assert_never(row.step)


def _after_closing() -> str:
    return translate("Staff", "after closing")


def _opening(state: StaffState) -> str:
    found = None if state.progress is None else state.progress.round
    if found is None:
        return translate("Staff", "no round yet")
    if found.opened is None:
        time = dates.day_and_time(found.round.opens)
        return translate("Staff", "planned for {time}").format(time=time)
    return translate("Staff", "since {time}").format(time=dates.day_and_time(found.opened))


def _closing(row: StepRow, state: StaffState, zone: str) -> str:
    found = None if state.progress is None else state.progress.round
    if found is None:
        return ""
    if found.closed is not None:
        return translate("Staff", "on {time}").format(time=dates.day_and_time(found.closed))
    if found.opened is None:
        return translate("Staff", "after opening")
    return translate("Staff", "{lacking} reviews are missing").format(
        lacking=figures.whole(row.lacking)
    )


def standing(value: Standing) -> str:
    match value:
        case Standing.INVITED:
            return translate("Staff", "Has not joined")
        case Standing.DECLINED:
            return translate("Staff", "Declined")
        case Standing.OWING:
            return translate("Staff", "Reviewing")
        case Standing.CALL:
            return translate("Staff", "To be called")
        case Standing.DONE:
            return translate("Staff", "All delivered")
        case Standing.IDLE:
            return translate("Staff", "Nothing assigned")
    assert_never(value)


STANDING_SHAPES = {
    Standing.INVITED: Shape.WAITING,
    Standing.DECLINED: Shape.STOPPED,
    Standing.OWING: Shape.PART,
    Standing.CALL: Shape.WARNING,
    Standing.DONE: Shape.DONE,
    Standing.IDLE: Shape.TODO,
}


def summary(state: StaffState, zone: str) -> str:
    """Round and deadline in both zones, and when this was asked."""
    answer = state.progress
    if answer is None:
        return ""
    parts = []
    if answer.round is not None:
        number, until = answer.round.round.number, answer.round.round.closes
        if state.is_closed:
            parts.append(translate("Staff", "Round {number} is closed").format(number=number))
        else:
            parts.append(
                translate("Staff", "Round {number} closes {time}").format(
                    number=number, time=dates.deadline(until, zone)
                )
            )
    count = figures.whole(answer.packets)
    parts.append(translate("Staff", "Signed packets of all kinds: {count}").format(count=count))
    parts.append(translate("Staff", "as of {time}").format(time=dates.day_and_time(answer.time)))
    return " · ".join(parts)


def whom_to_call(state: StaffState) -> Message:
    """Within 48 hours of closing: who has not delivered; else nothing."""
    if state.progress is None or not state.closes_soon:
        return Message("")
    owing = [
        person
        for person in progress.reviewers(state.progress)
        if progress.standing(person, soon=True) is Standing.CALL
    ]
    if not owing:
        return Message("")
    names = translate("Staff", ", ").join(person.name for person in owing[:NAMED])
    if len(owing) > NAMED:
        names = translate("Staff", "{names} and {count} more").format(
            names=names, count=len(owing) - NAMED
        )
    return Message(
        translate("Staff", "The round closes within 48 hours; these have not delivered all."),
        Tone.CARE,
        more=names,
        dismissible=False,
    )


def tab(value: Tab) -> str:
    match value:
        case Tab.REVIEWERS:
            return translate("Staff", "By expert")
        case Tab.CASES:
            return translate("Staff", "By case")
        case Tab.RESULTS:
            return translate("Staff", "Results")
        case Tab.MATTERS:
            return translate("Staff", "To decide")
        case Tab.QUESTIONS:
            return translate("Staff", "Questions")
        case Tab.REPORTS:
            return translate("Staff", "Reports")
    assert_never(value)


def tab_title(value: Tab, state: StaffState) -> str:
    """The word of a tab, and how much waits there."""
    waiting = sum(matters_words.waits(each) for each in matters_words.in_order(state.matters))
    if value is not Tab.MATTERS or not waiting:
        return tab(value)
    counted = translate("Staff", "{tab} ({count})")
    return counted.format(tab=tab(value), count=figures.whole(waiting))


def note(state: StaffState) -> str:
    """The line above a table: what it rests on, or that it holds no scores."""
    if state.tab is Tab.RESULTS:
        return "" if state.results is None else rests_on(state.results)
    if state.tab is Tab.QUESTIONS:
        return translate("Staff", "Questions hold no scores: they are shown at any time.")
    if state.tab is Tab.MATTERS:
        return translate("Staff", "None of this shows a score.")
    if state.is_open and state.tab is not Tab.REPORTS and not state.acts.scores_are_open:
        return translate("Staff", "Counts only: no scores are shown here while the round is open.")
    return ""


def nothing(state: StaffState) -> tuple[str, ...]:
    """Heading, sentence, and perhaps an act, where there is nothing to show yet."""
    if state.tab is Tab.QUESTIONS and state.progress is not None:
        return (
            translate("Staff", "No questions"),
            translate("Staff", "What reviewers ask the secretariat comes here with a refresh."),
        )
    if state.tab is Tab.MATTERS and state.progress is not None:
        return (
            translate("Staff", "Nothing waits for the secretariat"),
            translate(
                "Staff",
                "Late reviews come here, wishes of a panel for another expert, and conflicts of "
                "interest that somebody took back.",
            ),
        )
    if state.progress is None:
        return (
            translate("Staff", "Not asked yet"),
            translate("Staff", "Refresh asks the server who has delivered how much."),
        )
    told = (
        translate("Staff", "No scores before the round is closed"),
        translate(
            "Staff",
            "Until then you see who has delivered, never what was given. Opening them earlier "
            "takes two members of staff and a reason.",
        ),
    )
    if not state.is_open or state.awaits(Wish.SCORES):
        return told
    return (*told, translate("Staff", "Ask to open the scores…"))
