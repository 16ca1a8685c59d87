"""The comparison in words: what holds of it, why a case stands where it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.panel.remarks import Remark
from reviewer_app.panel.selection import Tie, Zone
from reviewer_app.services.panel.compared_rows import (
    BeforeTalk,
    ComparedCase,
    CountedScore,
    PanelComparison,
)
from reviewer_app.ui import terms
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate
NOTICED = 0.25
"""Points from which on an expert is called stricter or milder than the colleagues."""

ZONE_SHAPES = {Zone.IN: Shape.DONE, Zone.DISCUSS: Shape.WAITING, Zone.OUT: Shape.TODO}


def zone(value: Zone) -> str:
    match value:
        case Zone.IN:
            return translate("ladder", "In")
        case Zone.DISCUSS:
            return translate("ladder", "Discuss")
        case Zone.OUT:
            return translate("ladder", "Out")
    assert_never(value)


def percent(value: float | None) -> str:
    """A chance as whole per cent; never 0 % or 100 % of what is not certain."""
    if value is None:
        return "–"
    if 0 < value < 0.005:
        return translate("ladder", "<1%")
    if 0.995 <= value < 1:
        return translate("ladder", ">99%")
    return translate("ladder", "{number}%").format(number=whole(round(100 * value)))


def remark(value: Remark, found: PanelComparison) -> str:
    """What the chair must know before the figures."""
    match value:
        case Remark.ISLANDS:
            return translate(
                "ladder",
                "{count} groups of experts share no case with each other. Their cases are compared "
                "as if all groups were equally strict on average.",
            ).format(count=whole(len(found.islands)))
        case Remark.TOO_FEW_SHARED:
            return translate(
                "ladder", "Too few shared cases to judge strictness; raw means are shown."
            )
        case Remark.EQUALLY_STRICT:
            return translate("ladder", "Experts were about equally strict; no correction needed.")
        case Remark.COMPLETE:
            return translate(
                "ladder", "Complete panel: everybody scored everything, adjusted = raw."
            )
        case Remark.FEW_EXPERTS:
            return translate(
                "ladder",
                "With fewer than 30 experts the intervals of their strictness are a little short.",
            )
        case Remark.NOTHING_TO_FIT:
            return translate(
                "ladder", "Not enough data to tell experts from cases; raw means are shown."
            )
    assert_never(value)


def tie(value: Tie) -> str:
    """What decided between equal figures."""
    match value:
        case Tie.BENEFITS:
            return terms.criterion("benefits")
        case Tie.COOPERATION:
            return terms.criterion("international_cooperativeness")
        case Tie.CONCEPTUAL_FIT:
            return terms.criterion("conceptual_fit")
        case Tie.COUNTRIES:
            return translate("ladder", "the number of countries (regions)")
        case Tie.AGREEMENT:
            return translate("ladder", "the smaller disagreement")
        case Tie.AREA:
            return translate("ladder", "the area less represented")
        case Tie.REASON:
            return translate("ladder", "nothing yet: a written reason is needed")
    assert_never(value)


def case_sentence(case: ComparedCase, found: PanelComparison) -> str:
    """Why it stands where it does, in one or two sentences."""
    parts = [_stands(case, found), *_strictness(case.scores)]
    if case.reviews == 1 and case.place is not None:
        parts.append(translate("ladder", "1 review: never in the sure zone."))
    parts += [
        translate("ladder", "Among the best {target} with probability {chance}.").format(
            target=whole(target), chance=percent(case.among[target])
        )
        for target in found.targets
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
    return joined(parts)


def _stands(case: ComparedCase, found: PanelComparison) -> str:
    if case.place is None:
        template = translate(
            "ladder",
            "Mean {mean}, adjusted {adjusted}. No place: fewer reviews count than the {fewest} "
            "that the rules ask for.",
        )
    else:
        template = translate(
            "ladder", "Mean {mean} (place {raw}), adjusted {adjusted} (place {place})."
        )
    return template.format(
        mean=decimal(case.raw, 1),
        raw=place(case.raw_place),
        adjusted=decimal(case.adjusted, 1),
        place=place(case.place),
        fewest=whole(found.fewest),
    )


def place(value: int | None) -> str:
    """A place; a dash where too few reviews count for one."""
    return "–" if value is None else whole(value)


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
        mean=decimal(before.raw, 1),
        adjusted=decimal(before.adjusted, 1),
        place=whole(before.place),
    )


def numbered(case: ComparedCase) -> str:
    """Its number, marked where scores are other ones since its discussion."""
    if case.before is None:
        return case.number
    mark = translate("ladder", "{number} · amended since its discussion")
    return mark.format(number=case.number)


def _strictness(scores: Sequence[CountedScore]) -> list[str]:
    strict = [each for each in scores if each.leniency <= -NOTICED]
    mild = [each for each in scores if each.leniency >= NOTICED]
    said = []
    if strict:
        said.append(
            translate(
                "ladder", "{count} of {all} experts: about {points} stricter than their colleagues."
            ).format(count=whole(len(strict)), all=whole(len(scores)), points=_points(strict))
        )
    if mild:
        said.append(
            translate(
                "ladder", "{count} of {all} experts: about {points} milder than their colleagues."
            ).format(count=whole(len(mild)), all=whole(len(scores)), points=_points(mild))
        )
    return said


def _points(of: Sequence[CountedScore]) -> str:
    return decimal(sum(abs(each.leniency) for each in of) / len(of), 1)


def joined(parts: Sequence[str]) -> str:
    chinese = QLocale().language() == QLocale.Language.Chinese
    return ("" if chinese else " ").join(parts)


def score_counts(score: CountedScore) -> str:
    """How one score counts: "7.0 from expert 03, usually 0.6 low, counts 7.6"."""
    facts = {
        "score": decimal(score.score, 1),
        "expert": terms.expert(score.pseudonym),
        "off": decimal(abs(score.leniency), 1),
        "counts": decimal(score.counts, 1),
    }
    if score.leniency <= -NOTICED:
        template = translate("ladder", "{score} from {expert}, usually {off} low, counts {counts}")
    elif score.leniency >= NOTICED:
        template = translate("ladder", "{score} from {expert}, usually {off} high, counts {counts}")
    else:
        template = translate("ladder", "{score} from {expert}")
    return template.format(**facts)


def expected(found: PanelComparison) -> str:
    """How many of a proposed list belong, as far as the scores can tell."""
    return joined(
        [
            translate("ladder", "Of the first {target} we expect {number} to belong.").format(
                target=whole(target), number=whole(round(found.expected[target]))
            )
            for target in found.targets
            if target in found.expected and target < len(found.ranked)
        ]
    )


def lines(found: PanelComparison) -> str:
    """What the thick lines between the places are."""
    there = [whole(target) for target in found.targets if target < len(found.ranked)]
    return joined(
        [
            translate("ladder", "The thick line: here the best {target} end.").format(target=each)
            for each in there
        ]
    )
