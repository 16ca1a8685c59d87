"""Filters of the list beyond state and area: countries (regions), recommendation, differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, TextClause, bindparam, text

from review_protocol.documents.words import Recommendation
from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.rows import CaseFlag, CaseQuery, flags_read

_RECOMMENDED = """(
    SELECT json_extract(CAST(answers AS TEXT), '$.recommendation') FROM draft_revision
    WHERE case_number = {number} ORDER BY revision DESC LIMIT 1
)"""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many cases of the batch each filter would show; those that show none are left out."""

    countries: Mapping[str, int]
    """By code, the most frequent first."""
    recommendations: Mapping[Recommendation, int]
    flags: Mapping[CaseFlag, int]


def facets_of(connection: Connection) -> Facets:
    """Count them, in the batch as it stands."""
    reviewed = "FROM case_entry WHERE in_batch = 1 AND withdrawn IS NULL"
    countries = connection.execute(
        text(
            "SELECT value, count(DISTINCT entry) FROM "
            f"(SELECT entry, headers {reviewed}), "
            "json_each(CAST(headers AS TEXT), '$.countries.codes') GROUP BY value"
        )
    )
    most = sorted(((each[0], each[1]) for each in countries), key=lambda each: (-each[1], each[0]))
    recommended = connection.execute(
        text(
            f"SELECT {_RECOMMENDED.format(number='number')} AS value, count(*) {reviewed} "
            "GROUP BY value"
        )
    )
    by_word = {row[0]: row[1] for row in recommended}
    flags: Counter[CaseFlag] = Counter()
    for joined, number in connection.execute(
        text(f"SELECT flags, count(*) {reviewed} GROUP BY flags")
    ):
        flags.update(dict.fromkeys(flags_read(joined), number))
    return Facets(
        dict(most),
        {each: by_word[each] for each in Recommendation if by_word.get(each)},
        {each: flags[each] for each in CaseFlag if flags[each]},
    )


def facet_conditions(query: CaseQuery) -> list[TextClause]:
    """The conditions of these filters on `listed`; of each any of the values chosen will do."""
    conditions = []
    if query.countries:
        named = "SELECT value FROM json_each(CAST(listed.headers AS TEXT), '$.countries.codes')"
        conditions.append(
            _any_of(f"EXISTS ({named} WHERE value IN :codes)", "codes", query.countries)
        )
    if query.recommendations:
        recommended = _RECOMMENDED.format(number="listed.number")
        conditions.append(
            _any_of(f"{recommended} IN :recommendations", "recommendations", query.recommendations)
        )
    if query.flags:
        each = "SELECT value FROM json_each('[\"' || replace(listed.flags, ',', '\",\"') || '\"]')"
        conditions.append(_any_of(f"EXISTS ({each} WHERE value IN :flags)", "flags", query.flags))
    return conditions


def _any_of(condition: str, name: str, values: Collection[str]) -> TextClause:
    return text(condition).bindparams(bindparam(name, sorted(values), expanding=True))
