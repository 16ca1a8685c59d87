"""Faults put into the server on purpose, so that the torture can show that it would see them."""

from __future__ import annotations

from collections.abc import Callable

from central_server.log import Appended
from central_server.writer import _Unit


def _answer_before_the_commit() -> None:
    """Receipts leave while the transaction that they tell of can still be lost."""
    leave = _Unit.leave

    def left(unit: _Unit[object], appended: Appended) -> Callable[[], None]:
        leave(unit, appended)()
        return lambda: None

    setattr(_Unit, "leave", left)  # noqa: B010  # a method of a generic class


SABOTAGES = {"receipts-before-commit": _answer_before_the_commit}
