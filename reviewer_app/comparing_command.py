"""The command `reviewer-app compare SCORES.csv`: the panel's comparison for any table of scores."""

from __future__ import annotations

import argparse
import json
import math
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reviewer_app.comparing import UnusableTable, read_scores
from reviewer_app.comparing_words import PROBLEMS, WORDS
from reviewer_app.panel.agreement import Level, krippendorff_alpha
from reviewer_app.panel.comparison import Comparison, Method, compare
from reviewer_app.panel.draws import DRAWS
from reviewer_app.panel.plain import plain
from reviewer_app.panel.remarks import Remark, remarks
from reviewer_app.terminal import language_of, shown

COMPARED, NOT_COMPARED = 0, 2
MOST_DRAWS = 100_000


def main(argv: Sequence[str]) -> int:
    """0 where the table was compared, 2 where it cannot be or the command line is wrong."""
    asked = _parser().parse_args(argv)
    language = language_of(asked.language)
    try:
        file = read_scores(asked.scores)
    except UnusableTable as problem:
        sentence = PROBLEMS[problem.problem][language].format(
            file=shown(asked.scores.name),
            line=problem.line,
            column=shown(problem.column),
            value=shown(problem.value),
        )
        sys.stderr.write(sentence + "\n")
        return NOT_COMPARED
    best = asked.top or max(1, round(len(file.scores.cases) / 10))
    method = Method(
        prior=asked.prior == "on", ratio=asked.ratio, draws=asked.draws, seed=asked.seed
    )
    found = compare(file.scores, method)
    alone = replace(method, draws=0)
    criteria = {name: compare(scores, alone) for name, scores in file.criteria.items()}
    if asked.json:
        figures = plain(found, criteria, best)
        figures["passed_over"] = list(file.passed_over)
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, allow_nan=False) + "\n")
    else:
        lines = _lines(found, best, language)
        if file.passed_over:
            lines.append(_say("passed", language, columns=", ".join(file.passed_over)))
        sys.stdout.write("\n".join(lines) + "\n")
    return COMPARED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer-app compare",
        description="Compare the cases of a table of scores, whoever scored them: experts are "
        "calibrated on the cases that they share.",
        epilog="The file is CSV with the columns case, expert and score; further columns of "
        "numbers are criteria.",
    )
    parser.add_argument("scores", type=Path, metavar="SCORES.csv", help="the table")
    parser.add_argument(
        "--prior", choices=("on", "off"), default="on", help="the weak prior on the variances"
    )
    parser.add_argument(
        "--lambda",
        dest="ratio",
        type=_above_nothing,
        metavar="X",
        help="residual variance over experts' variance, instead of the likeliest",
    )
    parser.add_argument(
        "--top", type=_whole(1), metavar="K", help="how many are best; a tenth unless told"
    )
    parser.add_argument(
        "--draws", type=_whole(1, MOST_DRAWS), default=DRAWS, metavar="T", help="joint draws"
    )
    parser.add_argument(
        "--seed", type=_whole(0), metavar="N", help="of the draws, instead of the input's own"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--language", choices=("en", "zh_CN"), help="by default the locale's")
    return parser


def _above_nothing(word: str) -> float:
    try:
        found = float(word)
    except ValueError:
        found = math.nan
    if not (math.isfinite(found) and found > 0):
        raise argparse.ArgumentTypeError(f"{word!r} is no number above 0")
    return found


def _whole(least: int, most: int | None = None) -> Callable[[str], int]:
    def number(word: str) -> int:
        found = int(word) if word.isascii() and word.isdigit() else -1
        if found < least or (most is not None and found > most):
            wanted = f"from {least}" + (f" to {most}" if most is not None else " on")
            raise argparse.ArgumentTypeError(f"{word!r} is no whole number {wanted}")
        return found

    return number


def _lines(found: Comparison, best: int, language: int) -> list[str]:
    lines = [*_whole_of(found, language), "", *_cases(found, best, language)]
    lines += ["", *_experts(found, language)]
    return [*lines, "", *_far(found, language)] if found.far else lines


def _whole_of(found: Comparison, language: int) -> list[str]:
    observed, fit = found.observed, found.fit
    lines = [
        _say(
            "of",
            language,
            scores=observed.size,
            cases=len(observed.cases),
            experts=len(observed.experts),
        )
    ]
    if fit.islands.any():
        lines.append(_say("islands", language, islands=int(fit.islands.max()) + 1))
    if Remark.TOO_FEW_SHARED in remarks(observed, fit):
        lines.append(_say("too_few", language))
    lines.append(
        _say(
            "variances",
            language,
            expert=_figure(fit.expert),
            residual=_figure(fit.residual),
            case=_figure(found.population.spread),
            ratio=_figure(fit.ratio),
            reml=_figure(fit.reml),
        )
    )
    lines.append(
        _say(
            "agreement",
            language,
            interval=_figure(krippendorff_alpha(observed, Level.INTERVAL)),
            ordinal=_figure(krippendorff_alpha(observed, Level.ORDINAL)),
        )
    )
    return lines


def _far(found: Comparison, language: int) -> list[str]:
    return [
        _say(
            "far",
            language,
            expert=each.expert,
            case=each.case,
            score=f"{each.score:g}",
            expected=f"{each.expected:.1f}",
            once_in=f"{each.once_in:.0f}",
        )
        for each in found.far
    ]


def _cases(found: Comparison, best: int, language: int) -> list[str]:
    """By adjusted mean, ties by name."""
    cases, names, drawn = found.cases, found.observed.cases, found.draws
    order = sorted(range(len(names)), key=lambda i: (-cases.adjusted[i], names[i]))
    among = None if drawn is None else drawn.among(best)
    low, high = (None, None) if drawn is None else drawn.interval()
    rows = [
        (
            str(rank),
            shown(names[i]),
            str(found.observed.counts[i]),
            f"{cases.raw[i]:.2f}",
            f"{cases.adjusted[i]:.2f}",
            "–" if cases.error is None else f"{cases.error[i]:.2f}",
            "–" if low is None or high is None else f"{low[i]}–{high[i]}",
            "–" if among is None else f"{among[i]:.0%}",
        )
        for rank, i in enumerate(order, 1)
    ]
    return _aligned([_heads("cases", language, top=best), *rows])


def _experts(found: Comparison, language: int) -> list[str]:
    fit, names = found.fit, found.observed.experts
    counts = found.observed.of_expert
    errors = [
        "–" if fit.residual is None else f"{math.sqrt(fit.residual * fit.covariance[j, j]):.2f}"
        for j in range(len(names))
    ]
    rows = [
        (shown(name), f"{counts[j]:.0f}", f"{fit.leniency[j]:+.2f}", errors[j])
        for j, name in enumerate(names)
    ]
    return _aligned([_heads("experts", language), *rows])


def _heads(key: str, language: int, **facts: object) -> tuple[str, ...]:
    return tuple(_say(key, language, **facts).split("|"))


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """In columns to the right, as a terminal shows them: a Han character is two wide."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            " " * (width - _width(cell)) + cell for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.6g}"


def _say(key: str, language: int, **facts: object) -> str:
    return WORDS[key][language].format(**{name: shown(fact) for name, fact in facts.items()})
