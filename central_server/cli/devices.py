"""The commands about devices: devices, confirm-device, revoke."""

from __future__ import annotations

import argparse

from central_server.cli.failures import BadArgument
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.devices import CertifiedDevice, all_devices
from central_server.people import find_person
from central_server.revocation import revoke as revoke_device
from central_server.shown import in_a_line
from central_server.six_words import awaited, confirm_device, words_of
from review_protocol.device_words import heard_words
from review_protocol.documents.text import Language


def devices(session: Session, arguments: argparse.Namespace) -> int:
    """List every certified device, with the leaf of its certificate; the words that are awaited."""
    with open_home(session) as server, server.store.read() as connection:
        rows = all_devices(connection)
        deployment = server.issuer.deployment
    for row in rows:
        state = "–" if row.revoked_from is None else str(row.revoked_from)
        print(f"{row.kid}  {row.person}  {row.leaf:>8}  {state:>8}  {in_a_line(row.name)}")
        if row.awaits_words and row.revoked_from is None:
            _tell_words(session, row, deployment)
    session.tell("devices-count", count=len(rows))
    return 0


def confirm(session: Session, arguments: argparse.Namespace) -> int:
    """Take the words as they were heard, and confirm the device where they are its own."""
    with open_home(session) as server:
        with server.store.read() as connection:
            person = find_person(connection, awaited(connection, arguments.device).person)
        name = in_a_line(person.name)
        session.tell("confirm-whose", kid=arguments.device, name=name, person=person.id)
        typed = arguments.words if arguments.words is not None else _heard(session)
        with server.log.appending(server.store) as group:
            leaf = group.first
            confirm_device(
                group,
                arguments.device,
                heard_words(typed),
                deployment=server.issuer.deployment,
                now=server.now(),
            )
    session.tell("device-confirmed", kid=arguments.device, name=name, leaf=leaf)
    return 0


def revoke(session: Session, arguments: argparse.Namespace) -> int:
    """Revoke a device from a leaf of the log on."""
    with open_home(session) as server, server.log.appending(server.store) as group:
        revoked = revoke_device(
            group,
            arguments.device,
            from_leaf=arguments.from_leaf,
            reason=arguments.reason,
            issuer=server.issuer,
            now=server.now(),
        )
    session.tell(
        "revoked", kid=arguments.device, from_leaf=arguments.from_leaf, held=len(revoked.held)
    )
    for kid in revoked.also:
        session.tell("revoked-too", kid=kid)
    return 0


def _tell_words(session: Session, row: CertifiedDevice, deployment: str) -> None:
    words = words_of(row, deployment)
    both = [" ".join(word.en for word in words), " ".join(word.zh for word in words)]
    own, other = both[::-1] if session.language is Language.ZH else both
    session.tell("device-awaits", own=own, other=other)


def _heard(session: Session) -> str:
    try:
        return input(say(session.language, "ask-words"))
    except EOFError as error:
        print()
        raise BadArgument(
            "There is no keyboard to type the six words that were read over the telephone: give "
            "them as --words; nothing was confirmed.",
            "没有可输入核对词的键盘：请用 --words 给出；未确认任何设备。",
        ) from error
