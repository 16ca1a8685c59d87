"""What is asked at the keyboard and may be seen there: codes, words, a yes."""

from __future__ import annotations

from central_server.cli.bad_argument import BadArgument
from central_server.cli.session import Session
from central_server.cli.words import say


def typed(session: Session, question: str, *, otherwise: BadArgument) -> str:
    """The answer to the question of this key; raises `otherwise` where nobody can type."""
    try:
        return input(say(session.language, question))
    except EOFError as error:
        print()
        raise otherwise from error
