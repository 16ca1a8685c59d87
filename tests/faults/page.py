"""Writes docs/reliability.md out of the areas' rows and the figures of the last torture."""

import json
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path

import tests.faults
from tests.faults import Fault

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
LAST = ROOT / "tests" / "torture" / "last.json"
NO_AREAS = ("page", "__main__")

HEAD = """# Reliability

Whatever happens to the laptop, the network or the server: no score that was entered is lost, none
counts twice, and what was handed in can be proved. This page lists the faults that are provoked
for real, each with what must happen and the test that provokes it, and the figures of the last
full torture. Written by `python -m tests.faults --write`, and held to the tests by
`tests/unit/faults/test_page.py`.
"""

TORTURE = """
## The torture

`make torture` runs two devices of one reviewer and a central server as real processes. Between
them a proxy loses, cuts, delays, duplicates, truncates and replaces about half of all exchanges.
The devices' clocks are now and then hours or years off, and sometimes more is signed without a
network than goes into one delivery. All the while both sides are ended with `kill -9`: at random,
and before or after each of the named steps in `tests/torture/points.py`. Then the databases are
opened, and compared with what the devices had been told was kept: every signed packet is in the
log once, no two scores count for one case, every receipt verifies, every acknowledged keystroke is
in the drafts, both databases, all backups and the log are whole. A short form runs in
`make test-system`; `make torture ARGS="--seed N"` plans other kills and damages, and the same
again for the same number, as far as real processes allow.
"""


@dataclass(frozen=True)
class Area:
    """The faults of one part of the system, under its heading."""

    module: str
    heading: str
    faults: tuple[Fault, ...]


def areas() -> list[Area]:
    """Every area, in the order of its module's name."""
    names = sorted(found.name for found in pkgutil.iter_modules(tests.faults.__path__))
    modules = [import_module(f"tests.faults.{name}") for name in names if name not in NO_AREAS]
    return [
        Area(module.__name__, (module.__doc__ or "").splitlines()[0].rstrip("."), module.FAULTS)
        for module in modules
    ]


def page() -> str:
    """The whole of docs/reliability.md."""
    numbers = count(1)
    sections = [_section(area, numbers) for area in areas()]
    return HEAD + _torture() + "\n## Faults one by one\n" + "".join(sections)


def _section(area: Area, numbers: Iterator[int]) -> str:
    rows = [
        f"| {next(numbers)} | {fault.name} | {fault.expected} | {_link(fault.test)} |\n"
        for fault in area.faults
    ]
    head = "| no. | what goes wrong | what must happen | provoked by |\n|---|---|---|---|\n"
    return f"\n### {area.heading}\n\n{head}{''.join(rows)}"


def _link(test: str) -> str:
    path, *names = test.split("::")
    said = " ".join(names).removeprefix("test_").replace("_", " ")
    return f"[{Path(path).stem}: {said}](../{path})"


def _torture() -> str:
    if not LAST.exists():
        return TORTURE
    last = json.loads(LAST.read_text(encoding="utf-8"))
    told = (
        f"\nThe last full run: {last['date']}, {last['machine']}, `{last['command']}`. "
        f"{last['figures']['damaged_exchanges']} of {last['exchanges']} exchanges were damaged.\n\n"
    )
    figures, points = last["figures"], last["points"]
    reached = sum(times > 0 for times in points.values())
    ended = f"\nProcesses ended at {reached} of the {len(points)} named points, this often:\n\n"
    return TORTURE + told + _table("figure", figures) + ended + _table("named point", points)


def _table(what: str, counted: Mapping[str, int]) -> str:
    rows = "".join(f"| {name} | {times} |\n" for name, times in counted.items())
    return f"| {what} | |\n|---|---|\n{rows}"
