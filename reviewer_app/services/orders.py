"""What is missing, in the order in which it is asked: criteria in the reviewer's own."""

from __future__ import annotations

from collections.abc import Sequence

from review_protocol.documents.score import CriterionCode, Gap, Missing

_LAST = (Gap.FAMILIARITY, Gap.RECOMMENDATION)


def as_asked(missing: Sequence[Missing], order: Sequence[CriterionCode]) -> tuple[Missing, ...]:
    """What is missing by the criteria in their order, then the questions asked once a case."""

    def place(lack: Missing) -> int:
        if lack.criterion is None:
            return len(order) + 1 + _LAST.index(lack.gap)
        return order.index(lack.criterion) if lack.criterion in order else len(order)

    return tuple(sorted(missing, key=place))
