"""Reviews by experts of other panels: as many as wanted, where there are any who may."""

from hypothesis import given, settings
from hypothesis import strategies as st

from central_server.assignment import assign
from central_server.eligibility import Application, Reviewer, panel_of_areas
from central_server.linking import CROSSING_PERCENT, reviews_across
from review_protocol.documents.text import Area, Language
from tests.builders.documents import a_programme

BOTH = frozenset(Language)
AREAS = {"a": Area.CULTURE, "b": Area.SECURITY}
SEED = bytes(range(16))


def a_case(number: int, panel: str, *, readings=BOTH) -> Application:
    return Application(f"C{number:03}", AREAS[panel], (readings,), panel=panel)


def an_expert(number: int, panel: str | None, *, languages=BOTH) -> Reviewer:
    areas = frozenset() if panel is None else frozenset({AREAS[panel]})
    return Reviewer(f"p-{number:03}", languages, areas, panel=panel)


def dealt(cases, experts, *, percent=CROSSING_PERCENT, reviews=3, **more):
    return assign(
        cases, experts, reviews_per_case=reviews, seed=SEED, across_percent=percent, **more
    )


def two_panels(cases: int, experts: int):
    return (
        [a_case(n, "ab"[n % 2]) for n in range(cases)],
        [an_expert(n, "ab"[n % 2]) for n in range(experts)],
    )


def test_panels_by_area_share_no_expert_until_it_is_wanted():
    cases, experts = two_panels(20, 10)
    without, wanted = (dealt(cases, experts, percent=each) for each in (0, CROSSING_PERCENT))
    assert (without.across, without.islands) == (0, 2)
    assert (wanted.across, wanted.reviews, wanted.islands) == (9, 60, 1)  # 15 % of 60
    assert wanted.unmet == ()
    assert max(wanted.loads.values()) - min(wanted.loads.values()) <= 2


@settings(max_examples=40)
@given(cases=st.integers(2, 24), experts=st.integers(8, 16), reviews=st.integers(1, 3))
def test_the_share_is_reached_wherever_it_can_be(cases, experts, reviews):
    outcome = dealt(*two_panels(cases, experts), reviews=reviews)
    assert outcome.unmet == ()
    assert 100 * outcome.across >= CROSSING_PERCENT * outcome.reviews
    assert outcome.across <= -(-outcome.reviews * CROSSING_PERCENT // 100)


def test_a_run_without_the_wish_deals_as_ever():
    cases, experts = two_panels(12, 8)
    first = assign(cases, experts, reviews_per_case=3, seed=SEED)
    assert first == dealt(cases, experts, percent=0)


def test_language_tie_and_conflict_exclude_whatever_the_panel():
    chinese = frozenset({Language.ZH})
    cases = [a_case(1, "a", readings=chinese), a_case(2, "b", readings=chinese)]
    experts = [
        an_expert(1, "a", languages=chinese),
        an_expert(2, "b", languages=chinese),
        an_expert(3, "a", languages=frozenset({Language.EN})),
    ]
    barred = {("C001", "p-002")}
    outcome = dealt(cases, experts, percent=100, reviews=1, barred=barred)
    assert {(each.case, each.person) for each in outcome.added} == {
        *(("C001", "p-001"), ("C002", "p-001"))
    }


def test_what_nobody_may_is_not_reached_and_said():
    outcome = dealt([a_case(1, "a"), a_case(2, "a")], [an_expert(1, "a")], reviews=1)
    assert (outcome.across, outcome.reviews, outcome.unmet) == (0, 2, ())


def test_what_stands_counts_towards_the_share_and_is_not_moved():
    cases, experts = two_panels(4, 4)
    kept = {("C000", "p-001"), ("C001", "p-000")}  # both across
    outcome = dealt(cases, experts, reviews=2, kept=kept)
    assert outcome.across == 2
    assert len(outcome.added) == 6


def test_who_is_of_no_panel_crosses_with_all_but_their_most():
    cases = {each.number: each for each in (a_case(1, "a"), a_case(2, "a"), a_case(3, "b"))}
    experts = {"p-001": an_expert(1, None), "p-002": an_expert(2, "b")}
    pairs = [("C001", "p-001"), ("C002", "p-001"), ("C003", "p-001"), ("C001", "p-002")]
    assert reviews_across(pairs, cases, experts) == 2


def test_an_experts_panel_is_that_of_all_of_their_areas():
    programme = a_programme()
    of_one, of_two = {Area.CULTURE, Area.ECONOMY}, {Area.CULTURE, Area.SECURITY}
    found = [panel_of_areas(programme, frozenset(each)) for each in (of_one, of_two, ())]
    assert found == ["panel-a", None, None]
