"""Counterparts inside one element, as the reading screen shows them."""

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from review_protocol.documents.case import Section
from reviewer_app.reading import align as align_module
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import ALIGNMENT_VERSION, Alignment, Kind, alignment_key
from reviewer_app.reading.lexicon import Gloss
from reviewer_app.reading.similarity import Similarity, weighted_length
from reviewer_app.reading.units import ReadingText, Unit, reading_text
from tests.unit.reading.builders import a_section

ZH = (
    "2021年，项目在肯尼亚北部的94口水井安装了接入箱，每月约有41,000人使用，其中一半以上此前从未上网。",
    "设备属于水井委员会，语音免费，上网每天收费20先令，收入的百分之六十留作维修。",
    "牧民在水井边下载天气预报和市场价格，再决定把羊群赶往哪一个方向，不必先走三天的路。",
    "２０２４年，乌干达和埃塞俄比亚的14所流动学校加入，学生随时可以在井边下载课程。",
)
EN = (
    "In 2021 the project installed access boxes at 94 wells in the north of Kenya; about 41,000 "
    "people use them every month, and more than half of them had never been online before.",
    "The equipment belongs to the well committee. Voice is free, access to the Internet costs 20 "
    "shillings a day, and 60 per cent of the income is kept for repairs.",
    "Herders download the weather forecast and market prices at the well and then decide where "
    "to drive their flocks, without having to walk for days first.",
    "In 2024 14 mobile schools in Uganda and Ethiopia joined, and pupils can download their "
    "lessons at the well at any time.",
)


def units(*sections: Section) -> tuple[Unit, ...]:
    return reading_text(sections).units


def plain(*paragraphs: str) -> tuple[Unit, ...]:
    return units(a_section(None, paragraphs))


def links(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], Kind]]:
    return [(g.zh, g.en, g.kind) for g in alignment.groups]


def test_equal_paragraphs_stand_side_by_side() -> None:
    found = align(plain(*ZH), plain(*EN))
    assert links(found) == [((i,), (i,), Kind.SAME) for i in range(4)]
    assert found.version == ALIGNMENT_VERSION


def test_two_chinese_paragraphs_merged_into_one() -> None:
    found = align(plain(*ZH), plain(EN[0], EN[1] + " " + EN[2], EN[3]))
    assert links(found)[1] == ((1, 2), (1,), Kind.MERGED)


def test_one_chinese_paragraph_split_into_two() -> None:
    found = align(plain(ZH[0], ZH[1] + ZH[2], ZH[3]), plain(*EN))
    assert links(found)[1] == ((1,), (1, 2), Kind.MERGED)


def numbered(first: int, last: int) -> tuple[list[str], list[str]]:
    """Paragraphs of two languages that have a figure in common."""
    zh = [f"第{n}号村庄共有{n * 37 + 1000}人参加了项目。" for n in range(first, last)]
    return zh, [f"{n * 37 + 1000} people of village {n} took part." for n in range(first, last)]


@pytest.mark.parametrize(
    ("without", "widths"),
    [(0, [64]), pytest.param(90, [64, 90], marks=pytest.mark.campaign)],
)
def test_a_long_text_has_a_narrow_band_that_grows_where_much_is_missing(
    without: int, widths: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    band = align_module._band

    def seen(similarity: Similarity, width: int) -> Iterator[tuple[int, int]]:
        asked.append(width)
        return band(similarity, width)

    monkeypatch.setattr(align_module, "_band", seen)
    zh, en = numbered(0, 450)
    found = align(plain(*zh), plain(*en[without:]))
    assert list(dict.fromkeys(asked)) == widths
    met = [(g.zh, g.en) for g in found.groups if g.en]
    assert met == [((n,), (n - without,)) for n in range(without, 450)]


def test_a_paragraph_without_translation_is_missing() -> None:
    found = align(plain(*ZH), plain(EN[0], EN[1], EN[3]))
    assert links(found) == [
        ((0,), (0,), Kind.SAME),
        ((1,), (1,), Kind.SAME),
        ((2,), (), Kind.MISSING),
        ((3,), (2,), Kind.SAME),
    ]


def test_a_paragraph_that_only_the_english_has() -> None:
    found = align(plain(ZH[0], ZH[2], ZH[3]), plain(*EN))
    assert ((), (1,), Kind.MISSING) in links(found)


def test_a_moved_paragraph_is_found_out_of_order() -> None:
    found = align(plain(*ZH), plain(EN[0], EN[2], EN[3], EN[1]))
    assert links(found) == [
        ((0,), (0,), Kind.SAME),
        ((1,), (3,), Kind.MOVED),
        ((2,), (1,), Kind.SAME),
        ((3,), (2,), Kind.SAME),
    ]


def test_a_moved_paragraph_has_a_row_of_its_own_on_each_side() -> None:
    rows = align(plain(*ZH), plain(EN[0], EN[2], EN[3], EN[1])).rows()
    assert [(r.zh, r.en) for r in rows] == [
        ((0,), (0,)),
        ((1,), ()),
        ((2,), (1,)),
        ((3,), (2,)),
        ((), (3,)),
    ]


def test_rows_run_downwards_when_a_paragraph_moved_up() -> None:
    rows = align(plain(*ZH), plain(EN[3], EN[0], EN[1], EN[2])).rows()
    assert [i for r in rows for i in r.zh] == [0, 1, 2, 3]
    assert [j for r in rows for j in r.en] == [0, 1, 2, 3]


def test_headings_meet_headings() -> None:
    zh = units(a_section("水井网络", ZH[:2]), a_section("用途", ZH[2:]))
    en = units(a_section("A network of wells", EN[:2]), a_section("What it is used for", EN[2:]))
    assert links(align(zh, en)) == [((i,), (i,), Kind.SAME) for i in range(6)]


def test_headings_on_one_side_only_do_not_disturb_the_paragraphs() -> None:
    zh = units(a_section("水井网络", ZH[:2]), a_section("用途", ZH[2:]))
    assert links(align(zh, plain(*EN))) == [
        ((0,), (), Kind.MISSING),
        ((1,), (0,), Kind.SAME),
        ((2,), (1,), Kind.SAME),
        ((3,), (), Kind.MISSING),
        ((4,), (2,), Kind.SAME),
        ((5,), (3,), Kind.SAME),
    ]


def test_of_two_headings_the_one_over_the_missing_paragraph_is_missing() -> None:
    zh = units(
        a_section("资费", ZH[1:2]), a_section("联合观测", ZH[2:3]), a_section("学校", ZH[3:])
    )
    en = units(a_section("Charges", EN[1:2]), a_section("Schools", EN[3:]))
    assert [g.zh for g in align(zh, en).groups if not g.en] == [(2,), (3,)]


def test_a_section_that_moved_takes_its_heading_along() -> None:
    zh = units(a_section("水井", ZH[:1]), a_section("资费", ZH[1:2]), a_section("学校", ZH[3:]))
    en = units(
        a_section("Schools", EN[3:]), a_section("Wells", EN[:1]), a_section("Charges", EN[1:2])
    )
    moved = [(g.zh, g.en) for g in align(zh, en).groups if g.kind is Kind.MOVED]
    assert moved == [((4,), (0,)), ((5,), (1,))]


def test_an_added_section_is_no_translation_of_an_untranslated_one() -> None:
    zh = units(a_section("水井", ZH[:1]), a_section("资费", ZH[1:2]), a_section("学校", ZH[3:]))
    extra = "Our thanks go to everybody who has carried a battery, a ladder or a letter for us."
    en = units(
        a_section("Thanks", (extra,)), a_section("Wells", EN[:1]), a_section("Schools", EN[3:])
    )
    assert [(g.zh, g.en) for g in align(zh, en).groups if g.kind is Kind.MISSING] == [
        ((), (0,)),
        ((), (1,)),
        ((2,), ()),
        ((3,), ()),
    ]


def test_rows_hold_every_unit_once_and_run_downwards() -> None:
    orders = [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2), (2, 3, 0), (3, 1), (1, 3, 0, 2, 1)]
    for order in orders:
        rows = align(plain(*ZH), plain(*(EN[k] for k in order))).rows()
        assert [i for r in rows for i in r.zh] == [0, 1, 2, 3]
        assert [j for r in rows for j in r.en] == list(range(len(order)))


def test_an_element_in_one_language_has_no_gaps() -> None:
    assert align(plain(*ZH), ()).groups == ()
    assert align((), plain(*EN)).groups == ()


def test_paragraphs_that_contradict_each_other_are_not_called_the_same() -> None:
    zh = plain("2019年有37人、412家、88次、65万元、1,234件、77所参加。")
    en = plain("In 1998 there were 5,610 with 903 and 46 of 7,777 at 31 in 59 places, and 12 more.")
    assert {g.kind for g in align(zh, en).groups} <= {Kind.UNCERTAIN, Kind.MISSING}


def test_every_unit_is_in_exactly_one_group() -> None:
    found = align(plain(*ZH, *ZH), plain(*EN[::-1], EN[0]))
    assert sorted(i for g in found.groups for i in g.zh) == list(range(8))
    assert sorted(j for g in found.groups for j in g.en) == list(range(5))


def test_one_long_paragraph_against_a_hundred_short_ones_ends() -> None:
    found = align(plain("一段" * 4000, "完"), plain(*["A short list item."] * 120))
    assert sorted(j for g in found.groups for j in g.en) == list(range(120))


def test_the_result_is_kept_as_json() -> None:
    found = align(plain(*ZH), plain(EN[0], EN[2], EN[3], EN[1]))
    assert Alignment.model_validate_json(found.model_dump_json()) == found
    with pytest.raises(ValidationError):
        Alignment.model_validate_json('{"version": 1, "groups": [], "more": 0}')


def test_the_key_changes_with_each_text_and_with_the_dictionary() -> None:
    zh, en = reading_text([a_section(None, ZH)]), reading_text([a_section(None, EN)])
    other = reading_text([a_section(None, EN[:3])])
    keys = [alignment_key(zh, en), alignment_key(zh, other), alignment_key(en, zh)]
    keys.append(alignment_key(zh, en, Glossary({})))
    assert len(set(keys)) == 4
    assert alignment_key(zh, en) == keys[0]


class Glossary:
    """A dictionary of a few words."""

    version = "glossary"

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def glosses(self, zh: str) -> list[Gloss]:
        return [Gloss(1.0, frozenset({en})) for word, en in self._words.items() if word in zh]

    def stems(self, en: str) -> frozenset[str]:
        return frozenset(word[:6] for word in en.lower().replace(".", "").split())


@pytest.mark.parametrize(
    ("words", "untranslated"),
    [({"羊群": "flocks", "市场": "market"}, 0), ({"学校": "flocks", "羊群": "market"}, 2)],
)
def test_a_dictionary_decides_where_length_cannot(words: dict[str, str], untranslated: int) -> None:
    zh = plain(*(word + "正在等待消息的到来。" * 20 for word in ("学校", "羊群", "市场")))
    en = plain(*(word + " are waiting for news to come." * 20 for word in ("Flocks", "Market")))
    groups = align(zh, en, Glossary(words)).groups
    assert [g.zh for g in groups if not g.en] == [(untranslated,)]


def test_han_characters_are_wider_than_others() -> None:
    assert weighted_length("水井abc。") == pytest.approx(2 + 4 * 0.33)


def long_text(paragraphs: tuple[str, ...], size: int) -> ReadingText:
    count = -(-size // sum(len(p) for p in paragraphs))
    numbered = [f"{n}. {p}" for n in range(count) for p in paragraphs]
    return reading_text([a_section(None, tuple(numbered))])


def test_a_very_long_element_is_aligned_in_its_order() -> None:
    zh = long_text(ZH, 20_000)
    en = long_text(EN, len(zh.text) * sum(map(len, EN)) // sum(map(len, ZH)))
    found = align(zh.units, en.units)
    shared = min(len(zh.units), len(en.units))
    right = sum(g.zh == g.en for g in found.groups)
    assert right >= 0.95 * shared
