"""The trust documents of a deployment, old and new, and the logs that they name.

A server that was restored from a backup goes on under a new log (docs/decisions/050): its log
begins with the leaves of the old one, whose checkpoints and receipts stay what they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import orjson
from sqlalchemy import Connection

from central_server.facts import Fact, find_fact, read_fact, write_fact
from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.base import Document
from review_protocol.documents.people import KeyPurpose, Trust
from review_protocol.envelope import Envelope, read_envelope
from review_protocol.failures import MalformedDocument
from review_protocol.keys import VerifyKey
from review_protocol.opening import Opened, opened
from review_protocol.translog import Checkpoint, NoteVerifier, open_checkpoint

_Doc = TypeVar("_Doc", bound=Document)


@dataclass(frozen=True, slots=True)
class Era:
    """One log of a deployment: it signed checkpoints of more than `after` leaves, up to `until`
    (None for the log that goes on)."""

    trust: Trust
    verifier: NoteVerifier
    after: int
    until: int | None

    def signs(self, size: int) -> bool:
        """Whether a checkpoint over so many leaves is this log's."""
        return self.after < size and (self.until is None or size <= self.until)


def trust_envelopes(connection: Connection) -> tuple[bytes, ...]:
    """All trust documents' envelopes, oldest first; raises NotFounded."""
    past = find_fact(connection, Fact.PAST_TRUSTS)
    earlier = [] if past is None else [from_base64(each) for each in orjson.loads(past)]
    return (*earlier, read_fact(connection, Fact.TRUST))


def open_trusts(connection: Connection) -> tuple[Opened[Trust], ...]:
    """All trust documents, oldest first, verified by the root key; raises ProtocolFailure."""
    root = VerifyKey.from_der(read_fact(connection, Fact.ROOT_KEY))
    return tuple(opened(each, Trust, root) for each in trust_envelopes(connection))


def succeed(connection: Connection, trust: Envelope) -> None:
    """Put a new trust document in the place of the one that stood, which is kept."""
    past = trust_envelopes(connection)
    write_fact(connection, Fact.PAST_TRUSTS, orjson.dumps([to_base64(each) for each in past]))
    write_fact(connection, Fact.TRUST, trust.to_bytes())


def eras(trusts: Sequence[Trust]) -> tuple[Era, ...]:
    """The logs of these trust documents, oldest first.

    A document that names the same log again (other keys changed) is part of its era. Raises
    ProtocolFailure where a new log names no good checkpoint of the one before.
    """
    found: list[Era] = []
    for trust in trusts:
        verifier = log_verifier(trust)
        before = found[-1] if found else None
        if before is not None and before.trust.origin == trust.origin:
            found[-1] = Era(trust, verifier, before.after, None)
            continue
        after = 0
        if before is not None:
            after = _last_good(trust, before).size
            found[-1] = Era(before.trust, before.verifier, before.after, after)
        found.append(Era(trust, verifier, after, None))
    return tuple(found)


def log_verifier(trust: Trust) -> NoteVerifier:
    """The log that a trust document names."""
    return NoteVerifier(trust.origin, VerifyKey(from_base64(trust.key_for(KeyPurpose.LOG))))


def server_keys(trusts: Sequence[Trust]) -> tuple[VerifyKey, ...]:
    """Every server key that the root ever vouched for."""
    raw = {
        each.key: None
        for trust in trusts
        for each in trust.keys
        if each.purpose is KeyPurpose.SERVER
    }
    return tuple(VerifyKey(from_base64(each)) for each in raw)


def opened_by(keys: Sequence[VerifyKey], envelope: bytes, model: type[_Doc]) -> Opened[_Doc]:
    """A document that one of these server keys signed.

    Raises ProtocolFailure: MalformedDocument where it names none of them.
    """
    named = read_envelope(envelope).keyid
    for key in keys:
        if key.key_id == named:
            return opened(envelope, model, key)
    raise MalformedDocument("not signed by a server of this deployment")


def _last_good(trust: Trust, before: Era) -> Checkpoint:
    return open_checkpoint(trust.last_good or "", [before.verifier])
