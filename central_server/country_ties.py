"""Which reviews were written by people of a country that has to do with the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import orjson
from sqlalchemy import Connection, select

from central_server.store import schema
from review_protocol.documents.dossier import CountryTie


def country_ties(
    connection: Connection, rounds: Mapping[int, frozenset[str] | None]
) -> Iterator[CountryTie]:
    """Those of the rounds' cases, or of all of a round (None); by pseudonym, in order."""
    assignment, person = schema.assignment.c, schema.person.c
    rows = connection.execute(
        select(
            assignment.round,
            assignment.case_number,
            assignment.country_tie,
            person.country,
            person.pseudonym,
        )
        .join(schema.person, person.id == assignment.person)
        .where(
            assignment.round.in_(rounds),
            person.country.is_not(None),
            person.pseudonym.is_not(None),
        )
        .order_by(assignment.round, assignment.case_number, person.pseudonym)
    ).all()
    involved = _involved(connection)
    for row in rows:
        cases = rounds[row.round]
        if cases is not None and row.case_number not in cases:
            continue
        applicant = bool(row.country_tie)
        named = row.country in involved.get(row.case_number, ())
        if applicant or named:
            yield CountryTie(
                round=row.round,
                case=row.case_number,
                pseudonym=row.pseudonym,
                applicant=applicant,
                involved=named,
            )


def _involved(connection: Connection) -> dict[str, Iterable[str]]:
    """The codes of the countries that each case names, of its newest version."""
    version, document = schema.case_version.c, schema.document.c
    rows = connection.execute(
        select(version.number, document.body)
        .join(schema.document, document.id == version.headers)
        .where(version.current == 1)
    )
    return {number: orjson.loads(body)["countries"]["codes"] for number, body in rows}
