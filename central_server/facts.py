"""Facts of which there is one each: trust, root key, current programme, rubric and rules."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, insert, select

from central_server.failures import NotFounded
from central_server.store.schema import fact


class Fact(StrEnum):
    """The names of the facts, and what their content is."""

    TRUST = "trust"
    """The trust document's envelope."""
    PAST_TRUSTS = "past-trusts"
    """The envelopes of the trust documents before it, oldest first: a JSON list of base64."""
    RESTORED = "restored"
    """What a restore from a backup left to confirm (`restored.py`); not there otherwise."""
    ROOT_KEY = "root-key"
    """The root's public key, DER."""
    PROGRAMME = "programme"
    """The current programme's body."""
    RUBRIC = "rubric"
    """The current rubric's body."""
    WORDS = "words"
    """There, where every device is to be confirmed by its six words (`six_words.py`)."""
    RULES = "rules"
    """The current rule file's body, where there is one."""
    GLOSSARY = "glossary"
    """The body of the programme's own glossary, where there is one."""
    COUNTRIES = "countries"
    """The body of the organiser's table of countries (regions), where there is one."""


_CONTENT = select(fact.c.content).where(fact.c.name == bindparam("asked"))


def find_fact(connection: Connection, name: Fact) -> bytes | None:
    """The content of a fact, or None."""
    found: bytes | None = connection.execute(_CONTENT, {"asked": name.value}).scalar()
    return found


def read_fact(connection: Connection, name: Fact) -> bytes:
    """The content of a fact; raises NotFounded."""
    content = find_fact(connection, name)
    if content is None:
        raise NotFounded(name.value)
    return content


def write_fact(connection: Connection, name: Fact, content: bytes) -> None:
    """Set a fact in place of what it was."""
    connection.execute(delete(fact).where(fact.c.name == name.value))
    connection.execute(insert(fact).values(name=name.value, content=content))
