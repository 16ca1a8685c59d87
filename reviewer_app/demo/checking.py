"""The end of the story: what the server holds is compared with what the desks were promised."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from review_protocol.documents.leaf import PacketLeaf, read_entry
from review_protocol.failures import ProtocolFailure
from review_protocol.translog import NoteVerifier, Receipt, verify_receipt
from reviewer_app.demo.holdings import Held, packets_held
from reviewer_app.demo.server import CentralServer
from reviewer_app.opening import open_desk
from reviewer_app.services.believed import trust_of


@dataclass(eq=False)
class NotAsPromised(Exception):
    """The server and a desk disagree, or a proof does not hold."""

    what: str

    def __str__(self) -> str:
        return self.what


@dataclass(frozen=True, slots=True)
class DeskPackets:
    """What one desk signed, and the receipts that it holds."""

    name: str
    receipts: Mapping[str, str | None]
    verifiers: tuple[NoteVerifier, ...]


def packets_of(profile: Path, passphrase: str) -> DeskPackets:
    """Everything that was signed at this desk; the application must not be open on it."""
    desk = open_desk(profile, passphrase)
    try:
        handin = desk.services.handin
        receipts = {row.packet: handin.receipt(row.packet) for row in handin.outbox()}
        with desk.store.read() as connection:
            verifiers = trust_of(connection).log_verifiers
        return DeskPackets(desk.look.overview.person_name, receipts, tuple(verifiers))
    finally:
        desk.store.close()


def check_packets(desk: DeskPackets, held: Mapping[str, Held]) -> int:
    """Every packet is in the server's log where its receipt says; answers how many there are.

    Raises NotAsPromised.
    """
    for packet, text in desk.receipts.items():
        if text is None:
            raise NotAsPromised(f"{desk.name}: packet {packet} has no receipt")
        receipt = Receipt.parse(text)
        leaf = read_entry(receipt.leaf)
        if not isinstance(leaf, PacketLeaf) or leaf.packet != packet:
            raise NotAsPromised(f"{desk.name}: the receipt of {packet} is for something else")
        if packet not in held or held[packet].leaf != receipt.index:
            raise NotAsPromised(f"{desk.name}: the server does not hold packet {packet}")
        try:
            verify_receipt(receipt, desk.verifiers)
        except ProtocolFailure as failure:
            raise NotAsPromised(f"{desk.name}: a receipt does not verify: {failure}") from failure
    return len(desk.receipts)


def check_evidence(saved: Path) -> int:
    """Run the evidence's own script (openssl and sha256sum alone); answers its number of checks.

    Raises NotAsPromised.
    """
    done = subprocess.run(
        ["sh", "verify.sh"], cwd=saved, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise NotAsPromised(f"the evidence does not verify:\n{done.stdout[-800:]}{done.stderr}")
    return done.stdout.count("ok ")


def check_server(server: CentralServer) -> tuple[Mapping[str, Held], str]:
    """The packets of the stopped server's log, and what its own check of the log says."""
    return packets_held(server.home), server.run("log", "verify").strip()
