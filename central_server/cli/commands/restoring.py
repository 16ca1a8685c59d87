"""The commands after a loss: restore, confirm-restore."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from central_server.backup_reading import KEYS_FILE, CannotRead, open_keys
from central_server.cli.arguments.options import Options
from central_server.cli.commands.keeping import Progress
from central_server.cli.passphrases import BACKUP, ROOT, passphrase_of
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.devices import CertifiedDevice, all_devices
from central_server.home import ServerKeys, read_keys
from central_server.restore import restore
from central_server.restored import (
    NothingToConfirm,
    Restoration,
    confirm,
    find_restoration,
    require_asking,
)

_WORD = {"en": "yes", "zh": "是"}


class Restore:
    """Makes a server out of a backup."""

    name = "restore"

    def takes(self, options: Options) -> None:
        """The backup, the root's key, and where the server's keys are."""
        options.first("backup", "restore-from", metavar="BACKUP", read=Path)
        options.file("--root-key", "restore-root-key", needed=True)
        options.file("--passphrase-file")
        options.option("--keys", "restore-keys", metavar="DIR", read=Path)
        options.file("--keys-passphrase-file", "backup-passphrase-file")
        options.flag("--new-keys")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Make it, and say what comes next."""
        progress = Progress(session)
        done = restore(
            arguments.backup,
            session.path,
            arguments.root_key,
            passphrase_of(session, arguments.passphrase_file, ROOT),
            keys_for=partial(_keys_for, session, arguments),
            now=session.now(),
            tell=lambda done, all: progress("checking", done, all),
        )
        session.tell(
            "restored",
            made=done.made,
            home=session.path,
            origin=done.origin,
            size=done.size,
            number=done.trust_number,
            record=done.record,
        )
        session.tell("restored-next", made=done.made)
        return 0


class ConfirmRestore:
    """Gives cases out again, once what was lost was entered anew."""

    name = "confirm-restore"

    def takes(self, options: Options) -> None:
        """Who is let in, and a yes beforehand."""
        options.repeated("--let-in", metavar="ID")
        options.flag("--yes")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Show what the operator has to enter anew, ask, and confirm."""
        with open_home(session) as server:
            with server.store.read() as connection:
                restoration = find_restoration(connection)
                devices = all_devices(connection)
            if restoration is None or restoration.done:
                raise NothingToConfirm
            require_asking(restoration, arguments.let_in)
            _show(session, restoration, devices)
            if not arguments.yes and not _agreed(session):
                session.tell("confirm-no")
                return 1
            with server.log.appending(server.store) as group:
                leaf = group.first
                record = confirm(
                    group, now=server.now(), key=server.keys.server, let_in=arguments.let_in
                )
        session.tell("confirmed", devices=len(record.devices), leaf=leaf)
        return 0


def _keys_for(session: Session, arguments: argparse.Namespace, folder: Path) -> ServerKeys | None:
    """The server's keys: lost, survived, or sealed in the backup; its `folder` may be one that a
    .tar was unpacked into, so failures name the backup as the operator did."""
    if arguments.new_keys:
        return None
    if arguments.keys is not None:
        return read_keys(arguments.keys)
    if not (folder / KEYS_FILE).exists():
        raise CannotRead(arguments.backup, "no-keys")
    passphrase = passphrase_of(
        session, arguments.keys_passphrase_file, BACKUP, option="--keys-passphrase-file"
    )
    try:
        return open_keys(folder, passphrase)
    except CannotRead as failure:
        raise CannotRead(arguments.backup, failure.reason) from failure


def _show(session: Session, restoration: Restoration, devices: tuple[CertifiedDevice, ...]) -> None:
    session.tell("confirm-what", made=restoration.made)
    session.tell("confirm-revocations")
    for row in devices:
        if row.revoked_from is not None:
            state = say(session.language, "device-revoked", leaf=row.revoked_from)
        else:
            key = "device-returned" if row.kid in restoration.returned else "device-known"
            state = say(session.language, key)
        session.tell(
            "confirm-row",
            kid=row.kid,
            person=row.person,
            name=row.name,
            seen=row.last_seen or "–",
            state=state,
        )
    for asking in restoration.asking:
        session.tell(
            "confirm-row",
            kid=asking.kid,
            person=asking.person,
            name=asking.name,
            seen="–",
            state=say(session.language, "device-asks"),
        )
    if not devices and not restoration.asking:
        session.tell("confirm-nobody")
    session.tell("confirm-rest")


def _agreed(session: Session) -> bool:
    word = _WORD[session.language.value]
    try:
        return input(say(session.language, "confirm-ask", word=word)).strip().lower() == word
    except EOFError:
        print()
        return False
