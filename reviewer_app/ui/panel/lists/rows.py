"""The places of a list, and the columns in which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.proposed_rows import LongList, ProposedList, ProposedPlace
from reviewer_app.services.panel.stability import FIRM, Stability
from reviewer_app.ui import terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel import compared_words
from reviewer_app.ui.panel.lists import words
from reviewer_app.ui.panel_words import decimal, outcome, whole

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ListRow:
    """A place as the table shows it."""

    place: ProposedPlace
    target: int
    outcome: Recommendation | None
    """Of its list; None in a long list."""
    stability: Stability | None
    """None where it is not known."""
    reserve: int | None
    """Its number among the reserves, from 1."""
    is_last: bool
    """The line lies below it."""

    @property
    def number(self) -> str:
        return self.place.number

    @property
    def zone(self) -> Zone | None:
        return self.place.compared.zones.get(self.target)

    @property
    def differs(self) -> bool:
        """Whether what was decided is another thing than what the order proposes."""
        decision = self.place.decision
        if decision is None or self.outcome is None:
            return False
        chosen = decision.outcome
        if self.outcome is Recommendation.CASEBOOK:
            on_it = chosen is not Recommendation.NOT_IN_CASEBOOK
        elif self.place.row.decision is None and chosen is Recommendation.CASEBOOK:
            return False  # an earlier round let it into the Casebook, and said no more
        else:
            on_it = chosen is Recommendation.OUTSTANDING
        return on_it != (self.reserve is None)


def rows_of(shown: ProposedList, moved: Mapping[str, Stability] | None) -> tuple[ListRow, ...]:
    """The list, then its reserves; `moved` is None while nobody knows what the checks say."""
    crossable = len(shown.order) > shown.target
    listed = len(shown.listed)
    return tuple(
        ListRow(
            place,
            shown.target,
            shown.outcome,
            None if moved is None and crossable else (moved or {}).get(place.number, FIRM),
            place.position - listed if place.position > listed else None,
            crossable and place.position == shown.target,
        )
        for place in (*shown.listed, *shown.reserves)
    )


def long_rows(found: LongList) -> tuple[ListRow, ...]:
    """The long list, in order."""
    return tuple(ListRow(place, found.target, None, None, None, False) for place in found.cases)


def columns(target: int, *, is_long: bool) -> tuple[Column[ListRow], ...]:
    """Place, case, both means, chance; and of a list how firm each place is, and its decision."""
    shared = (
        Column[ListRow](
            "place",
            lambda: translate("ladder", "Place"),
            lambda row: compared_words.place(
                row.place.compared.place if is_long else row.place.position
            ),
            Align.RIGHT,
            width=56,
        ),
        Column[ListRow](
            "case",
            lambda: translate("ladder", "Case"),
            lambda row: terms.own(row.place.row.name),
            detail=_detail,
            width=220,
            stretch=True,
            flow=True,
        ),
        *_figures(target),
    )
    return shared if is_long else (*shared, _firmness(), _decision())


def _detail(row: ListRow) -> str:
    numbered = compared_words.numbered(row.place.compared)
    return f"{numbered} · {terms.area(row.place.row.area)}"


def _figures(target: int) -> tuple[Column[ListRow], ...]:
    return (
        Column[ListRow](
            "raw",
            lambda: translate("ladder", "Mean"),
            lambda row: decimal(row.place.compared.raw, 2),
            Align.RIGHT,
            width=72,
        ),
        Column[ListRow](
            "adjusted",
            lambda: translate("ladder", "Adjusted"),
            lambda row: decimal(row.place.compared.adjusted, 2),
            Align.RIGHT,
            width=104,
        ),
        Column[ListRow](
            "among",
            lambda: translate("ladder", "Best {target}").format(target=whole(target)),
            _chance,
            shape=lambda row: None if row.zone is None else compared_words.ZONE_SHAPES[row.zone],
            width=124,
            whole=True,
        ),
    )


def _chance(row: ListRow) -> str:
    chance = compared_words.percent(row.place.compared.among.get(row.target))
    return chance if row.zone is None else f"{chance} · {compared_words.zone(row.zone)}"


def _firmness() -> Column[ListRow]:
    return Column[ListRow](
        "firmness",
        lambda: translate("lists", "Moved over the line by"),
        lambda row: words.moved_by(row.stability),
        width=192,
        about=lambda: translate(
            "lists",
            "Checks, each made alone: by raw means, a fit in which far scores count less, each "
            "expert left out, each review left out.",
        ),
    )


def _decision() -> Column[ListRow]:
    return Column[ListRow](
        "decision",
        lambda: translate("lists", "Decision"),
        _decided,
        shape=lambda row: None if row.place.decision is None else _shape(row),
        tone=lambda row: Tone.CARE if row.differs else None,
        width=112,
        tooltip=lambda row: "" if row.place.decision is None else row.place.decision.reason,
    )


def _shape(row: ListRow) -> Shape:
    return Shape.WARNING if row.differs else Shape.DONE


def _decided(row: ListRow) -> str:
    if row.place.decision is not None:
        return outcome(row.place.decision.outcome)
    if row.reserve is not None:
        return translate("lists", "Reserve {number}").format(number=whole(row.reserve))
    return translate("lists", "Undecided")
