"""The commands after a loss: restore, confirm-restore."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from central_server.backup_reading import KEYS_FILE, CannotRead, open_keys
from central_server.cli.keeping import Progress
from central_server.cli.passphrases import passphrase_of
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.devices import CertifiedDevice, all_devices
from central_server.home import ServerKeys, read_keys
from central_server.restore import restore as restore_backup
from central_server.restored import NothingToConfirm, Restoration, confirm, find_restoration

_WORD = {"en": "yes", "zh": "是"}


def restore(session: Session, arguments: argparse.Namespace) -> int:
    """Make a server out of a backup, and say what comes next."""
    progress = Progress(session)
    done = restore_backup(
        arguments.backup,
        session.path,
        arguments.root_key,
        passphrase_of(
            session,
            arguments.passphrase_file,
            "CENTRAL_ROOT_PASSPHRASE",
            "ask-passphrase",
            twice=False,
        ),
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


def _keys_for(session: Session, arguments: argparse.Namespace, folder: Path) -> ServerKeys | None:
    """The server's keys: lost, survived, or sealed in the backup."""
    if arguments.new_keys:
        return None
    if arguments.keys is not None:
        return read_keys(arguments.keys)
    if not (folder / KEYS_FILE).exists():
        raise CannotRead(folder / KEYS_FILE, "keys-damaged")
    passphrase = passphrase_of(
        session,
        arguments.keys_passphrase_file,
        "CENTRAL_BACKUP_PASSPHRASE",
        "ask-backup-passphrase",
        twice=False,
    )
    return open_keys(folder, passphrase)


def confirm_restore(session: Session, arguments: argparse.Namespace) -> int:
    """Show what the operator has to enter anew, ask, and give cases out again."""
    with open_home(session) as server:
        with server.store.read() as connection:
            restoration = find_restoration(connection)
            devices = all_devices(connection)
        if restoration is None or restoration.done:
            raise NothingToConfirm
        _show(session, restoration, devices)
        if not arguments.yes and not _agreed(session):
            session.tell("confirm-no")
            return 1
        with server.log.appending(server.store) as group:
            leaf = group.first
            record = confirm(
                group, now=server.now(), key=server.keys.server, let_in=arguments.let_in or ()
            )
    session.tell("confirmed", devices=len(record.devices), leaf=leaf)
    return 0


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
    session.tell("confirm-rest")


def _agreed(session: Session) -> bool:
    word = _WORD[session.language.value]
    try:
        return input(say(session.language, "confirm-ask", word=word)).strip().lower() == word
    except EOFError:
        print()
        return False
