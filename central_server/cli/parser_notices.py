"""The arguments of the commands about notices, questions, withdrawn cases, extended rounds."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol

from central_server.cli.words import say
from review_protocol.documents.text import Language


class _Adding(Protocol):
    def add(self, name: str, words: str | None = None) -> argparse._ArgumentGroup: ...


def add_notices(commands: _Adding, language: Language, round_number: Callable[[str], int]) -> None:
    """Add these commands; `round_number` reads the number of a round."""

    def texts(parser: argparse._ArgumentGroup) -> None:
        parser.add_argument("--zh", metavar="TEXT", help=say(language, "text-zh"))
        parser.add_argument("--en", metavar="TEXT", help=say(language, "text-en"))

    notice = commands.add("notice")
    to = notice.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="PERSON", help=say(language, "notice-to"))
    to.add_argument("--all", action="store_true", help=say(language, "notice-all"))
    to.add_argument("--case", metavar="NUMBER", help=say(language, "notice-case"))
    texts(notice)
    withdraw = commands.add("withdraw-case")
    withdraw.add_argument("case", metavar="NUMBER", help=say(language, "case-number"))
    withdraw.add_argument("--reason", required=True, help=say(language, "reason"))
    reinstate = commands.add("reinstate-case")
    reinstate.add_argument("case", metavar="NUMBER", help=say(language, "case-number"))
    reinstate.add_argument("--reason", required=True, help=say(language, "reason"))
    extend = commands.add("extend-round")
    extend.add_argument("round", type=round_number, metavar="N", help=say(language, "round"))
    extend.add_argument("--closes", required=True, metavar="WHEN", help=say(language, "closes"))
    extend.add_argument("--reason", help=say(language, "reason"))
    questions = commands.add("questions")
    questions.add_argument("--open", action="store_true", help=say(language, "only-open"))
    answer = commands.add("answer")
    answer.add_argument("question", metavar="QUESTION", help=say(language, "question-id"))
    texts(answer)
