"""Lists of cases as SQLite gives them: state, filter, order and search."""

from collections import Counter

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.score import Answers
from review_protocol.documents.text import Area, Bilingual, Language
from reviewer_app.models import case_list, cases, outbox
from reviewer_app.models.drafts import keep_draft
from reviewer_app.models.figures import desk_figures
from reviewer_app.models.rows import CaseFlag, CaseQuery, CaseSort, CaseState
from tests.builders.sample import some_cases
from tests.unit.models.packets import (
    NOW,
    a_recusal,
    a_score,
    a_withdrawal,
    an_amendment,
    declarations,
    some_answers,
)


@pytest.fixture
def given():
    return some_cases(6)


@pytest.fixture
def full(desk, given):
    """A desk with six cases, the first four with their text."""
    with desk.write() as connection:
        for position, case in enumerate(reversed(given)):
            take(connection, case, position=position)
        for case in given[:4]:
            cases.keep_content(connection, case, case.body(), [CaseFlag.ONE_COUNTRY])
    return desk


ITS_OWN = "its own"


def take(connection, case, *, position=0, case_hash=ITS_OWN):
    cases.keep_headers(
        connection,
        case.headers,
        case.headers.body(),
        case_hash=case.id if case_hash is ITS_OWN else case_hash,
        position=position,
        countries=len(case.headers.countries.codes),
        joint=True,
        flags=[],
    )


def numbers(store, **query):
    with store.read() as connection:
        return [entry.number for entry in case_list.list_cases(connection, CaseQuery(**query))]


def entry(store, number):
    with store.read() as connection:
        return case_list.case_entry(connection, number)


def sign(store, device, build):
    with store.write() as connection:
        return outbox.append(connection, build, device, NOW).id


def receive(store, packet, disposition=Disposition.COUNTED):
    with store.write() as connection:
        proved = outbox.ProvedReceipt(packet, disposition, "receipt", 1)
        outbox.note_all_received(connection, [proved], NOW)


def test_a_case_comes_back_as_it_was_taken_in(full, given):
    with full.read() as connection:
        assert cases.case_content(connection, given[0].number) == given[0]
        assert cases.case_content(connection, given[5].number) is None
    found = entry(full, given[0].number)
    assert (found.headers, found.headers_hash) == (given[0].headers, given[0].headers.id)
    assert (found.released, found.flags) == (True, (CaseFlag.ONE_COUNTRY,))


def test_a_case_goes_through_its_states(full, given, device):
    number = given[0].number
    states = [entry(full, number).state]
    with full.write() as connection:
        cases.keep_place(connection, number, "{}")
    states.append(entry(full, number).state)
    with full.write() as connection:
        keep_draft(connection, number, given[0].id, some_answers(), NOW)
    states.append(entry(full, number).state)
    packet = sign(full, device, a_score(number))
    states.append(entry(full, number).state)
    receive(full, packet)
    states.append(entry(full, number).state)
    amendment = sign(full, device, an_amendment(packet, number))
    states.append(entry(full, number).state)
    receive(full, amendment, Disposition.HELD_LATE)
    states.append(entry(full, number).state)
    sign(full, device, a_withdrawal(packet, number))
    states.append(entry(full, number).state)
    sign(full, device, a_recusal(number))
    states.append(entry(full, number).state)
    assert states == [
        CaseState.UNREAD,
        CaseState.STARTED,
        CaseState.ANSWERED,
        CaseState.SIGNED,
        CaseState.RECEIVED,
        CaseState.SIGNED,
        CaseState.HELD,
        CaseState.WITHDRAWN,
        CaseState.RECUSED,
    ]


def test_before_the_release_the_declaration_decides(full, given, device):
    sealed = given[4].number, given[5].number
    assert [entry(full, number).state for number in sealed] == [CaseState.UNDECLARED] * 2
    last = sealed[0][-3:], sealed[1][-3:]
    answers = {f"n{last[0]}": ConflictAnswer.CONFLICT, f"n{last[1]}": ConflictAnswer.DISCLOSED}
    sign(full, device, declarations(**answers))
    assert [entry(full, number).state for number in sealed] == [
        CaseState.CONFLICT,
        CaseState.AWAITING_RELEASE,
    ]


def test_marks_are_the_drafts_and_then_the_signed_ones(full, given, device):
    number = given[0].number
    assert (entry(full, number).marks, entry(full, number).missing) == ((), None)
    with full.write() as connection:
        keep_draft(connection, number, given[0].id, Answers(), NOW)
    assert (entry(full, number).marks, entry(full, number).missing) == ((None,) * 3, 8)
    sign(full, device, a_score(number, mark=9))
    assert (entry(full, number).marks, entry(full, number).missing) == ((9, 9, 9), 0)


def test_lists_are_sorted_in_the_database(full, given):
    by_number = sorted(case.number for case in given)
    assert numbers(full) == by_number[::-1]
    assert numbers(full, sort=CaseSort.NUMBER) == by_number
    assert numbers(full, sort=CaseSort.NUMBER, descending=True) == by_number[::-1]
    with full.read() as connection:
        titles = [
            each.headers.name.best(Language.EN).lower()
            for each in case_list.list_cases(connection, CaseQuery(sort=CaseSort.TITLE))
        ]
        counted = [
            each.countries
            for each in case_list.list_cases(connection, CaseQuery(sort=CaseSort.COUNTRIES))
        ]
    assert titles == sorted(titles)
    assert counted == sorted(counted)


def test_lists_are_filtered_by_state_and_area(full, given):
    unread = numbers(full, states=frozenset({CaseState.UNREAD}), sort=CaseSort.NUMBER)
    assert unread == sorted(case.number for case in given[:4])
    for area in Area:
        found = numbers(full, areas=frozenset({area}), sort=CaseSort.NUMBER)
        assert found == sorted(c.number for c in given if c.headers.area is area)
    with full.read() as connection:
        places = case_list.places(connection)
    assert Counter(each.state for each in places) == {CaseState.UNREAD: 4, CaseState.UNDECLARED: 2}


def next_case(connection):
    return desk_figures(connection, case_list.places(connection)).next_case


def test_what_was_begun_is_gone_on_with_first(full, given):
    with full.read() as connection:
        assert next_case(connection) == given[3].number
    with full.write() as connection:
        cases.keep_place(connection, given[1].number, "{}")
        assert next_case(connection) == given[1].number


def test_a_case_that_left_the_batch_is_not_listed_and_comes_back_unharmed(full, given, device):
    gone = given[0]
    packet = sign(full, device, a_score(gone.number))
    with full.write() as connection:
        cases.keep_only(connection, [case.number for case in given[1:]])
    assert gone.number not in numbers(full)
    assert numbers(full, search=gone.number) == []
    assert entry(full, gone.number).newest_packet == packet
    with full.write() as connection:
        take(connection, gone)
    assert entry(full, gone.number).released
    assert entry(full, gone.number).state is CaseState.SIGNED


def test_a_new_version_is_sealed_until_its_own_release(full, given):
    number = given[0].number
    with full.write() as connection:
        keep_draft(connection, number, given[0].id, some_answers(), NOW)
        take(connection, given[0], case_hash="f" * 64)
    found = entry(full, number)
    assert (found.released, found.case_hash, found.missing) == (False, "f" * 64, 0)


def test_corrected_headers_are_found_by_their_new_words(full, given):
    """Staff are given headers only: there is no text whose hash would change."""
    name = Bilingual(zh="灯塔", en="Lighthouse")
    corrected = given[5].headers.model_copy(update={"name": name})
    with full.write() as connection:
        take(connection, given[5], case_hash=None)
        take(connection, given[5].model_copy(update={"headers": corrected}), case_hash=None)
    assert numbers(full, search="灯塔") == [given[5].number]
    assert entry(full, given[5].number).headers == corrected
