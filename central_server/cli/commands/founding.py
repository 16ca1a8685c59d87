"""The commands that set a programme up: init, import."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from central_server.cli.arguments.options import Options
from central_server.cli.passphrases import ROOT, passphrase_of
from central_server.cli.session import Session, open_home
from central_server.founding import found
from central_server.intake.importing import ImportReport, import_programme
from central_server.intake.words import sentence

_MOST_REMARKS = 50


class Init:
    """Founds a server."""

    name = "init"

    def takes(self, options: Options) -> None:
        """Where the root key goes, and what the log is called."""
        options.file("--root-key", needed=True)
        options.option("--origin", metavar="NAME", needed=True)
        options.file("--passphrase-file")
        options.flag("--confirm-devices")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Found it."""
        founded = found(
            session.path,
            arguments.root_key,
            passphrase_of(session, arguments.passphrase_file, ROOT, twice=True),
            origin=arguments.origin,
            now=session.now(),
            confirm_devices=arguments.confirm_devices,
        )
        session.tell(
            "founded",
            home=session.path,
            deployment=founded.deployment,
            origin=founded.origin,
            kid=founded.root_kid,
            root=arguments.root_key,
        )
        return 0


class Import:
    """Imports a folder or archive."""

    name = "import"

    def takes(self, options: Options) -> None:
        """The folder or archive."""
        options.first("source", "import-path", metavar="PATH", read=Path)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Import it, and say what became of it."""
        started = time.perf_counter()
        with open_home(session) as server:
            report = import_programme(
                server.store,
                server.home,
                server.log,
                arguments.source,
                now=server.now(),
                issuer=server.issuer,
            )
        session.tell(
            "imported",
            path=arguments.source,
            seconds=f"{time.perf_counter() - started:.1f}",
            added=len(report.added),
            changed=len(report.changed),
            unchanged=len(report.unchanged),
            attachments=report.attachments,
            kib=report.attachment_bytes >> 10,
        )
        _tell_more(session, report)
        return 0


def _tell_more(session: Session, report: ImportReport) -> None:
    if report.documents:
        session.tell("imported-documents", documents=session.comma.join(report.documents))
    if report.changed:
        session.tell("imported-changed", cases=session.comma.join(report.changed))
    if report.told:
        session.tell("imported-told", count=report.told)
    if report.absent:
        session.tell("imported-absent", cases=session.comma.join(report.absent))
    if report.leaf is not None:
        session.tell("imported-leaf", leaf=report.leaf)
    if report.remarks:
        session.tell("remarks", count=len(report.remarks))
        for remark in report.remarks[:_MOST_REMARKS]:
            print("  " + sentence(remark, session.language))
        if len(report.remarks) > _MOST_REMARKS:
            print("  …")
