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
        ("6月26日至30日", "from 26 to 30 June"),
        ("6月26日至30日", "June 26-30"),
        ("6月26至30日", "June 26 to 30"),
        ("2024年6月26日至7月2日", "from June 26 to July 2, 2024"),
        ("3月5日、12日", "on March 5 and 12"),
        ("每千克12元，每千瓦时0.6元", "12 yuan per kilogram and 0.6 yuan per kWh"),
        ("每百人0.7部", "0.7 per 100 people"),
        ("每十万人16人", "16 per 100,000 people"),
        ("每百万人5例", "5 cases per million people"),
        ("百万人中有三成", "about a third of the million people"),
        ("四分之一的学校", "25% of schools, a quarter of the total"),
        ("一刻钟后", "a quarter of an hour later"),
        ("八分之一的学生", "one in eight pupils"),
        ("一半的学生", "one in two pupils"),
        ("三成学生", "one in three pupils, or 30 per cent"),
        ("二十年来", "over the past two decades"),
        ("近十年来", "over the last decade"),
        ("72小时内", "within three days"),
        ("三天内", "within 72 hours"),
        ("每天24小时", "24 hours a day"),
        ("六点半", "at half past six"),
        ("17:45", "a quarter to six"),
        ("打八折", "20 per cent off"),
        ("享九五折", "with 5% off"),
        ("两三千人", "several thousand people"),
        ("两三千人", "some 2,000 people"),
        ("两三千人", "two or three thousand people"),
        ("突破千亿", "over 100 billion"),
        ("近百万人", "nearly a million people"),
        ("近亿人", "almost 100 million people"),
        ("一百单八位", "the 108"),
        ("高565.4米", "565.4 metres, or 1,855 feet, high"),
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


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("6月26日至30日", "from 26 June"),
        ("6月26日", "June 26 to 30"),
        ("每人口16人", "16 per 100,000 people"),
        ("每十万人16人", "16 per person"),
        ("占人口的", "a quarter of the population"),
        ("占学生的", "one in eight of the pupils"),
        ("近年来", "over the past two decades"),
        ("每天有卡车通过", "two to three thousand trucks a day"),
        ("两三千辆", "the trucks"),
        ("营收破", "revenue of over one billion"),
        ("突破千亿", "revenue rose"),
        ("是去年的1.3倍", "2.3 times last year's"),
        ("早上", "at half past six"),
        ("高565.4米", "1,855.4 metres high"),
        ("5‰", "5 per billion"),
        ("6900‰", "6.9 per thousand"),
    ],
)
def test_what_one_version_lacks_or_says_otherwise_is_told(zh: str, en: str) -> None:
    assert unlike(zh, en)
