"""The reviewer's own orders of cases and criteria: random by person, the same at every start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

_Code = TypeVar("_Code", bound=str)


def case_positions(person: str, deployment: str, numbers: Iterable[str]) -> dict[str, int]:
    """Position from 1 up by case number.

    The order is that of SHA-256 over person, deployment and number: anybody can compute it again,
    nobody can choose it, and a case added later moves no other case past its neighbour.
    """
    ordered = _shuffled("cases", person, deployment, tuple(numbers))
    return {number: position for position, number in enumerate(ordered, start=1)}


def criteria_order(person: str, deployment: str, codes: Sequence[_Code]) -> tuple[_Code, ...]:
    """The criteria in the order in which this person is shown them, made in the same way."""
    return _shuffled("criteria", person, deployment, codes)


def _shuffled(what: str, person: str, deployment: str, names: Sequence[_Code]) -> tuple[_Code, ...]:
    def drawn(name: str) -> bytes:
        return sha256(f"{what}\n{deployment}\n{person}\n{name}\n".encode()).digest()

    return tuple(sorted(names, key=drawn))
