"""A request whose answer was lost on its way is asked again at once, in the same conversation.

A sync makes a dozen requests, each resting on the one before. Over a line that loses every other
answer a whole sync would hardly ever come to its end, if each loss began it anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reviewer_app.errors import AnswerCutOff, ConnectionStep, Found, NoConnection, NotOurServer

_T = TypeVar("_T")


def persistently(ask: Callable[[], _T], tries: int) -> _T:
    """What `ask` answers, at the latest at the last of these tries; doing it twice is harmless.

    Asked again is what broke off, and what somebody altered on the way. Not a server that is not
    reached or does not answer in time, nor a sign-in page, nor a gateway that says it is busy:
    that is for the next sync, after a wait.
    """
    for _ in range(tries - 1):
        try:
            return ask()
        except AnswerCutOff:
            continue
        except NotOurServer as failure:
            if failure.found in (Found.HTML, Found.BUSY):
                raise
        except NoConnection as failure:
            if failure.step is not ConnectionStep.ANSWER:
                raise
    return ask()
