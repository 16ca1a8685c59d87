"""What comes before any window: the programme founded, and the simulated experts' deliveries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from reviewer_app.demo.checking import NotAsPromised
from reviewer_app.demo.experts import Expert, deliver_all
from reviewer_app.demo.founding import Founded, found
from reviewer_app.demo.telling import Telling

EXPERTS = "experts"


def found_and_tell(
    folder: Path, telling: Telling, *, edit: Callable[[Path], None] | None = None
) -> Founded:
    """Found the programme, `edit`ed, and say what the server's commands said."""
    with telling.timed("founded a programme with 40 cases by the server's own commands"):
        founded = found(folder, now=datetime.now(UTC), edit=edit)
    for told in founded.told:
        telling.detail(_first_line(told))
    return founded


def experts_of(founded: Founded, folder: Path) -> list[Expert]:
    """The simulated experts, each with a desk of their own."""
    return [
        Expert(number, guest, folder / EXPERTS / f"{number:02d}")
        for number, guest in enumerate(founded.experts, start=1)
    ]


def deliver_and_tell(founded: Founded, folder: Path, telling: Telling) -> None:
    """Let the simulated experts deliver, and say what each did."""
    experts = experts_of(founded, folder)
    with telling.timed(f"{len(experts)} experts enrolled, declared, read, scored and delivered"):
        for done in deliver_all(experts):
            if done.unreceipted:
                raise NotAsPromised(f"{done.name}: {done.unreceipted} packets have no receipt")
            telling.detail(
                f"{done.name}: {done.cases} cases, {done.conflicts} conflicts, "
                f"{done.scores} scores stand, {len(done.receipts)} packets received"
            )


def _first_line(told: str) -> str:
    lines = [line for line in told.strip().splitlines() if line.strip()]
    return lines[-1] if len(lines) > 8 else lines[0]
