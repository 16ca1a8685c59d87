"""What a command takes: each option is explained by the words of its key."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from central_server.cli.arguments.readers import Reader, reason
from central_server.cli.bad_argument import BadArgument
from central_server.cli.words import say
from review_protocol.documents.text import Language


class Options:
    """A group of options and positional arguments that grows."""

    def __init__(self, group: argparse._ArgumentGroup, language: Language) -> None:
        self._group = group
        self._language = language

    def first(
        self, name: str, words: str, *, metavar: str, read: Reader = str, many: bool = False
    ) -> None:
        """What stands behind the command without a name of its own."""
        explained, reading = self._explained(words), self._reading(read)
        if many:
            self._group.add_argument(name, metavar=metavar, help=explained, type=reading, nargs="+")
        else:
            self._group.add_argument(name, metavar=metavar, help=explained, type=reading)

    def option(
        self,
        name: str,
        words: str = "",
        *,
        metavar: str,
        read: Reader = str,
        needed: bool = False,
        usual: object = None,
        dest: str | None = None,
    ) -> None:
        """`--name VALUE`; the words are those of its name, if no others are given."""
        self._group.add_argument(
            name,
            metavar=metavar,
            type=self._reading(read),
            required=needed,
            default=usual,
            dest=dest or name.strip("-").replace("-", "_"),
            help=self._explained(words or name.strip("-")),
        )

    def file(self, name: str, words: str = "", *, needed: bool = False) -> None:
        """`--name FILE`."""
        self.option(name, words, metavar="FILE", read=Path, needed=needed)

    def reason(self, *, needed: bool = True) -> None:
        """`--reason`, which is never blank."""
        self.option("--reason", metavar="TEXT", read=reason, needed=needed)

    def repeated(self, name: str, words: str = "", *, metavar: str) -> None:
        """`--name VALUE`, as often as one likes."""
        self._group.add_argument(
            name,
            metavar=metavar,
            action="append",
            default=[],
            help=self._explained(words or name.strip("-")),
        )

    def one_of(self, name: str, choices: Iterable[str]) -> None:
        """`--name` and one of a few words."""
        self._group.add_argument(name, choices=[*choices], help=self._explained(name.strip("-")))

    def flag(self, name: str, words: str = "") -> None:
        """`--name` alone."""
        self._group.add_argument(
            name, action="store_true", help=self._explained(words or name.strip("-"))
        )

    def act(self, name: str, choice: str, words: str) -> None:
        """The one word that the command goes on with."""

        def read(text: str) -> str:
            if text != choice:
                raise BadArgument(f"“{text}” is not it.", f"不能是“{text}”。")
            return text

        self.first(name, words, metavar=choice, read=read)

    def limit(self, name: str, usual: int, read: Reader) -> None:
        """`--name N`, where 0 is none."""
        what = say(self._language, name)
        self._group.add_argument(
            f"--{name}",
            metavar="N",
            type=self._reading(read),
            default=usual,
            help=self._explained("limit", what=what, usual=f"{usual:,}"),
        )

    def either(self) -> Options:
        """Of what is added to these, exactly one is given."""
        return Options(self._group.add_mutually_exclusive_group(required=True), self._language)

    def _explained(self, key: str, **facts: object) -> str:
        return say(self._language, key, **facts).replace("%", "%%")

    def _reading(self, read: Reader) -> Reader:
        def reading(text: str) -> object:
            try:
                return read(text)
            except BadArgument as failure:
                raise argparse.ArgumentTypeError(failure.sentence(self._language)) from failure

        return reading
