"""The commands about lost passphrases: escrow-key, recover."""

from __future__ import annotations

import argparse
from pathlib import Path

from central_server.cli.arguments.options import Options
from central_server.cli.bad_argument import BadArgument
from central_server.cli.keyboard import typed
from central_server.cli.passphrases import ESCROW, ROOT, passphrase_of
from central_server.cli.session import Session, open_home
from central_server.escrow import (
    declare,
    keep_escrow_key,
    open_escrow_key,
    read_request,
    recover,
    require_code,
    require_place,
)
from central_server.root_records import open_root
from review_protocol.keys import ExchangeKey


class EscrowKey:
    """Makes the escrow key, and signs the trust document that names it."""

    name = "escrow-key"

    def takes(self, options: Options) -> None:
        """Where the new key goes, and the root's with its passphrase."""
        options.file("--out", "escrow-out", needed=True)
        options.file("--root-key", "escrow-root-key", needed=True)
        options.file("--passphrase-file", "escrow-root-passphrase-file")
        options.file("--escrow-passphrase-file")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Make it."""
        root = open_root(
            arguments.root_key, passphrase_of(session, arguments.passphrase_file, ROOT)
        )
        chosen = passphrase_of(
            session,
            arguments.escrow_passphrase_file,
            ESCROW,
            twice=True,
            option="--escrow-passphrase-file",
        )
        require_place(arguments.out, chosen, home=session.path)
        key = ExchangeKey.generate()
        with open_home(session) as server, server.log.appending(server.store) as group:
            declared = declare(group, key, root, arguments.root_key, server.now())
            keep_escrow_key(arguments.out, key, chosen)
        session.tell("escrow-made", path=arguments.out, number=declared.number)
        return 0


class Recover:
    """Answers a recovery request whose code was read over the telephone."""

    name = "recover"

    def takes(self, options: Options) -> None:
        """The request, the key that opens it, and where the answer goes."""
        options.first("request", "recover-request", metavar="REQUEST", read=Path)
        options.file("--escrow-key", "recover-key", needed=True)
        options.file("--out", "recover-out", needed=True)
        options.option("--code", "recover-code", metavar="CODE")
        options.file("--passphrase-file", "escrow-passphrase-file")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Answer it."""
        request = read_request(arguments.request)
        session.tell("recovery-asked", kid=request.escrowed.kid, asked=request.asked)
        heard = arguments.code
        if heard is None:
            heard = typed(session, "ask-code", otherwise=_no_code())
        require_code(request, arguments.request, heard)
        passphrase = passphrase_of(session, arguments.passphrase_file, ESCROW)
        key = open_escrow_key(arguments.escrow_key, passphrase)
        recover(request, arguments.request, key, arguments.out)
        session.tell("recovery-answered", path=arguments.out)
        return 0


def _no_code() -> BadArgument:
    return BadArgument(
        "There is no keyboard to type the code that was read over the telephone: give it as "
        "--code; nothing was written.",
        "没有可输入电话核对码的键盘：请用 --code 给出；未写入任何内容。",
    )
