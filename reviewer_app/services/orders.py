"""The reviewer's own order of criteria: random by person, the same at every start."""

from __future__ import annotations

from collections.abc import Sequence
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
