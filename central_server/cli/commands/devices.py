"""The commands about devices: devices, confirm-device, revoke."""

from __future__ import annotations

import argparse

from central_server.cli.arguments.options import Options
from central_server.cli.arguments.readers import whole
from central_server.cli.bad_argument import BadArgument
from central_server.cli.keyboard import typed
from central_server.cli.session import Session, open_home
from central_server.devices import CertifiedDevice, all_devices
from central_server.people import find_person
from central_server.revocation import revoke
from central_server.shown import in_a_line
from central_server.six_words import awaited, confirm_device, words_of
from review_protocol.device_words import heard_words
from review_protocol.documents.text import Language

_MOST_LEAVES = 999_999_999


class Devices:
    """Lists every certified device, with the leaf of its certificate, and the words awaited."""

    name = "devices"

    def takes(self, options: Options) -> None:
        """Nothing."""

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Print the list."""
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


class ConfirmDevice:
    """Takes the words as they were heard, and confirms the device where they are its own."""

    name = "confirm-device"

    def takes(self, options: Options) -> None:
        """Whose words, and which."""
        options.first("device", "kid", metavar="KID")
        options.option("--words", "six-words", metavar="TEXT")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Confirm it."""
        with open_home(session) as server:
            with server.store.read() as connection:
                person = find_person(connection, awaited(connection, arguments.device).person)
            name = in_a_line(person.name)
            session.tell("confirm-whose", kid=arguments.device, name=name, person=person.id)
            heard = arguments.words
            if heard is None:
                heard = typed(session, "ask-words", otherwise=_no_words())
            with server.log.appending(server.store) as group:
                leaf = group.first
                confirm_device(
                    group,
                    arguments.device,
                    heard_words(heard),
                    deployment=server.issuer.deployment,
                    now=server.now(),
                )
        session.tell("device-confirmed", kid=arguments.device, name=name, leaf=leaf)
        return 0


class Revoke:
    """Revokes a device from a leaf of the log on."""

    name = "revoke"

    def takes(self, options: Options) -> None:
        """Which device, from where on, and why."""
        options.first("device", "kid", metavar="KID")
        options.option("--from-leaf", metavar="N", read=whole(0, _MOST_LEAVES), needed=True)
        options.reason()

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Revoke it, and those that it gave itself since."""
        with open_home(session) as server, server.log.appending(server.store) as group:
            revoked = revoke(
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


def _no_words() -> BadArgument:
    return BadArgument(
        "There is no keyboard to type the six words that were read over the telephone: give "
        "them as --words; nothing was confirmed.",
        "没有可输入核对词的键盘：请用 --words 给出；未确认任何设备。",
    )
