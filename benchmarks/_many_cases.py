"""As many cases as a benchmark wants, mixed from the sample programme and taken in fast."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from sqlalchemy import Connection, insert

from benchmarks.opening import sample_case
from review_protocol.documents.case import Case, Section
from review_protocol.documents.text import Element
from reviewer_app.models import cases
from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.passages import Passage, passages_of
from reviewer_app.models.search import put_into_index
from reviewer_app.models.search_words import cut
from reviewer_app.models.store import Store
from reviewer_app.ui.kit.bundled import bundled

MOST_SECTIONS = 60
"""Longer cases are cut for the copies: one of 110,000 characters would stand for a fortieth."""
BY_THE_BOOK = 80
"""Cases that are taken in as the app does it; of others the words of a paragraph are cut once."""

Cut = Callable[[str], str]
Besides = Callable[[Connection, int, Sequence[Passage], Cut], None]


def sample_cases() -> list[Case]:
    """All of the sample programme."""
    folder = bundled("resources/sample_programme/cases")
    return [sample_case(each.name) for each in sorted(folder.iterdir(), key=lambda e: e.name)]


def many_cases(known: Sequence[Case], number: int) -> Iterator[Case]:
    """As many cases, each with the headers of one and paragraphs of all others."""
    chance = random.Random(37)
    pools = {
        (element, language): [
            section for case in known for section in getattr(case.elements.of(element), language)
        ]
        for element in Element
        for language in ("zh", "en")
    }
    for at in range(number):
        case = known[at % len(known)]
        headers = case.headers.model_copy(update={"number": f"B-{at:05}"})
        elements = case.elements.model_copy(
            update={
                element.value: case.elements.of(element).model_copy(
                    update={
                        language: _mixed(
                            pools[element, language],
                            getattr(case.elements.of(element), language),
                            chance,
                        )
                        for language in ("zh", "en")
                    }
                )
                for element in Element
            }
        )
        yield case.model_copy(update={"headers": headers, "elements": elements})


def _mixed(
    pool: Sequence[Section], own: Sequence[Section], chance: random.Random
) -> tuple[Section, ...]:
    return tuple(chance.choice(pool) for _ in own[:MOST_SECTIONS])


def fill(store: Store, number: int, besides: Besides) -> float:
    """Take so many cases in, and give `besides` the passages of each; answers the milliseconds
    that the app takes for one."""
    known, taken = sample_cases(), cache(cut)
    bodies = [case.body() for case in known]
    seconds: list[float] = []
    with store.write() as connection:
        for at, case in enumerate(many_cases(known, number)):
            passages = passages_of(case.headers, case, None)
            if at < BY_THE_BOOK:
                begun = time.perf_counter()
                _take_in(connection, case, at + 1)
                seconds.append(time.perf_counter() - begun)
            else:
                _write_down(connection, case, at + 1, bodies[at % len(bodies)])
                put_into_index(connection, at + 1, passages, taken)
            besides(connection, at + 1, passages, taken)
    return 1000 * sum(seconds) / len(seconds)


def _take_in(connection: Connection, case: Case, position: int) -> None:
    cases.keep_headers(
        connection, case.headers, case.headers.body(), case_hash=case.id, position=position,
        countries=2, joint=True, flags=(),
    )  # fmt: skip
    cases.keep_content(connection, case, case.body(), ())


def _write_down(connection: Connection, case: Case, entry: int, content: bytes) -> None:
    """The row of a case; its content is as long as another's, and is not searched."""
    headers = case.headers
    connection.execute(
        insert(case_table),
        {
            "entry": entry, "number": headers.number, "version": 1, "position": entry,
            "headers_hash": f"{entry:064}", "headers": headers.body(), "case_hash": f"{entry:064}",
            "content": content, "title_zh": headers.name.zh or "",
            "title_en": headers.name.en or "", "area": headers.area,
            "applicant_country": headers.applicant.country, "countries": 2, "joint": 1,
            "flags": "", "in_batch": 1,
        },
    )  # fmt: skip
