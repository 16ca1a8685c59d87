"""The compact dictionary: what it is made of, and which words of a text it finds."""

import importlib.util
import lzma
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from reviewer_app.reading.dictionary import DICTIONARY_VERSION, Dictionary
from reviewer_app.reading.lexicon import DictionaryLexicon, Gloss, Term, terms_of
from reviewer_app.reading.stems import stems_of

SOURCE = """\
# CC-CEDICT
#! license=https://creativecommons.org/licenses/by-sa/4.0/
網 网 [wang3] /net/network/
網絡 网络 [wang3 luo4] /(computing, telecom etc) network/
網絡空間 网络空间 [wang3 luo4 kong1 jian1] /cyberspace/
空間 空间 [kong1 jian1] /space (astronomy)/CL:個|个[ge4]/
張 张 [Zhang1] /surname Zhang/
著 著 [zhu4] /to write/
看著 看着 [kan4 zhe5] /to look at/
3C 3C [san1 C] /computers/
"""


def builder() -> ModuleType:
    path = Path(__file__).parents[3] / "packaging" / "build_dictionary.py"
    spec = importlib.util.spec_from_file_location("build_dictionary", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def small() -> Dictionary:
    made = builder()
    header, entries = made.entries_of(SOURCE.splitlines())
    folding = made.folding_of(entries)
    text = made.content(header, folding, made.words_of(entries, folding))
    return Dictionary(lzma.compress(text.encode("utf-8")))


@pytest.fixture(scope="module")
def bundled() -> bytes:
    return (files("reviewer_app.resources") / "dictionary" / "words.txt.xz").read_bytes()


def test_words_have_the_stems_of_their_meanings_alone(small: Dictionary) -> None:
    assert small.stems("网络空间") == {"cybers"}
    assert small.stems("空间") == {"space"}
    assert small.stems("3C") == small.stems("张") == frozenset()


def test_the_two_longest_words_at_each_place_and_the_characters_they_leave(
    small: Dictionary,
) -> None:
    assert small.words_in("看网络空间网") == (("网络空间", "网络", "空间"), ("网",))
    assert small.words_in("") == ((), ())


def test_a_traditional_text_has_the_same_words(small: Dictionary) -> None:
    assert small.simplified("網絡空間") == "网络空间"
    assert small.words_in(small.simplified("網絡空間")) == small.words_in("网络空间")


def test_a_character_of_both_scripts_stays_and_its_word_is_found(small: Dictionary) -> None:
    assert small.simplified("看著") == "看著"
    assert small.stems("看著") == small.stems("看着") == {"look"}


@pytest.mark.parametrize("packed", [b"words", lzma.compress("网\t络 network\n".encode())])
def test_other_bytes_are_no_dictionary(packed: bytes) -> None:
    with pytest.raises(ValueError, match="dictionary"):
        Dictionary(packed)


def test_the_shipped_dictionary_carries_its_licence_and_is_small(bundled: bytes) -> None:
    head = lzma.decompress(bundled).split(b"\n=\t")[0].decode("utf-8")
    beside = (files("reviewer_app.resources") / "dictionary" / "CC-CEDICT.txt").read_text("utf-8")
    assert head + "\n" == beside
    assert "license=https://creativecommons.org/licenses/by-sa/4.0/" in head
    assert DICTIONARY_VERSION in head
    assert len(bundled) < 1_500_000


def test_the_shipped_dictionary_knows_usual_words(bundled: bytes) -> None:
    shipped = Dictionary(bundled)
    assert "intern" in shipped.stems("互联网")
    assert shipped.words_in(shipped.simplified("構建網絡空間"))[0] == (
        "构建",
        "网络空间",
        "网络",
        "空间",
    )


class Counted:
    """The small dictionary's bytes, and how often they were asked for."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self.asked = 0

    def __call__(self) -> bytes:
        self.asked += 1
        return self._packed


def test_the_dictionary_is_unpacked_once_and_only_when_a_word_is_looked_up(bundled: bytes) -> None:
    packed = Counted(bundled)
    lexicon = DictionaryLexicon(packed)
    assert DICTIONARY_VERSION in lexicon.version
    assert lexicon.stems("The networks of the world") == {"networ", "world"}
    assert packed.asked == 0
    assert Gloss(1.0, frozenset({"econom"})) in lexicon.glosses("经济，经济。")
    assert len(lexicon.glosses("经济，经济。")) == 1
    assert packed.asked == 1


def test_an_official_term_counts_more_and_needs_most_of_its_translation(bundled: bytes) -> None:
    term = Term("四项原则", "four principles of the programme")
    lexicon = DictionaryLexicon(lambda: bundled, [term])
    assert lexicon.glosses("四项原则")[0] == Gloss(2.0, stems_of(term.en), 2)
    assert lexicon.glosses("四項原則")[0] == lexicon.glosses("四项原则")[0]
    assert lexicon.version != DictionaryLexicon(lambda: bundled).version


def test_the_programme_has_a_glossary_of_its_own() -> None:
    text = (files("reviewer_app.resources") / "glossary" / "glossary.json").read_text("utf-8")
    terms = terms_of(text)
    assert Term("精品案例", "Outstanding Case") in terms
    assert len({term.zh for term in terms}) == len(terms)
    assert all(re.fullmatch("[^\x00-\x2f\x3a-\x40]+", term.zh) and term.en for term in terms)
    with pytest.raises(ValueError, match="form"):
        terms_of('{"format": "glossary/0", "terms": []}')


@pytest.mark.parametrize(
    ("english", "stems"),
    [("The Internet's governance", {"intern", "govern"}), ("A 5G x", set()), ("", set())],
)
def test_stems(english: str, stems: set[str]) -> None:
    assert stems_of(english) == stems


def test_help_where_no_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    main: Callable[[list[str]], int] = builder().main
    assert main([]) == 2
    assert "CC-CEDICT" in capsys.readouterr().err
