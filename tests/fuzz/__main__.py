"""`python -m tests.fuzz`: mutate documents of every kind, and look what their readers take.

The last line is one JSON object; the exit code is 1 where an input was read as something else or
raised what is no failure of the protocol, and where the count was not reached. What was found is
written to build/fuzz; `--only KIND --from N --count 1` tries one input again.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.fuzz.run import Found, Plan, Tally, share
from tests.fuzz.subjects import Verdict

FOUND = Path(__file__).parents[2] / "build" / "fuzz"


def main() -> int:
    asked = _asked()
    began = time.monotonic()
    tally = Tally()
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(asked.workers, spawning) as workers:
        for part in workers.map(share, (_plan(asked, each) for each in range(asked.workers))):
            tally.add(part)
    for found in tally.found:
        _tell(found)
    figures = {
        "inputs": tally.inputs.total(),
        "kinds": dict(sorted(tally.inputs.items())),
        **{verdict.value: tally.verdicts[verdict] for verdict in Verdict},
        "unexpected": tally.unexpected,
        "slowest_ms": round(tally.slowest_ms, 1),
        "slowest": tally.slowest,
        "peak_mb": tally.peak_mb,
        "seed": asked.seed,
        "seconds": round(time.monotonic() - began),
    }
    print(json.dumps(figures), flush=True)
    bad = tally.unexpected or tally.verdicts[Verdict.DIFFERENT]
    return 1 if bad or tally.inputs.total() < asked.count else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=200_000, help="inputs of all kinds together")
    parser.add_argument("--seed", type=int, default=1, help="the same inputs for the same number")
    parser.add_argument("--seconds", type=float, default=900, help="the longest that it may take")
    parser.add_argument("--workers", type=int, default=2, help="processes at the same time")
    parser.add_argument("--only", help="one kind alone")
    parser.add_argument("--from", dest="start", type=int, default=0, help="first number of inputs")
    return parser.parse_args()


def _plan(asked: argparse.Namespace, worker: int) -> Plan:
    """What one worker has to do."""
    return Plan(
        seed=asked.seed,
        first=asked.start + worker,
        step=asked.workers,
        count=len(range(worker, asked.count, asked.workers)),
        seconds=asked.seconds,
        only=asked.only,
    )


def _tell(found: Found) -> None:
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"{found.kind.replace(' ', '-')}-{found.number}"
    file.write_bytes(found.input)
    print(f"{found.kind} {found.number}: {found.what}\n  kept as {file}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
