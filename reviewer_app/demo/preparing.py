"""What comes before any window: the programme founded, and the simulated experts' deliveries."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reviewer_app.demo.checking import NotAsPromised
from reviewer_app.demo.experts import Expert, deliver_all
from reviewer_app.demo.founding import Founded, found
from reviewer_app.demo.telling import Telling

EXPERTS = "experts"


def found_and_tell(folder: Path, telling: Telling) -> Founded:
    """Found the programme, and say what the server's commands said."""
    with telling.timed("founded a programme with 40 cases by the server's own commands"):
        founded = found(folder, now=datetime.now(UTC))
    for told in founded.told:
        telling.detail(_first_line(told))
    return founded


def deliver_and_tell(founded: Founded, folder: Path, telling: Telling) -> list[Expert]:
    """Let the simulated experts deliver, and say what each did."""
    experts = [
        Expert(number, guest, folder / EXPERTS / f"{number:02d}")
        for number, guest in enumerate(founded.experts, start=1)
    ]
    with telling.timed(f"{len(experts)} experts enrolled, declared, read, scored and delivered"):
        for done in deliver_all(experts):
            if done.unreceipted:
                raise NotAsPromised(f"{done.name}: {done.unreceipted} packets have no receipt")
            telling.detail(
                f"{done.name}: {done.cases} cases, {done.conflicts} conflicts, "
                f"{done.scores} scores stand, {len(done.receipts)} packets received"
            )
    return experts


def _first_line(told: str) -> str:
    lines = [line for line in told.strip().splitlines() if line.strip()]
    return lines[-1] if len(lines) > 8 else lines[0]
