"""The commands that keep a server: verify, backup."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from central_server.backup import Stage, back_up
from central_server.backup_reading import opened_backup, verify_backup
from central_server.cli.arguments.options import Options
from central_server.cli.arguments.readers import whole
from central_server.cli.passphrases import BACKUP, passphrase_of
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.cli.words.failures.sentences import failure_sentence
from central_server.home import Home
from central_server.verifying_home import Checked, verify_home

_MIB = 1 << 20
_MOST_KEPT = 10_000


class Verify:
    """Checks everything in the server's folder, or in a backup."""

    name = "verify"

    def takes(self, options: Options) -> None:
        """A backup in the place of the server."""
        options.option("--backup", "verify-backup", metavar="BACKUP", read=Path)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Check it; 1 where something is wrong."""
        progress = Progress(session)

        def hashed(done: int, all: int) -> None:
            progress("checking", done, all)

        if arguments.backup is not None:
            with (
                tempfile.TemporaryDirectory() as beside,
                opened_backup(arguments.backup, Path(beside)) as (folder, _),
            ):
                checked = verify_backup(folder, tell=hashed)
        else:
            with open_home(session) as server, server.store.read() as connection:
                checked = verify_home(connection, server.home, keys=server.keys, tell=hashed)
        wrong = "not-right" if arguments.backup is None else "backup-not-right"
        return _tell_checked(session, checked, wrong)


class Backup:
    """Makes a backup."""

    name = "backup"

    def takes(self, options: Options) -> None:
        """Where it goes, how many stay, and whether the keys are in it."""
        options.first("target", "backup-to", metavar="DIR|FILE.tar", read=Path)
        options.option("--keep", metavar="N", read=whole(1, _MOST_KEPT))
        options.flag("--with-keys")
        options.file("--passphrase-file", "backup-passphrase-file")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Make it, and say where it is and how large."""
        passphrase = None
        if arguments.with_keys:
            passphrase = passphrase_of(session, arguments.passphrase_file, BACKUP, twice=True)
        made = back_up(
            Home(session.path),
            arguments.target,
            now=session.now(),
            keep=arguments.keep,
            passphrase=passphrase,
            tell=Progress(session),
        )
        record = made.record
        session.tell(
            "backed-up",
            path=made.path,
            mib=_mib(made.bytes),
            origin=record.origin,
            size=record.size,
            files=record.files,
            keys=say(session.language, "backup-keys" if record.keys else "backup-no-keys"),
        )
        for path in made.removed:
            session.tell("backup-removed", path=path)
        return 0


def _tell_checked(session: Session, checked: Checked, wrong: str) -> int:
    """Say what was found, and by the words of `wrong` what to do; the exit code."""
    if checked.failure is not None:
        print(failure_sentence(checked.failure, session.language), file=sys.stderr)
        return 1
    for problem in checked.problems:
        line = say(session.language, f"wrong-{problem.what.value}", which=problem.which)
        print("  " + line, file=sys.stderr)
    if checked.problems or checked.log is None:
        print(say(session.language, wrong, count=len(checked.problems) or 1), file=sys.stderr)
        return 1
    session.tell(
        "all-right",
        leaves=checked.log.leaves,
        packets=checked.log.packets,
        signed=checked.signed,
        acts=checked.acts,
        files=checked.files,
        mib=_mib(checked.size),
        root=checked.log.root,
    )
    return 0


class Progress:
    """Says how far it is: a line that changes on a terminal, elsewhere one line for each stage."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._live = sys.stderr.isatty()

    def __call__(self, stage: Stage, done: int, all: int) -> None:
        """So much of a stage is done."""
        last = done == all
        if last or (self._live and done):
            line = say(self._session.language, f"stage-{stage}", done=done, all=all)
            start, end = ("\r", "\n" if last else "") if self._live else ("", "\n")
            print(start + line, end=end, file=sys.stderr, flush=True)


def _mib(size: int) -> str:
    return f"{size / _MIB:.1f}"
