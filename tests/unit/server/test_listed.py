"""Look-ups by a list that is bound as one value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, Text, create_engine, insert, select
from sqlalchemy.dialects import postgresql

from central_server.store.listed import among, listed

WORDS = Table("word", MetaData(), Column("text", Text, primary_key=True))
FOUND = select(WORDS.c.text).where(among(WORDS.c.text, "texts"))


@pytest.fixture(scope="module")
def words():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        WORDS.create(connection)
        connection.execute(insert(WORDS), [{"text": text} for text in ("a", "1", "", '"', "高铁")])
        yield connection
    engine.dispose()


@given(st.sets(st.sampled_from(["a", "b", "1", "", '"', "'", "[]", "高铁", "高"])))
def test_exactly_what_is_listed_is_found(words, texts):
    found = set(words.execute(FOUND, {"texts": listed(texts)}).scalars())
    assert found == texts & {"a", "1", "", '"', "高铁"}


def test_more_than_a_query_has_values_is_listed(words):
    texts = {"a", *(str(number) for number in range(100_000))}
    assert set(words.execute(FOUND, {"texts": listed(texts)}).scalars()) == {"a", "1"}


def test_another_database_reads_the_list_in_its_own_words():
    words = str(FOUND.compile(dialect=postgresql.dialect()))
    assert "IN (SELECT json_array_elements_text(CAST(%(texts)s AS json)))" in words
