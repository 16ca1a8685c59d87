"""The score report: the cases' figures, every single score, progress, comments and quotes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reviewer_app.reports.outline import Bar, BarFigure, Paragraph, Report, Section
from reviewer_app.reports.provenance import HeadLine, Provenance
from reviewer_app.reports.rows import CaseRow, CommentRow, ProgressRow, ReviewRow, ScoreReportRows
from reviewer_app.reports.score_tables import (
    cases_table,
    criteria_table,
    progress_table,
    reviews_table,
)
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import CANNOT_JUDGE, IN_ALL, expert_name

_BANDS = ((1, 2), (3, 5), (6, 8), (9, 10))


def score_report(rows: ScoreReportRows, *, title: Bilingual | None = None) -> Report:
    """The outline of a score report; the cases stand in the order in which they are given."""
    sections = [_cases(rows), _criteria(rows), _distribution(rows), _reviews(rows)]
    if rows.progress is not None:
        sections.append(_progress(rows.progress, rows.provenance.zone))
    if rows.comments is not None:
        sections.extend(_comments(rows, rows.comments))
    return Report(
        title=title or Bilingual("评分报告", "Score report"),
        subtitle=rows.round_name,
        provenance=rows.provenance,
        sections=tuple(sections),
        more_head=(
            HeadLine(Bilingual("案例数", "Cases"), str(len(rows.cases))),
            HeadLine(Bilingual("专家数", "Experts"), str(len({r.expert for r in rows.reviews}))),
        ),
    )


def progress_report(
    provenance: Provenance, round_name: Bilingual, progress: tuple[ProgressRow, ...]
) -> Report:
    """How far every expert is: for staff before a round closes; holds no score."""
    return Report(
        title=Bilingual("评审进度", "Progress of the review"),
        subtitle=round_name,
        provenance=provenance,
        sections=(_progress(progress, provenance.zone),),
    )


def _cases(rows: ScoreReportRows) -> Section:
    note = Paragraph(
        Bilingual(
            "平均分、中位数、最低–最高与标准差（n−1）均由计入的评分计算，四舍五入；"
            "n为平均分所依据的评审数。国别数量与联合申报仅供参考，不折算为分数。",
            "Mean, median, min–max and standard deviation (SD, n−1) are of counted scores, halves "
            "rounded up; n is the number of reviews under a mean. Countries and joint application "
            "are shown beside the score and never turned into it.",
        ),
        "note",
    )
    return Section(Bilingual("案例结果", "Results of the cases"), (note, cases_table(rows)))


def _criteria(rows: ScoreReportRows) -> Section:
    return Section(Bilingual("各项评审标准结果", "Results by criterion"), (criteria_table(rows),))


def _distribution(rows: ScoreReportRows) -> Section:
    marks: dict[str, Counter[int]] = defaultdict(Counter)
    for review in rows.reviews:
        if review.standing.state == "counted":
            marks[review.case_number].update(_bands_of(review))
    parts = tuple(same(f"{low}–{high}") for low, high in _BANDS)
    figure = BarFigure(
        key="distribution",
        title=Bilingual("各案例全部分数的分布", "All scores of each case by band"),
        parts=(*parts, CANNOT_JUDGE),
        bars=tuple(_bar(case, marks[case.number], len(_BANDS) + 1) for case in rows.cases),
    )
    return Section(Bilingual("评分分布", "Distribution of the scores"), (figure,))


def _bar(case: CaseRow, counted: Counter[int], parts: int) -> Bar:
    label = Bilingual(f"{case.number}  {case.title.zh}", f"{case.number}  {case.title.en}")
    label = label if case.title.zh and case.title.en else _same_label(case)
    return Bar(label, tuple(counted[part] for part in range(parts)))


def _same_label(case: CaseRow) -> Bilingual:
    label = f"{case.number}  {case.title.zh or case.title.en}"
    return Bilingual(label, label)


def _bands_of(review: ReviewRow) -> Iterator[int]:
    for answer in review.answers:
        if answer == "cannot_judge":
            yield len(_BANDS)
        elif isinstance(answer, int):
            yield next(band for band, (low, high) in enumerate(_BANDS) if low <= answer <= high)


def _reviews(rows: ScoreReportRows) -> Section:
    note = Paragraph(
        Bilingual(
            "专家以代号列示。未计入的评分照录，并注明在日志中的状态；"
            "“无法判断”“回避”“未收到”如实列出。",
            "Experts are pseudonyms. Scores that do not count are listed as given, with their "
            "standing in the log; “cannot judge”, “recused”, “not received” stand as themselves.",
        ),
        "note",
    )
    return Section(Bilingual("全部单项评分", "Every single score"), (note, reviews_table(rows)))


def _progress(progress: tuple[ProgressRow, ...], zone: ZoneInfo) -> Section:
    return Section(Bilingual("评审进度", "Progress"), (progress_table(progress, zone),))


def _comments(rows: ScoreReportRows, comments: tuple[CommentRow, ...]) -> Iterator[Section]:
    by_case: dict[str, list[CommentRow]] = defaultdict(list)
    for comment in comments:
        by_case[comment.case_number].append(comment)
    names = {criterion.code: criterion.title for criterion in rows.criteria}
    if not by_case:
        none = Paragraph(Bilingual("没有评语。", "There are no comments."))
        yield Section(Bilingual("评语与引文", "Comments and quotes"), (none,))
        return
    note = Paragraph(
        Bilingual("引文摘自申报材料原文。", "Quotes are the applicants’ own words."), "note"
    )
    yield Section(Bilingual("评语与引文", "Comments and quotes"), (note,))
    for case in rows.cases:
        if case.number in by_case:
            blocks = tuple(
                block
                for comment in by_case[case.number]
                for block in _comment_blocks(comment, names)
            )
            heading = Bilingual(f"{case.number} {case.title.zh}", f"{case.title.en}")
            yield Section(heading if case.title.zh else _same_label(case), blocks, level=2)


def _comment_blocks(comment: CommentRow, names: dict[str, Bilingual]) -> Iterator[Paragraph]:
    expert = expert_name(comment.expert)
    subject = IN_ALL if comment.criterion is None else names[comment.criterion]
    yield Paragraph(
        Bilingual(
            f"{expert.zh} · {subject.zh}{_score_text(comment, CANNOT_JUDGE.zh)}",
            f"{expert.en} · {subject.en}{_score_text(comment, CANNOT_JUDGE.en)}",
        ),
        "label",
    )
    if comment.comment:
        yield Paragraph(comment.comment)
    for quote in comment.quotes:
        yield Paragraph(quote, "quote")
    for each in comment.from_files:
        yield Paragraph(
            Bilingual(
                f"{each.exact}（{each.file}，第{each.page}页）",
                f"{each.exact} ({each.file}, p. {each.page})",
            ),
            "quote",
        )


def _score_text(comment: CommentRow, cannot_judge: str) -> str:
    if comment.score is None:
        return ""
    return f" · {comment.score if isinstance(comment.score, int) else cannot_judge}"
