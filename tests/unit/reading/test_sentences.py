"""Sentences of a paragraph, and their counterparts inside a group."""

import pytest

from review_protocol.documents.text import Language
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import Alignment, Kind
from reviewer_app.reading.sentences import Counterparts, Stretch, counterpart_at, with_sentences
from reviewer_app.reading.splitting import sentences_of
from reviewer_app.reading.units import ReadingText, reading_text
from reviewer_app.services.tables import bundled_lexicon
from tests.unit.reading.builders import a_section

ZH = (
    "水井委员会管理设备。语音免费，上网每天收费20先令；收入的百分之六十留作维修。冲突少了。",
    "牧民下载天气预报。",
)
EN = (
    "The well committee manages the equipment. Voice is free, and access to the Internet costs "
    "20 shillings a day. Sixty per cent of the income (approx. 900 shillings) is for repairs. "
    "There are fewer conflicts.",
    "Herders download the weather forecast. They like it.",
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他说：“来！”真的？！是……的；完", ["他说：“来！”", "真的？！", "是……", "的；", "完"]),
        ("Mr. Li paid US$3.5 million (e.g. in the U.S. alone). It works! Yes.", [10, 2, 1]),
        ('"Really?" he asked. In 2024 No. 7 opened. See Fig. 3.', [3, 5, 3]),
        ("Dr. A. B. Chen left, i.e. went. He and I. She stayed.", [7, 3, 2]),
        ("1. First item. Second… third.", [3, 1, 1]),
        (
            "使用IEEE 802.11协议。Version 2.0. 版本。",
            ["使用IEEE 802.11协议。", "Version 2.0.", "版本。"],
        ),
        ("没有句号", ["没有句号"]),
        ("", []),
        ("  ", []),
    ],
)
def test_sentences(text: str, sentences: list[str] | list[int]) -> None:
    found = [text[span.start : span.end] for span in sentences_of(text)]
    counted = [len(each.split()) for each in found]
    assert sentences in (found, counted)
    assert "".join(text.split()) == "".join("".join(found).split())


def texts(zh: tuple[str, ...], en: tuple[str, ...]) -> tuple[ReadingText, ReadingText]:
    return reading_text([a_section(None, zh)]), reading_text([a_section(None, en)])


def aligned(both: tuple[ReadingText, ReadingText]) -> Alignment:
    units = both[0].units, both[1].units
    return with_sentences(align(*units, bundled_lexicon()), *units, bundled_lexicon())


def said(both: tuple[ReadingText, ReadingText], found: Counterparts, of: Language) -> list[str]:
    zh, en = both
    own, other = (zh, en) if of is Language.ZH else (en, zh)
    return [
        *(own.units[each.unit].text[each.start : each.end] for each in found.here),
        *(other.units[each.unit].text[each.start : each.end] for each in found.there),
    ]


def pointed(
    both: tuple[ReadingText, ReadingText], language: Language, unit: int, words: str
) -> list[str]:
    """What is shaded while the pointer is on these words, the pointer's side first."""
    text = both[language is Language.EN].units[unit].text
    found = counterpart_at(aligned(both), both, language, unit, text.index(words))
    assert found is not None
    return said(both, found, language)


def test_the_sentence_under_the_pointer_has_its_counterpart_in_either_language() -> None:
    both = texts(ZH, EN)
    assert pointed(both, Language.ZH, 0, "免费") == [
        "语音免费，上网每天收费20先令；",
        "Voice is free, and access to the Internet costs 20 shillings a day.",
    ]
    assert pointed(both, Language.EN, 0, "900") == [
        "Sixty per cent of the income (approx. 900 shillings) is for repairs.",
        "收入的百分之六十留作维修。",
    ]
    assert pointed(both, Language.EN, 0, "fewer")[1:] == ["冲突少了。"]


def test_one_sentence_belongs_to_all_of_the_other_side() -> None:
    both = texts(ZH, EN)
    assert pointed(both, Language.ZH, 1, "天气")[1:] == [
        "Herders download the weather forecast.",
        "They like it.",
    ]
    assert pointed(both, Language.EN, 1, "like") == [*sentences(EN[1]), ZH[1]]


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences_of(text)]


def test_merged_paragraphs_are_told_apart_by_sentences() -> None:
    both = texts((ZH[0], ZH[1]), (" ".join(EN),))
    alignment = aligned(both)
    assert [group.kind for group in alignment.groups] == [Kind.MERGED]
    assert pointed(both, Language.EN, 0, "weather")[1:] == [ZH[1]]


def test_a_sentence_without_counterpart_stands_alone() -> None:
    both = texts(ZH, (EN[0].replace("There are fewer conflicts.", ""), EN[1]))
    assert pointed(both, Language.ZH, 0, "冲突") == ["冲突少了。"]


def test_a_paragraph_without_translation_and_a_text_in_one_language() -> None:
    both = texts((*ZH, "这一段没有译文，因为它是后来才加上的，没有人翻译过。"), EN)
    missing = counterpart_at(aligned(both), both, Language.ZH, 2, 3)
    assert missing == Counterparts((Stretch(2, 0, len(both[0].units[2].text)),), ())
    alone = (both[0], reading_text([]))
    assert counterpart_at(aligned(alone), alone, Language.ZH, 0, 3) is None


def test_a_heading_is_one_sentence() -> None:
    both = (
        reading_text([a_section("水井。网络！", ZH[1:])]),
        reading_text([a_section("Wells. A network!", EN[1:])]),
    )
    found = counterpart_at(aligned(both), both, Language.ZH, 0, 4)
    assert found == Counterparts((Stretch(0, 0, 6),), (Stretch(0, 0, 17),))


def test_sentences_are_stored_with_the_alignment() -> None:
    found = aligned(texts(ZH, EN))
    assert found.groups[0].sentences == tuple(((i,), (i,)) for i in range(4))
    assert Alignment.model_validate_json(found.model_dump_json()) == found
