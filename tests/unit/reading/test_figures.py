"""Figures of both languages come to the same normal form."""

import pytest

from reviewer_app.reading.anchors import anchors_en, anchors_zh
from reviewer_app.reading.comparison import unexplained
from reviewer_app.reading.figures import FigureKind, Weight, figures_en, figures_zh, folded


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("3.5亿元", "350 million yuan"),
        ("3亿5千万", "350 million"),
        ("1.2万亿美元", "$1.2 trillion"),
        ("2万4801人", "24,801 people"),
        ("１２，３４５人", "12,345 people"),
        ("三亿五千万", "350 million"),
        ("5千公里", "5,000 kilometres"),
        ("200余万人", "more than 2 million people"),
        ("二十四个国家", "twenty-four countries"),
        ("两国", "two countries"),
        ("两百份", "two hundred bills"),
        ("四十二首长歌", "42 long songs"),
        ("一百八十天", "one hundred and eighty days"),
        ("三十的格子", "thirty"),
        ("十二项", "twelve"),
        ("百分之三十五", "35 per cent"),
        ("35.6％", "35.6%"),
        ("3个百分点", "3 percentage points"),
        ("2023年6月20日", "20 June 2023"),
        ("2023年6月20日", "June 20, 2023"),
        ("2023-06-20", "20th of June 2023"),
        ("2024年8月", "August 2024"),
    ],
)
def test_the_same_figure_has_the_same_value(zh: str, en: str) -> None:
    of_zh = [(f.kind, f.value) for f in figures_zh(zh)]
    of_en = [(f.kind, f.value) for f in figures_en(en)]
    assert len(of_zh) == 1
    assert of_zh == of_en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("五六百名", "five to six hundred"),
        ("十七八个", "seventeen or eighteen"),
        ("两千到三千人", "two to three thousand people"),
        ("20世纪90年代", "the 1990s"),
        ("九十年代", "the nineties"),
        ("二十世纪初", "the early 1900s"),
        ("19世纪", "the nineteenth century"),
        ("三分之二", "two-thirds"),
        ("3分之1", "one third"),
        ("四成", "40 percent"),
        ("千分之三", "0.3%"),
        ("二〇二三年", "2023"),
        ("一九四二年", "nineteen forty-two"),
        ("２０２３年６月", "June 2023"),
        ("6月3日至5日", "June 3-5"),
        ("二〇〇八年八月八日", "8 August 2008"),
        ("下午三点半", "half past three"),
        ("20时", "8 p.m."),
        ("18时30分", "1830 GMT"),
        ("三千五", "3,500"),
        ("三万五千亿", "3.5 trillion"),
        ("1.1兆美元", "$1.1 trillion"),
        ("壹佰贰拾元", "120 yuan"),
        ("十余万", "more than 100,000"),
        ("120兆瓦", "120 MW"),
        ("5千米", "5 km"),
        ("18亿亩", "120 million hectares"),
        ("4500万英镑", "£45m"),
        ("34亿", "3.4bn"),
        ("1.5亿元", "RMB150 million"),
        ("250万", "two and a half million"),
        ("50万", "half a million"),
        ("1200人", "twelve hundred"),
        ("36个", "three dozen"),
        ("出口增长了三倍", "exports quadrupled"),
        ("收入翻了一番", "incomes doubled"),
        ("2019财年", "fiscal 2019"),
        ("2014/15赛季", "the 2014-15 season"),
        ("2至3万", "20,000 to 30,000"),
        ("“十四五”时期", "the 14th Five-Year Plan"),
        ("“十四五”时期", "the 14th Five-Year Plan period (2021–2025)"),
        ("党的二十大", "the 20th National Congress"),
        ("第二十三章", "Chapter XXIII"),
        ("3.11.2版", "version 3.11.2"),
        ("5‰", "0.5%"),
        ("5‰", "5 per thousand"),
        ("千分之三十五", "35‰"),
        ("百万分之四百二十", "0.042%"),
        ("百分之七八十", "70 to 80 percent"),
        ("两三个百分点", "two or three percentage points"),
        ("七八成", "between 70 and 80 percent"),
        ("三至四成", "30-40%"),
        ("1～2万", "10,000 to 20,000"),
        ("三至四万", "30,000 to 40,000"),
        ("四、五百个", "400 or 500"),
        ("三四万", "thirty to forty thousand"),
        ("几十万", "hundreds of thousands"),
        ("数百万", "several million"),
        ("数千亿", "hundreds of billions"),
        ("上百家", "more than 100"),
        ("数以百万计", "millions"),
        ("成千上万", "tens of thousands"),
        ("1,5亿", "150 million"),
        ("前三季度", "in the first three quarters"),
        ("第三季度", "in the third quarter"),
        ("前两个季度", "the first two quarters"),
        ("2023年的三个季度", "three quarters of 2023"),
        ("四分之三", "three quarters of the people"),
        ("1/3", "a third of it"),
        ("“双11”", "Double Eleven, November 11"),
        ("翻两番", "quadrupled"),
        ("增长2倍", "rose by 200 percent"),
        ("15亩", "1 hectare"),
        ("二十国集团", "the G20"),
        ("党的十三届四中全会", "the Fourth Plenary Session of the 13th Central Committee"),
    ],
)
def test_what_is_said_in_other_ways_is_explained(zh: str, en: str) -> None:
    of_zh, of_en = figures_zh(zh), figures_en(en)
    assert of_zh
    assert (unexplained(of_zh, of_en), unexplained(of_en, of_zh)) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["in May", "they may", "5G", "COVID-19", "the second half", "1. First", "a hundred", "no one"],
)
def test_what_is_no_figure_in_english_counts_for_nothing(text: str) -> None:
    assert [f for f in figures_en(text) if f.weight is Weight.SURE] == []


@pytest.mark.parametrize(
    "text",
    ["一带一路", "统一标准", "万一", "十分重要", "千行百业", "第一", "万科", "三伏", "数百姓"],
)
def test_words_that_look_like_numbers_are_none(text: str) -> None:
    assert figures_zh(text) == []


def test_thirty_five_million_is_not_three_and_a_half_hundred_million() -> None:
    assert [f.value for f in figures_zh("3.5亿")] == ["350000000"]
    assert [f.value for f in figures_en("35 million")] == ["35000000"]


def test_a_figure_knows_its_place_in_the_text_as_written() -> None:
    text = "覆盖１．２万人，增长５％"
    found = figures_zh(text)
    assert [text[f.start : f.end] for f in found] == ["１．２万", "５％"]
    assert [f.kind for f in found] == [FigureKind.NUMBER, FigureKind.PERCENT]


def test_folding_keeps_every_offset() -> None:
    text = "（ＡＢＣ）　１２％"
    assert folded(text) == "(ABC) 12%"
    assert len(folded(text)) == len(text)


def test_latin_words_count_in_english_only_where_the_chinese_has_them() -> None:
    zh = anchors_zh("采用ＲｕｒａｌＳｔａｒ方案和5G网络")
    assert zh == {"w:ruralstar", "w:5g"}
    assert anchors_en("The RuralStar solution uses a 5G network", zh) == {"w:ruralstar", "w:5g"}


def test_addresses_are_the_same_with_and_without_their_scheme() -> None:
    assert anchors_zh("见 https://www.example.org/plan/。") == {"a:example.org/plan"}
    assert anchors_en("See example.org/plan.", frozenset()) == {"a:example.org/plan"}


@pytest.mark.parametrize("zh", ["（三）联合观测", "三、联合观测", "③联合观测", "3、联合观测"])
def test_list_numbers_meet(zh: str) -> None:
    assert "l:3" in anchors_zh(zh)
    assert "l:3" in anchors_en("3. Joint observation", frozenset())
    assert "l:3" in anchors_en("(3) Joint observation", frozenset())


def test_a_date_also_counts_as_its_year() -> None:
    assert anchors_zh("2023年6月20日起") == {"d:2023-06-20", "n:2023"}
    assert anchors_en("since 2023", frozenset()) == {"n:2023"}
