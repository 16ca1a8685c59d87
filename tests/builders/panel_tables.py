"""Tables of a panel with many cases and experts, made from a seed: for screens that draw them."""

from __future__ import annotations

from random import Random

from review_protocol.canonical import sha256_hex
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import Recommendation, RoundState
from review_protocol.documents.score import (
    CANNOT_JUDGE,
    CRITERIA,
    Answers,
    CriterionAnswer,
    CriterionCode,
    LanguageRead,
    Mark,
)
from review_protocol.documents.text import Element
from reviewer_app.services.panel.figures import figures_of
from reviewer_app.services.panel.rows import (
    CellState,
    CounterpartQuote,
    Opinion,
    PanelCaseRow,
    PanelCaseView,
    PanelCell,
    PanelTable,
)
from tests.builders.sample import the_sample

NOW = "2026-07-31T10:00:00Z"
REVIEWS = 5
UNCOUNTED = (
    CellState.MISSING,
    CellState.HELD,
    CellState.WITHDRAWN,
    CellState.RECUSED,
    CellState.CONFLICT,
)


def a_cell(pseudonym: int, random: Random, quality: float) -> PanelCell:
    """One expert on one case; about one in six is not counted."""
    state = CellState.RECEIVED
    if random.random() < 0.16:
        state = random.choice(UNCOUNTED)
    marks: dict[CriterionCode, Mark] = {
        code: min(10, max(1, round(random.gauss(quality, 1.6)))) for code in CRITERIA
    }
    if random.random() < 0.06:
        marks["benefits"] = CANNOT_JUDGE
    figures = [mark for mark in marks.values() if isinstance(mark, int)]
    whole = len(figures) == len(marks)
    seen = state in (CellState.RECEIVED, CellState.HELD)
    return PanelCell(
        pseudonym=pseudonym,
        state=state,
        marks=marks if seen else {},
        composite=sum(figures) / 3 if seen and whole else None,
        recommendation=random.choice(list(Recommendation)) if seen else None,
        familiarity=random.randint(1, 3) if seen else None,
        language_read=random.choice(list(LanguageRead)) if seen else None,
        disposition=Disposition.HELD_LATE if state is CellState.HELD else Disposition.COUNTED,
        disclosed=random.random() < 0.05,
        amended=random.random() < 0.08,
        packet=sha256_hex(random.randbytes(8)) if seen else None,
        round=1 if seen else None,
        leaf=1100 + pseudonym if seen else None,
    )


def a_table(
    cases: int = 40, experts: int = 12, *, seed: int = 7, panel: str | None = None
) -> PanelTable:
    """Cases × experts, five experts asked for each case: all of the programme, as the head sees
    it, or those of a panel, as its chair does."""
    sample, random = the_sample(), Random(seed)
    cells = {}
    for place in range(cases):
        places = sorted(random.sample(range(1, experts + 1), REVIEWS))
        quality = random.uniform(4, 9)
        cells[f"WIC-2026-{place + 1:03d}"] = tuple(a_cell(e, random, quality) for e in places)
    figures = figures_of(cells, sample.rubric)
    rows = []
    for place, (number, asked) in enumerate(cells.items()):
        headers = sample.cases[place % len(sample.cases)].headers
        found = figures[number]
        rows.append(
            PanelCaseRow(
                number=number,
                name=headers.name,
                area=headers.area,
                applicant=headers.applicant,
                countries=len(headers.countries.codes),
                joint=bool(headers.partners),
                illustrative=True,
                cells=asked,
                criteria=found.criteria,
                overall=found.overall,
                recommendations=found.recommendations,
                decision=None,
            )
        )
    return PanelTable(
        programme=sample.programme,
        rubric=sample.rubric,
        round=RoundState(round=sample.round, opened=sample.round.opens, closed=None),
        panel=panel,
        experts=tuple(range(1, experts + 1)),
        rows=tuple(rows),
        log_origin="reviews.example.org/log/1",
        log_size=1204,
        log_root=sha256_hex(b"root"),
        packets=sum(cell.packet is not None for row in rows for cell in row.cells),
        refreshed_at=NOW,
        rounds=(1,),
    )


def an_opinion(cell: PanelCell, place: int) -> Opinion:
    """The review behind a cell, with a quote and its counterpart."""
    if cell.packet is None:
        return Opinion(cell, None, (), None, None)
    answers = Answers(
        criteria=tuple(
            CriterionAnswer(
                criterion=code,
                mark=cell.marks[code],
                comment="The two partners share costs and staff; the figures agree.",
            )
            for code in CRITERIA
        ),
        recommendation=cell.recommendation,
        familiarity=cell.familiarity,
        comment="A clear case, modest in its claims.",
    )
    quote = CounterpartQuote(
        criterion="international_cooperativeness",
        element=Element.INTERNATIONAL_COOPERATION,
        paragraph=3,
        exact="In 2024 four more countries joined the maintenance fund.",
        language="en",
        counterpart="2024年又有四个国家加入维护基金。",
    )
    return Opinion(cell, answers, (quote,), 1100 + place, NOW)


def a_case_view(table: PanelTable, number: str) -> PanelCaseView:
    """A case of the table with every opinion."""
    row = next(row for row in table.rows if row.number == number)
    opinions = tuple(an_opinion(cell, place) for place, cell in enumerate(row.cells))
    return PanelCaseView(row, table.rubric, None, opinions)
