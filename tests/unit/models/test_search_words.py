"""Words of a search: every piece of a text finds it, and is found again where it stands."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.models.folding import folded
from reviewer_app.models.search_words import cut, match_expression, terms_of
from reviewer_app.models.stemming import stem
from reviewer_app.reading.dictionary import Dictionary

HAN = st.text(st.sampled_from("网络空间命運共同体数字敦煌々𠮷㐀"), min_size=1, max_size=6)
OTHER = st.sampled_from(["，", " ", "5G", "data", "don’t", "。", "-", "É", "\n"])
TEXTS = st.lists(HAN | OTHER, min_size=1, max_size=8).map("".join)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 0')"
    )
    yield connection
    connection.close()


def finds(index: sqlite3.Connection, text: str, query: str) -> bool:
    index.execute("DELETE FROM words")
    index.execute("INSERT INTO words VALUES (?)", (cut(text),))
    found = index.execute(
        "SELECT count(*) FROM words WHERE words MATCH ?", (match_expression(terms_of(query)),)
    )
    return found.fetchone() == (1,)


@given(text=TEXTS, data=st.data())
def test_every_one_or_two_characters_of_a_text_find_it(index, text, data):
    pieces = [text[at : at + size] for size in (1, 2) for at in range(len(text) - size + 1)]
    for piece in pieces:
        if all(each > "\u2e80" and each not in "，。" for each in piece):
            assert finds(index, text, piece)
            (term,) = terms_of(piece)
            marked = {folded(text)[a:b] for a, b in term.spans(folded(text))}
            assert {"".join(each.split()) for each in marked} == {folded(piece)}


@given(text=TEXTS, query=TEXTS)
def test_what_the_index_finds_is_where_it_is_marked(index, text, query):
    terms = terms_of(query)
    if terms:
        marked = all(any(term.spans(folded(text))) for term in terms)
        assert finds(index, text, query) == marked


@given(text=st.text())
def test_a_folded_text_is_as_long_as_the_text(text):
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ásia Ｄｉｒｅｃｔ", "asia direct"),
        ("網絡空間", "网络空间"),
        ("网络空间", "網絡"),
        ("５Ｇ", "5g"),
        ("ﬁbre", "ﬁbre"),
        ("Łódź", "łodz"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_accents_width_and_traditional_characters_are_one(index, written, typed):
    assert finds(index, written, typed)


def test_the_table_of_traditional_characters_is_the_dictionarys():
    packed = files("reviewer_app.resources") / "dictionary" / "words.txt.xz"
    simplified = Dictionary(packed.read_bytes()).simplified
    table = "".join(chr(code) for code in range(0x3400, 0xA000))
    assert folded(table) == simplified(table)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("cooperating", "Cooperation, cooperative, corporate", ["Cooperation", "cooperative"]),
        ("cooperati", "cooperation cooper", ["cooperation"]),
        ("policy", "Policies, police", ["Policies"]),
        ("net", "network net", ["network", "net"]),
        ("net work", "network net", ["net"]),
        ("power network", "low-power networks", ["power", "networks"]),
        ('"low power"', "low-power networks", ["low-power"]),
        ("dunhuang", "Dunhuang’s caves", ["Dunhuang’s"]),
        ("空间", "网络 空\n间", ["空\n间"]),
        ("建设普及", "建设，普及", []),
        ('"a a"', "xa a a b", ["a a"]),
        ('"low power"', "low powers", []),
        ('"low pow', "low-powers", ["low-powers"]),
        ("5G网", "25G网 5g 网络", ["5g 网"]),
        ("dont", "don't dont'", ["don't", "dont"]),
    ],
)
def test_words_are_marked_in_all_their_forms(typed, text, marked):
    found = [text[a:b] for term in terms_of(typed) for a, b in term.spans(folded(text))]
    assert found == marked


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("agreed", "agre"),
        ("plastered", "plaster"),
        ("motoring", "motor"),
        ("hopping", "hop"),
        ("filing", "file"),
        ("happy", "happi"),
        ("relational", "relat"),
        ("digitizer", "digit"),
        ("usefulness", "us"),
        ("adoption", "adopt"),
        ("controlling", "control"),
        ("rate", "rate"),
        ("sky", "sky"),
        ("5g", "5g"),
        ("à", "à"),
    ],
)
def test_stems_are_porters(word, stemmed):
    assert stem(word) == stemmed
