"""The command `reviewer-app verify FOLDER`: is this evidence true?"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from reviewer_app.terminal import ZH, language_of, shown
from reviewer_app.verifying.folder import verified_folder
from reviewer_app.verifying.found import (
    NoEvidence,
    Recomputed,
    Verified,
    VerifiedPacket,
    Wrong,
)
from reviewer_app.verifying.words import (
    FAULTS,
    WORDS,
    disposition_name,
    kind_name,
    outcome_name,
    standings_told,
)

RIGHT, WRONG, NOT_CHECKED = 0, 1, 2
_ON = (" on {}", "（{}）")
SHOWN = 12
"""Characters of a hash that are enough to find it by."""


def main(argv: Sequence[str]) -> int:
    """0 where all is right, 1 where something is wrong, 2 where nothing could be checked."""
    asked = _parser().parse_args(argv)
    language = language_of(asked.language)
    try:
        found = verified_folder(asked.folder)
    except (NoEvidence, OSError):
        if asked.json:
            _tell(json.dumps({"right": False, "checked": False, "folder": str(asked.folder)}))
        sys.stderr.write(_say("none", language, folder=str(asked.folder)) + "\n")
        return NOT_CHECKED
    if asked.json:
        _tell(json.dumps(_facts(asked.folder, found), ensure_ascii=False, indent=1))
    else:
        _tell(*_lines(found, language))
    return WRONG if found.wrong else RIGHT


def _tell(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer-app verify",
        description="Verify a folder of evidence, without a profile and without a network.",
        epilog="Exit code: 0 all is right, 1 something is wrong, 2 nothing could be checked.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the evidence")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--language", choices=("en", "zh_CN"), help="by default the locale's")
    return parser


def _lines(found: Verified, language: int) -> list[str]:
    lines = [_wrong(each, language) for each in found.wrong]
    lines += [_packet(each, language) for each in found.packets]
    lines += [_say("note", language, name=name) for name in found.notes]
    if found.pages:
        files = ("、" if language == ZH else ", ").join(found.pages)
        lines.append(_say("pages", language, files=files))
    lines.append("")
    if found.recomputed is not None:
        lines += _recomputed(found.recomputed, language)
    if found.device:
        lines.append(_say("device", language, device=found.device))
    elif found.devices:
        lines.append(_say("devices", language, count=len(found.devices)))
    if found.shown is not None:
        orders = {name: ", ".join(order) for name, order in asdict(found.shown).items()}
        lines.append(_say("shown", language, **orders))
    if found.root_sha256:
        lines.append(_say("root", language, root=found.root_sha256))
    if found.wrong:
        lines.append(_say("faults", language, count=len(found.wrong)))
    else:
        lines.append(_say("right", language, count=len(found.packets)))
    return lines


def _packet(packet: VerifiedPacket, language: int) -> str:
    told = {
        **asdict(packet),
        "kind": kind_name(packet.kind, language),
        "case": _ON[language].format(packet.case) if packet.case else "",
        "disposition": disposition_name(packet.disposition, language),
    }
    return _say("packet", language, **told)


def _recomputed(found: Recomputed, language: int) -> Iterator[str]:
    yield _say("recomputed", language, case=found.case, rules=(found.rules or "–")[:SHOWN])
    scores = standings_told(found.scores, language)
    yield _say("scores", language, count=sum(found.scores.values()), standings=scores or "–")
    decision = found.decision
    if decision is None:
        yield _say("undecided", language)
    else:
        told = {**asdict(decision), "outcome": outcome_name(decision.outcome, language)}
        yield _say("decided", language, **told)
    if found.left_out:
        yield _say("left_out", language, count=found.left_out)


def _wrong(wrong: Wrong, language: int) -> str:
    return _say("wrong", language, file=wrong.file, fault=FAULTS[wrong.fault][language])


def _facts(folder: Path, found: Verified) -> dict[str, object]:
    return {"right": not found.wrong, "checked": True, "folder": str(folder), **asdict(found)}


def _say(key: str, language: int, **facts: object) -> str:
    return WORDS[key][language].format(**{name: shown(fact) for name, fact in facts.items()})
