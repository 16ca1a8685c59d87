"""Mistakes in the arguments as sentences: argparse knows them in English alone, and in its own."""

from __future__ import annotations

import re

from review_protocol.documents.text import Language

_COMMAND = "COMMAND"
# what argparse says; English, Chinese
_SLIPS: tuple[tuple[str, str, str], ...] = (
    (
        rf"the following arguments are required: {_COMMAND}",
        "Say what is to be done: a command.",
        "请给出命令。",
    ),
    (
        rf"argument {_COMMAND}: invalid choice: '?(?P<value>.*?)'? \(choose from .*\)",
        "There is no command “{value}”.",
        "没有命令“{value}”。",
    ),
    (
        r"the following arguments are required: (?P<names>.+)",
        "This is still needed: {names}.",
        "还须给出：{names}。",
    ),
    (
        r"one of the arguments (?P<spaced>.+) is required",
        "One of these is needed: {spaced}.",
        "须给出其中一项：{spaced}。",
    ),
    (
        r"unrecognized arguments: (?P<value>.+)",
        "“{value}” means nothing to this command.",
        "此命令没有“{value}”这一参数。",
    ),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        "{name} and {other} do not go together.",
        "{name} 与 {other} 不能同用。",
    ),
    (
        r"argument (?P<name>.+?): expected (one|at least one|1) argument",
        "{name}: give a value.",
        "{name}：请给出值。",
    ),
    (
        r"argument (?P<name>.+?): ignored explicit argument '?(?P<value>.*?)'?",
        "{name} takes no value, and “{value}” was given.",
        "{name} 不带值，却给出了“{value}”。",
    ),
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<all>.*)\)",
        "{name}: “{value}” is not among {all}.",
        "{name}：“{value}”不在可选值之内：{all}。",
    ),
    (r"argument (?P<name>.+?): (?P<said>.+)", "{name}: {said}", "{name}：{said}"),
)


def slip_sentence(message: str, language: Language) -> str:
    """The sentence for what argparse says; what it does not know stays as it is."""
    chinese = language is Language.ZH
    for said, *both in _SLIPS:
        found = re.fullmatch(said, message, re.DOTALL)
        if found is not None:
            facts = found.groupdict()
            comma = "、" if chinese else ", "
            if "names" in facts:
                facts["names"] = facts["names"].replace(", ", comma)
            if "spaced" in facts:
                facts["spaced"] = comma.join(facts["spaced"].split())
            if "all" in facts:
                facts["all"] = facts["all"].replace("'", "").replace(", ", comma)
            return both[int(chinese)].format(**facts)
    return message
