"""Assignments are fair, repeatable, never forbidden, and say what they could not do."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central_server.assignment import Unmet, assign
from central_server.eligibility import Application, Reviewer, organisation_key
from central_server.exchanges import Exchanges
from central_server.linking import islands
from review_protocol.documents.text import Area, Language

ZH, EN = Language.ZH, Language.EN
SEED = bytes(range(16))


def a_case(number, *, area=Area.CULTURE, readings=((ZH, EN),), organisations=(), country=None):
    return Application(
        number, area, tuple(map(frozenset, readings)), frozenset(organisations), country
    )


def an_expert(person, *, languages=(ZH, EN), areas=(), organisations=(), country=None):
    return Reviewer(
        person, frozenset(languages), frozenset(areas), frozenset(organisations), country
    )


def people_of(outcome, case):
    return {row.person for row in outcome.added if row.case == case}


@given(
    cases=st.integers(1, 30),
    experts=st.integers(1, 12),
    reviews=st.integers(1, 5),
    seed=st.binary(max_size=16),
)
def test_where_all_may_do_all_loads_differ_by_at_most_one(cases, experts, reviews, seed):
    outcome = assign(
        [a_case(f"C{n}") for n in range(cases)],
        [an_expert(f"p-{n}") for n in range(experts)],
        reviews_per_case=reviews,
        seed=seed,
    )
    each = min(reviews, experts)
    assert sum(outcome.loads.values()) == len(outcome.added) == cases * each
    assert max(outcome.loads.values()) - min(outcome.loads.values()) <= 1
    assert len(outcome.unmet) == (cases if experts < reviews else 0)


@given(seed=st.binary(max_size=16), order=st.randoms(use_true_random=False))
def test_the_seed_alone_decides(seed, order):
    cases = [a_case(f"C{n}", country="CN" if n % 2 else "KE") for n in range(9)]
    experts = [an_expert(f"p-{n}", country="CN" if n < 3 else None) for n in range(6)]
    first = assign(cases, experts, reviews_per_case=2, seed=seed)
    order.shuffle(cases)
    order.shuffle(experts)
    assert assign(cases, experts, reviews_per_case=2, seed=seed) == first


def test_another_seed_gives_another_assignment():
    cases = [a_case(f"C{n}") for n in range(20)]
    experts = [an_expert(f"p-{n}") for n in range(8)]
    drawn = {assign(cases, experts, reviews_per_case=3, seed=bytes([n])).added for n in range(5)}
    assert len(drawn) == 5


def test_an_area_a_language_and_an_organisation_exclude():
    case = a_case("C1", area=Area.ECONOMY, readings=((ZH,), (ZH, EN)), organisations=["apt"])
    experts = [
        an_expert("p-area", areas=[Area.SECURITY]),
        an_expert("p-language", languages=[EN]),
        an_expert("p-tied", organisations=["apt", "other"]),
        an_expert("p-fits", areas=[Area.ECONOMY, Area.SECURITY], languages=[ZH]),
    ]
    outcome = assign([case], experts, reviews_per_case=2, seed=SEED)
    assert people_of(outcome, "C1") == {"p-fits"}
    assert outcome.unmet == (Unmet("C1", wanted=2, found=1, eligible=1),)


def test_the_applicants_country_is_avoided_and_otherwise_marked():
    cases = [a_case("C1", country="CN"), a_case("C2", country="CN")]
    experts = [an_expert("p-1", country="CN"), an_expert("p-2", country="KE")]
    assert {r.person for r in assign(cases, experts, reviews_per_case=1, seed=SEED).added} == {
        "p-2"
    }
    both = assign(cases, experts, reviews_per_case=2, seed=SEED)
    assert {(row.person, row.country_tie) for row in both.added} == {("p-1", True), ("p-2", False)}


def test_a_second_run_fills_only_what_a_conflict_left_open():
    cases = [a_case(f"C{n}") for n in range(6)]
    experts = [an_expert(f"p-{n}") for n in range(5)]
    first = assign(cases, experts, reviews_per_case=3, seed=SEED)
    pairs = {(row.case, row.person) for row in first.added}
    conflict = min(pairs)
    second = assign(cases, experts, reviews_per_case=3, seed=SEED, kept=pairs, barred=[conflict])
    assert [row.case for row in second.added] == [conflict[0]]
    assert (conflict[0], second.added[0].person) not in pairs
    assert second.unmet == ()


def test_what_the_draw_cannot_fill_is_repaired_by_moving_others():
    """One place each: only p-1 may do C1, and the draw gave p-1 to C2 for some seed."""
    cases = [a_case("C1", area=Area.ECONOMY), a_case("C2")]
    experts = [an_expert("p-1"), an_expert("p-2", areas=[Area.CULTURE])]
    outcomes = [
        assign(cases, experts, reviews_per_case=1, seed=bytes([n]), most=1) for n in range(20)
    ]
    assert {outcome.repaired for outcome in outcomes} == {True, False}
    for outcome in outcomes:
        assert {(row.case, row.person) for row in outcome.added} == {("C1", "p-1"), ("C2", "p-2")}


def test_kept_assignments_are_never_moved():
    cases = [a_case("C1", area=Area.ECONOMY), a_case("C2")]
    experts = [an_expert("p-1"), an_expert("p-2", areas=[Area.CULTURE])]
    outcome = assign(cases, experts, reviews_per_case=1, seed=SEED, most=1, kept=[("C2", "p-1")])
    assert outcome.added == ()
    assert outcome.unmet == (Unmet("C1", wanted=1, found=0, eligible=1),)


@st.composite
def small_problems(draw):
    cases = [f"C{n}" for n in range(draw(st.integers(1, 3)))]
    experts = [f"p-{n}" for n in range(draw(st.integers(1, 4)))]
    may = {
        case: {
            person: tie
            for person in experts
            if (tie := draw(st.sampled_from([None, 0, 1]))) is not None
        }
        for case in cases
    }
    return may, experts, draw(st.integers(1, 2)), draw(st.none() | st.integers(1, 2))


def worth(pairs, may, experts):
    loads = [sum(person == one for _, one in pairs) for person in experts]
    return (sum(may[case][one] for case, one in pairs), sum(n * n for n in loads))


def reviews_of(pairs):
    return Counter(case for case, _ in pairs)


def every_assignment(may, experts, wanted, most):
    choices = [
        [
            [(case, person) for person in group]
            for size in range(wanted + 1)
            for group in itertools.combinations(sorted(people), size)
        ]
        for case, people in may.items()
    ]
    for parts in itertools.product(*choices):
        pairs = [pair for part in parts for pair in part]
        if most is None or all(sum(p == one for _, p in pairs) <= most for one in experts):
            yield pairs


@settings(max_examples=300, deadline=None)
@given(problem=small_problems(), data=st.data())
def test_exchanges_find_what_trying_everything_finds(problem, data):
    may, experts, wanted, most = problem
    everything = list(every_assignment(may, experts, wanted, most))
    start = data.draw(st.sampled_from(everything))
    loads = {person: sum(person == one for _, one in start) for person in experts}
    exchanges = Exchanges(may=may, loads=loads, given=start, most=most)
    for case in may:
        for _ in range(wanted - sum(case == one for one, _ in start)):
            exchanges.add(case)
    exchanges.improve()
    assert len(exchanges.given) == max(map(len, everything))
    reviews = reviews_of(exchanges.given)
    alike = [pairs for pairs in everything if reviews_of(pairs) == reviews]
    best = min(worth(pairs, may, experts) for pairs in alike)
    assert worth(exchanges.given, may, experts) == best
    assert {p: n for p, n in exchanges.loads.items() if n} == {
        p: n for p in experts if (n := sum(p == one for _, one in exchanges.given))
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The University of Nairobi", "university of  nairobi"),
        ("Ｃｉｓｃｏ，Inc.", "cisco inc"),
        ("Universität & Café", "Universitat and Cafe"),
        ("世界互联网大会（秘书处）", "世界互联网大会(秘书处)"),
    ],
)
def test_spellings_of_one_organisation(one, other):
    assert organisation_key(one) == organisation_key(other)


def test_different_organisations_stay_different():
    assert organisation_key("Bank of Kenya") != organisation_key("Bank of Ghana")


def test_islands_are_groups_that_share_no_case():
    assert islands([{"a", "b"}, {"b", "c"}, {"d"}, set()]) == 2
    assert islands([]) == 0
