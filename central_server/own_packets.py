"""What a person's device may learn of all that the person signed, on whichever device."""

from __future__ import annotations

from sqlalchemy import Connection

from central_server.devices import Device
from central_server.log import Log
from central_server.panels import Page, experts_of, page_of
from central_server.store import schema
from review_protocol.canonical import canonical, sha256_hex
from review_protocol.documents.answers import Expert, PacketsAnswer


def collect_own(
    connection: Connection, log: Log, device: Device, *, after: int, nonce: str, request_nonce: str
) -> PacketsAnswer:
    """The person's own packets from leaf `after` on, and all devices that were ever certified for
    them, in the order of the log: so a device learns its own new certificate too.

    Nobody is told their own pseudonym: names and pseudonyms are never told together. A device that
    awaits its six words is given the certificates alone: one that changes its keys needs its own.
    """
    person = device.person.id
    page = Page((), frozenset(), after)
    if not device.awaits_words:
        page = page_of(connection, log, after, schema.packet.c.person == person)
    devices = experts_of(connection, log, schema.device.c.person == person)
    return PacketsAnswer(
        nonce=nonce,
        packets=page.packets,
        experts=tuple(_unnumbered(each) for each in devices),
        assignments=(),
        scope=sha256_hex(canonical({"log": log.origin, "own": person})),
        next_leaf=page.next_leaf,
        log=log.view(connection),
        request_nonce=request_nonce,
    )


def _unnumbered(expert: Expert) -> Expert:
    return expert.model_copy(update={"pseudonym": None})
