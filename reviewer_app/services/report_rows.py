"""The panel's table as the rows of a score report; pure mapping, nothing is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from review_protocol.documents.answers import ProgressAnswer
from review_protocol.documents.file_quotes import file_quotes_of
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RecusalReason
from review_protocol.documents.programme import Criterion, Recommendation, Rubric
from review_protocol.documents.score import CANNOT_JUDGE, Answers, CriterionCode
from review_protocol.documents.text import Area
from review_protocol.documents.text import Bilingual as Names
from reviewer_app.reports.figures import Exact, Figures, figures_of
from reviewer_app.reports.provenance import Provenance
from reviewer_app.reports.rows import (
    CaseRow,
    CommentRow,
    CriterionName,
    FileWords,
    ProgressRow,
    RecommendationCounts,
    ReviewRow,
    ScoreReportRows,
    Standing,
)
from reviewer_app.reports.text import Bilingual
from reviewer_app.reports.words import expert_name
from reviewer_app.services.panel.rows import CellState, PanelCaseRow, PanelCell, PanelTable
from reviewer_app.services.staff_acts import How, OpenedEarly
from reviewer_app.sync.clock import moment

AREAS: Mapping[Area, Bilingual] = {
    Area.INFRASTRUCTURE: Bilingual("网络基础设施建设", "Internet Infrastructure Construction"),
    Area.CULTURE: Bilingual("网上文化交流互鉴", "Online Cultural Exchanges and Mutual Learning"),
    Area.ECONOMY: Bilingual("数字经济创新发展", "Innovative Development of the Digital Economy"),
    Area.SECURITY: Bilingual("网络安全保障", "Cybersecurity Maintenance"),
    Area.GOVERNANCE: Bilingual("网络空间国际治理", "Global Governance in Cyberspace"),
}

Recused = Mapping[tuple[str, int], RecusalReason]
"""The reason by case number and pseudonym, where a recusal stands."""
Opinions = Mapping[tuple[str, int], Answers]
"""The answers by case number and pseudonym, of scores that stand."""


def report_rows(
    table: PanelTable,
    *,
    opinions: Opinions,
    recused: Recused,
    made_at: datetime,
    official: bool,
) -> ScoreReportRows:
    """Everything that a score report shows; `made_at` is aware of its zone."""
    return ScoreReportRows(
        provenance=provenance_of(table, made_at=made_at, official=official),
        round_name=rounds_of(table),
        criteria=tuple(
            CriterionName(each.code, bilingual(each.name)) for each in table.rubric.criteria
        ),
        cases=tuple(_case(row, table.rubric) for row in table.rows),
        reviews=tuple(
            _review(row, cell, table.rubric, recused) for row in table.rows for cell in row.cells
        ),
        comments=tuple(_comments(table, opinions)),
        progress=tuple(_progress(table)),
    )


def rounds_of(table: PanelTable) -> Bilingual:
    """The rounds whose reviews are in the table, as a report is headed."""
    present = 1 if table.round is None else table.round.round.number
    rounds = table.rounds or (present,)
    zh = "、".join(map(str, rounds))
    if len(rounds) == 1:
        return Bilingual(f"第{zh}轮", f"Round {rounds[0]}")
    first = ", ".join(map(str, rounds[:-1]))
    return Bilingual(f"第{zh}轮", f"Rounds {first} and {rounds[-1]}")


def provenance_of(table: PanelTable, *, made_at: datetime, official: bool) -> Provenance:
    """Rubric hash, log and number of packets, as they stand in the report's head."""
    return Provenance(
        programme=bilingual(table.programme.name),
        rubric_hash=table.rubric.id,
        log_origin=table.log_origin,
        log_size=table.log_size,
        log_root=table.log_root,
        packets=table.packets,
        made_at=made_at,
        zone=zone_of(table.programme.zone),
        sample=table.programme.illustrative or table.rubric.sample,
        official=official,
        withdrawn=table.withdrawn,
        seen_early=tuple(_seen_early(each) for each in table.opened_early),
    )


_HOW: Mapping[How, Bilingual] = {
    How.OPENED: Bilingual("由两名秘书处成员开放", "opened by two members of staff"),
    How.CLOSED_EARLY: Bilingual(
        "由两名秘书处成员提前结束本轮", "round closed early by two members of staff"
    ),
    How.REOPENED: Bilingual("结束后重新开始本轮", "round opened again after its closing"),
    How.BY_OPERATOR: Bilingual("由操作员提前结束本轮", "round closed early by the operator"),
}


def _seen_early(opened: OpenedEarly) -> Bilingual:
    time = f"{moment(opened.at):%Y-%m-%d %H:%M:%S} UTC"
    how = _HOW[opened.how]
    return Bilingual(f"{time}，{how.zh}：{opened.reason}", f"{time}, {how.en}: {opened.reason}")


def _case(row: PanelCaseRow, rubric: Rubric) -> CaseRow:
    counted = [cell for cell in row.cells if cell.state is CellState.RECEIVED]
    return CaseRow(
        number=row.number,
        title=bilingual(row.name),
        area=AREAS[row.area],
        applicant=bilingual(row.applicant.name),
        countries=row.countries,
        joint=row.joint,
        in_all=_in_all(counted, rubric),
        criteria=tuple(_of_criterion(counted, each.code) for each in rubric.criteria),
        recommendations=RecommendationCounts(
            outstanding=row.recommendations[Recommendation.OUTSTANDING],
            casebook=row.recommendations[Recommendation.CASEBOOK],
            not_in_casebook=row.recommendations[Recommendation.NOT_IN_CASEBOOK],
        ),
    )


def _of_criterion(counted: list[PanelCell], code: CriterionCode) -> Figures:
    marks = (cell.marks.get(code) for cell in counted)
    return figures_of([mark for mark in marks if isinstance(mark, int)])


def _in_all(counted: list[PanelCell], rubric: Rubric) -> Figures:
    """Exact figures of the composites: those of the weighted sums, divided by the weights."""
    total = sum(each.weight for each in rubric.criteria)
    weighted = (_weighted(cell, rubric.criteria) for cell in counted)
    found = figures_of([each for each in weighted if each is not None])
    return Figures(
        n=found.n,
        mean=_share(found.mean, total),
        median=_share(found.median, total),
        low=_share(found.low, total),
        high=_share(found.high, total),
        deviation=_share(found.deviation, total),
    )


def _weighted(cell: PanelCell, criteria: tuple[Criterion, ...]) -> int | None:
    total = 0
    for each in criteria:
        mark = cell.marks.get(each.code)
        if not isinstance(mark, int):
            return None
        total += each.weight * mark
    return total


def _share(figure: Exact | None, total: int) -> Exact | None:
    return None if figure is None else Fraction(figure) / total


def _review(row: PanelCaseRow, cell: PanelCell, rubric: Rubric, recused: Recused) -> ReviewRow:
    return ReviewRow(
        case_number=row.number,
        expert=cell.pseudonym,
        answers=tuple(cell.marks.get(each.code) for each in rubric.criteria),
        recommendation=cell.recommendation.value if cell.recommendation else None,
        familiarity=cell.familiarity,
        language_read=cell.language_read.value if cell.language_read else None,
        standing=_standing(cell, recused.get((row.number, cell.pseudonym))),
    )


def _standing(cell: PanelCell, reason: RecusalReason | None) -> Standing:
    match cell.state:
        case CellState.RECEIVED:
            return Standing("counted")
        case CellState.HELD:
            return _not_counted(cell.disposition)
        case CellState.WITHDRAWN:
            return Standing("withdrawn")
        case CellState.RECUSED:
            competent = reason is not RecusalReason.NOT_COMPETENT
            return Standing("recused") if competent else Standing("not_competent")
        case CellState.CONFLICT:
            return Standing("recused", ("conflict",))
        case CellState.MISSING:
            return Standing("not_received")
        case _:
            assert_never(cell.state)


def _not_counted(disposition: Disposition | None) -> Standing:
    state, _, reason = (disposition or "held:").partition(":")
    reasons = (reason.replace("-", "_"),) if reason else ()
    return Standing("held" if state == "held" else "not_counted", reasons)


def _comments(table: PanelTable, opinions: Opinions) -> Iterator[CommentRow]:
    for row in table.rows:
        for cell in row.cells:
            answers = opinions.get((row.number, cell.pseudonym))
            if answers is None or cell.state is not CellState.RECEIVED:
                continue
            for each in answers.criteria:
                yield CommentRow(
                    row.number,
                    cell.pseudonym,
                    each.criterion,
                    CANNOT_JUDGE if each.mark == CANNOT_JUDGE else each.mark,
                    each.comment,
                    tuple(quote.exact for quote in each.quotes),
                    tuple(
                        FileWords(quote.exact, quote.file, quote.page)
                        for quote in file_quotes_of(answers, each.criterion)
                    ),
                )
            if answers.comment:
                yield CommentRow(row.number, cell.pseudonym, None, None, answers.comment)


def _progress(table: PanelTable) -> Iterator[ProgressRow]:
    """Every expert of the table, by pseudonym, by what the table itself shows."""
    states: dict[int, Counter[CellState]] = {expert: Counter() for expert in table.experts}
    for row in table.rows:
        for cell in row.cells:
            states[cell.pseudonym][cell.state] += 1
    for expert, counted in states.items():
        yield ProgressRow(
            expert=expert_name(expert),
            assigned=counted.total(),
            received=counted[CellState.RECEIVED],
            held=counted[CellState.HELD],
            recused=counted[CellState.RECUSED] + counted[CellState.CONFLICT],
        )


def progress_rows(progress: ProgressAnswer) -> Iterator[ProgressRow]:
    """Everybody who reviews, by name: this goes into no report with scores."""
    for person in progress.people:
        if person.assigned:
            yield ProgressRow(
                expert=Bilingual(person.name, person.name),
                assigned=person.assigned,
                received=person.received,
                held=person.held,
                recused=person.recused,
                last_received=moment(person.last_seen) if person.last_seen else None,
            )


def bilingual(names: Names) -> Bilingual:
    """A document's names as a report writes them."""
    return Bilingual(names.zh or "", names.en or "")


def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC where this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
