"""Differences of figures between two versions: told, sorted, and not told where there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.reading.comparison import Sort, unlike


def said(zh: str, en: str) -> list[tuple[Sort, str | None, str | None]]:
    return [
        (
            each.sort,
            zh[each.zh.start : each.zh.end] if each.zh else None,
            en[each.en.start : each.en.end] if each.en else None,
        )
        for each in unlike(zh, en)
    ]


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        (
            "受益人口3.5亿。",
            "It benefits 35 million people.",
            (Sort.MAGNITUDE, "3.5亿", "35 million"),
        ),
        ("103.7亿美元", "$103.7 million", (Sort.MAGNITUDE, "103.7亿", "103.7 million")),
        ("共有41口井。", "There are 14 wells.", (Sort.VALUE, "41", "14")),
        ("增长35%。", "It grew by 53 percent.", (Sort.VALUE, "35%", "53 percent")),
        ("有3所大学", "with 4 universities", (Sort.VALUE, "3", "4")),
        ("2023年6月20日", "20 July 2023", (Sort.DATE, "2023年6月20日", "20 July 2023")),
        ("始于3月", "since April", (Sort.DATE, "3月", "April")),
        ("见a.example.org", "see b.example.org", (Sort.ADDRESS, "a.example.org", "b.example.org")),
        ("覆盖24个国家", "in several countries", (Sort.ONE_SIDED, "24", None)),
        ("覆盖多国", "in twenty-four countries", (Sort.ONE_SIDED, None, "twenty-four")),
        ("16个，另16个", "16, and others", (Sort.ONE_SIDED, "16", None)),
        ("共3人", "a few people", (Sort.ONE_SIDED, "3", None)),
        ("覆盖多国", "in 7 countries", (Sort.ONE_SIDED, None, "7")),
    ],
)
def test_a_difference_is_told_with_its_places(
    zh: str, en: str, found: tuple[Sort, str | None, str | None]
) -> None:
    assert said(zh, en) == [found]


def test_magnitude_comes_first_and_what_one_version_has_comes_last() -> None:
    zh, en = "41人，3.5亿元，另有99台。", "14 people and 35 million yuan."
    assert [sort for sort, _, _ in said(zh, en)] == [Sort.MAGNITUDE, Sort.VALUE, Sort.ONE_SIDED]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("两国", "both countries"),
        ("新华社8月5日电，5日", "Aug. 5 (Xinhua) on Monday"),
        ("今年14日公布", "released on Friday"),
        ("共三人", "a few people"),
    ],
)
def test_what_proves_nothing_is_not_told(zh: str, en: str) -> None:
    assert unlike(zh, en) == ()


@given(
    st.text(
        "零〇一二两三四五六十百千万亿余多几半成折倍点分之年月日时世纪代0123456789.,%/-兆亩斤第约",
        max_size=14,
    ),
    st.lists(
        st.sampled_from(
            [
                "0",
                "1",
                "3.5",
                "24",
                "1/3",
                "0/0",
                "%",
                "$",
                "m",
                "bn",
                "-",
                ":",
                "one",
                "two",
                "half",
                "dozen",
                "hundred",
                "thousand",
                "million",
                "and",
                "third",
                "quarter",
                "fifth",
                "May",
                "June",
                "3rd",
                "percent",
                "times",
                "1990s",
                "century",
            ]
        ),
        max_size=9,
    ).map(" ".join),
)
def test_nothing_that_is_written_makes_it_fail(zh: str, en: str) -> None:
    for each in unlike(zh, en):
        assert each.zh is None or 0 <= each.zh.start < each.zh.end <= len(zh)
        assert each.en is None or 0 <= each.en.start < each.en.end <= len(en)
