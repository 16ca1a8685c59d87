"""The parser of `central-server`, in the operator's language."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from central_server.cli.arguments.formatter import Layout
from central_server.cli.arguments.language import LANGUAGE_OPTIONS
from central_server.cli.arguments.options import Options
from central_server.cli.arguments.slips import slip_sentence
from central_server.cli.command import Command
from central_server.cli.words import say
from central_server.shown import shown
from review_protocol.documents.text import Language

_NAME = "central-server"
_DEFAULT_HOME = "central-server-home"


class Parser(argparse.ArgumentParser):
    """Tells a mistake in one sentence, and where to read on; the exit code is then 2."""

    def __init__(self, *, prog: str, description: str, language: Language) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=partial(Layout, language=language),
            add_help=False,
            allow_abbrev=False,  # what stands in a script means the same in the next version
        )
        self._language = language

    def parse_known_args(  # type: ignore[override]  # its overloads differ in the namespace alone
        self,
        args: Sequence[str] | None = None,
        namespace: argparse.Namespace | None = None,
    ) -> tuple[argparse.Namespace, list[str]]:
        """What is not known is told here, by the command's own parser, and not by the first."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """Leave with the sentence on stderr."""
        sentence = slip_sentence(shown(message), self._language)
        self.exit(2, f"{sentence}{say(self._language, 'see-help', command=self.prog)}\n")


def build_parser(language: Language, commands: Iterable[Command]) -> Parser:
    """The parser that knows these commands."""
    parser = Parser(prog=_NAME, description=say(language, "about"), language=language)
    home = os.environ.get("CENTRAL_SERVER_HOME", _DEFAULT_HOME)
    general = _everywhere(parser, language, home=Path(home))
    general.add_argument("--version", action=_Version, help=say(language, "version"))
    known = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title=say(language, "commands")
    )
    for each in commands:
        about = say(language, each.name).replace("%", "%%")
        own = known.add_parser(each.name, help=about, description=about, language=language)
        each.takes(Options(own.add_argument_group(say(language, "options")), language))
        _everywhere(own, language, home=argparse.SUPPRESS)
    return parser


def _everywhere(
    parser: argparse.ArgumentParser, language: Language, *, home: Path | str
) -> argparse._ArgumentGroup:
    """The options that may stand before and after the command."""
    group = parser.add_argument_group(say(language, "everywhere"))
    group.add_argument("-h", "--help", action="help", help=say(language, "help"))
    group.add_argument("--home", type=Path, metavar="DIR", default=home, help=say(language, "home"))
    for name, explained in zip(
        LANGUAGE_OPTIONS, (say(language, "lang"), argparse.SUPPRESS), strict=True
    ):
        group.add_argument(
            name,
            dest="lang",
            choices=[one.value for one in Language],
            default=argparse.SUPPRESS,
            help=explained,
        )
    return group


class _Version(argparse.Action):
    """Prints the version and leaves."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        try:
            found = version("reviewer-workstation")
        except PackageNotFoundError:
            found = "?"
        print(f"{_NAME} {found}")
        parser.exit()
