"""The commands about lost passphrases: escrow-key, recover."""

from __future__ import annotations

import argparse

from central_server.cli.failures import BadArgument
from central_server.cli.passphrases import passphrase_of
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
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

_ROOT = "CENTRAL_ROOT_PASSPHRASE"
_ESCROW = "CENTRAL_ESCROW_PASSPHRASE"


def make(session: Session, arguments: argparse.Namespace) -> int:
    """Make the escrow key, and sign the trust document that names it."""
    root = open_root(
        arguments.root_key,
        passphrase_of(session, arguments.passphrase_file, _ROOT, "ask-passphrase", twice=False),
    )
    chosen = passphrase_of(
        session, arguments.escrow_passphrase_file, _ESCROW, "ask-escrow-passphrase", twice=True
    )
    require_place(arguments.out, chosen, home=session.path)
    key = ExchangeKey.generate()
    with open_home(session) as server, server.log.appending(server.store) as group:
        declared = declare(group, key, root, arguments.root_key, server.now())
        keep_escrow_key(arguments.out, key, chosen)
    session.tell("escrow-made", path=arguments.out, number=declared.number)
    return 0


def answer(session: Session, arguments: argparse.Namespace) -> int:
    """Answer a recovery request whose code was read over the telephone."""
    request = read_request(arguments.request)
    session.tell("recovery-asked", kid=request.escrowed.kid, asked=request.asked)
    heard = arguments.code if arguments.code is not None else _heard(session)
    require_code(request, arguments.request, heard)
    passphrase = passphrase_of(
        session, arguments.passphrase_file, _ESCROW, "ask-escrow-passphrase", twice=False
    )
    key = open_escrow_key(arguments.escrow_key, passphrase)
    recover(request, arguments.request, key, arguments.out)
    session.tell("recovery-answered", path=arguments.out)
    return 0


def _heard(session: Session) -> str:
    try:
        return input(say(session.language, "ask-code"))
    except EOFError as error:
        raise BadArgument(
            "There is no keyboard to type the code that was read over the telephone: give it as "
            "--code; nothing was written.",
            "没有可输入电话核对码的键盘：请用 --code 给出；未写入任何内容。",
        ) from error
