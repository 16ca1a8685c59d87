"""In which order a reviewer is shown cases and criteria: random by person, computed by anybody.

The recipe is fixed: what was shown can be told from what was signed, as long as it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

_Code = TypeVar("_Code", bound=str)


def criteria_order(person: str, deployment: str, codes: Sequence[_Code]) -> tuple[_Code, ...]:
    """The criteria in the order in which this person is shown them.

    It is that of SHA-256 over deployment, person and criterion: anybody can compute it again,
    nobody can choose it.
    """

    def drawn(code: str) -> bytes:
        return sha256(f"criteria\n{deployment}\n{person}\n{code}\n".encode()).digest()

    return tuple(sorted(codes, key=drawn))


def cases_order(person: str, numbers: Iterable[str]) -> tuple[str, ...]:
    """Cases in the order in which this person's list has them: that of SHA-256 over both."""

    def drawn(number: str) -> bytes:
        return sha256(f"{person}/{number}".encode()).digest()

    return tuple(sorted(numbers, key=drawn))
