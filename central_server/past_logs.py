"""The logs before the one that goes on: what the root said of each, and what it may still prove.

A server knows those that its backup knew; a desk hands back the trust documents of those between
them and the newest, where there were restores that the backup knows nothing of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection

from central_server.facts import Fact, read_fact
from central_server.trusts import eras, log_verifier, open_trusts
from review_protocol.canonical import from_base64
from review_protocol.documents.people import KeyPurpose, Trust
from review_protocol.failures import MalformedDocument
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened
from review_protocol.translog import Checkpoint, NoteVerifier, ReceiptReader, parse_note


@dataclass(frozen=True, slots=True)
class PastLog:
    """One log that another followed."""

    trust: Trust
    verifier: NoteVerifier
    shared: int
    """Leaves below this are in the log that goes on, at their places."""
    until: str
    """When the root ended it by naming the next: it took nothing later."""
    in_backup: bool
    """Whether the backup knew it: then nothing below `shared` can be missing here."""

    @property
    def origin(self) -> str:
        return self.trust.origin


@dataclass(frozen=True, slots=True)
class PastLogs:
    """All of them, and the document that stands."""

    logs: tuple[PastLog, ...]
    documents: tuple[Trust, ...]
    """All that the root signed, as far as they are known here, oldest first."""

    @property
    def receipts(self) -> ReceiptReader:
        """Reads receipts of any of them."""
        return ReceiptReader([each.verifier for each in self.logs])

    def trusts_server_of(self, log: PastLog) -> bool:
        """Whether the server's key is still the one of that time.

        It is not where the keys were replaced since, perhaps because somebody else has them: then
        what the old ones sign proves nothing that the backup does not have.
        """
        of_old = log.trust.key_for(KeyPurpose.SERVER)
        return of_old == self.documents[-1].key_for(KeyPurpose.SERVER)


def past_logs(connection: Connection, handed: Iterable[str] = ()) -> PastLogs:
    """The logs before the newest; `handed` are envelopes of trust documents, base64.

    Raises ProtocolFailure for a document that the root did not sign, or that contradicts a known
    one of its number.
    """
    own = tuple(each.document for each in open_trusts(connection))
    between = _between(connection, own, handed)
    documents = tuple(sorted((*own, *between), key=lambda each: each.number))
    newest = documents[-1]
    ends = {era.trust.origin: era.until for era in eras(own) if era.until is not None}
    shared = _last_good(newest)
    found: dict[str, PastLog] = {}
    for trust, following in pairwise(documents):
        if trust.origin == newest.origin:
            continue
        known = ends.get(trust.origin)
        # what came from the log before it, as far as that one's came from those before
        shared = min(_last_good(trust), shared) if known is None else known
        found[trust.origin] = PastLog(
            trust, log_verifier(trust), shared, following.issued, known is not None
        )
    return PastLogs(tuple(found.values()), documents)


def _between(
    connection: Connection, own: Sequence[Trust], handed: Iterable[str]
) -> tuple[Trust, ...]:
    """Documents that this server does not have, of numbers below its newest."""
    root = VerifyKey.from_der(read_fact(connection, Fact.ROOT_KEY))
    known = {each.number: each for each in own}
    found: dict[int, Trust] = {}
    for text in handed:
        trust = opened(from_base64(text), Trust, root).document
        same = known.get(trust.number) or found.get(trust.number)
        if trust.deployment != own[-1].deployment or (same is not None and same != trust):
            raise MalformedDocument("the trust document contradicts a known one")
        if same is None and trust.number < own[-1].number:
            found[trust.number] = trust
    return tuple(found.values())


def _last_good(trust: Trust) -> int:
    """The size of the log before that it goes on from; the root signed it."""
    if trust.last_good is None:
        return 0
    return Checkpoint.parse(parse_note(trust.last_good).text).size
