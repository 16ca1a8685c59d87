"""On what of a case a declaration of interest is made; what changes it asks for a new one."""

from __future__ import annotations

from review_protocol.canonical import JsonValue, canonical, sha256_hex
from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.text import Organisation


def declared_facts(headers: CaseHeaders) -> str:
    """A hash of the organisations that a tie may be to: applicant, partners, recommender.

    Two versions of a case with the same one need one declaration; the order of partners, the
    case's own name and the countries involved, which exclude nobody, do not change it.
    """
    partners: list[JsonValue] = [*sorted(map(_organisation, headers.partners))]
    facts: dict[str, JsonValue] = {
        "applicant": _organisation(headers.applicant),
        "partners": partners,
        "recommender": None if headers.recommender is None else _organisation(headers.recommender),
    }
    return sha256_hex(canonical(facts))


def asks_anew(before: CaseHeaders, after: CaseHeaders) -> bool:
    """Whether a declaration on one version of a case does not hold for the other."""
    return declared_facts(before) != declared_facts(after)


def _organisation(organisation: Organisation) -> str:
    return sha256_hex(canonical(organisation.model_dump(mode="json")))
