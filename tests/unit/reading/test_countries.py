"""The shipped table of countries (regions) knows the names that applicants write."""

import json
from pathlib import Path

import pycountry
import pytest

from reviewer_app.reading.countries import Country, CountryTable, laid_over

FILE = Path(__file__).resolve().parents[3] / "resources" / "countries" / "countries.json"


@pytest.fixture(scope="module")
def table() -> CountryTable:
    return CountryTable.load(FILE.read_text(encoding="utf-8"))


def test_it_holds_exactly_the_codes_of_iso_3166(table: CountryTable) -> None:
    assert {c.code for c in table.countries} == {c.alpha_2 for c in pycountry.countries}
    assert len(table.countries) == 249


def test_it_is_small() -> None:
    assert FILE.stat().st_size < 60_000


def test_names_come_in_both_languages(table: CountryTable) -> None:
    assert (table.name("KH", "zh"), table.name("KH", "en")) == ("柬埔寨", "Cambodia")
    assert (table.name("TT", "zh"), table.name("QQ", "en")) == ("特立尼达和多巴哥", "QQ")
    assert "KH" in table
    assert "QQ" not in table


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("柬埔寨", "KH"),
        ("老挝人民民主共和国", "LA"),
        ("Lao PDR", "LA"),
        ("阿联酋", "AE"),
        ("UAE", "AE"),
        ("英国", "GB"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("USA", "US"),
        ("united states of america", "US"),
        ("the Philippines", "PH"),
        ("中国香港", "HK"),
        ("Hong Kong, China", "HK"),
        ("香港特别行政区", "HK"),
        ("Macau", "MO"),
        ("Taiwan, China", "TW"),
        ("Viet Nam", "VN"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("刚果（金）", "CD"),
        ("DR Congo", "CD"),
        ("Antigua and Barbuda", "AG"),
        ("São Tomé and Príncipe", "ST"),
        ("Sao Tome and Principe", "ST"),
        ("Republic of Korea", "KR"),
        ("China (Qinghai)", "CN"),
        ("ＵＫ", "GB"),
        (" 中国 ", "CN"),
        ("many countries", None),
        ("Korea", None),
        ("", None),
    ],
)
def test_a_name_that_stands_alone(table: CountryTable, name: str, code: str | None) -> None:
    assert table.code_of(name) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("在中国、肯尼亚和印度尼西亚实施，中国牵头", ("CN", "KE", "ID")),
        ("印度与印尼", ("IN", "ID")),
        ("南苏丹和索马里", ("SS", "SO")),
        ("中国香港、中国澳门", ("HK", "MO")),
        ("发展中国家，其中国际合作", ()),
        ("上海地区、沿海地带、内蒙古", ()),
        ("巴布亚新几内亚、赤道几内亚、几内亚比绍和几内亚", ("PG", "GQ", "GW", "GN")),
        ("South Sudan, Nigeria, Niger and Sudan", ("SS", "NG", "NE", "SD")),
        ("US$3 million for the US, New Mexico and Inner Mongolia", ("US",)),
        ("turkey and chad, Jordanian, Indians", ()),
        ("Papua New Guinea and Guinea", ("PG", "GN")),
        ("Hong Kong, China", ("HK",)),
    ],
)
def test_names_in_a_running_text(table: CountryTable, text: str, codes: tuple[str, ...]) -> None:
    assert table.codes_of(text) == codes


def test_codes_are_put_into_the_order_of_the_table() -> None:
    table = CountryTable([Country("KE", "肯尼亚", "Kenya"), Country("CN", "中国", "China")])
    assert table.ordered(["QQ", "CN", "AA", "KE", "CN"]) == ("KE", "CN", "AA", "QQ")


def test_one_name_for_two_countries_is_refused() -> None:
    with pytest.raises(ValueError, match="'kenya' names KE and CN"):
        CountryTable([Country("KE", "肯尼亚", "Kenya"), Country("CN", "中国", "China", ("kenya",))])


@pytest.mark.parametrize(
    "text", ["[]", json.dumps({"format": "countries/2", "countries": []}), "{"]
)
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a table|Expecting"):
        CountryTable.load(text)


def test_an_organisers_table_stands_over_another_one():
    below = CountryTable(
        [
            Country("AA", "甲国", "Alland", ("The Alls",)),
            Country("BB", "乙国", "Bland", ("Big B",)),
            Country("CC", "丙国", "Coland", ("Big C",)),
        ],
        traps=[
            "甲国风",
        ],
    )
    own = [
        Country("BB", "乙共和国", "Republic of Bland", ("Big C",)),
        Country("DD", "丁地区", "Dee"),
    ]
    table = laid_over(own, ["丁地区内"], below)
    assert [country.code for country in table.countries] == ["BB", "DD", "AA", "CC"]
    assert table.name("BB", "en") == "Republic of Bland"
    assert table.name("AA", "zh") == "甲国"
    names = ("Big C", "Bland", "乙国", "The Alls", "Coland")
    assert [table.code_of(name) for name in names] == ["BB", "BB", "BB", "AA", "CC"]
    assert table.codes_of("丁地区内有甲国风的丁地区") == ("DD",)


def test_a_name_that_two_countries_have_in_an_organisers_table_means_the_first():
    own = [
        Country("AA", "甲国", "Alland", ("Twin",)),
        Country("BB", "乙国", "Bland", ("Twin",)),
        Country("CC", "甲国", "Coland"),
    ]
    below = CountryTable([Country("CC", "丙国", "Coland"), Country("DD", "丁国", "Alland")])
    table = laid_over(own, (), below)
    assert table.code_of("Twin") == "AA"
    assert [country.code for country in table.countries] == ["AA", "BB", "CC"]
    assert (table.name("CC", "zh"), table.name("DD", "en")) == ("丙国", "DD")
