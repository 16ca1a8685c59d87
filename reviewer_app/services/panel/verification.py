"""What verifying all packets of a panel found: what failed, and whether the chains are whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Role
from reviewer_app.models.dossier import Doubt, told_sight, withheld_links
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.services.believed import known_checkpoint
from reviewer_app.services.panel.collected_reviews import Device, Examined


class Signer(NamedTuple):
    """Whose packets: an expert's number, or what else they are; neither of an unknown device."""

    pseudonym: int | None
    role: Role | None


class Failed(NamedTuple):
    """Packets of one signer that count nowhere, for one reason."""

    signer: Signer
    doubt: Doubt
    packets: int


class Gap(NamedTuple):
    """Places of one signer's chain, from `first` to `last`, of which nothing is known though
    later ones arrived."""

    signer: Signer
    first: int
    last: int

    @property
    def packets(self) -> int:
        return self.last - self.first + 1


class Fork(NamedTuple):
    """Two packets of one signer claim one place of their chain, or name another predecessor than
    the one that stands there."""

    signer: Signer
    seq: int


@dataclass(frozen=True, slots=True)
class Verified:
    """The same in a line."""

    packets: int
    experts: int
    uncounted: int
    log_size: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Verification:
    """Of all packets that this person is shown; what failed is in no figure."""

    packets: int
    """That verified, on cases and on the panel as a whole."""
    experts: int
    """Whose packets these are."""
    log_size: int
    failed: tuple[Failed, ...] = ()
    gaps: tuple[Gap, ...] = ()
    forks: tuple[Fork, ...] = ()
    bridged: int = 0
    """Leaves of packets that are not shown to this person, and stand in the chains."""
    chains_known: bool = True
    """Whether the server tells such leaves: without them nobody can say whether a chain is
    whole."""
    newer: int = 0
    """Packets that a newer version of the app wrote, which this one cannot read."""
    revoked: int = 0
    """Packets that do not count because the key that signed them was revoked."""

    @property
    def uncounted(self) -> int:
        """Packets that count nowhere because they failed."""
        return sum(each.packets for each in self.failed)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is to be told but that all verified."""
        return not (self.failed or self.gaps or self.forks)

    @property
    def in_short(self) -> Verified:
        return Verified(self.packets, self.experts, self.uncounted, self.log_size, self.is_whole)


_Told = TypeVar("_Told", Gap, Fork)


class _Place(NamedTuple):
    packet: str
    previous: str | None


_Chains = Mapping[tuple[str, str], Mapping[int, list[_Place]]]


def verification_of(connection: Connection, examined: Examined) -> Verification:
    """What examining all collected packets found, with the leaves that bridge their chains."""
    bridges, checkpoint = withheld_links(connection), known_checkpoint(connection)
    devices, known = examined.devices, told_sight(connection) is not None
    places = _places(examined, bridges, _whole_to(connection, examined, is_told=known))
    reviews = [each for found in examined.reviews.values() for each in found]
    return Verification(
        packets=len(examined.links),
        experts=len({each.pseudonym for each in reviews if each.pseudonym is not None}),
        log_size=0 if checkpoint is None else checkpoint.size,
        failed=_failed(examined),
        gaps=_sorted(_gaps(places, devices)) if known else (),
        forks=_sorted(_forks(places, devices)),
        bridged=len(bridges),
        chains_known=known,
        newer=examined.newer,
        revoked=sum(each.disposition is Disposition.HELD_REVOKED_KEY for each in reviews),
    )


def _whole_to(connection: Connection, examined: Examined, *, is_told: bool) -> int:
    """Up to which leaf both packets and leaves without packets, where they are told, were asked
    for: what came later on one way alone would look like a gap."""
    shown = max((link.leaf + 1 for link in examined.links), default=0)
    if not is_told:
        return shown
    return min(shown, int(text_of(connection, FactName.DOSSIER_TO) or "0"))


def _places(
    examined: Examined, bridges: Iterable[tuple[int, str, str, str, int]], end: int
) -> _Chains:
    """What is known of each place of the chains of devices whose packets are shown."""
    found: dict[tuple[str, str], dict[int, list[_Place]]] = defaultdict(dict)
    shown = set()
    for link in examined.links:
        if link.leaf >= end:
            continue
        shown.add(link.kid)
        there = found[link.kid, link.chain].setdefault(link.seq, [])
        there.append(_Place(link.packet, link.previous))
    for leaf, packet, kid, chain, seq in bridges:
        if kid in shown and leaf < end:
            there = found[kid, chain].setdefault(seq, [])
            if packet not in {each.packet for each in there}:
                there.append(_Place(packet, None))
    return found


def _sorted(found: Iterable[_Told]) -> tuple[_Told, ...]:
    """By who signed, then by place."""
    return tuple(sorted(found, key=lambda each: (_order(each.signer), *each[1:])))


def _order(signer: Signer) -> tuple[int, str]:
    return signer.pseudonym or 0, signer.role or ""


def _failed(examined: Examined) -> tuple[Failed, ...]:
    counted = Counter(
        (_signer(examined.devices, each.kid), each.doubt) for each in examined.doubted
    )
    return tuple(
        Failed(signer, doubt, packets)
        for (signer, doubt), packets in sorted(
            counted.items(), key=lambda each: (_order(each[0][0]), each[0][1])
        )
    )


def _gaps(chains: _Chains, devices: Mapping[str, Device]) -> Iterable[Gap]:
    for (kid, _), places in chains.items():
        signer, before = _signer(devices, kid), 0
        for seq in sorted(places):
            if seq > before + 1:
                yield Gap(signer, before + 1, seq - 1)
            before = seq


def _forks(chains: _Chains, devices: Mapping[str, Device]) -> Iterable[Fork]:
    for (kid, _), places in chains.items():
        for seq, there in places.items():
            before = {each.packet for each in places.get(seq - 1, ())}
            contradicts = before and any(
                each.previous is not None and each.previous not in before for each in there
            )
            if contradicts or len({each.packet for each in there}) > 1:
                yield Fork(_signer(devices, kid), seq)


def _signer(devices: Mapping[str, Device], kid: str | None) -> Signer:
    device = None if kid is None else devices.get(kid)
    if device is None:
        return Signer(None, None)
    if device.pseudonym is not None:
        return Signer(device.pseudonym, None)
    return Signer(None, device.roles[0] if device.roles else None)
