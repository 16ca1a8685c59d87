"""The scores of a panel's table that count, as the method takes them, and their packets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from review_protocol.canonical import canonical, sha256_hex
from review_protocol.documents.programme import Rubric, Rules
from review_protocol.documents.score import CriterionCode
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Bools
from reviewer_app.services.panel.rows import CellState, PanelCaseRow, PanelCell, PanelTable

_NEVER = (CellState.RECUSED, CellState.CONFLICT)
Value = Callable[[PanelCell], float | None]


@dataclass(frozen=True, slots=True)
class Until:
    """Up to when scores count; by default for ever."""

    round: int | None = None
    """The last round of which they are."""
    before: Mapping[str, int] = field(default_factory=dict)
    """By case, the leaf before which they stand in the log: of a case whose discussion was opened,
    what everybody had said alone."""


EVER = Until()


@dataclass(frozen=True)
class Counted:
    """Scores with a value, and the ids of the packets that they stand in, rising."""

    observed: Observed
    packets: tuple[str, ...]

    @property
    def inputs(self) -> str:
        """SHA-256 of the canonical JSON list of the ids, hexadecimal."""
        return sha256_hex(canonical(list(self.packets)))


def counted_scores(
    table: PanelTable,
    value: Value,
    without: frozenset[int] = frozenset(),
    skipped: frozenset[tuple[str, int]] = frozenset(),
    *,
    until: Until = EVER,
) -> Counted | None:
    """What counts: received scores with a value, but for experts and reviews that are left out."""
    found = [
        (row.number, f"{cell.pseudonym:06d}", score, cell.packet or "")
        for row, cell in _cells(table.rows, until)
        if cell.pseudonym not in without and (row.number, cell.pseudonym) not in skipped
        for score in (value(cell),)
        if score is not None
    ]
    if not found:
        return None
    cases, experts, scores, packets = zip(*found, strict=True)
    return Counted(Observed.of(cases, experts, scores), tuple(sorted(packets)))


def fewest_of(rules: Rules | None) -> int:
    """How many reviews a case needs for a place."""
    return 1 if rules is None else rules.fewest_reviews


def has_enough(observed: Observed, official: Observed, rules: Rules | None) -> Bools:
    """Which cases are ranked: those with as many reviews as the rule file asks for among all that
    count, the `official` ones, also where `observed` leaves some out."""
    enough = {official.cases[i] for i in np.flatnonzero(official.counts >= fewest_of(rules))}
    return np.array([case in enough for case in observed.cases], dtype=np.bool_)


def lacking_reviews(
    table: PanelTable, rules: Rules | None, observed: Observed
) -> Mapping[str, int]:
    """By case, how many full scores it lacks for a place, where not so many are on their way: once
    the round is closed none is."""
    is_open = table.round is not None and table.round.closed is None
    counted = dict(zip(observed.cases, observed.counts.tolist(), strict=True))
    found = {}
    for row in table.rows:
        lacking = fewest_of(rules) - counted.get(row.number, 0)
        awaited = sum(cell.state is CellState.MISSING for cell in row.cells) if is_open else 0
        if not row.withheld and lacking > awaited:
            found[row.number] = lacking
    return found


def _cells(rows: Sequence[PanelCaseRow], until: Until) -> Iterator[tuple[PanelCaseRow, PanelCell]]:
    return (
        (row, counted)
        for row in rows
        if not row.withheld
        for cell in row.cells
        for counted in (cell if until is EVER else cell_at(cell, row.number, until),)
        if counted is not None and counted.state is CellState.RECEIVED
    )


def cell_at(cell: PanelCell, number: str, until: Until) -> PanelCell | None:
    """What stood of this expert on this case then; None where nothing did.

    A recusal or a conflict is no score at any time: what was scored before it does not count.
    """
    if cell.state in _NEVER or _stood(cell.round, cell.leaf, number, until):
        return cell
    for score in reversed(cell.earlier):
        if _stood(score.round, score.leaf, number, until):
            return replace(
                cell,
                state=CellState.RECEIVED,
                marks=score.marks,
                composite=score.composite,
                packet=score.packet,
                round=score.round,
                leaf=score.leaf,
                earlier=(),
            )
    return None


def _stood(number: int | None, leaf: int | None, case: str, until: Until) -> bool:
    if number is None or leaf is None:
        return False
    in_time = leaf < until.before.get(case, leaf + 1)
    return in_time and (until.round is None or number <= until.round)


def amended_since(table: PanelTable) -> Mapping[str, tuple[int, ...]]:
    """By case, the pseudonyms whose score is another since its discussion was opened: amended, or
    withdrawn."""
    found: dict[str, tuple[int, ...]] = {}
    for row in table.rows:
        opened = table.discussed.get(row.number)
        if opened is None or row.withheld:
            continue
        then = Until(before={row.number: opened})
        changed = tuple(
            cell.pseudonym
            for cell in row.cells
            if cell.earlier and cell_at(cell, row.number, then) not in (cell, None)
        )
        if changed:
            found[row.number] = changed
    return found


def mark_of(cell: PanelCell, criterion: CriterionCode) -> float | None:
    mark = cell.marks.get(criterion)
    return float(mark) if isinstance(mark, int) else None


def composite_of(cell: PanelCell, weights: Mapping[CriterionCode, float]) -> float | None:
    """The weighted mean of a review that answers every criterion."""
    marks = [(mark_of(cell, code), weight) for code, weight in weights.items()]
    if any(mark is None for mark, _ in marks):
        return None
    total = sum(weight for _, weight in marks)
    return sum(mark * weight for mark, weight in marks if mark is not None) / total


def weights_of(rubric: Rubric) -> Mapping[CriterionCode, float]:
    """The rubric's own weights, to begin a "what if" from."""
    return {criterion.code: float(criterion.weight) for criterion in rubric.criteria}
