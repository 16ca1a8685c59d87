"""Delivering packets to the real server, beside the same requests and bare cryptography and SQL.

Delivering: a desk (SQLCipher outbox, its packets signed on one chain beforehand) reads what it
knows, meets the server, and hands in all its packets by the app's own `Delivering` and
`DeviceSession`: groups of up to 200, each noted as being sent, sealed to the intake key, signed as
a request, and sent over HTTP on the loopback to a `central-server serve` in a process of its own;
two are under way at once, over two connections, as in any sync of scores of different cases.
That server opens and verifies every packet, judges it, and commits packets, leaves, tiles,
checkpoint and receipts, copies the checkpoint (flushed), and answers signed and sealed; the desk
opens the answer, verifies every receipt and keeps it. Every packet must be counted and receipted.

Bare: as many requests of the same methods and sizes, by one `requests` session, to an echo route
of FastAPI on uvicorn in a process of its own (each body comes back as the answer); then, for as
many packets, one Ed25519 signature (cryptography) and one verification (PyNaCl) over the packet's
own signed bytes, and inserts of its envelope and receipt into a plain table of the same SQLite
(WAL, synchronous=FULL), one transaction for each of the delivering side's groups. One step after
the other, in one thread beside the echo's process. No sealing, no JSON, no log, no index. Signing
is counted here although the desk's packets were signed before.

Each side runs once to warm up, then in turn; the best run of each counts. Every delivering run has
a fresh desk at the same server, whose log therefore grows. CPU seconds are told too, the least of
each process: a busy machine changes them less.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks._bare_delivery import BareWork, Sent, SignedBytes, an_echo, cpu_seconds, seconds
from benchmarks._deliveries import FullDesk, a_full_desk, a_ground, deliver
from review_protocol.envelope import pae, read_envelope
from review_protocol.exchange import DELIVERY_COUNT
from reviewer_app.demo.server import CentralServer, serving
from reviewer_app.models import outbox

PACKETS = 1000
RUNS = 4
AIM = 2.0


@dataclass(slots=True)
class Figures:
    """Seconds of each run of either side; of the bare one by its parts."""

    packets: int
    delivering: list[float] = field(default_factory=list)
    bare: list[dict[str, float]] = field(default_factory=list)
    cpu: dict[str, list[float]] = field(default_factory=dict)
    """CPU seconds of each run: the desk's, the server's, both processes of the bare side."""

    def note_cpu(self, whose: str, spent: float) -> None:
        self.cpu.setdefault(whose, []).append(spent)

    def summary(self) -> dict[str, object]:
        """The best run of each side after the warm-up, and their ratio."""
        own = min(self.delivering[1:])
        parts = min(self.bare[1:], key=lambda run: sum(run.values()))
        least = sum(parts.values())
        cpu = {whose: min(runs[1:]) for whose, runs in self.cpu.items()}
        return {
            "benchmark": "delivery",
            "packets": self.packets,
            "seconds": round(own, 4),
            "packets_per_second": round(self.packets / own),
            "bare_seconds": round(least, 4),
            "bare_parts": {name: round(took, 4) for name, took in parts.items()},
            "ratio": round(own / least, 2),
            "aim": AIM,
            "cpu_seconds": {whose: round(spent, 4) for whose, spent in cpu.items()},
            "cpu_ratio": round((cpu["desk"] + cpu["server"]) / cpu["bare"], 2),
            "runs": [round(took, 4) for took in self.delivering],
            "bare_runs": [round(sum(run.values()), 4) for run in self.bare],
        }


def stored(desk: FullDesk) -> list[SignedBytes]:
    """The desk's packets and receipts; raises ValueError where one has none."""
    found = []
    with desk.store.read() as connection:
        for each in outbox.all_packets(connection):
            if each.receipt is None:
                raise ValueError(f"packet {each.id} has no receipt")
            envelope = read_envelope(each.envelope)
            message = pae(envelope.payload_type, envelope.body)
            found.append(SignedBytes(message, each.envelope, each.receipt))
    return found


def measured(packets: int, runs: int) -> Figures:
    """Run either side `runs` times and once more to warm up, in turn."""
    figures = Figures(packets)
    with tempfile.TemporaryDirectory() as place, ExitStack() as closing:
        folder = Path(place)
        ground = a_ground(folder, cases=packets, desks=runs + 1)
        server = CentralServer(home=ground.home, log=folder / "server.log")
        closing.enter_context(serving(server))
        echo = closing.enter_context(an_echo())
        desks = [
            a_full_desk(folder / f"desk-{number}", server.address, code, ground)
            for number, code in enumerate(ground.codes)
        ]
        for number, desk in enumerate(desks):
            sent: list[Sent] = []
            own, theirs = time.process_time(), _cpu_of(server.pid)
            figures.delivering.append(seconds(partial(deliver, desk, sent)))
            figures.note_cpu("desk", time.process_time() - own)
            figures.note_cpu("server", _cpu_of(server.pid) - theirs)
            work = BareWork(echo.address, folder, sent, stored(desk), DELIVERY_COUNT)
            own, theirs = time.process_time(), _cpu_of(echo.pid)
            figures.bare.append(work.run(number))
            figures.note_cpu("bare", time.process_time() - own + _cpu_of(echo.pid) - theirs)
            desk.store.close()
    return figures


def _cpu_of(pid: int | None) -> float:
    if pid is None:
        raise ValueError("the process has ended")
    return cpu_seconds(pid)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.delivery", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--packets", type=int, default=PACKETS)
    parser.add_argument("--runs", type=int, default=RUNS, help="of each side, after a warm-up")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    chosen = parser.parse_args(arguments)
    summary = measured(chosen.packets, chosen.runs).summary()
    sys.stdout.write(
        f"{summary['packets']} packets delivered in {summary['seconds']} s"
        f" ({summary['packets_per_second']}/s), bare {summary['bare_seconds']} s,"
        f" ratio {summary['ratio']} (aim {summary['aim']}), of CPU {summary['cpu_ratio']}\n"
    )
    if chosen.json:
        sys.stdout.write(json.dumps(summary) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
