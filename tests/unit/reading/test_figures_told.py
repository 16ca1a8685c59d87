"""What is told of figures with units, of parts of a thousand, ranges and vague magnitudes."""

import pytest

from reviewer_app.reading.comparison import Sort, unlike


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("60万千瓦", "600 MW"),
        ("60万千瓦", "0.6 GW"),
        ("60万千瓦", "600,000 kilowatts"),
        ("一百万千瓦", "1 million kW"),
        ("60万至80万千瓦", "600 to 800 MW"),
        ("60至80万千瓦", "600-800MW"),
        ("1200兆瓦", "1.2 GW"),
        ("十万千瓦时", "100 MWh"),
        ("24亿千瓦时", "2.4 TWh"),
        ("24亿度电", "2.4 billion kilowatt-hours"),
        ("两千千克", "2 tonnes"),
        ("三千米", "3 km"),
        ("三千克", "3,000 grams"),
        ("30到40千米", "30 to 40 km"),
        ("海拔3650米", "3.65 km above the sea"),
        ("25毫米", "2.5 cm"),
        ("120万吨", "1.2 Mt"),
        ("10千伏", "10,000 volts"),
        ("30多万千瓦", "more than 300 MW"),
        ("100公里", "100 miles"),
        ("3.3万平方公里", "33,000 square kilometres"),
        ("下调0.5个百分点", "cut by 50 basis points"),
        ("降息25个基点", "cut rates by 25 basis points"),
        ("亩均增产100公斤以上", "over 1,500 kg more per hectare"),
        ("16台百万千瓦机组，共1600万千瓦", "16 units of 1,000 MW, 16 GW in all"),
        ("是去年的2.3倍", "230 percent of last year's"),
        ("是去年的2.3倍", "2.3 times last year's"),
        ("增长1.5倍", "grew 2.5 times"),
        ("增长1.5倍", "rose by 150 percent"),
        ("每千人5名医生", "5 doctors per thousand people"),
        ("数百万", "several million"),
        ("数十年来，数百万人", "for decades, millions of people"),
        ("世界上百万人口的城市", "cities of a million"),
        ("三、五百强企业", "3. Fortune 500 companies"),
    ],
)
def test_the_same_in_another_unit_or_way_is_no_difference(zh: str, en: str) -> None:
    assert unlike(zh, en) == ()


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("60万千瓦", "600 kW"),
        ("60万千瓦", "600,000 MW"),
        ("60万千瓦", "60 MW"),
        ("1200兆瓦", "1,200 kW"),
        ("三千米", "30,000 metres"),
        ("50毫米", "50 cm"),
        ("5‰", "5%"),
        ("5‰", "5 per million"),
        ("1,5亿", "15 million"),
        ("230倍", "2.3 times"),
        ("下调0.5个百分点", "cut by 5 basis points"),
        ("1-2万", "one to two thousand"),
        ("数百万", "hundreds"),
        ("几十万", "tens of thousands"),
        ("数以亿计", "millions"),
    ],
)
def test_another_magnitude_is_told(zh: str, en: str) -> None:
    assert [each.sort for each in unlike(zh, en)] == [Sort.MAGNITUDE]


@pytest.mark.parametrize(("zh", "en"), [("数百万", "a great many"), ("大量", "thousands")])
def test_a_vague_magnitude_of_one_version_alone_is_not_told(zh: str, en: str) -> None:
    assert unlike(zh, en) == ()


def test_the_other_end_of_a_range_counts() -> None:
    (told,) = unlike("七八成", "60 to 70 percent")
    assert told.sort is Sort.VALUE
    assert unlike("1～2万", "10,000 to 30,000") != ()
    assert unlike("是1.8倍", "3.8 times") != ()
