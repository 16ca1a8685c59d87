"""The operator's language: that of --lang, or else the terminal's."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from review_protocol.documents.text import Language

LANGUAGE_OPTIONS = ("--lang", "--language")
"""The first is the one that is explained; the app calls it by the second."""


def wanted_language(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the option, wherever it stands, or else of the terminal."""
    spoken = [one.value for one in Language]
    for at, argument in enumerate(argv):
        name, _, value = argument.partition("=")
        if argument in LANGUAGE_OPTIONS and at + 1 < len(argv):
            value = argv[at + 1]
        if name in LANGUAGE_OPTIONS and value in spoken:
            return Language(value)
    return language_from(environment)


def language_from(environment: Mapping[str, str]) -> Language:
    """The language of the operator's terminal."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return Language.ZH if environment[name].startswith("zh") else Language.EN
    return Language.EN
