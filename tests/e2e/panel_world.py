"""A programme for a panel's whole story: twelve cases, two rounds, a chair and a deputy, a head."""

import json
import shutil
from datetime import datetime
from pathlib import Path

from tests.e2e.world import LETTERS, PANEL, PROGRAMME, REVIEWERS, server_in, small_programme

GOOD = tuple(f"WIC-2026-{number:03d}" for number in (1, 3, 4, 6, 18, 28))
"""Scored high by everybody; the fifth is of another panel, which has no chair."""
WEAK = tuple(f"WIC-2026-{number:03d}" for number in (2, 5, 7, 8, 29, 30))
"""Scored low by everybody."""
CHAIR, DEPUTY, HEAD, STAFF, COLLEAGUE = "Hana", "Ira", "Jun", "Sol", "Tao"
REVIEWS = 4
RULES = {
    "casebook_target": 6,
    "outstanding_target": 2,
    "casebook_round": 2,
    "outstanding_round": 2,
    "counted_rounds": [1, 2],
}
"""Both targets are decided by the reviews of both rounds."""
SEED = "ab" * 16
_STRICTNESS = dict(zip(REVIEWERS, (0, 1, -1, 0, 1, -1), strict=True))


def found_two_rounds(folder: Path, *, now: datetime) -> None:
    """Found it in `folder` by the server's commands, round 1 assigned and open."""
    server = server_in(folder)
    programme = small_programme(folder / PROGRAMME, now=now, numbers=GOOD + WEAK)
    for case in (programme / "cases").iterdir():
        _shorten(case / "case.json")
    form = json.loads((programme / "programme.json").read_text(encoding="utf-8"))
    form["rules"] |= RULES
    (programme / "programme.json").write_text(json.dumps(form), encoding="utf-8")
    people = folder / "people.json"
    people.write_text(json.dumps(_people()), encoding="utf-8")
    server.run("init", "--root-key", str(folder / "root.key"), "--origin", "e2e.example.org/log/1")
    server.run("import", str(programme))
    server.run(
        *("invite", "--from", str(people), "--server", "http://127.0.0.1:1"),
        *("--letters", str(folder / LETTERS)),
    )
    server.run("assign", "--round", "1", "--reviews", str(REVIEWS), "--seed", SEED)
    server.run("open-round", "1")


def _shorten(path: Path) -> None:
    """Keep one paragraph of each element and no attachment: nobody reads much in this story."""
    shutil.rmtree(path.parent / "attachments", ignore_errors=True)
    form = json.loads(path.read_text(encoding="utf-8"))
    for element in form["elements"].values():
        for sections in element.values():
            for section in sections[:1]:
                section["paragraphs"] = section["paragraphs"][:1]
            del sections[1:]
    form["attachments"] = []
    path.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")


def _people() -> dict[str, object]:
    experts = [
        {"name": name, "role": "reviewer", "organisations": [f"{name}'s Institute"]}
        for name in REVIEWERS
    ]
    panel = [
        {"name": CHAIR, "role": "chair", "panel": PANEL},
        {"name": DEPUTY, "role": "chair", "panel": PANEL, "deputy": True},
        {"name": HEAD, "role": "head"},
        {"name": STAFF, "role": "staff"},
        {"name": COLLEAGUE, "role": "staff"},
    ]
    return {"format": "practice-people/1", "people": experts + panel}


def mark_of(expert: str, number: str) -> int:
    """What an expert gives a case: a good one six points more than a weak one."""
    place = (GOOD + WEAK).index(number)
    level = 9 if number in GOOD else 3
    return max(1, min(10, level - _STRICTNESS[expert] - place % 2))
