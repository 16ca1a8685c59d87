"""`central-server`: reads the arguments, runs one command, answers 0 (done), 1 or 2 (usage)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError

from central_server.cli.arguments.language import wanted_language
from central_server.cli.command import Command
from central_server.cli.commands.cases import ReinstateCase, WithdrawCase
from central_server.cli.commands.devices import ConfirmDevice, Devices, Revoke
from central_server.cli.commands.escrow import EscrowKey, Recover
from central_server.cli.commands.files import BatchFile, TakeIn
from central_server.cli.commands.founding import Import, Init
from central_server.cli.commands.keeping import Backup, Verify
from central_server.cli.commands.looking import LogVerify, Status
from central_server.cli.commands.people import Deputy, Invite, People
from central_server.cli.commands.restoring import ConfirmRestore, Restore
from central_server.cli.commands.rounds import Assign, CloseRound, ExtendRound, OpenRound
from central_server.cli.commands.secrecy import Pseudonyms
from central_server.cli.commands.serving import Serve
from central_server.cli.commands.telling import Answer, Notice, Questions
from central_server.cli.parser import build_parser
from central_server.cli.session import Session
from central_server.cli.words import say
from central_server.cli.words.failures.sentences import failure_sentence
from central_server.cli.words.failures.system import system_sentence
from central_server.clock import Clock, utc_now
from central_server.failures import ServerFailure
from central_server.intake.findings import CannotImport
from central_server.intake.words import sentence
from central_server.store.troubles import storage_trouble

COMMANDS: tuple[Command, ...] = (
    Init(),
    Import(),
    Invite(),
    Deputy(),
    People(),
    Pseudonyms(),
    Devices(),
    ConfirmDevice(),
    Revoke(),
    Assign(),
    OpenRound(),
    ExtendRound(),
    CloseRound(),
    Serve(),
    Status(),
    Notice(),
    Questions(),
    Answer(),
    WithdrawCase(),
    ReinstateCase(),
    BatchFile(),
    TakeIn(),
    EscrowKey(),
    Recover(),
    LogVerify(),
    Verify(),
    Backup(),
    Restore(),
    ConfirmRestore(),
)
"""As the help lists them: in the order in which a programme needs them."""


def main(argv: Sequence[str] | None = None, *, clock: Clock = utc_now) -> int:
    """Run one command; failures go to stderr as sentences."""
    given = sys.argv[1:] if argv is None else argv
    language = wanted_language(given)
    arguments = build_parser(language, COMMANDS).parse_args(given)
    session = Session(arguments.home, language, clock)
    try:
        return _named(arguments.command).run(session, arguments)
    except CannotImport as failure:
        _complain_of_import(session, arguments, failure)
    except ServerFailure as failure:
        print(failure_sentence(failure, language), file=sys.stderr)
    except DBAPIError as error:
        trouble = storage_trouble(error, session.path)
        if trouble is None:
            raise
        print(failure_sentence(trouble, language), file=sys.stderr)
    except OSError as failure:
        print(system_sentence(failure, session.path, language), file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1


def _named(name: str) -> Command:
    return next(each for each in COMMANDS if each.name == name)


def _complain_of_import(
    session: Session, arguments: argparse.Namespace, failure: CannotImport
) -> None:
    """What was read is named, then each problem in a line."""
    count = len(failure.problems)
    head = say(session.language, "problems", path=arguments.source, count=count)
    print(head, file=sys.stderr)
    for problem in failure.problems:
        print("  " + sentence(problem, session.language), file=sys.stderr)
