"""What waits for staff in words: late reviews, wishes for another expert, conflicts taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import (
    ConflictTakenBack,
    MattersAnswer,
    RequestedExpert,
    ReviewToRule,
)
from reviewer_app.sync.clock import moment
from reviewer_app.ui import dates
from reviewer_app.ui import panel_words as figures
from reviewer_app.ui.kit.dialogs import Question
from reviewer_app.ui.kit.shapes import Shape

translate = QCoreApplication.translate
Matter = ReviewToRule | RequestedExpert | ConflictTakenBack
NameOf = Callable[[str], str]
"""The name of a person by their id."""


def waits(matter: Matter) -> bool:
    """Whether somebody of the staff has to do something about it."""
    match matter:
        case ReviewToRule(ruled=ruled):
            return ruled is None
        case RequestedExpert(given=given):
            return not given
        case _:
            return False


def in_order(answer: MattersAnswer | None) -> tuple[Matter, ...]:
    """What waits first, and of both the newest."""
    if answer is None:
        return ()
    every: list[Matter] = [*answer.reviews, *answer.experts, *answer.taken_back]
    return tuple(sorted(every, key=lambda each: (not waits(each), -each.leaf)))


def key(matter: Matter) -> str:
    """What tells it from others."""
    match matter:
        case ConflictTakenBack(person=person, case=case):
            return f"{person} {case}"
        case ReviewToRule(packet=packet) | RequestedExpert(packet=packet):
            return packet


def what(matter: Matter) -> str:
    """What it is."""
    match matter:
        case ReviewToRule() if is_late(matter):
            return translate("Staff", "Late review")
        case ReviewToRule():
            return translate("Staff", "Review, decided on")
        case RequestedExpert():
            return translate("Staff", "Another expert wanted")
        case _:
            return translate("Staff", "Conflict taken back")


def state(matter: Matter) -> tuple[Shape, str]:
    """Whether it waits, or how it came out."""
    match matter:
        case ReviewToRule(ruled=None):
            return Shape.WAITING, translate("Staff", "To decide")
        case ReviewToRule(disposition=Disposition.COUNTED):
            return Shape.DONE, translate("Staff", "Counts")
        case ReviewToRule():
            return Shape.STOPPED, translate("Staff", "Does not count")
        case RequestedExpert(given=0):
            return Shape.WAITING, translate("Staff", "To be given")
        case RequestedExpert():
            return Shape.DONE, translate("Staff", "Given")
        case _:
            return Shape.WARNING, translate("Staff", "To be asked about")


def is_late(review: ReviewToRule) -> bool:
    """Whether it came after the end of its round."""
    return review.received > review.due


def late_by(review: ReviewToRule) -> str:
    """How long after the end of its round it came: days and hours, or hours and minutes."""
    late = moment(review.received) - moment(review.due)
    hours, rest = divmod(late, timedelta(hours=1))
    minutes = max(1, rest // timedelta(minutes=1)) if not hours else rest // timedelta(minutes=1)
    if hours >= 24:
        text = translate("Staff", "{days} d {hours} h")
        return text.format(days=figures.whole(hours // 24), hours=figures.whole(hours % 24))
    if hours:
        text = translate("Staff", "{hours} h {minutes} min")
        return text.format(hours=figures.whole(hours), minutes=figures.whole(minutes))
    return translate("Staff", "{minutes} min").format(minutes=figures.whole(minutes))


def about(matter: Matter, name_of: NameOf) -> str:
    """What happened, in sentences."""
    match matter:
        case ReviewToRule():
            return _about_review(matter, name_of)
        case RequestedExpert():
            asked = translate("Staff", "{name} asked on {time} for another expert’s review.")
            time = dates.day_and_time(matter.received)
            return "\n\n".join(
                (
                    asked.format(name=name_of(matter.person), time=time),
                    translate("Staff", "“{reason}”").format(reason=matter.reason),
                )
            )
        case ConflictTakenBack():
            text = translate(
                "Staff",
                "{name} declared a conflict of interest on this case, and took it back on {time}. "
                "They count as without one since. Ask why, and whether that is right.",
            )
            name = name_of(matter.person or "")
            return text.format(name=name, time=dates.day_and_time(matter.received))


def outcome(matter: Matter, name_of: NameOf) -> str:
    """How it came out; empty while it waits."""
    match matter:
        case ReviewToRule(ruled=ruled) if ruled is not None:
            text = (
                translate("Staff", "{name} decided on {time} that it counts: “{reason}”")
                if ruled.counts
                else translate("Staff", "{name} decided on {time} that it does not: “{reason}”")
            )
            time = dates.day_and_time(ruled.received)
            return "\n\n".join(
                (
                    text.format(name=name_of(ruled.person), time=time, reason=ruled.reason),
                    translate("Staff", "Receipt no. {number}").format(
                        number=figures.whole(ruled.leaf)
                    ),
                )
            )
        case RequestedExpert(given=given) if given:
            text = translate(
                "Staff",
                "Experts who were given the case since, and have not recused it: {count}. A review "
                "of theirs answers the request; the panel sees that.",
            )
            return text.format(count=figures.whole(given))
        case _:
            return ""


def command(request: RequestedExpert) -> str:
    """What gives the case to one more, on the server's command line."""
    return f"central-server assign --round {request.round} --case {request.case} --add 1"


def question(review: ReviewToRule, name: str, *, counts: bool) -> Question:
    """What is read back before a decision is signed."""
    title = (
        translate("Staff", "Count this review?")
        if counts
        else translate("Staff", "Leave this review out?")
    )
    means = (
        translate("Staff", "It then counts as if it had come in time.")
        if counts
        else translate("Staff", "It then does not count; what was signed is kept.")
    )
    told = translate(
        "Staff",
        "The expert is told, with your reason; chairs and the head see both. Your decision is "
        "signed with your key, with this reason:",
    )
    act = (
        translate("Staff", "Count it and sign")
        if counts
        else translate("Staff", "Leave it out and sign")
    )
    head = f"{review.case} · {name}"
    return Question(
        title=title,
        text="\n\n".join((head, _times(review), f"{means} {told}")),
        act=act,
        danger=not counts,
    )


def _about_review(review: ReviewToRule, name_of: NameOf) -> str:
    head = translate("Staff", "A review by {name}.").format(name=name_of(review.person))
    said = [f"{head}\n{_times(review)}"]
    if review.ruled is None:
        said.append(
            translate(
                "Staff",
                "It is kept and does not count as yet. You decide without seeing the score.",
            )
        )
    return "\n\n".join(said)


def _times(review: ReviewToRule) -> str:
    signed = dates.day_and_time(review.claimed)
    received, due = dates.day_and_time(review.received), dates.day_and_time(review.due)
    if not is_late(review):
        text = translate("Staff", "Received on {received}, before the round ended on {due}.")
        return text.format(received=received, due=due)
    text = translate(
        "Staff",
        "Received on {received}, {late} after the round ended on {due}; signed on {signed} by the "
        "expert’s own clock.",
    )
    return text.format(received=received, late=late_by(review), due=due, signed=signed)
