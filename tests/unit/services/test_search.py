"""Search over the batch: which cases, in which order, and where the words stand."""

from collections.abc import Iterator

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from review_protocol.documents.text import Area, Element, Language
from review_protocol.documents.words import Recommendation
from reviewer_app.models import found as found_module
from reviewer_app.models.found import found_entries
from reviewer_app.models.passages import Part, Passage, searched_text
from reviewer_app.models.rows import CaseFlag, CaseQuery, CaseState
from reviewer_app.models.search_words import terms_of
from reviewer_app.services.search import Found, Search
from reviewer_app.services.search_hits import MOST_SHOWN, Hit, hits_in
from tests.builders.desk import ADesk, a_desk, some_answers

CASES = 6


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ADesk]:
    with a_desk(tmp_path_factory.mktemp("searched"), cases=CASES) as desk:
        yield desk


@pytest.fixture
def desk(tmp_path) -> Iterator[ADesk]:
    with a_desk(tmp_path, cases=3) as made:
        yield made


def find(desk: ADesk, words: str, **filters) -> Found:
    return desk.services.search.find(CaseQuery(search=words, **filters), renew=True)


def numbers(found: Found) -> list[str]:
    return [each.number for each in found.cases]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


def test_what_is_found_has_the_words_in_one_of_its_passages(read_only: ADesk):
    found = find(read_only, "网络")
    bodies = {case.number: case.body().decode() for case in read_only.cases}
    assert set(numbers(found)) == {number for number, body in bodies.items() if "网络" in body}
    for each in found.cases:
        assert 1 <= len(each.hits.shown) <= MOST_SHOWN
        assert {word for hit in each.hits.shown for word in marked(hit)} == {"网络"}
        assert each.hits.count >= bodies[each.number].count("网络") > 0


def test_titles_come_first(read_only: ADesk):
    case = next(each for each in read_only.cases[3:] if each.headers.name.zh)
    found = find(read_only, case.headers.name.zh[:4])
    assert numbers(found)[0] == case.number
    assert found.cases[0].hits.shown[0].part is Part.NAME


def test_pages_hold_every_case_once(read_only: ADesk):
    search = Search(read_only.store, page=4)
    found = search.find(CaseQuery(search="and"))
    assert (found.total, len(found.cases), found.is_whole) == (CASES, 4, False)
    whole = search.more(found)
    assert whole.is_whole
    assert sorted(numbers(whole)) == sorted(case.number for case in read_only.cases)


@pytest.mark.parametrize(
    "words", ["and", "网络", "and the", "网络 cooperation", "国 net", "quokka"]
)
def test_titles_with_all_words_come_first_then_with_any_then_the_best(read_only: ADesk, words: str):
    terms = [term.expression for term in terms_of(words)]
    with read_only.store.glance() as connection:

        def plainly(expression: str, order: str = "") -> list[int]:
            statement = f"SELECT rowid FROM case_search WHERE case_search MATCH ? {order}"
            return [entry for (entry,) in connection.execute(statement, (expression,)).fetchall()]

        ranked = plainly(" AND ".join(terms), "ORDER BY rank")
        tiers = [plainly(f"{{title}} : ({join.join(terms)})") for join in (" AND ", " OR ")]
        wanted = sorted(ranked, key=lambda entry: [entry not in tier for tier in tiers])
        assert found_entries(connection, terms_of(words)) == tuple(wanted)


def test_a_search_that_is_given_up_stops_and_the_next_does_not(
    read_only: ADesk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(found_module, "_STEPS", 1)
    search = Search(read_only.store)
    with pytest.raises(sqlcipher.OperationalError, match="interrupted"):
        search.find(CaseQuery(search="and"), is_given_up=lambda: True)
    assert search.find(CaseQuery(search="and"), is_given_up=lambda: False).total == CASES


def test_what_passes_a_filter_is_found_out_again_once_the_desk_changed(desk: ADesk):
    unread = CaseQuery(search="and", states=frozenset({CaseState.UNREAD}))
    search = desk.services.search
    assert search.find(unread, renew=True).total == 3
    desk.services.scoring.keep(desk.numbers[0], some_answers(comment="Begun."))
    assert search.find(unread, renew=True).total == 2


def test_filters_and_words_narrow_together(read_only: ADesk):
    everything = {case.number: case.headers for case in read_only.cases}
    for area in Area:
        inside = {number for number, each in everything.items() if each.area is area}
        assert set(numbers(find(read_only, "and", areas=frozenset({area})))) == inside
    code = read_only.cases[0].headers.countries.codes[0]
    there = {n for n, each in everything.items() if code in each.countries.codes}
    found = find(read_only, "and", countries=frozenset({code}))
    assert set(numbers(found)) == there
    listed = read_only.services.desk.cases(CaseQuery(countries=frozenset({code})))
    assert {row.number for row in listed} == there


def test_differences_narrow_the_list(read_only: ADesk):
    rows = read_only.services.desk.cases()
    facets = read_only.services.search.facets()
    assert facets.flags
    for flag in CaseFlag:
        flagged = [row.number for row in rows if flag in row.flags]
        listed = read_only.services.desk.cases(CaseQuery(flags=frozenset({flag})))
        assert [row.number for row in listed] == flagged
        assert facets.flags.get(flag, 0) == len(flagged)


def test_ones_own_comment_and_recommendation_are_found(desk: ADesk):
    first, second, _ = desk.numbers
    assert numbers(find(desk, "zebra crossings")) == []
    desk.services.scoring.keep(first, some_answers(comment="Zebra crossings, and 斑马线."))
    desk.services.scoring.keep(second, some_answers(comment="Nothing."))
    assert numbers(find(desk, "zebra crossing")) == [first]
    (found,) = find(desk, "斑马").cases
    assert {hit.part for hit in found.hits.shown} == {Part.OWN}
    assert found.hits.shown[0].about == "conceptual_fit"
    chosen = frozenset({Recommendation.CASEBOOK})
    listed = desk.services.desk.cases(CaseQuery(recommendations=chosen))
    assert {row.number for row in listed} == {first, second}
    assert desk.services.search.facets().recommendations == {Recommendation.CASEBOOK: 2}
    desk.services.scoring.keep(first, some_answers(comment="Gone."))
    assert numbers(find(desk, "zebra")) == []


def test_a_corrected_text_takes_the_earlier_ones_place(desk: ADesk):
    case = desk.cases[0]
    section = case.elements.background.en[0]
    changed = section.model_copy(update={"paragraphs": ("Quokkas came.", *section.paragraphs)})
    text = case.elements.background.model_copy(update={"en": (changed,)})
    elements = case.elements.model_copy(update={"background": text})
    headers = case.headers.model_copy(update={"version": 2})
    desk.correct(case.model_copy(update={"elements": elements, "headers": headers}))
    assert numbers(find(desk, "quokka")) == [case.number]


def test_before_the_release_only_headers_are_searched(tmp_path):
    with a_desk(tmp_path, cases=2, released=False) as desk:
        case = desk.cases[0]
        assert case.number in numbers(find(desk, case.headers.applicant.name.en))
        parts = {hit.part for each in find(desk, "of").cases for hit in each.hits.shown}
        assert Part.ELEMENT not in parts


def test_attachments_are_found_by_name(desk: ADesk):
    (file,) = desk.cases[0].attachments
    (found,) = find(desk, "plan.pdf").cases
    assert [(hit.part, hit.about) for hit in found.hits.shown] == [(Part.ATTACHMENT, file.sha256)]


def test_a_spot_counts_what_stands_before_it_in_its_element():
    passages = [
        Passage(Part.ELEMENT, "Roads and roads", Language.EN, Element.BACKGROUND),
        Passage(Part.ELEMENT, "修路", Language.ZH, Element.BACKGROUND),
        Passage(Part.ELEMENT, "A road, my road to roads", Language.EN, Element.BACKGROUND),
        Passage(Part.ELEMENT, "The last road", Language.EN, Element.BENEFITS),
    ]
    hits = hits_in(searched_text(passages), terms_of("my road"))
    spots = [hit.spot and (hit.spot.element, hit.spot.exact, hit.spot.nth) for hit in hits.shown]
    assert spots == [
        (Element.BACKGROUND, "Roads", 0),
        (Element.BACKGROUND, "road", 2),
        (Element.BENEFITS, "road", 0),
    ]
    assert hits.count == 7


def test_a_long_passage_is_cut_around_its_first_hit_on_one_line():
    text = "word " * 60 + "a\n  needle\nin it" + " more" * 90
    (hit,) = hits_in(searched_text([Passage(Part.ELEMENT, text)]), terms_of("needle")).shown
    assert hit.text.startswith("…word word")
    assert hit.text.endswith("…")
    assert "a needle in it" in hit.text
    assert marked(hit) == ["needle"]
    assert len(hit.text) < 300


def test_both_languages_are_shown_where_both_have_hits():
    english = [Passage(Part.ELEMENT, f"5G {at}", Language.EN) for at in range(5)]
    passages = [*english, Passage(Part.ELEMENT, "建设5G", Language.ZH)]
    hits = hits_in(searched_text(passages), terms_of("5g"))
    assert [hit.language for hit in hits.shown] == [Language.EN, Language.EN, Language.ZH]
