"""Facts of which the desk has one each: who, whose, where, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from reviewer_app.models.schema import fact


class FactName(StrEnum):
    """All facts; the value says what its content is."""

    SERVER = "server"
    """Address: text."""
    ROOT_KEY = "root_key"
    """32 raw bytes of the root's public key."""
    TRUST = "trust"
    """Envelope of the trust document that stands."""
    CERTIFICATE = "certificate"
    """Envelope of this device's certificate."""
    CERTIFICATE_RECEIPT = "certificate_receipt"
    """The certificate's receipt: text."""
    PERSON_NAME = "person_name"
    """Text."""
    PROGRAMME = "programme"
    """Body of the programme document of the enrolment."""
    CHECKPOINT = "checkpoint"
    """The newest checkpoint that was verified: the signed note."""
    SPLIT = "split"
    """The note that does not extend the known checkpoint: evidence, and an end to delivering."""
    SPLIT_TRUST = "split_trust"
    """Envelope of the trust document that contradicts the one that stands."""
    UNFIT = "unfit"
    """Envelope of the answer whose entries of the log do not add up to its checkpoint."""
    UNFIT_TO = "unfit_to"
    """That checkpoint: the signed note."""
    RESTORED = "restored"
    """How many packets were handed in again to a server that was restored: decimal text; until
    the person has read of it."""
    PAST_TRUSTS = "past_trusts"
    """Trust documents of the logs before this one, oldest first: JSON list of base64 envelopes."""
    HAND_BACK = "hand_back"
    """The origin of the log before: this device's certificate is to be handed back. Text."""
    PROVE = "prove"
    """The first leaf that a restored server has lost: receipts from there on are to be handed back
    before their packets. Decimal text."""
    CHAIN = "chain"
    """Id of this device's chain: text."""
    ROUND = "round"
    """RoundState as JSON."""
    DEVICES = "devices"
    """The person's devices as the server lists them: JSON list of DeviceRow."""
    MANIFEST = "manifest"
    """Envelope of the manifest that stands."""
    MANIFEST_TAKEN = "manifest_taken"
    """Id of the manifest whose documents and headers were opened last: text."""
    SYNCED_AT = "synced_at"
    """Timestamp of the last whole sync."""
    COLLECTED_TO = "collected_to"
    """The leaf up to which other people's packets were fetched: decimal text."""
    COLLECTED_SCOPE = "collected_scope"
    """The server's hash of what could be seen then: text; with another all is fetched anew."""
    COLLECTED_AT = "collected_at"
    """Timestamp of the last whole collecting."""
    DOSSIER = "dossier"
    """What is withheld from this person of their panel, and what they decide as a deputy: JSON."""
    DOSSIER_TIES = "dossier_ties"
    """Who of the panel has to do with a case, and from where: JSON."""
    DOSSIER_TO = "dossier_to"
    """The leaf up to which leaves without packets were fetched: decimal text."""
    DOSSIER_SCOPE = "dossier_scope"
    """The server's hash of which leaves belong there: text; with another all are fetched anew."""
    DOSSIER_TABLES = "dossier_tables"
    """The hash of all that was told beside these leaves: text; with another it is asked anew."""
    TAKEN_BACK = "taken_back"
    """Conflicts on a panel's cases that were declared and taken back: JSON."""
    TAKEN_BACK_TO = "taken_back_to"
    """The leaf up to which packets were fetched when that was told: decimal text."""
    DRAWS = "draws"
    """How reviews were given out, run by run: JSON."""
    DRAWS_TO = "draws_to"
    """The leaf up to which packets were fetched when that was asked: decimal text."""
    OWN_TO = "own_to"
    """The leaf up to which this person's packets of other devices were fetched: decimal text."""
    OWN_SCOPE = "own_scope"
    """The server's hash of the log that it was fetched from."""
    ADOPTED_TO = "adopted_to"
    """The leaf up to which drafts follow what was signed on other devices: decimal text."""
    SEARCHED_TO = "searched_to"
    """The revision of drafts up to which comments are in the full-text index: decimal text."""
    AWAITS_WORDS = "awaits_words"
    """There while staff wait to be read this device's six words, and withhold what it is given."""
    WORDS_SETTLED = "words_settled"
    """The origin of the log under which the server said that no words are awaited. Text."""
    HANDED_OVER = "handed_over"
    """Timestamp of the newest hand-in file by packet, of packets without a receipt: JSON."""
    SAVING_EVIDENCE = "saving_evidence"
    """The folder in which evidence is put together, or was when a saving was killed: text."""
    LAST_CASE = "last_case"
    """The number of the case that was in front when the person was last here: text."""
    PROXY = "proxy"
    """The proxy that the person chose, with its password where it has one: JSON."""


def fact_of(connection: Connection, name: FactName) -> bytes | None:
    """The fact's content, None where it is not known."""
    return connection.execute(select(fact.c.content).where(fact.c.name == name)).scalar()


def facts_of(connection: Connection, *names: FactName) -> Mapping[FactName, bytes]:
    """Those of the named facts that are known."""
    rows = connection.execute(select(fact).where(fact.c.name.in_(names)))
    return {FactName(row.name): row.content for row in rows}


def text_of(connection: Connection, name: FactName) -> str | None:
    """The same as text."""
    content = fact_of(connection, name)
    return None if content is None else content.decode("utf-8")


def keep_fact(connection: Connection, name: FactName, content: bytes | str) -> None:
    """Keep the fact in place of what was known; text as UTF-8."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    row = insert(fact).values(name=name, content=raw)
    connection.execute(
        row.on_conflict_do_update(index_elements=[fact.c.name], set_={"content": raw})
    )


def forget_fact(connection: Connection, name: FactName) -> None:
    """The fact is not known any more."""
    connection.execute(delete(fact).where(fact.c.name == name))
