"""Verifying all packets of a panel: time and memory of the first check, and of the next.

A desk of staff after the round has collected five reviews of each case, about 3.4 KB each, with
receipts under a checkpoint a page. *First*: nothing was verified yet; *next*: the same bytes again.
Both put the panel's table together too. The bare limit is what nobody can leave out at first: one
Ed25519 signature and one reading of the JSON against its model a packet, in the same process.
Memory is what the process holds at its most above what it held before.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

from benchmarks._panel_packets import REVIEWS, a_collected_panel
from review_protocol.canonical import from_base64
from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.people import Certificate
from review_protocol.envelope import pae, read_envelope
from review_protocol.keys import VerifyKey
from reviewer_app.models.collected import collected_packets, experts
from reviewer_app.models.store import Store
from reviewer_app.services.believed import trust_of
from reviewer_app.services.panel.collected_reviews import ReviewReader
from tests.builders.desk import ADesk

CASES, EXPERTS = 3_000, 300
_BARE = 2_000
"""Packets that the bare limit is measured with."""


class Took(TypedDict):
    seconds: float
    cpu: float
    peak_mb: float


class Figures(TypedDict):
    packets: int
    first: Took
    next: Took
    bare_s: float
    ratio: float
    """Of the first check without the table, to the bare limit, in CPU."""


def took(act: Callable[[], object]) -> Took:
    """One act."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, clock, cpu = _kib("VmRSS"), time.perf_counter(), time.process_time()
    act()
    return Took(
        seconds=round(time.perf_counter() - clock, 2),
        cpu=round(time.process_time() - cpu, 2),
        peak_mb=round((_kib("VmHWM") - before) / 1024, 1),
    )


def _kib(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def _verify(store: Store) -> None:
    with store.read() as connection:
        ReviewReader().examine(connection, trust_of(connection))


def _bare(desk: ADesk) -> float:
    """CPU seconds a packet of signature and model alone."""
    with desk.store.read() as connection:
        rows = collected_packets(connection)[:_BARE]
        known = {row.kid: row.certificate for row in experts(connection)}
    keys = {kid: _key_in(certificate) for kid, certificate in known.items()}
    parts = [(read_envelope(row.envelope), keys[row.kid]) for row in rows]
    messages = [(pae(each.payload_type, each.body), each, key) for each, key in parts]
    begun = time.process_time()
    for message, each, key in messages:
        assert key.signed(message, each.signature)
        ScorePacket.from_body(each.body)
    return (time.process_time() - begun) / len(rows)


def _key_in(certificate: bytes) -> VerifyKey:
    found = Certificate.from_body(read_envelope(certificate).body)
    return VerifyKey(from_base64(found.signing_key))


def measured(cases: int, people: int) -> Figures:
    """All figures of a panel of so many cases and experts."""
    with (
        TemporaryDirectory() as folder,
        a_collected_panel(Path(folder), cases, people) as desk,
    ):
        panel, packets = desk.services.panel, cases * REVIEWS
        gc.collect()
        gc.disable()  # as the app, which collects between two acts
        first, again = took(panel.table), took(panel.table)
        alone = took(lambda: _verify(desk.store))
        bare = _bare(desk) * packets
        gc.enable()
        return Figures(
            packets=packets,
            first=first,
            next=again,
            bare_s=round(bare, 2),
            ratio=round(alone["cpu"] / bare, 2),
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--experts", type=int, default=EXPERTS)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    found = measured(wanted.cases, wanted.experts)
    for name, each in (("first", found["first"]), ("next", found["next"])):
        sys.stdout.write(
            f"{name:5} {found['packets']:,} packets: {each['seconds']:.2f} s, {each['cpu']:.2f} s"
            f" of CPU, {each['peak_mb']:.0f} MB more\n"
        )
    sys.stdout.write(
        f"bare {found['bare_s']:.2f} s of signatures and models;"
        f" verifying alone takes {found['ratio']:.2f} times that\n"
    )
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "panel_packets", **found}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
