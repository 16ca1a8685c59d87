"""How far this desk has come, kept beside its database: one put back to an earlier day tells.

A chain that went on from yesterday's copy would give a number away twice. The file is under a MAC
of the database key, so only this desk's own word counts; without it nothing is known, and nothing
alarming follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field
from sqlalchemy import Connection, func, select, text

from review_protocol.canonical import JsonValue, canonical, parse_strict
from review_protocol.documents.base import Count, Hash, Nonce, Part, read_fields
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import mac, mac_key, mac_matches
from reviewer_app.errors import RolledBackDesk
from reviewer_app.models.schema import packet
from reviewer_app.models.store import after_commit

TIPS_FILE = "tips.json"
_LABEL = "chain-tips"
_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class Tips:
    """The highest number of each chain, and of what was typed."""

    chains: Mapping[str, int]
    revision: int

    def lost_since(self, later: Tips) -> tuple[int, int]:
        """How many packets and drafts `later` had that are not here; (0, 0) is as it should be."""
        packets = sum(
            max(seq - self.chains.get(chain, 0), 0) for chain, seq in later.chains.items()
        )
        return packets, max(later.revision - self.revision, 0)


class _Kept(Part):
    format: Literal["practice-review/tips/1"]
    chains: dict[Nonce, Annotated[int, Field(ge=1)]]
    revision: Count
    mac: Hash


class ChainTips:
    """One desk's word beside its database, under the database's key."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / TIPS_FILE
        self._mac_key = mac_key(key, _LABEL)
        self._is_right = False

    def require(self, connection: Connection) -> None:
        """Raise RolledBackDesk where packets are gone that were signed on this desk.

        Asked before anything is signed; once it was right it is not looked up again.
        """
        if self._is_right:
            return
        lost = self.lost(connection)
        if lost is not None and lost.packets:
            raise lost
        self._is_right = True

    def lost(self, connection: Connection) -> RolledBackDesk | None:
        """What was here and is not any more; None where the database is as it was, or later."""
        kept = self._kept()
        if kept is None:
            return None
        packets, drafts = tips_of(connection).lost_since(kept)
        return RolledBackDesk(packets, drafts) if packets or drafts else None

    def note_signed(self, connection: Connection) -> None:
        """Keep how far the desk has come, once what is being written is committed."""
        after_commit(connection, partial(self.keep, tips_of(connection)))

    def keep(self, tips: Tips) -> None:
        """Keep them in place of what was known; never a failure.

        Not flushed: after a power cut an older file is there, or none, and both are harmless.
        """
        said = _said(tips)
        content = canonical(said | {"mac": mac(self._mac_key, canonical(said))})
        beside = self._path.with_name(TIPS_FILE + ".new")
        with suppress(OSError):
            beside.write_bytes(content)
            beside.replace(self._path)

    def _kept(self) -> Tips | None:
        try:
            with self._path.open("rb") as file:
                kept = read_fields(_Kept, canonical(parse_strict(file.read(_LIMIT))))
        except (OSError, ProtocolFailure):
            return None
        tips = Tips(kept.chains, kept.revision)
        return tips if mac_matches(kept.mac, self._mac_key, canonical(_said(tips))) else None


def tips_of(connection: Connection) -> Tips:
    """As the database has it."""
    rows = connection.execute(
        select(packet.c.chain, func.max(packet.c.seq).label("seq")).group_by(packet.c.chain)
    )
    chains: dict[str, int] = {row.chain: row.seq for row in rows}
    # the counter and not the rows: what is erased after the round was typed all the same
    typed = text("SELECT seq FROM sqlite_sequence WHERE name = 'draft_revision'")
    return Tips(chains, connection.execute(typed).scalar() or 0)


def _said(tips: Tips) -> dict[str, JsonValue]:
    return {
        "format": "practice-review/tips/1",
        "chains": dict(tips.chains),
        "revision": tips.revision,
    }
