"""The reviewer's own order of criteria: random by person, the same at every start; and what is
missing, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

from review_protocol.documents.score import CriterionCode, Gap, Missing

_Code = TypeVar("_Code", bound=str)
_LAST = (Gap.FAMILIARITY, Gap.RECOMMENDATION)


def criteria_order(person: str, deployment: str, codes: Sequence[_Code]) -> tuple[_Code, ...]:
    """The criteria in the order in which this person is shown them.

    It is that of SHA-256 over deployment, person and criterion: anybody can compute it again,
    nobody can choose it.
    """

    def drawn(code: str) -> bytes:
        return sha256(f"criteria\n{deployment}\n{person}\n{code}\n".encode()).digest()

    return tuple(sorted(codes, key=drawn))


def as_asked(missing: Sequence[Missing], order: Sequence[CriterionCode]) -> tuple[Missing, ...]:
    """What is missing by the criteria in their order, then the questions asked once a case."""

    def place(lack: Missing) -> int:
        if lack.criterion is None:
            return len(order) + 1 + _LAST.index(lack.gap)
        return order.index(lack.criterion) if lack.criterion in order else len(order)

    return tuple(sorted(missing, key=place))
