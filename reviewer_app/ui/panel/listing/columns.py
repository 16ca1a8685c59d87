"""The columns of the panel's list: raw and adjusted side by side, every score, all figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.panel.listed_rows import ListedCase, ListSort
from reviewer_app.ui import hidden_words, terms
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.shapes import GLYPHS, Shape
from reviewer_app.ui.panel import compared_words
from reviewer_app.ui.panel_order import Measure

translate = QCoreApplication.translate
CASE, SCORES = "case", "scores"
CASE_PX = 232
Now = Callable[[], Measure]
Text = Callable[[ListedCase], str]


def list_columns(targets: Sequence[int], now: Now) -> tuple[Column[ListedCase], ...]:
    """`now` is what is compared; chances are of the rule file's targets, if there are any."""
    return (
        _case(),
        Column[ListedCase](
            SCORES,
            lambda: translate("panel", "Scores"),
            lambda row: scores_said(row, now()),
            width=220,
            about=lambda: translate(
                "panel", "Every expert’s, by number; the pointer tells whose each is"
            ),
        ),
        *_means(now),
        *_places(targets),
        *_spread(now),
        *_facts(),
    )


def copied_columns(targets: Sequence[int], now: Now) -> tuple[Column[ListedCase], ...]:
    """What a spreadsheet gets: one fact a column."""
    return (
        Column[ListedCase]("number", lambda: translate("panel", "Number"), lambda row: row.number),
        Column[ListedCase](
            "title", lambda: translate("panel", "Case"), lambda row: terms.own(row.name)
        ),
        *list_columns(targets, now)[1:],
    )


def scores_said(row: ListedCase, by: Measure) -> str:
    """Every single score in words, by pseudonym: for copies and screen readers."""
    if row.withheld:
        return hidden_words.hidden_and_decides(row.hidden)
    return "; ".join(words.cell_sentence(row, cell.pseudonym, by) for cell in row.cells)


def _case() -> Column[ListedCase]:
    return Column[ListedCase](
        CASE,
        lambda: translate("panel", "Case"),
        lambda row: terms.own(row.name),
        sort=ListSort.NUMBER,
        detail=_detail,
        tooltip=_sentence,
        width=CASE_PX,
        flow=True,
    )


def _detail(row: ListedCase) -> str:
    """The number, and what is particular."""
    if row.withheld:
        hidden = hidden_words.hidden_briefly(row.hidden)
        return f"{row.number} · {GLYPHS[Shape.LOCKED]} {hidden}"
    if row.divided:
        divided = translate("panel", "Scores far apart")
        return f"{row.number} · {GLYPHS[Shape.WARNING]} {divided}"
    return row.number


def _sentence(row: ListedCase) -> str:
    lines = (row.number, terms.own(row.name), terms.other(row.name), _outcome(row))
    return "\n".join(line for line in lines if line)


def _outcome(row: ListedCase) -> str:
    if row.outcome is None:
        return translate("panel", "Undecided")
    return words.outcome(row.outcome)


def _number(
    key: str,
    title: Callable[[], str],
    text: Text,
    width: int,
    *,
    about: Callable[[], str] | None = None,
    tooltip: Text | None = None,
) -> Column[ListedCase]:
    return Column[ListedCase](
        key, title, text, Align.RIGHT, sort=key, tooltip=tooltip, width=width, about=about
    )


def _means(now: Now) -> tuple[Column[ListedCase], ...]:
    """Raw and adjusted, side by side."""
    return (
        _number(
            ListSort.N,
            lambda: "n",
            lambda row: words.HIDDEN_SIGN if row.withheld else words.whole(row.figures.n),
            44,
            about=lambda: translate("panel", "Reviews that count"),
            tooltip=_cannot_judge,
        ),
        _number(
            ListSort.MEAN,
            lambda: translate("panel", "Mean"),
            lambda row: words.decimal(row.figures.mean, 2),
            66,
            about=lambda: translate("panel", "Of the scores as they were given"),
        ),
        _number(
            ListSort.ADJUSTED,
            lambda: translate("ladder", "Adjusted"),
            lambda row: words.decimal(row.adjusted, 2),
            94,
            about=lambda: translate("panel", "The mean, less how mild or strict its experts are"),
        ),
        _number(
            ListSort.ERROR,
            lambda: translate("ladder", "± error"),
            lambda row: words.decimal(row.entry.error if now() == "overall" else None, 2),
            78,
            about=lambda: translate("panel", "Standard error of the adjusted mean, in points"),
        ),
    )


def _spread(now: Now) -> tuple[Column[ListedCase], ...]:
    return (
        _number(
            ListSort.MEDIAN,
            lambda: translate("panel", "Median"),
            lambda row: words.decimal(row.figures.median, 1),
            78,
        ),
        _number(
            ListSort.RANGE,
            lambda: translate("panel", "Range"),
            lambda row: words.span(row.figures, now()),
            84,
            about=lambda: translate("panel", "From the lowest score to the highest"),
        ),
        _number(
            ListSort.SD,
            lambda: translate("panel", "SD"),
            lambda row: words.decimal(row.figures.sd, 2),
            72,
            about=lambda: translate("panel", "Standard deviation of the scores, in points"),
        ),
    )


def _cannot_judge(row: ListedCase) -> str:
    count = row.figures.cannot_judge
    said = translate("panel", "Experts who cannot judge: {count}")
    return said.format(count=words.whole(count)) if count else ""


def _places(targets: Sequence[int]) -> tuple[Column[ListedCase], ...]:
    chances: tuple[tuple[ListSort, Text, Callable[[ListedCase], Shape | None]], ...] = (
        (ListSort.BEST, _chance_best, _shape_best),
        (ListSort.LISTED, _chance_listed, _shape_listed),
    )
    return (
        _number(
            ListSort.PLACE,
            lambda: translate("ladder", "Place"),
            _place,
            70,
            tooltip=_place_sentence,
        ),
        _number(
            ListSort.RANK,
            lambda: translate("ladder", "Place 5–95%"),
            _span,
            116,
            about=lambda: translate(
                "panel", "The places between which it lies with a chance of 90%"
            ),
        ),
        *(
            Column[ListedCase](
                key,
                partial(_among, target),
                text,
                sort=key,
                shape=shape,
                width=126,
                about=partial(_chance_of, target),
            )
            for target, (key, text, shape) in zip(targets, chances, strict=False)
        ),
    )


def _among(target: int) -> str:
    return translate("ladder", "Best {target}").format(target=words.whole(target))


def _chance_of(target: int) -> str:
    said = translate("panel", "The chance to belong to the best {target}, and what follows")
    return said.format(target=words.whole(target))


def _place(row: ListedCase) -> str:
    return "–" if row.entry.place is None else words.whole(row.entry.place)


def _place_sentence(row: ListedCase) -> str:
    if row.entry.raw_place is None:
        return ""
    said = translate("panel", "By raw means: place {place}")
    return said.format(place=words.whole(row.entry.raw_place))


def _span(row: ListedCase) -> str:
    low, high = row.entry.rank_low, row.entry.rank_high
    return "–" if low is None or high is None else f"{words.whole(low)}–{words.whole(high)}"


def _chance_best(row: ListedCase) -> str:
    chance = compared_words.percent(row.entry.chance_best)
    zone = row.zone_best
    return chance if zone is None else f"{chance} · {compared_words.zone(zone)}"


def _chance_listed(row: ListedCase) -> str:
    chance = compared_words.percent(row.entry.chance_listed)
    zone = row.zone_listed
    return chance if zone is None else f"{chance} · {compared_words.zone(zone)}"


def _shape_best(row: ListedCase) -> Shape | None:
    return None if row.zone_best is None else compared_words.ZONE_SHAPES[row.zone_best]


def _shape_listed(row: ListedCase) -> Shape | None:
    return None if row.zone_listed is None else compared_words.ZONE_SHAPES[row.zone_listed]


def _facts() -> tuple[Column[ListedCase], ...]:
    return (
        Column[ListedCase](
            ListSort.OUTCOME,
            lambda: translate("panel", "Decision"),
            _outcome,
            sort=ListSort.OUTCOME,
            width=148,
        ),
        Column[ListedCase](
            ListSort.AREA,
            lambda: translate("panel", "Area"),
            lambda row: terms.area(row.area),
            sort=ListSort.AREA,
            width=180,
        ),
        Column[ListedCase](
            ListSort.COUNTRIES,
            lambda: translate("panel", "Countries (regions)"),
            lambda row: QLocale().toString(row.entry.countries),
            Align.RIGHT,
            sort=ListSort.COUNTRIES,
            width=136,
        ),
    )
