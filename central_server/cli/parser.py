"""The arguments of the command line, explained in the operator's language."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from central_server.cli.parser_devices import add_devices
from central_server.cli.parser_escrow import add_escrow
from central_server.cli.parser_files import add_files
from central_server.cli.parser_keeping import add_keeping
from central_server.cli.parser_notices import add_notices
from central_server.cli.words import language_from, say
from central_server.limits import USUAL
from review_protocol.documents.people import Role
from review_protocol.documents.text import Language

DEFAULT_HOME = "central-server-home"


class _Commands(Protocol):
    def add_parser(
        self, name: str, *, help: str, description: str, add_help: bool
    ) -> argparse.ArgumentParser: ...


def wanted_language(argv: Sequence[str]) -> Language:
    """The language of --lang, wherever it stands, or else of the terminal."""
    for at, argument in enumerate(argv):
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(argv):
            value = argv[at + 1]
        if argument.startswith("--lang") and value in ("zh", "en"):
            return Language(value)
    return language_from()


def build_parser(language: Language) -> argparse.ArgumentParser:
    """The parser of `central-server`."""
    parser = argparse.ArgumentParser(
        prog="central-server", description=say(language, "about"), add_help=False
    )
    home = os.environ.get("CENTRAL_SERVER_HOME", DEFAULT_HOME)
    _everywhere(parser, language, home=Path(home))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title=say(language, "commands")
    )
    words = _Building(commands, language)
    words.init()
    words.take_in()
    words.invite()
    words.add("people")
    words.pseudonyms()
    add_devices(words, language)
    words.assign()
    words.rounds()
    words.serve()
    words.status()
    words.log()
    add_files(words, language)
    add_escrow(words, language)
    add_keeping(words, language)
    add_notices(words, language, _ROUND)
    return parser


def _everywhere(
    parser: argparse.ArgumentParser, language: Language, *, home: Path | str
) -> argparse._ArgumentGroup:
    """The options that may stand before and after the command, in a group that others join."""
    group = parser.add_argument_group(say(language, "options"))
    group.add_argument("-h", "--help", action="help", help=say(language, "help"))
    group.add_argument("--home", type=Path, metavar="DIR", default=home, help=say(language, "home"))
    group.add_argument(
        "--lang",
        choices=[one.value for one in Language],
        default=argparse.SUPPRESS,
        help=say(language, "lang"),
    )
    return group


def _whole(lowest: int, highest: int) -> Callable[[str], int]:
    """Reads a whole number between these, both included."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and lowest <= int(text[:10]) <= highest):
            raise argparse.ArgumentTypeError(f"{lowest} … {highest}")
        return int(text)

    return read


_ROUND, _REVIEWS = _whole(1, 9), _whole(1, 50)
_DAYS, _MOST, _PORT = _whole(1, 3650), _whole(1, 100_000), _whole(0, 65535)

_LIMIT = _whole(0, 1_000_000_000)
_LIMITS = {
    "requests-per-minute": USUAL.requests_per_minute,
    "packets-per-hour": USUAL.packets_per_hour,
    "address-requests-per-minute": USUAL.address_requests_per_minute,
    "stored-packets": USUAL.stored_packets,
    "stored-mib": USUAL.stored_bytes >> 20,
}


class _Building:
    """Adds the commands one by one."""

    def __init__(self, commands: _Commands, language: Language) -> None:
        self._commands = commands
        self._language = language

    def add(self, name: str, words: str | None = None) -> argparse._ArgumentGroup:
        """A command, explained by the words of its own name; what it takes joins the group."""
        text = self._say(words or name)
        parser = self._commands.add_parser(name, help=text, description=text, add_help=False)
        return _everywhere(parser, self._language, home=argparse.SUPPRESS)

    def init(self) -> None:
        parser = self.add("init")
        parser.add_argument(
            "--root-key", type=Path, required=True, metavar="FILE", help=self._say("root-key")
        )
        parser.add_argument("--origin", required=True, metavar="NAME", help=self._say("origin"))
        parser.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help=self._say("passphrase-file")
        )
        parser.add_argument(
            "--confirm-devices", action="store_true", help=self._say("confirm-devices")
        )

    def take_in(self) -> None:
        parser = self.add("import")
        parser.add_argument("path", type=Path, metavar="PATH", help=self._say("import-path"))

    def invite(self) -> None:
        parser = self.add("invite")
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--name", help=self._say("name"))
        who.add_argument("--from", dest="people", type=Path, metavar="FILE", help=self._say("from"))
        who.add_argument("--again", metavar="ID", help=self._say("again"))
        roles = [role.value for role in Role]
        parser.add_argument("--role", choices=roles, default="reviewer", help=self._say("role"))
        parser.add_argument("--panel", metavar="CODE", help=self._say("panel"))
        parser.add_argument(
            "--organisation", action="append", default=[], help=self._say("organisation")
        )
        parser.add_argument("--country", metavar="CC", help=self._say("country"))
        parser.add_argument("--languages", default="zh,en", help=self._say("languages"))
        parser.add_argument("--areas", default="", help=self._say("areas"))
        parser.add_argument("--email", help=self._say("email"))
        parser.add_argument("--days", type=_DAYS, default=30, metavar="N", help=self._say("days"))
        parser.add_argument("--confirm", action="store_true", help=self._say("confirm"))
        parser.add_argument("--server", metavar="URL", help=self._say("server"))
        parser.add_argument("--letter", type=Path, metavar="FILE", help=self._say("letter"))
        parser.add_argument("--letters", type=Path, metavar="DIR", help=self._say("letters"))

    def pseudonyms(self) -> None:
        parser = self.add("pseudonyms")
        parser.add_argument("--reason", required=True, help=self._say("reason"))
        parser.add_argument(
            "--to", type=Path, required=True, metavar="FILE", help=self._say("key-file")
        )

    def assign(self) -> None:
        parser = self.add("assign")
        parser.add_argument("--round", type=_ROUND, default=1, metavar="N", help=self._say("round"))
        parser.add_argument("--reviews", type=_REVIEWS, metavar="N", help=self._say("reviews"))
        parser.add_argument("--most", type=_MOST, metavar="N", help=self._say("most"))
        parser.add_argument("--seed", metavar="HEX", help=self._say("seed"))
        parser.add_argument("--again", action="store_true", help=self._say("repeat"))

    def rounds(self) -> None:
        opening = self.add("open-round")
        opening.add_argument("round", type=_ROUND, metavar="N", help=self._say("round"))
        opening.add_argument("--closes", metavar="WHEN", help=self._say("closes"))
        closing = self.add("close-round")
        closing.add_argument("round", type=_ROUND, metavar="N", help=self._say("round"))
        closing.add_argument("--reason", required=True, help=self._say("reason"))
        closing.add_argument(
            "--before-deadline", action="store_true", help=self._say("before-deadline")
        )

    def serve(self) -> None:
        parser = self.add("serve")
        parser.add_argument("--host", default="127.0.0.1", help=self._say("host"))
        parser.add_argument("--port", type=_PORT, default=0, help=self._say("port"))
        for name in ("port-file", "certfile", "keyfile"):
            parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=self._say(name))
        parser.add_argument("--behind-proxy", action="store_true", help=self._say("behind-proxy"))
        self._limits(parser, *_LIMITS)

    def status(self) -> None:
        self._limits(self.add("status"), "stored-packets", "stored-mib")

    def _limits(self, parser: argparse._ArgumentGroup, *names: str) -> None:
        for name in names:
            usual = _LIMITS[name]
            help = self._say("limit", what=self._say(name), usual=usual)
            parser.add_argument(f"--{name}", type=_LIMIT, default=usual, metavar="N", help=help)

    def log(self) -> None:
        text = self._say("log")
        parser = self._commands.add_parser("log", help=text, description=text, add_help=False)
        _everywhere(parser, self._language, home=argparse.SUPPRESS)
        acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
        _Building(acts, self._language).add("verify", "log-verify")

    def _say(self, key: str, **facts: object) -> str:
        return say(self._language, key, **facts).replace("%", "%%")
