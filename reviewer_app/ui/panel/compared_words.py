"""The comparison in words: what holds of it, and the words that all of its faces share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.panel.remarks import Remark
from reviewer_app.panel.selection import Tie, Zone
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.ui import terms
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate
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
    """A chance as whole per cent; never 0 % or 100 %, for a thousand draws make nothing certain."""
    if value is None:
        return "–"
    if round(100 * value) < 1:
        return translate("ladder", "<1%")
    if round(100 * value) > 99:
        return translate("ladder", ">99%")
    return share(value)


def share(value: float) -> str:
    """A part of a whole, as whole per cent."""
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


def place(value: int | None) -> str:
    """A place; a dash where too few reviews count for one."""
    return "–" if value is None else whole(value)


def numbered(case: ComparedCase) -> str:
    """Its number, marked where scores are other ones since its discussion."""
    if case.before is None:
        return case.number
    mark = translate("ladder", "{number} · amended since its discussion")
    return mark.format(number=case.number)


def joined(parts: Sequence[str]) -> str:
    chinese = QLocale().language() == QLocale.Language.Chinese
    return ("" if chinese else " ").join(parts)


def expected(found: PanelComparison) -> str:
    """How many of a proposed list belong, as far as the scores can tell."""
    return joined(
        [
            translate("ladder", "Of the first {target} we expect {number} to belong.").format(
                target=whole(target), number=whole(round(found.expected[target]))
            )
            for target in dict.fromkeys(found.targets)
            if target in found.expected and target < len(found.ranked)
        ]
    )


def lines(found: PanelComparison) -> str:
    """What the thick lines between the places are."""
    there = [whole(target) for target in found.lines if target < len(found.ranked)]
    if len(there) < 2:
        told = translate("ladder", "The thick line: here the best {target} end.")
        return told.format(target=there[0]) if there else ""
    told = translate("ladder", "The thick lines: here the best {first} and the best {last} end.")
    return told.format(first=there[0], last=there[-1])
