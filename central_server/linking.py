"""How cases link the experts who share them: what the comparison of their strictness lives on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from central_server.eligibility import Application, Reviewer

CROSSING_PERCENT = 15
"""Of the reviews that cross panels at least, where there are panels by area."""


def islands(groups: Iterable[Iterable[str]]) -> int:
    """How many connected parts the groups' members form, two members of a group being joined."""
    root: dict[str, str] = {}

    def find(member: str) -> str:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for group in groups:
        members: Sequence[str] = sorted(group)
        for member in members:
            root.setdefault(member, member)
            root[find(member)] = find(members[0])
    return sum(member == find(member) for member in root)


def reviews_across(
    pairs: Iterable[tuple[str, str]],
    cases: Mapping[str, Application],
    reviewers: Mapping[str, Reviewer],
) -> int:
    """How many of these pairs of case and person lie outside the expert's panel; for who is of
    none, outside the panel of most of their cases."""
    given: dict[str, Counter[str]] = {}
    for number, person in pairs:
        panel = cases[number].panel
        if panel is not None and person in reviewers:
            given.setdefault(person, Counter())[panel] += 1
    return sum(
        counts.total() - (max(counts.values()) if home is None else counts[home])
        for home, counts in ((reviewers[person].panel, each) for person, each in given.items())
    )
