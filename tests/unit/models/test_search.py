"""Full-text search, exact in Chinese for any length of query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.documents.case import Countries
from review_protocol.documents.text import Bilingual, Organisation
from reviewer_app.models import case_list, cases
from reviewer_app.models.rows import CaseQuery
from reviewer_app.models.search_words import match_expression, terms_of
from reviewer_app.models.store import open_store
from tests.builders.sample import some_cases
from tests.unit.models.conftest import KEY

TITLES = {
    "网络基础设施建设，普及农村": "Rural base stations: 5G for everyone",
    "数字敦煌": "Digital Dunhuang's caves",
    "全球5G大会": "Cooperation in low-power networks",
    "亚洲直达海底光缆（二期）": "Ásia Direct Cable phase two",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    store = open_store(tmp_path_factory.mktemp("library"), KEY)
    (case,) = some_cases(1)
    with store.write() as connection:
        for position, (zh, en) in enumerate(TITLES.items()):
            headers = case.headers.model_copy(
                update={
                    "name": Bilingual(zh=zh, en=en),
                    "number": f"T-{position}",
                    "applicant": Organisation(name=Bilingual(zh=None, en="Q"), country="QQ"),
                    "partners": (),
                    "recommender": None,
                    "countries": Countries(zh=(), en=(), codes=()),
                }
            )
            cases.keep_headers(
                connection,
                headers,
                headers.body(),
                case_hash=None,
                position=position,
                countries=1,
                joint=False,
                flags=[],
            )
    yield store
    store.close()


def found(library, query: str) -> list[int]:
    with library.read() as connection:
        found = case_list.list_cases(connection, CaseQuery(search=query))
        return [entry.position for entry in found]


@pytest.mark.parametrize(
    ("query", "positions"),
    [
        ("网", [0]),
        ("设施", [0]),
        ("施设", []),
        ("数字", [1]),
        ("字", [1]),
        ("设 字", []),
        ("建设普及", []),  # punctuation stands between
        ("建设，普及", [0]),
        ("5G", [0, 2]),
        ("全球5G", [2]),
        ("５Ｇ", [0, 2]),
        ("cooperating", [2]),
        ("COOPER", [2]),
        ("infra", []),
        ("sta", [0]),
        ("low-power", [2]),
        ("power low", [2]),
        ('"power low"', []),
        ("“low power networks”", [2]),  # a hyphen parts words, and no phrase
        ("networks 大会", [2]),
        ("dunhuang's", [1]),
        ("asia", [3]),
        ("二期", [3]),
        ("", [0, 1, 2, 3]),
        ("  ，。 ", [0, 1, 2, 3]),
        ("T-2", [2]),
    ],
)
def test_queries_find_what_stands_there(library, query, positions):
    assert found(library, query) == positions


@given(query=st.text(max_size=40))
def test_no_query_is_an_error(library, query):
    assert set(found(library, query)) <= {0, 1, 2, 3}


@given(data=st.data())
def test_every_piece_of_a_chinese_title_finds_it(library, data):
    position = data.draw(st.sampled_from([0, 1, 3]))  # no word in it that could be cut in two
    title = list(TITLES)[position]
    start = data.draw(st.integers(0, len(title) - 1))
    piece = title[start : data.draw(st.integers(start + 1, len(title)))]
    assert position in found(library, piece)


def test_operators_of_the_index_are_only_words():
    assert match_expression(terms_of("OR 网*")) == ('"\ue001or" AND "网" *')
