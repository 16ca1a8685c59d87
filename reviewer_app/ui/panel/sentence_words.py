"""Why a case stands where it does, and how its scores count: figures add up as they are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.compared_rows import (
    BeforeTalk,
    ComparedCase,
    CountedScore,
    PanelComparison,
)
from reviewer_app.ui import terms
from reviewer_app.ui.panel.among_words import where_it_stands
from reviewer_app.ui.panel.compared_words import joined, percent, place, tie
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate
NOTICED = 0.25
"""Points from which on an expert is called stricter or milder than the colleagues."""
DIGITS = 2


def case_sentence(case: ComparedCase, found: PanelComparison) -> str:
    """Why it stands where it does, in a few sentences."""
    parts = [_stands(case, found), *_strictness(case)]
    if case.reviews == 1 and case.place is not None:
        parts.append(translate("ladder", "1 review: never in the sure zone."))
    parts += [
        translate("ladder", "Among the best {target} with probability {chance}.").format(
            target=whole(target), chance=percent(case.among[target])
        )
        for target in found.lines
        if target in case.among
    ]
    if case.decided_by is not None:
        parts.append(
            translate("ladder", "Equal with the case before; decided by: {tie}.").format(
                tie=tie(case.decided_by)
            )
        )
    if case.before is not None:
        parts.append(_before_talk(case.before))
    parts.append(where_it_stands(case, found))
    return joined([part for part in parts if part])


def _stands(case: ComparedCase, found: PanelComparison) -> str:
    if case.place is None:
        template = translate(
            "ladder",
            "Mean {mean}, adjusted {adjusted}. No place: fewer reviews count than the {fewest} "
            "that the rules ask for.",
        )
    elif found.is_whole:
        template = translate(
            "ladder", "Mean {mean} (place {raw}), adjusted {adjusted} (place {place})."
        )
    else:
        template = translate(
            "ladder",
            "Mean {mean} (place {raw} of {count} in this panel), adjusted {adjusted} (place "
            "{place} of {count}).",
        )
    return template.format(
        mean=decimal(case.raw, DIGITS),
        raw=place(case.raw_place),
        adjusted=decimal(case.adjusted, DIGITS),
        place=place(case.place),
        count=whole(len(found.ranked)),
        fewest=whole(found.fewest),
    )


def _before_talk(before: BeforeTalk) -> str:
    """Whose scores are other ones since the discussion, and where the case stood before it."""
    experts = translate("ladder", ", ").join(map(terms.expert, before.amended))
    if before.raw is None or before.adjusted is None or before.place is None:
        text = translate(
            "ladder", "Amended since its discussion: {experts}. Before it the case had no score."
        )
        return text.format(experts=experts)
    text = translate(
        "ladder",
        "Amended since its discussion: {experts}. Before it: mean {mean}, adjusted {adjusted} "
        "(place {place}).",
    )
    return text.format(
        experts=experts,
        mean=decimal(before.raw, DIGITS),
        adjusted=decimal(before.adjusted, DIGITS),
        place=whole(before.place),
    )


def _strictness(case: ComparedCase) -> list[str]:
    strict = [each for each in case.scores if each.leniency <= -NOTICED]
    mild = [each for each in case.scores if each.leniency >= NOTICED]
    said = []
    if strict:
        said.append(
            translate(
                "ladder", "{count} of {all} experts: about {points} stricter than their colleagues."
            ).format(count=whole(len(strict)), all=whole(case.reviews), points=_points(strict))
        )
    if mild:
        said.append(
            translate(
                "ladder", "{count} of {all} experts: about {points} milder than their colleagues."
            ).format(count=whole(len(mild)), all=whole(case.reviews), points=_points(mild))
        )
    if said:
        together = translate("ladder", "Together: {points} points.")
        moved = round(case.adjusted, DIGITS) - round(case.raw, DIGITS)
        said.append(together.format(points=_signed(moved)))
    return said


def _points(of: Sequence[CountedScore]) -> str:
    return decimal(sum(abs(each.leniency) for each in of) / len(of), 1)


def _signed(points: float) -> str:
    if abs(points) < 0.005:
        return decimal(0.0, DIGITS)
    sign = "+" if points > 0 else "−"
    return f"{sign}{decimal(abs(points), DIGITS)}"


def score_counts(score: CountedScore) -> str:
    """How one score counts: "7.00 from expert 03, usually 0.60 low, counts 7.60"."""
    if score.leniency <= -NOTICED:
        template = translate("ladder", "{score} from {expert}, usually {off} low, counts {counts}")
    elif score.leniency >= NOTICED:
        template = translate("ladder", "{score} from {expert}, usually {off} high, counts {counts}")
    elif _rounded(score.leniency):
        template = translate("ladder", "{score} from {expert}, counts {counts}")
    else:
        template = translate("ladder", "{score} from {expert}")
    return _filled(template, score)


def counts(score: CountedScore) -> str:
    """The same where its expert is named already."""
    if score.leniency <= -NOTICED:
        template = translate("ladder", "{score} in all, usually {off} low, counts {counts}")
    elif score.leniency >= NOTICED:
        template = translate("ladder", "{score} in all, usually {off} high, counts {counts}")
    else:
        template = translate("ladder", "{score} in all, counts {counts}")
    return _filled(template, score)


def _filled(template: str, score: CountedScore) -> str:
    """What counts is computed from the figures as they are shown."""
    shown, off = _rounded(score.score), _rounded(score.leniency)
    return template.format(
        score=decimal(shown, DIGITS),
        expert=terms.expert(score.pseudonym),
        off=decimal(abs(off), DIGITS),
        counts=decimal(shown - off, DIGITS),
    )


def _rounded(points: float) -> float:
    return round(points, DIGITS)
