"""Build resources/countries/countries.json from CLDR (through babel) and aliases.txt."""

import json
import sys
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_cldr_version

FORMAT = "countries/1"
_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "countries"


def aliases_of(text: str) -> tuple[dict[str, list[str]], list[str]]:
    """Aliases by code, and the phrases marked "!"."""
    aliases: dict[str, list[str]] = {}
    traps: list[str] = []
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "!":
            traps.append(rest.strip())
        elif mark and mark != "#":
            aliases[mark] = [name.strip() for name in rest.split("|")]
    return aliases, traps


def rows(aliases: dict[str, list[str]]) -> list[list[str]]:
    """A row `[code, zh, en, alias…]` for each ISO 3166-1 code, in the order of the English names.

    Raises ValueError where a code is not one of ISO 3166-1, or CLDR has no name for it.
    """
    codes = {str(country.alpha_2) for country in pycountry.countries}
    unknown = sorted(aliases.keys() - codes)
    if unknown:
        raise ValueError(f"not in ISO 3166-1: {', '.join(unknown)}")
    zh, en = (Locale.parse(name).territories for name in ("zh_Hans", "en"))
    unnamed = sorted(code for code in codes if code not in zh or code not in en)
    if unnamed:
        raise ValueError(f"without a name in CLDR: {', '.join(unnamed)}")
    table = [_row(code, zh[code], en[code], aliases.get(code, [])) for code in codes]
    return sorted(table, key=lambda row: (_sorted_as(row[2]), row[0]))


def _row(code: str, zh: str, en: str, aliases: list[str]) -> list[str]:
    names = [zh, en]
    spelled_out = en.replace(" & ", " and ").replace("St. ", "Saint ")
    for name in (spelled_out, *aliases):
        if name not in names:
            names.append(name)
    return [code, *names]


def _sorted_as(name: str) -> str:
    return name.translate(str.maketrans("ÅÇéôãíü", "ACeoaiu")).casefold()


def main() -> int:
    """Write the table and say how large it is."""
    aliases, traps = aliases_of((_FOLDER / "aliases.txt").read_text(encoding="utf-8"))
    table = {
        "format": FORMAT,
        "source": f"Unicode CLDR {get_cldr_version()} (Unicode License v3); aliases: this project",
        "traps": traps,
    }
    head = json.dumps(table, ensure_ascii=False, indent=1)[:-2]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows(aliases)]
    text = head + ',\n "countries": [\n  ' + ",\n  ".join(lines) + "\n ]\n}\n"
    (_FOLDER / "countries.json").write_text(text, encoding="utf-8")
    print(f"{len(lines)} countries (regions), {len(text.encode('utf-8'))} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
