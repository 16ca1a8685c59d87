"""Differences of figures that are told of parallel texts, and the share of slips that are found.

A file is a list of `[zh, en]` pairs that say the same. A pair is *fact-bearing* where either side
has a figure, date or address that counts by itself: every number but whole ones up to twelve
(English writes these as words, articles and pairs) and round hundreds, thousands … in words;
every percentage; every date with a year or a day. A pair is *flagged* where any difference is told
of it, a figure that one side alone has included; `by_class` counts pairs by the first of
*magnitude* (the same digits at another power of ten), *value* (another number), *date* (another
date or time), *address*, *one_sided* (one version alone has it; the app folds these away).

With `--inject SEED` every clean (fact-bearing, not flagged) pair is damaged once in each way in
which it can be, at a figure that counts, on either side, drawn by the seed. *magnitude*: its 万,
亿, thousand, million … becomes another one, or a number in digits is ten, a hundred or a thousand
times itself or less (years and dates aside); *digit*: one digit becomes another, never a first
zero; *dropped*: the figure is taken out. A slip is found where the damaged pair is flagged.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks._parallel_texts import pairs_of
from reviewer_app.reading.comparison import Sort, bears_facts, unlike
from reviewer_app.reading.figures import Figure, FigureKind, Weight, figures_en, figures_zh

_PARALLEL = Path(__file__).resolve().parents[2] / "shared" / "parallel" / "docs"
_HAN_SCALE = re.compile("[万亿萬億]")
_LATIN_SCALE = re.compile(
    r"\b(thousand|million|billion|trillion)|(?<=\d)(?:k|m|bn|mn|tn)\b", re.IGNORECASE
)
_OTHERS = ("thousand", "million", "billion", "trillion")
_DIGITS = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_YEAR = re.compile(r"[12]\d{3}")

Pair = tuple[str, str]
Damage = Callable[[str, random.Random], str | None]


@dataclass
class Told:
    """Pairs, and how many of them are told to differ."""

    pairs: int = 0
    fact_bearing: int = 0
    flagged: int = 0
    by_class: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)


def measure(pairs: Sequence[Pair], told: Told, seed: str | None) -> list[Pair]:
    """Count the pairs in; with a seed the clean ones are damaged too. Answers flagged ones."""
    flagged = []
    for at, (zh, en) in enumerate(pairs):
        told.pairs += 1
        differences = unlike(zh, en)
        bearing = bears_facts(zh, en)
        told.fact_bearing += bearing or bool(differences)
        if differences:
            told.flagged += 1
            told.by_class[differences[0].sort] += 1
            flagged.append((zh, en))
        elif bearing and seed is not None:
            _inject(zh, en, told, f"{seed}/{at}")
    return flagged


def _inject(zh: str, en: str, told: Told, seed: str) -> None:
    for name, damage in DAMAGES.items():
        damaged = damaged_pair(zh, en, name, damage, random.Random(f"{seed}/{name}"))
        if damaged is not None:
            told.tried[name] += 1
            told.found[name] += bool(unlike(*damaged))


def damaged_pair(zh: str, en: str, name: str, damage: Damage, chance: random.Random) -> Pair | None:
    """The pair with a slip at one figure; None where no figure can be damaged in this way."""
    places = [(0, f) for f in figures_zh(zh)] + [(1, f) for f in figures_en(en)]
    places = [(side, f) for side, f in places if _can_be_damaged(f, name)]
    chance.shuffle(places)
    for side, figure in places:
        text = (zh, en)[side]
        slip = damage(text[figure.start : figure.end], chance)
        if slip is not None:
            other = text[: figure.start] + slip + text[figure.end :]
            return (other, en) if side == 0 else (zh, other)
    return None


def _can_be_damaged(figure: Figure, name: str) -> bool:
    if figure.weight is not Weight.SURE:
        return False
    numeric = figure.kind is FigureKind.NUMBER or figure.is_share
    return name != "magnitude" or (numeric and not _YEAR.fullmatch(figure.value))


def _other_magnitude(written: str, chance: random.Random) -> str | None:
    """Another 万, 亿, million …; else the digits a thousand times more or less at most."""
    han, latin = _HAN_SCALE.search(written), _LATIN_SCALE.search(written)
    if han:
        return written[: han.start()] + ("亿" if han[0] in "万萬" else "万") + written[han.end() :]
    if latin:
        others = [each for each in _OTHERS if each[:2] != latin[0].lower()[:2]]
        shorts = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}
        others = [each for each in others if each != shorts.get(latin[0].lower())]
        gap = " " if latin[0].lower() in shorts else ""
        return written[: latin.start()] + gap + chance.choice(others) + written[latin.end() :]
    digits = _DIGITS.search(written)
    if digits is None or "/" in written or ":" in written:
        return None
    whole, _, decimals = digits[0].replace(",", "").replace("，", "").partition(".")
    power = chance.choice((1, 2, 3))
    if chance.random() < 0.5 or whole.strip("0０") == "":
        moved = whole + decimals[:power].ljust(power, "0")
        moved, rest = moved.lstrip("0") or "0", decimals[power:]
    else:
        filled = whole.rjust(power + 1, "0")
        moved, rest = filled[:-power], (filled[-power:] + decimals).rstrip("0")
    return (
        written[: digits.start()] + moved + (f".{rest}" if rest else "") + written[digits.end() :]
    )


def _other_digit(written: str, chance: random.Random) -> str | None:
    """One digit is another one; Chinese numerals and words have none."""
    places = [at for at, each in enumerate(written) if each.isascii() and each.isdigit()]
    if not places:
        return None
    at = chance.choice(places)
    first = at == 0 or not written[at - 1].isdigit()
    choices = [each for each in "0123456789" if each != written[at] and not (first and each == "0")]
    return written[:at] + chance.choice(choices) + written[at + 1 :]


def _nothing(_written: str, _chance: random.Random) -> str:
    return ""


DAMAGES: dict[str, Damage] = {
    "magnitude": _other_magnitude,
    "digit": _other_digit,
    "dropped": _nothing,
}


def files_of(path: Path) -> list[Path]:
    """The file, or the JSON files of a folder."""
    return sorted(path.rglob("*.json")) if path.is_dir() else [path]


def result(told: Told, *, injected: bool) -> dict[str, object]:
    """The figures of the benchmark as one JSON object."""
    shares = {
        name: round(told.found[name] / told.tried[name], 4) if told.tried[name] else None
        for name in DAMAGES
    }
    share = told.flagged / told.fact_bearing if told.fact_bearing else 0.0
    return {
        "pairs": told.pairs,
        "fact_bearing": told.fact_bearing,
        "flagged": told.flagged,
        "flagged_share": round(share, 4),
        "by_class": {sort.value: told.by_class[sort] for sort in Sort},
    } | ({"found": shares} if injected else {})


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[_PARALLEL], metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    parser.add_argument("--inject", metavar="SEED", help="damage clean pairs, by this seed")
    parser.add_argument("--show", action="store_true", help="print the pairs that are flagged")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; 2 where texts are not there."""
    chosen = _arguments(arguments)
    told = Told()
    for path in chosen.paths:
        if not path.exists():
            print(f"No pairs at {path}; name files or folders.", file=sys.stderr)
            return 2
        for file in files_of(path):
            seed = None if chosen.inject is None else f"{chosen.inject}/{file.stem}"
            for zh, en in measure(pairs_of(file), told, seed):
                if chosen.show:
                    print(*_shown(zh, en), sep="\n", end="\n\n")
    if not told.pairs:
        print("No pairs there.", file=sys.stderr)
        return 2
    found = result(told, injected=chosen.inject is not None)
    if not chosen.json:
        print("\n".join(f"{name:<16}{value}" for name, value in found.items()))
        print(f"damaged         {dict(told.tried)}")
    else:
        print(json.dumps(found))
    return 0


def _shown(zh: str, en: str) -> list[str]:
    lines = [zh, en]
    for each in unlike(zh, en):
        here = zh[each.zh.start : each.zh.end] if each.zh else "–"
        there = en[each.en.start : each.en.end] if each.en else "–"
        lines.append(f"  {each.sort}: {here} | {there}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
