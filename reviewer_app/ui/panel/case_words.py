"""One case among the others, in words: its figures, what stands apart, what does not count."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import CANNOT_JUDGE
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.home import Home, Homes
from reviewer_app.services.panel.rows import CellState, PanelCaseRow, PanelCell
from reviewer_app.ui import terms
from reviewer_app.ui.panel import among_words, opinion_words
from reviewer_app.ui.panel import compared_words as words
from reviewer_app.ui.panel.disagreements.words import divided, far
from reviewer_app.ui.panel_words import decimal, span, whole

translate = QCoreApplication.translate
Named = tuple[str, str]


def figures(row: PanelCaseRow, case: ComparedCase, found: PanelComparison) -> tuple[Named, ...]:
    """Raw and adjusted side by side, places, and the chances for each target."""
    overall = row.overall
    raw = translate("ladder", "{mean} (median {median}, {span}, SD {sd}, n {n})").format(
        mean=decimal(case.raw, 2),
        median=decimal(overall.median, 1),
        span=span(overall, "overall"),
        sd=decimal(overall.sd, 2),
        n=whole(case.reviews),
    )
    pairs = [
        (translate("ladder", "Adjusted"), _adjusted(case)),
        (translate("ladder", "Mean"), raw),
        (_place_name(found), _place(case)),
    ]
    if not found.is_whole:
        told = among_words.issued_place(case, found)
        pairs.append((translate("ladder", "Among all"), told))
    for target, chance in case.among.items():
        name = translate("ladder", "Best {target}").format(target=whole(target))
        zone = case.zones.get(target)
        told = words.percent(chance)
        pairs.append((name, told if zone is None else f"{told} · {words.zone(zone)}"))
    return tuple(pairs)


def _adjusted(case: ComparedCase) -> str:
    adjusted = decimal(case.adjusted, 2)
    if case.error is None or case.low is None or case.high is None:
        return adjusted
    shown = translate("ladder", "{mean} ± {error} (90%: {low}–{high})")
    return shown.format(
        mean=adjusted,
        error=decimal(case.error, 2),
        low=decimal(case.low, 1),
        high=decimal(case.high, 1),
    )


def _place_name(found: PanelComparison) -> str:
    if found.is_whole:
        return translate("ladder", "Place")
    return translate("ladder", "In this panel")


def _place(case: ComparedCase) -> str:
    if case.place is None:
        return translate("ladder", "none: too few reviews")
    place = translate("ladder", "place {place}").format(place=whole(case.place))
    if case.rank_low is not None and case.rank_high is not None:
        place = translate("ladder", "{place} (5–95%: {low}–{high})").format(
            place=place, low=whole(case.rank_low), high=whole(case.rank_high)
        )
    raw = translate("ladder", "by raw means {raw}").format(raw=words.place(case.raw_place))
    return translate("ladder", "{first}; {second}").format(first=place, second=raw)


def criteria(row: PanelCaseRow, rubric: Rubric) -> tuple[Named, ...]:
    """Mean and range of each criterion; who cannot judge it is counted beside."""
    pairs = []
    for criterion in rubric.criteria:
        found = row.criteria[criterion.code]
        told = translate("ladder", "{mean} ({span})").format(
            mean=decimal(found.mean, 1), span=span(found, criterion.code)
        )
        if found.cannot_judge:
            cannot = translate("ladder", "cannot judge: {count}").format(
                count=whole(found.cannot_judge)
            )
            told = f"{told} · {cannot}"
        pairs.append((terms.criterion(criterion.code), told))
    return tuple(pairs)


def apart(number: str, found: PanelComparison) -> tuple[str, ...]:
    """What stands further apart on a case than chance would have it, in words."""
    groups = (divided(each) for each in found.divided if each.case == number)
    single = (far(each) for each in found.far if each.case == number)
    return (*groups, *single)


def apart_of(number: str, pseudonym: int, found: PanelComparison) -> str:
    """The same of one score; "" where it does not stand apart."""
    return next(
        (far(each) for each in found.far if each.case == number and int(each.expert) == pseudonym),
        "",
    )


def beside(row: PanelCaseRow, homes: Homes | None) -> tuple[str, ...]:
    """What is no full score, as itself; and what is to be known of those that count. One line for
    all experts of whom the same is to be said."""
    of: dict[str, list[str]] = {}
    known = homes or {}
    for cell in row.cells:
        for what in (*_of_cell(cell), *_from_home(known.get((row.number, cell.pseudonym)))):
            of.setdefault(what, []).append(terms.expert(cell.pseudonym))
    said = translate("ladder", "{experts}: {what}")
    return tuple(
        said.format(experts=translate("ladder", ", ").join(experts), what=what)
        for what, experts in of.items()
    )


def _from_home(home: Home | None) -> tuple[str, ...]:
    match home:
        case None:
            return ()
        case Home.APPLICANT:
            return (translate("ladder", "from the applicant’s country (region)"),)
        case Home.INVOLVED:
            return (translate("ladder", "from another country (region) involved"),)


def _of_cell(cell: PanelCell) -> Iterator[str]:
    standing = opinion_words.standing(cell)
    if standing:
        yield standing
    if cell.state is CellState.RECEIVED:
        without = [code for code, mark in cell.marks.items() if mark == CANNOT_JUDGE]
        if without and len(without) == len(cell.marks):
            yield translate("ladder", "cannot judge any criterion; counts in no mean")
        else:
            for code in without:
                what = translate("ladder", "cannot judge {criterion}; counts in the others alone")
                yield what.format(criterion=terms.criterion(code))
        if cell.amended:
            yield translate("ladder", "amended")
        if cell.disclosed:
            yield translate("ladder", "a tie is disclosed")
        if cell.other_version:
            yield opinion_words.earlier_text()
