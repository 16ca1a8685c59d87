"""Lays out the help: headings in the operator's language, Chinese wrapped where it may be."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterable

from central_server.cli.words import say
from review_protocol.documents.text import Language

_NOT_FIRST = "，。；：、！？）》”’…"
_NOT_LAST = "（《“‘"
_PIECE = re.compile(rf"[{_NOT_LAST}]*(?:[!-~]+|.)[{_NOT_FIRST}]*", re.DOTALL)
"""What stays on one line: a word, or a character, with the punctuation that clings to it."""


def columns(text: str) -> int:
    """The columns that a text takes on a terminal, where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many columns; breaks between Chinese characters and at spaces."""
    lines = [""]
    for piece in _PIECE.findall(" ".join(text.split())):
        if columns(lines[-1]) + columns(piece.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return lines


class Layout(argparse.HelpFormatter):
    """Of one language."""

    def __init__(self, prog: str, *, language: Language) -> None:
        super().__init__(prog, max_help_position=28)
        self._language = language

    def format_help(self) -> str:
        """With the colon of the language behind each heading."""
        text = super().format_help()
        if self._language is Language.ZH:
            return re.sub(r"^(\S+):$", r"\1：", text, flags=re.MULTILINE)
        return text

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        heading = say(self._language, "usage") if prefix is None else prefix
        room = " " * columns(heading)  # lines are told apart by it, in columns and not in letters
        text = super()._format_usage(usage, actions, groups, room)
        return heading + text.removeprefix(room)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))
