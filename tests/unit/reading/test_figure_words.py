"""What a figure is in the other language, as it is read to somebody who points at it."""

import pytest

from review_protocol.documents.text import Language
from reviewer_app.reading.comparison import unlike
from reviewer_app.reading.figure_words import reading_at


def told(text: str, language: Language = Language.ZH) -> set[str]:
    """All that is said anywhere in a text."""
    found = (reading_at(text, at, language) for at in range(len(text)))
    return {f"{each.written} = {each.said}" for each in found if each is not None}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3.5亿元", "3.5亿 = 350 million = 350,000,000"),
        ("1.2万亿美元", "1.2万亿 = 1.2 trillion = 1,200,000,000,000"),
        ("2万4801人", "2万4801 = 24,801"),
        ("３亿５千万", "３亿５千万 = 350 million = 350,000,000"),
        ("五六百名", "五六百 = 500–600"),
        ("三四个", "三四 = 3–4"),
        ("百分之三十五", "百分之三十五 = 35 %"),
        ("四成以上", "四成 = 40 %"),
        ("增长12.5个百分点", "12.5个百分点 = 12.5 percentage points"),
        ("千分之三", "千分之三 = 0.3 %"),
        ("三分之二", "三分之二 = 2/3"),
        ("三千五百多人", "三千五百多 = over 3,500"),
        ("百余个村", "百余 = over 100"),
        ("200余万人", "200余万 = over 2 million = 2,000,000"),
        ("10余年", "10余 = over 10"),
        ("3000来人", "3000来 = about 3,000"),
        ("零下20度", "20 = −20"),
        ("零下二十度", "二十 = −20"),
        ("下午3点", "3点 = 15:00"),
        ("下午三点半", "三点半 = 15:30"),
        ("晚上8时", "8时 = 20:00"),
        ("上午9点", "9点 = 09:00"),
        ("中午12点", "12点 = 12:00"),
        ("晚上12点", "12点 = 00:00"),
        ("两打铅笔", "两打 = 24"),
        ("廿四人", "廿四 = 24"),
        ("卅年", "卅 = 30"),
        ("二〇二三年", "二〇二三 = 2023"),
        ("2023年6月20日", "2023年6月20日 = 2023-06-20"),
        ("二十世纪90年代", "二十世纪90年代 = 1990s"),
        ("二十一世纪", "二十一世纪 = 21st century"),
        ("5‰", "5‰ = 0.5 %"),
        ("千分之五", "千分之五 = 0.5 %"),
        ("7‱", "7‱ = 0.07 %"),
        ("25个基点", "25个基点 = 0.25 percentage points"),
        ("百万分之420", "百万分之420 = 0.042 %"),
        ("百万千瓦", "百万 = 1 million = 1,000,000"),
        ("一百万千瓦", "一百万 = 1 million = 1,000,000"),
        ("一百二十五万千瓦", "一百二十五万 = 1.25 million = 1,250,000"),
        ("两千千克", "两千 = 2,000"),
        ("十万千瓦时", "十万 = 100,000"),
        ("60万千瓦", "60万 = 600,000"),
        ("五百千伏", "五百 = 500"),
        ("八百千卡", "八百 = 800"),
        ("1万2千千米", "1万2千 = 12,000"),
        ("三千米", "三千 = 3,000"),
        ("七八成", "七八成 = 70–80 %"),
        ("三至四成", "三至四成 = 30–40 %"),
        ("两三个百分点", "两三个百分点 = 2–3 percentage points"),
        ("1～2万", "1～2万 = 10,000–20,000"),
        ("1-2万", "1-2万 = 10,000–20,000"),
        ("三四万", "三四万 = 30,000–40,000"),
        ("四、五百个", "四、五百 = 400–500"),
        ("几十万人", "几十万 = hundreds of thousands"),
        ("数百万", "数百万 = millions"),
        ("数千亿元", "数千亿 = hundreds of billions"),
        ("几万名", "几万 = tens of thousands"),
        ("数十个", "数十 = tens"),
        ("上百家企业", "上百 = over 100"),
        ("上千万人", "上千万 = over 10 million"),
        ("数以亿计", "数以亿计 = hundreds of millions"),
        ("十几万", "十几万 = over 100,000"),
        ("1,5亿", "1,5亿 = 150 million = 150,000,000"),
    ],
)
def test_a_chinese_figure_is_read_in_english(text: str, said: str) -> None:
    assert told(text) == {said}


@pytest.mark.parametrize(
    "text",
    [
        "十四五规划",
        "五四运动",
        "十三届四中全会",
        "第三季度",
        "四川和百度、万科",
        "成千上万",
        "1200兆瓦",
        "5千瓦",
        "九一八事变",
        "翻一番",
        "而立之年",
        "元旦",
        "一带一路",
        "第十四条",
        "党的二十大精神",
        "三三两两",
        "七旬老人",
        "以下3点",
        "打八五折",
        "5G网络",
        "半年",
        "一个",
        "1,2千人",
        "500人",
    ],
)
def test_what_is_no_quantity_or_says_nothing_new_has_no_reading(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("350 million yuan", {"350 million = 3.5亿 = 350,000,000"}),
        ("2.5 percentage points", {"2.5 percentage points = 2.5个百分点"}),
        ("35 per cent", {"35 per cent = 35 %"}),
        ("5 per thousand", {"5 per thousand = 0.5 %"}),
        ("hundreds of thousands", {"hundreds of thousands = 数十万"}),
        ("several billion yuan", {"several billion = 数十亿"}),
        ("the third quarter, 600 MW", set()),
        ("35% of both halves, and no second half", set()),
    ],
)
def test_an_english_figure_is_read_in_chinese(text: str, said: set[str]) -> None:
    assert told(text, Language.EN) == said


@pytest.mark.parametrize(
    ("zh", "en"), [("廿四人", "24 people"), ("两打", "two dozen"), ("1,2千人", "1,200 people")]
)
def test_what_is_written_in_a_rare_way_is_no_difference(zh: str, en: str) -> None:
    assert unlike(zh, en) == ()


def test_points_are_compared_with_percentages() -> None:
    assert unlike("增长3个百分点", "grew by 3 per cent") == ()
    assert unlike("增长31个百分点", "grew by 13 per cent") != ()
