"""`python -m tests.torture`: kill and damage everything, then look what is left.

The last line is one JSON object; the exit code is 1 where anything was lost, doubled or not
verified, and where the numbers were not reached.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.torture.actors import Account, Target, Torturer
from tests.torture.ground import founded
from tests.torture.points import POINTS
from tests.torture.proxy import Damager, Tally, a_proxy
from tests.torture.sabotage import SABOTAGES
from tests.torture.verdict import Verdict, judged

TOLD_EVERY = 10.0  # seconds
DAMAGED_SHARE = 0.52
LAST = Path(__file__).with_name("last.json")


def main() -> int:
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began = time.monotonic()
    target = Target(asked.packets, asked.client_kills, asked.server_kills, asked.seconds)
    damager = Damager(Random(f"{asked.seed}/network"), DAMAGED_SHARE)
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        ground = founded(Path(name), cases=asked.cases)
        _tell(f"founded in {time.monotonic() - began:.1f} s; seed {asked.seed}")
        with a_proxy(ground.server.port, damager) as proxy:
            torturer = Torturer(ground, proxy.port, target, str(asked.seed), asked.sabotage)
            account, told = torturer.account, time.monotonic()
            for _ in torturer.run():
                if time.monotonic() - told > TOLD_EVERY:
                    told = time.monotonic()
                    _tell(_progress(time.monotonic() - began, account, damager.tally, target))
            damager.share = 0
            _tell(_progress(time.monotonic() - began, account, damager.tally, target))
            torturer.deliver_the_rest()
        verdict = judged(ground, account)
        if verdict.faults:
            _tell(ground.server.log.read_text(encoding="utf-8")[-4000:])
    figures = _figures(verdict, account, damager.tally, round(time.monotonic() - began))
    _tell_of_points(account, verdict, damager.tally)
    for fault in verdict.faults[:50]:
        _tell(f"FAULT {fault}")
    if asked.keep:
        _keep(figures, account, damager.tally)
    print(json.dumps(figures), flush=True)
    return 0 if _is_good(figures, verdict, target) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--packets", type=int, default=1000, help="at least so many are signed")
    parser.add_argument("--client-kills", type=int, default=300, help="of both devices together")
    parser.add_argument("--server-kills", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=1080, help="the longest that it may take")
    parser.add_argument("--cases", type=int, default=24, help="cases of the programme")
    parser.add_argument("--seed", type=int, default=1, help="plans the same kills and damages")
    parser.add_argument("--sabotage", choices=SABOTAGES, help="what the server does wrong")
    parser.add_argument("--keep", action="store_true", help="keep the figures for the document")
    return parser.parse_args()


def _figures(verdict: Verdict, account: Account, tally: Tally, seconds: int) -> dict[str, int]:
    return {
        "packets": verdict.packets,
        "log_leaves": verdict.log_leaves,
        "lost": verdict.lost,
        "doubled": verdict.doubled,
        "receipts_verified": verdict.receipts_verified,
        "client_kills": account.kills["device"],
        "server_kills": account.kills["server"],
        "damaged_exchanges": tally.damaged.total(),
        "edits_acknowledged": len(account.kept),
        "edits_lost": verdict.edits_lost,
        "seconds": seconds,
    }


def _is_good(figures: Mapping[str, int], verdict: Verdict, target: Target) -> bool:
    whole = figures["packets"] == figures["log_leaves"] == figures["receipts_verified"]
    nothing_lost = not (figures["lost"] or figures["doubled"] or figures["edits_lost"])
    enough = (
        figures["packets"] >= target.packets
        and figures["client_kills"] >= target.client_kills
        and figures["server_kills"] >= target.server_kills
    )
    return whole and nothing_lost and enough and not verdict.faults


def _progress(seconds: float, account: Account, tally: Tally, target: Target) -> str:
    return (
        f"{seconds:5.0f} s  packets {len(account.signed)}/{target.packets}  "
        f"clients killed {account.kills['device']}/{target.client_kills}  "
        f"servers killed {account.kills['server']}/{target.server_kills}  "
        f"exchanges damaged {tally.damaged.total()} of {tally.exchanges}  syncs {account.syncs}"
    )


def _tell_of_points(account: Account, verdict: Verdict, tally: Tally) -> None:
    reached = [point for point in account.points if point in POINTS]
    _tell(f"killed at {len(reached)} of {len(POINTS)} named points:")
    for point, times in account.points.most_common():
        _tell(f"  {times:4}  {point}")
    _tell(f"damages: {dict(tally.damaged.most_common())}")
    _tell(f"failures that the devices met: {dict(account.failures.most_common())}")
    _tell(f"dispositions: {dict(verdict.dispositions.most_common())}")


def _keep(figures: Mapping[str, int], account: Account, tally: Tally) -> None:
    """For docs/reliability.md."""
    kept = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "command": "python -m tests.torture",
        "figures": figures,
        "points": {name: account.points[name] for name in POINTS},
        "damages": dict(sorted(tally.damaged.items())),
        "exchanges": tally.exchanges,
    }
    LAST.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
