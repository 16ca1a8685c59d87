"""The sentences of issuing the comparison, in the interface's language."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.panel_acts import ComparisonPacket
from reviewer_app.services.panel.final_plan import FinalPlan
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.rows import CellState
from reviewer_app.services.panel.to_issue import NOT_COUNTED, ToIssue
from reviewer_app.ui import dates, panel_words, terms
from reviewer_app.ui.kit.dialogs import Listed, Question
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel import voice_words
from reviewer_app.ui.panel.final.model import FinalState

translate = QCoreApplication.translate
whole = panel_words.whole


def standing(issued: HeadsPacket[ComparisonPacket] | None) -> tuple[Shape, str]:
    """When it was issued, and how far it has come."""
    if issued is None:
        return Shape.TODO, translate("issuing", "Not issued yet")
    shape = Shape.WAITING if issued.leaf is None else Shape.DONE
    words = translate("issuing", "Issued {time}").format(time=dates.day_and_time(issued.at))
    return shape, f"{words} · {voice_words.received(issued.leaf)}"


def said(state: FinalState, plan: FinalPlan) -> str:
    """Why it is to be issued, or waits; "" where it stands on the scores that count."""
    if plan.comparison is not None:
        return _older() if state.lacks_places else ""
    if not state.is_closed:
        return translate("issuing", "It is issued once the round is closed: scores may still come.")
    if plan.issued is not None:
        return translate(
            "issuing", "Other scores count now than it was made of: it is to be issued anew."
        )
    return translate(
        "issuing", "The final list is signed on it. Issuing it signs the figures of every case."
    )


def _older() -> str:
    return translate(
        "issuing",
        "It came from an older version of this app: chairs do not read in it where their cases "
        "stand among all. Issue it once more.",
    )


def read_back(made: ToIssue, plan: FinalPlan) -> Question:
    """What is asked before the comparison is issued."""
    text = translate(
        "issuing", "{reviews} reviews by {experts} experts on {cases} cases are compared."
    ).format(reviews=whole(made.reviews), experts=whole(made.experts), cases=whole(made.cases))
    return Question(
        title=translate("issuing", "Issue the comparison?"),
        text=text,
        act=translate("issuing", "Sign and issue"),
        consequences=_follows(made, plan),
        listed=tuple(
            Listed(_heading(state, made), lines)
            for state in NOT_COUNTED
            for lines in (_lines(made, state),)
            if lines
        ),
    )


def _follows(made: ToIssue, plan: FinalPlan) -> list[str]:
    found = [
        translate(
            "issuing",
            "{packets} packets are signed with your key: one of the whole, and one of each case.",
        ).format(packets=whole(made.packets))
    ]
    if not made.lacking:
        found.append(translate("issuing", "No review is outstanding, and none is held."))
    if made.failed:
        words = translate("issuing", "Not counted, because they could not be verified: {count}.")
        found.append(words.format(count=panel_words.whole(made.failed)))
    if made.withheld:
        words = translate(
            "issuing",
            "Cases hidden from you: {count}. They play no part in it, and nothing is said of them.",
        )
        found.append(words.format(count=whole(made.withheld)))
    found += [
        translate(
            "issuing",
            "Once it is received, chairs read the figures of their panels’ cases and how strict "
            "each expert was, by number; the secretariat reads all of it, experts nothing.",
        ),
        translate("issuing", "It is kept for good."),
    ]
    if plan.issued is not None:
        if plan.issued.document.rounds[-1] == plan.rounds[-1]:
            words = translate("issuing", "It takes the place of the one of {time}.")
        else:
            words = translate("issuing", "That of the earlier round, {time}, is kept beside it.")
        found.append(words.format(time=dates.day_and_time(plan.issued.at)))
    return found


def _heading(state: CellState, made: ToIssue) -> str:
    many = whole(sum(each.state is state for each in made.lacking))
    if state is CellState.HELD:
        return translate("issuing", "Late or held, and not counted: {count}").format(count=many)
    return translate("issuing", "Reviews that never came: {count}").format(count=many)


def _lines(made: ToIssue, state: CellState) -> tuple[str, ...]:
    """A line a case, with its experts."""
    by_case: dict[str, list[str]] = defaultdict(list)
    for each in made.lacking:
        if each.state is state:
            by_case[each.case].append(terms.expert(each.pseudonym))
    between = translate("issuing", ", ")
    return tuple(f"{case} · {between.join(experts)}" for case, experts in by_case.items())
