"""The app's own version, and whether it is new enough for a batch."""

from __future__ import annotations

import re

from reviewer_app.errors import AppTooOld

APP_VERSION = "0.1.0"
_NUMBERS = re.compile(r"\d{1,6}(\.\d{1,6})*", re.ASCII)


def require_app(needed: str, found: str = APP_VERSION) -> None:
    """Raise AppTooOld where `found` is older than `needed`, by the numbers between the dots.

    What is needed may be written in a way of later years: then this app is too old.
    """
    if _NUMBERS.fullmatch(needed) is None or _numbers(needed) > _numbers(found):
        raise AppTooOld(found, needed)


def _numbers(version: str) -> tuple[int, ...]:
    """Without zeros at the end: 1.2 is 1.2.0."""
    numbers = [int(number) for number in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
