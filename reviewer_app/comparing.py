"""Reads a table of scores from a file, for those who want to see the method on their own scores."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reviewer_app.panel.observed import Observed

CASE, EXPERT, SCORE = "case", "expert", "score"
SEPARATORS = ",;\t"
NO_ANSWER = frozenset({"na", "n/a", "nan"})
"""How statistics programs write an empty cell; told without regard to case."""
_DECIMAL = re.compile(r"-?[0-9]+,[0-9]+")


class TableProblem(StrEnum):
    """Why a file is no table of scores."""

    UNREADABLE = "unreadable"
    NO_TEXT = "no_text"
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    NO_NAME = "no_name"
    NO_NUMBER = "no_number"
    NO_SCORE = "no_score"


class UnusableTable(Exception):
    """The file cannot be compared; `line` counts from 1, the rest is as it stands there."""

    def __init__(
        self, problem: TableProblem, *, line: int = 0, column: str = "", value: str = ""
    ) -> None:
        super().__init__(problem, line, column, value)
        self.problem, self.line, self.column, self.value = problem, line, column, value


@dataclass(frozen=True)
class ScoreFile:
    """The scores to rank by, and each further numeric column as a criterion of its own."""

    scores: Observed
    criteria: Mapping[str, Observed]
    passed_over: tuple[str, ...]
    """Columns that hold something else than numbers."""


def read_scores(path: Path) -> ScoreFile:
    """Read a CSV file with the columns `case`, `expert`, `score`, and further ones.

    UTF-8; separated by commas, semicolons or tabs, as the first line is; where commas do not
    separate they may stand before decimals. An empty cell or one of NO_ANSWER is no score.
    Raises UnusableTable.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnusableTable(TableProblem.UNREADABLE) from error
    except UnicodeDecodeError as error:
        raise UnusableTable(TableProblem.NO_TEXT) from error
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(text.splitlines(), delimiter=separator)
    header = [name.strip() for name in next(reader, [])]
    at = _columns(header)
    names = {at[CASE], at[EXPERT]}
    read = [(reader.line_num, _cells(row, header)) for row in reader if any(map(str.strip, row))]
    for line, row in read:
        for column in (CASE, EXPERT):
            if not row[at[column]]:
                raise UnusableTable(TableProblem.NO_NAME, line=line, column=column)
    rows = [(line, _figures(row, names, separator)) for line, row in read]
    scores = _observed(rows, at, at[SCORE], SCORE)
    if scores is None:
        raise UnusableTable(TableProblem.NO_SCORE)
    further = [i for i, name in enumerate(header) if name and i not in at.values()]
    numeric = [i for i in further if _is_numeric(rows, i)]
    criteria = {header[i]: _observed(rows, at, i, header[i]) for i in numeric}
    return ScoreFile(
        scores,
        {name: each for name, each in criteria.items() if each is not None},
        tuple(header[i] for i in further if i not in numeric),
    )


_Rows = Sequence[tuple[int, Sequence[str]]]


def _columns(header: Sequence[str]) -> dict[str, int]:
    lowered = [name.casefold() for name in header]
    for name in lowered:
        if name and lowered.count(name) > 1:
            raise UnusableTable(TableProblem.COLUMN_TWICE, line=1, column=name)
    for name in (CASE, EXPERT, SCORE):
        if name not in lowered:
            raise UnusableTable(TableProblem.NO_COLUMN, line=1, column=name)
    return {name: lowered.index(name) for name in (CASE, EXPERT, SCORE)}


def _cells(row: Sequence[str], header: Sequence[str]) -> list[str]:
    cells = [cell.strip() for cell in row]
    return cells + [""] * (len(header) - len(cells))


def _figures(row: Sequence[str], names: Set[int], separator: str) -> list[str]:
    """The row with its figures as Python writes them; names are left as they are."""
    return [cell if i in names else _figure(cell, separator) for i, cell in enumerate(row)]


def _figure(cell: str, separator: str) -> str:
    if cell.casefold() in NO_ANSWER:
        return ""
    return cell.replace(",", ".") if separator != "," and _DECIMAL.fullmatch(cell) else cell


def _number(cell: str) -> float | None:
    try:
        found = float(cell)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _is_numeric(rows: _Rows, at: int) -> bool:
    cells = [row[at] for _, row in rows if row[at]]
    return bool(cells) and all(_number(cell) is not None for cell in cells)


def _observed(rows: _Rows, at: Mapping[str, int], of: int, column: str) -> Observed | None:
    """The lines that have a number in this column; None without any."""
    there = [(line, row) for line, row in rows if row[of]]
    values = []
    for line, row in there:
        value = _number(row[of])
        if value is None:
            raise UnusableTable(TableProblem.NO_NUMBER, line=line, column=column, value=row[of])
        values.append(value)
    if not values:
        return None
    return Observed.of(
        [row[at[CASE]] for _, row in there], [row[at[EXPERT]] for _, row in there], values
    )
