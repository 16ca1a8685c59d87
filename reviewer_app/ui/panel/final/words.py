"""The sentences of the head's lists, in the interface's language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.packet import Packet
from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.final_plan import LISTED, FinalPlan, PlannedPlace
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import dates, panel_words, terms
from reviewer_app.ui.kit.dialogs import Listed, Question
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel import voice_words
from reviewer_app.ui.panel.compared_words import joined

translate = QCoreApplication.translate
whole = panel_words.whole


def case(row: PanelCaseRow) -> str:
    """Number and title."""
    return f"{row.number} {terms.own(row.name)}"


def position(place: PlannedPlace) -> str:
    """Its place on the list."""
    return "–" if place.position is None else whole(place.position)


def order(place: PlannedPlace) -> str:
    """Its place in the order."""
    return "–" if place.proposal.place is None else whole(place.proposal.place)


def proposed(place: PlannedPlace) -> str:
    """What the order proposes where it is something else."""
    if not place.leaves_order or place.proposal.outcome is None:
        return ""
    words = translate("final", "proposed: {outcome}")
    return words.format(outcome=panel_words.outcome(place.proposal.outcome))


def reason(place: PlannedPlace) -> str:
    """Why it leaves the order; that this is lacking; "" where it follows it."""
    if place.lacks_reason:
        return translate("final", "Reason lacking")
    return " ".join(place.reason.split()) if place.leaves_order else ""


def targets(plan: FinalPlan) -> str:
    """How many there are of how many: told, and holding up nothing. Of a panel's cases alone there
    is no target."""
    if not plan.targets:
        words = translate(
            "final", "Of this panel’s cases: {outstanding} Outstanding, {casebook} Casebook."
        )
        return words.format(
            outstanding=whole(len(plan.of(Recommendation.OUTSTANDING))),
            casebook=whole(len(plan.of(Recommendation.CASEBOOK))),
        )
    said = []
    for outcome in (Recommendation.OUTSTANDING, Recommendation.CASEBOOK):
        words = translate("final", "{outcome}: {count} of about {target}.")
        many = len(plan.of(outcome)) + sum(each.outcome is outcome for each in plan.elsewhere)
        if outcome is Recommendation.CASEBOOK:
            words = translate("final", "In the Casebook in all: {count} of about {target}.")
            many = len(plan.places) + len(plan.elsewhere)
        said.append(
            words.format(
                outcome=panel_words.outcome(outcome),
                count=whole(many),
                target=whole(plan.targets[outcome]),
            )
        )
    return joined(said)


def told(plan: FinalPlan) -> tuple[str, ...]:
    """What is worth knowing, and holds up nothing."""
    said = [targets(plan)]
    if plan.is_behind:
        said.append(
            translate(
                "final",
                "Decisions have changed since the list that stands was signed: it holds until the "
                "head signs another.",
            )
        )
    if plan.open:
        words = translate("final", "Cases below the line without a decision: {count}.")
        if not plan.targets:
            words = translate("final", "Other cases without a decision: {count}.")
        said.append(words.format(count=whole(len(plan.open))))
    for left in plan.left_out:
        words = translate("final", "Decided out though the order proposes it: {case}. “{reason}”")
        said.append(words.format(case=case(left.row), reason=left.decision.reason))
    if plan.withheld:
        words = translate("final", "Hidden from you: {count}. Somebody else decides them.")
        said.append(words.format(count=whole(plan.withheld)))
    if plan.elsewhere:
        words = translate(
            "final",
            "Places decided by the deputy, on cases hidden from you: {count}. The list names them "
            "by the decision alone, as “one place decided by the deputy”.",
        )
        said.append(words.format(count=whole(len(plan.elsewhere))))
    if plan.reserve:
        words = translate("final", "Reserve list, in order: {cases}.")
        said.append(words.format(cases=", ".join(row.number for row in plan.reserve)))
    return tuple(said)


def until_then(plan: FinalPlan) -> str:
    """What is signed instead, as long as a later round has to decide."""
    if plan.lists_long:
        return translate("final", "Until then the long list is what is signed.")
    return translate("final", "Until then no list is signed.")


def no_comparison(*, is_closed: bool) -> str:
    """What the list is signed on, and why it is not there."""
    if is_closed:
        return translate(
            "final",
            "The list is signed on the comparison of all panels, as their scores stand now; it is "
            "still to be issued.",
        )
    return translate(
        "final",
        "The list is signed on the comparison of all panels, which is issued once the round is "
        "closed.",
    )


def unknown(plan: FinalPlan) -> tuple[str, ...]:
    """What is lacking of cases that this person does not see."""
    said = []
    if plan.undeclared:
        words = translate(
            "final",
            "Cases on which you have not declared yet: {count}. Their decisions are shown after "
            "that.",
        )
        said.append(words.format(count=whole(plan.undeclared)))
    if plan.undecided_elsewhere:
        words = translate(
            "final", "Hidden from you, and not decided yet: {count}. A deputy decides them."
        )
        said.append(words.format(count=whole(plan.undecided_elsewhere)))
    return tuple(said)


def standing(signed: HeadsPacket[Packet] | None) -> tuple[Shape, str]:
    """How far the signed list has come."""
    if signed is None:
        return Shape.TODO, translate("final", "Not signed yet")
    shape = Shape.WAITING if signed.leaf is None else Shape.DONE
    time = dates.day_and_time(signed.at)
    words = translate("final", "Signed {time}").format(time=time)
    return shape, f"{words} · {voice_words.received(signed.leaf)}"


def seen_by() -> str:
    """Who reads a list once it is received."""
    return translate(
        "final", "Once it is received, the chairs, the head and the secretariat can see it."
    )


def for_good() -> str:
    return translate(
        "final", "It is signed with your key and kept for good; a later one replaces it."
    )


def read_back(plan: FinalPlan) -> Question:
    """What is asked before the final list is signed: every place by its title."""
    against = sum(each.leaves_order for each in plan.places)
    consequences = [
        translate("final", "Places that leave the order, each with its reason: {count}.").format(
            count=whole(against)
        ),
        for_good(),
    ]
    if plan.standing is not None:
        words = translate("final", "It takes the place of the list signed {time}.")
        consequences.append(words.format(time=dates.day_and_time(plan.standing.at)))
    reserve = translate("final", "Reserve list, in order: {count}")
    open_ones = translate("final", "Without a decision, and on no list: {count}")
    listed = [
        *(_places(plan, outcome) for outcome in LISTED),
        listed_rows(reserve, plan.reserve),
        listed_rows(open_ones, plan.open),
    ]
    return Question(
        title=translate("final", "Sign the final list?"),
        text=targets(plan),
        act=translate("final", "Sign"),
        consequences=consequences,
        listed=listed,
    )


def _places(plan: FinalPlan, outcome: Recommendation) -> Listed:
    """Those of one outcome, numbered through the whole list."""
    own, deputys = plan.of(outcome), [each for each in plan.elsewhere if each.outcome is outcome]
    lines = [_line(each) for each in own]
    by_deputy = translate("final", "one place decided by the deputy, on a case hidden from you")
    lines += [f"– · {by_deputy}" for _ in deputys]
    heading = translate("final", "{outcome}: {count}")
    name = panel_words.outcome(outcome)
    return Listed(heading.format(outcome=name, count=whole(len(lines))), lines)


def _line(place: PlannedPlace) -> str:
    """One place; marked where it leaves the order, with what that proposes and the reason."""
    line = f"{position(place)} · {case(place.row)}"
    if not place.leaves_order:
        return line
    marks = [
        translate("final", "out of the order: place {place}").format(place=order(place)),
        proposed(place),
        translate("final", "reason: {reason}").format(reason=reason(place)),
    ]
    parts = translate("final", "; ").join(mark for mark in marks if mark)
    return translate("final", "{line} ({marks})").format(line=line, marks=parts)


def listed_rows(heading: str, rows: Sequence[PanelCaseRow]) -> Listed:
    return Listed(heading.format(count=whole(len(rows))), [case(row) for row in rows])


def saved(files: Sequence[Path]) -> str:
    """Where the list was saved; "" before."""
    if not files:
        return ""
    return translate("final", "Saved in {folder}: {names}. The files are not encrypted.").format(
        folder=files[0].parent, names=", ".join(each.name for each in files)
    )
