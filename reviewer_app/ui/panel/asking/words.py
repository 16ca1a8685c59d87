"""A question beside the comparison, and what it would change, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.panel.changes import Moved
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import joined, zone
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate
MOST_TOLD = 3
"""Moved cases that are told in words; all are marked on the ladder."""


def asked_words(asked: WhatIf) -> str:
    """What is done otherwise, in a few words each."""
    parts = []
    if asked.raw:
        parts.append(translate("ladder", "by raw means"))
    if asked.robust:
        parts.append(translate("ladder", "far scores count less"))
    for expert in sorted(asked.without):
        parts.append(translate("ladder", "without {expert}").format(expert=terms.expert(expert)))
    for review in sorted(asked.skipped):
        parts.append(skipped(*review))
    if asked.weights is not None:
        weights = translate("ladder", ", ").join(
            f"{terms.criterion(code)} {decimal(weight, 0)}"
            for code, weight in asked.weights.items()
        )
        parts.append(translate("ladder", "weights: {weights}").format(weights=weights))
    return translate("ladder", "; ").join(parts)


def skipped(number: str, expert: int) -> str:
    """One review that is left out."""
    return translate("ladder", "without {expert} on {case}").format(
        expert=terms.expert(expert), case=number
    )


def changes(moved: Sequence[Moved], *, has_lines: bool) -> str:
    """How many cases cross a line or change zone, and which; where there is no line, how many
    change place."""
    if not has_lines:
        return _elsewhere(moved)
    if not moved:
        return translate("ladder", "As if: no case crosses a line, none changes zone.")
    crossing = len({each.number for each in moved if each.crosses})
    zones = len({each.number for each in moved if each.zone_before != each.zone_after})
    said = translate(
        "ladder", "As if: cases that cross a line: {lines}; that change zone: {zones}."
    )
    first = sorted(moved, key=lambda each: not each.crosses)
    return joined([said.format(lines=whole(crossing), zones=whole(zones)), _listed(first)])


def _elsewhere(moved: Sequence[Moved]) -> str:
    if not moved:
        return translate("ladder", "As if: no case changes its place in this panel.")
    said = translate("ladder", "As if: cases at another place in this panel: {count}.")
    return joined([said.format(count=whole(len(moved))), _listed(moved)])


def _listed(moved: Sequence[Moved]) -> str:
    told = [moved_words(each) for each in moved[:MOST_TOLD]]
    if len(moved) > MOST_TOLD:
        told.append(
            translate("ladder", "and {count} more, marked below").format(
                count=whole(len(moved) - MOST_TOLD)
            )
        )
    return translate("ladder", "{cases}.").format(cases=translate("ladder", "; ").join(told))


def moved_words(moved: Moved) -> str:
    """One case: where it would stand, and where it stands."""
    parts = [places(moved)]
    target = "" if moved.target is None else whole(moved.target)
    if moved.enters:
        parts.append(translate("ladder", "enters the first {target}").format(target=target))
    elif moved.leaves:
        parts.append(translate("ladder", "leaves the first {target}").format(target=target))
    if moved.zone_before != moved.zone_after and moved.zone_before and moved.zone_after:
        parts.append(
            translate("ladder", "for the best {target} {after} instead of {before}").format(
                target=target, after=zone(moved.zone_after), before=zone(moved.zone_before)
            )
        )
    return translate("ladder", "{case}: {what}").format(
        case=moved.number, what=translate("ladder", ", and ").join(parts)
    )


def places(moved: Moved) -> str:
    """Its place as if, and its own."""
    if moved.after is None:
        return translate("ladder", "no place instead of {before}").format(
            before=whole(moved.before)
        )
    if moved.after == moved.before:
        return translate("ladder", "place {place}").format(place=whole(moved.before))
    return translate("ladder", "place {after} instead of {before}").format(
        after=whole(moved.after), before=whole(moved.before)
    )
