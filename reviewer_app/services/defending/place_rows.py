"""From the panel's comparison to how a case came to its place; pure mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from review_protocol.documents.programme import OrderingFigure
from reviewer_app.panel.selection import Tie, Zone
from reviewer_app.reports.defence_rows import (
    Chance,
    Disagreement,
    FarScoreRow,
    HeadsFigures,
    PlaceRow,
    TargetLine,
    TieCode,
)
from reviewer_app.services.panel.among_all import AmongAll
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison

TIES: Mapping[str, TieCode] = {
    Tie.BENEFITS.value: "benefits",
    Tie.COOPERATION.value: "international_cooperativeness",
    Tie.CONCEPTUAL_FIT.value: "conceptual_fit",
    Tie.COUNTRIES.value: "countries",
    Tie.AGREEMENT.value: "disagreement",
    Tie.AREA.value: "area",
    Tie.REASON.value: "written_reason",
}


def exact(value: float | None) -> Decimal | None:
    """A figure in the six digits in which comparisons are recorded."""
    return None if value is None else Decimal(f"{value:.6f}")


def place_row(
    case: ComparedCase | None, found: PanelComparison | None, *, is_of_all: bool
) -> PlaceRow | None:
    """How the case came to its place; None where it has no full score.

    Where only a panel's own cases were compared there is neither chance nor line: the targets
    are those of all cases.
    """
    if case is None or found is None:
        return None
    by_raw = found.ordering is OrderingFigure.RAW_MEAN
    ordered = [each.raw if by_raw else each.adjusted for each in found.ranked]
    return PlaceRow(
        place=case.place,
        of=len(found.ranked),
        fewest=found.fewest,
        raw=Decimal(f"{case.raw:.6f}"),
        raw_place=case.raw_place,
        adjusted=Decimal(f"{case.adjusted:.6f}"),
        error=exact(case.error),
        low=exact(case.low),
        high=exact(case.high),
        rank_low=case.rank_low,
        rank_high=case.rank_high,
        chances=tuple(_chances(case.among, case.zones)) if is_of_all else (),
        tie=None if case.decided_by is None else TIES[case.decided_by.value],
        ordering=found.ordering.value,
        lines=tuple(
            TargetLine(each, exact(ordered[each - 1]) if each < len(ordered) else None)
            for each in (found.targets if is_of_all else ())
        ),
        seed=found.seed,
        inputs=found.inputs,
    )


def _chances(among: Mapping[int, float], zones: Mapping[int, Zone]) -> Iterator[Chance]:
    for target, probability in among.items():
        zone = zones.get(target)
        yield Chance(target, Decimal(f"{probability:.6f}"), None if zone is None else zone.value)


def heads_row(found: AmongAll) -> HeadsFigures:
    """Where the case stands among all, as the head signed it."""
    return HeadsFigures(
        adjusted=Decimal(f"{found.adjusted:.6f}"),
        place=found.place,
        of=found.among,
        rank_low=found.rank_low,
        rank_high=found.rank_high,
        chances=tuple(_chances(found.chances, found.zones)),
    )


def disagreement_row(number: str, found: PanelComparison | None) -> Disagreement:
    """What stands apart on the case."""
    if found is None:
        return Disagreement()
    divided = next((each for each in found.divided if each.case == number), None)
    return Disagreement(
        far=tuple(
            FarScoreRow(
                expert=int(each.expert),
                score=Decimal(f"{each.score:.6f}"),
                expected=Decimal(f"{each.expected:.6f}"),
                once_in=round(each.once_in),
            )
            for each in found.far
            if each.case == number
        ),
        apart=None if divided is None else exact(divided.apart),
        unusual=divided is not None and divided.unusual,
    )
