"""`central-server`: reads the arguments, runs one command, answers 0 (done), 1 or 2 (usage)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.exc import DBAPIError

from central_server.cli import (
    devices,
    escrow,
    files,
    keeping,
    looking,
    people,
    programme,
    restoring,
    rounds,
    secrecy,
    telling,
)
from central_server.cli.failures import failure_sentence
from central_server.cli.parser import build_parser, wanted_language
from central_server.cli.session import Session
from central_server.cli.words import say
from central_server.clock import Clock, utc_now
from central_server.failures import ServerFailure
from central_server.intake.findings import CannotImport
from central_server.intake.words import sentence
from central_server.store.troubles import storage_trouble

Command = Callable[[Session, argparse.Namespace], int]
_COMMANDS: Mapping[str, Command] = {
    "init": programme.init,
    "import": programme.take_in,
    "invite": people.invite,
    "people": people.people,
    "pseudonyms": secrecy.pseudonyms,
    "devices": devices.devices,
    "confirm-device": devices.confirm,
    "revoke": devices.revoke,
    "assign": rounds.assign,
    "open-round": rounds.open_,
    "close-round": rounds.close,
    "serve": looking.serve,
    "status": looking.status,
    "log": looking.verify_log_only,
    "verify": keeping.verify,
    "backup": keeping.backup,
    "escrow-key": escrow.make,
    "recover": escrow.answer,
    "batch-file": files.batch_file,
    "intake": files.intake,
    "restore": restoring.restore,
    "confirm-restore": restoring.confirm_restore,
    "notice": telling.notice,
    "withdraw-case": telling.withdraw,
    "reinstate-case": telling.reinstate,
    "extend-round": telling.extend,
    "questions": telling.list_questions,
    "answer": telling.answer_one,
}


def main(argv: Sequence[str] | None = None, *, clock: Clock = utc_now) -> int:
    """Run one command; failures go to stderr as sentences."""
    given = sys.argv[1:] if argv is None else argv
    language = wanted_language(given)
    arguments = build_parser(language).parse_args(given)
    session = Session(arguments.home, language, clock)
    try:
        return _COMMANDS[arguments.command](session, arguments)
    except CannotImport as failure:
        count = len(failure.problems)
        path = getattr(arguments, "path", None) or getattr(arguments, "people", "")
        print(say(language, "problems", path=path, count=count), file=sys.stderr)
        for problem in failure.problems:
            print("  " + sentence(problem, language), file=sys.stderr)
    except ServerFailure as failure:
        print(failure_sentence(failure, language), file=sys.stderr)
    except DBAPIError as error:
        trouble = storage_trouble(error, session.path)
        if trouble is None:
            raise
        print(failure_sentence(trouble, language), file=sys.stderr)
    except OSError as failure:
        place = failure.filename or getattr(arguments, "host", None) or session.path
        print(f"{place}: {failure.strerror}.", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1
