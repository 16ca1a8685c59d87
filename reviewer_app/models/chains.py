"""The chain of this device's packets: where the next one stands, and when a new chain begins."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, select

from review_protocol.canonical import sha256_hex
from review_protocol.documents.packet import ChainHeader
from review_protocol.envelope import read_envelope
from review_protocol.keys import Randomness, SigningKey, VerifyKey
from reviewer_app.models.erased import ERASED
from reviewer_app.models.facts import FactName, fact_of, keep_fact, text_of
from reviewer_app.models.schema import packet


def start_chain(connection: Connection, randomness: Randomness = secrets.token_bytes) -> str:
    """Begin a new chain: packets of the old one may be known elsewhere."""
    chain = randomness(16).hex()
    keep_fact(connection, FactName.CHAIN, chain)
    return chain


def start_chain_after(connection: Connection, randomness: Randomness) -> str:
    """Begin a new chain that names the last packet known here; answers its id.

    The first packet of a chain has no predecessor, so the id itself names it: eight random bytes,
    then the first eight of that packet's hash. Without any packet all sixteen are random.
    """
    last = connection.execute(select(packet.c.id).order_by(packet.c.entry.desc()).limit(1)).scalar()
    named = randomness(8).hex() if last is None else last[:16]
    chain = randomness(8).hex() + named
    keep_fact(connection, FactName.CHAIN, chain)
    return chain


def next_header(
    connection: Connection, signing_key: SigningKey, randomness: Randomness
) -> ChainHeader:
    """The place of the next packet in this device's chain: a chain belongs to one key.

    ValueError before the enrolment.
    """
    root = fact_of(connection, FactName.ROOT_KEY)
    if root is None:
        raise ValueError("nothing is signed before the desk is enrolled")
    chain = text_of(connection, FactName.CHAIN) or start_chain(connection, randomness)
    last = connection.execute(
        select(packet.c.id, packet.c.seq, packet.c.envelope)
        .where(packet.c.chain == chain)
        .order_by(packet.c.seq.desc())
        .limit(1)
    ).first()
    if last is not None and _is_of_another_key(last.envelope, signing_key):
        chain, last = start_chain_after(connection, randomness), None
    return ChainHeader(
        deployment=sha256_hex(VerifyKey(root).der()),
        kid=signing_key.key_id,
        chain=chain,
        seq=1 if last is None else last.seq + 1,
        prev=None if last is None else last.id,
    )


def _is_of_another_key(envelope: bytes, signing_key: SigningKey) -> bool:
    """Whether a chain's last packet was signed before the device had its present key."""
    return envelope != ERASED and read_envelope(envelope).keyid != signing_key.key_id
