"""What the server told this person of their panel beside the packets, and what did not verify."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from review_protocol.documents.base import Part
from review_protocol.documents.dossier import (
    CountryTie,
    DecidedCase,
    DecidedElsewhere,
    PanelDeclaration,
    WithheldCase,
)
from reviewer_app.models.dossier_schema import unproved, withheld_leaf
from reviewer_app.models.facts import FactName, fact_of, forget_fact, keep_fact
from reviewer_app.models.others_schema import collected


class Doubt(StrEnum):
    """Why a packet that was offered does not count; the value stands in the database."""

    DEVICE = "device"
    """No certificate of its device holds, or none that the log has."""
    SIGNATURE = "signature"
    """It is not what its device signed, or nothing that can be read."""
    RECEIPT = "receipt"
    """Its receipt does not prove that the log took it."""
    CHANGE = "change"
    """What is said to have changed how it stands is not in the log."""


class ToldSight(Part):
    """Which cases are withheld from this person, and which they decide as a deputy."""

    deputy: bool
    decides: tuple[DecidedCase, ...]
    withheld: tuple[WithheldCase, ...]
    places: tuple[DecidedElsewhere, ...] = ()
    """Places of withheld cases on the final list, by the decisions that stand for them."""
    undecided: int = 0
    """Of those cases, how many have no decision yet."""
    deputies: tuple[str, ...] = ()
    """Key ids of deputies' devices."""


class ToldTies(Part):
    """Who of the panel has to do with a case, and from where, of cases that may be seen."""

    declarations: tuple[PanelDeclaration, ...]
    ties: tuple[CountryTie, ...]


class WithheldLeaf(NamedTuple):
    """A proved leaf of a packet that this person is not shown."""

    leaf: int
    packet: str
    kid: str
    chain: str
    seq: int
    receipt: str


class Unproved(NamedTuple):
    """A packet that was offered with this leaf, and why it does not count; `kid` is what it says
    itself."""

    leaf: int
    kid: str | None
    doubt: Doubt


def keep_told(connection: Connection, sight: ToldSight, ties: ToldTies) -> None:
    """Keep what was told, in place of what was known."""
    keep_fact(connection, FactName.DOSSIER, sight.model_dump_json())
    keep_fact(connection, FactName.DOSSIER_TIES, ties.model_dump_json())


def told_sight(connection: Connection) -> ToldSight | None:
    """None where no server told it."""
    content = fact_of(connection, FactName.DOSSIER)
    return None if content is None else ToldSight.model_validate_json(content)


def told_ties(connection: Connection) -> ToldTies | None:
    """None where no server told it."""
    content = fact_of(connection, FactName.DOSSIER_TIES)
    return None if content is None else ToldTies.model_validate_json(content)


def forget_told(connection: Connection) -> None:
    """The server tells it no more."""
    for name in (
        *(FactName.DOSSIER, FactName.DOSSIER_TIES),
        *(FactName.DOSSIER_TO, FactName.DOSSIER_SCOPE, FactName.DOSSIER_TABLES),
    ):
        forget_fact(connection, name)
    connection.execute(delete(withheld_leaf))


def keep_leaves(connection: Connection, leaves: Iterable[WithheldLeaf], *, anew: bool) -> None:
    """Keep leaves without packets; `anew`, in place of all that were known."""
    if anew:
        connection.execute(delete(withheld_leaf))
    rows = [each._asdict() for each in leaves]
    if rows:
        connection.execute(upsert(withheld_leaf).on_conflict_do_nothing(), rows)


def withheld_links(connection: Connection) -> tuple[tuple[int, str, str, str, int], ...]:
    """Leaf, packet, key id, chain and number of each, in the order of the log."""
    leaf = withheld_leaf.c
    asked = select(leaf.leaf, leaf.packet, leaf.kid, leaf.chain, leaf.seq).order_by(leaf.leaf)
    return tuple((row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(asked))


def keep_unproved(
    connection: Connection, found: Iterable[Unproved], first: int, end: int | None
) -> None:
    """What did not verify of the leaves from `first` up to before `end` (None for all of them),
    in place of what was known of these."""
    there = unproved.c.leaf >= first
    if end is not None:
        there &= unproved.c.leaf < end
    connection.execute(delete(unproved).where(there))
    rows = [each._asdict() for each in found]
    if rows:
        connection.execute(upsert(unproved).on_conflict_do_nothing(), rows)


def unproved_packets(connection: Connection) -> tuple[Unproved, ...]:
    """In the order in which they were offered."""
    rows = connection.execute(select(unproved).order_by(unproved.c.leaf))
    return tuple(Unproved(row.leaf, row.kid, Doubt(row.doubt)) for row in rows)


def erase_bodies(connection: Connection, cases: Iterable[str]) -> int:
    """Erase others' packets about these cases; what is freed is overwritten. Answers how many."""
    named = sorted(set(cases))
    there = select(collected.c.id).where(collected.c.case_number.in_(named)).limit(1)
    if not named or connection.execute(there).first() is None:
        return 0
    connection.execute(text("PRAGMA secure_delete = ON"))
    erased = connection.execute(delete(collected).where(collected.c.case_number.in_(named)))
    connection.execute(text("PRAGMA secure_delete = OFF"))
    return erased.rowcount
