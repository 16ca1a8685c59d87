"""Runs one act of `tests.system.acts` in a process of its own, often as another user.

`python -m tests.system.acting ACT FACTS` prints one line of JSON: what the act answered, or the
expected failure that it ended with, with its words in both languages.
"""

import json
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from reviewer_app.errors import ExpectedFailure

if TYPE_CHECKING:
    from reviewer_app.ui.kit.i18n import Languages


def told(failure: ExpectedFailure) -> dict[str, object]:
    """A failure as the person reads it."""
    from reviewer_app.ui.wording import sentence_of  # late: most acts have no use for Qt

    languages = _languages()
    languages.use("en")
    english = sentence_of(failure).whole
    languages.use("zh_CN")
    chinese = sentence_of(failure).whole
    facts = {name: str(fact) for name, fact in vars(failure).items()}
    return {
        "failure": type(failure).__name__,
        "facts": facts,
        "english": english,
        "chinese": chinese,
    }


@cache
def _languages() -> "Languages":
    from PySide6.QtCore import QCoreApplication

    from reviewer_app.ui.kit.i18n import Languages

    return Languages(QCoreApplication.instance() or QCoreApplication([]))


def attempt(work: Callable[[], object]) -> dict[str, object] | None:
    """The failure that the work ended with; None where it came to its end."""
    try:
        work()
    except ExpectedFailure as failure:
        return told(failure)
    return None


def main(act: str, facts: str) -> None:
    module, _, name = act.rpartition(".")
    work = getattr(import_module(f"tests.system.{module}"), name)
    try:
        answer = {"answer": work(**json.loads(facts))}
    except ExpectedFailure as failure:
        answer = told(failure)
    print(json.dumps(answer, ensure_ascii=True), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
