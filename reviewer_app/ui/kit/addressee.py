"""Whom an answer from another thread goes to, as long as it lives."""

import logging
import weakref
from collections.abc import Callable
from types import MethodType
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")
Callback = Callable[[T], None]
log = logging.getLogger(__name__)


class Addressee:
    """The owner of a job, held weakly: an answer must not keep its reader alive."""

    def __init__(self, owner: QObject) -> None:
        self._owner = weakref.ref(owner)

    def lives(self) -> bool:
        owner = self._owner()
        return owner is not None and isValid(owner)

    def weakly(self, call: Callback[T]) -> Callable[[], Callback[T] | None]:
        """A way to the callback that holds no bound method of the owner."""
        if isinstance(call, MethodType) and call.__self__ is self._owner():
            return weakref.WeakMethod(call)
        return lambda: call

    def tell(self, way: Callable[[], Callback[T] | None], value: T) -> None:
        """Call back, if the owner still lives."""
        call = way() if self.lives() else None
        if call is not None:
            call(value)
        elif isinstance(value, Exception):
            log.warning("a failure had nobody to go to: %s", type(value).__name__)
