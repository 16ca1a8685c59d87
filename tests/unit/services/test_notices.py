"""Notices on the desk: verified wherever they come from, and their numbers looked at."""

from dataclasses import replace
from typing import Any

import pytest

from review_protocol.documents.case import Case
from review_protocol.documents.notice import Notice, NoticeKind, Words
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.text import Bilingual, Organisation
from review_protocol.opening import sealed
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.rows import CaseState
from reviewer_app.services.believed import trust_of
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.notices import TakingNotices
from tests.builders.batches import Batch
from tests.builders.desk import ADesk
from tests.builders.world import NOW, a_key

TEXT = Words(zh="今晚维护", en="Maintenance tonight")
PARTNER = Organisation(name=Bilingual(zh=None, en="A New Partner"), country="KE")
_EMPTY = dict.fromkeys(("case", "version", "case_hash", "round", "closes", "in_reply_to"))


def a_notice(desk: ADesk, number: int = 1, *, key=None, **fields: Any) -> bytes:
    """A message to the desk's person by its server, but for what is said."""
    said: dict[str, Any] = {
        "deployment": desk.world.deployment,
        "number": number,
        "person": desk.person,
        "about": NoticeKind.MESSAGE,
        "text": TEXT,
        "issued": NOW,
    }
    notice = Notice(**(_EMPTY | said | fields))
    return sealed(notice, key or desk.world.server).to_bytes()


def numbers(desk: ADesk) -> list[int]:
    return [row.notice.number for row in desk.services.notices.look().rows]


def test_a_notice_is_kept_once(desk: ADesk):
    notices = desk.services.notices
    assert notices.take([a_notice(desk)]).new == 1
    assert notices.take([a_notice(desk)]).new == 0
    assert numbers(desk) == [1]
    assert notices.last() == 1


def test_what_is_not_signed_by_the_server_for_this_person_leaves_no_trace(desk: ADesk):
    strangers = [
        a_notice(desk, key=a_key(77)),
        a_notice(desk, key=desk.vault.signing_key),
        a_notice(desk, person="p-somebody"),
        a_notice(desk, deployment="0" * 64),
        a_notice(desk)[:-20],
        b"not an envelope",
    ]
    taken = desk.services.notices.take(strangers)
    assert (taken.new, taken.refused) == (0, len(strangers))
    assert numbers(desk) == []


def test_a_missing_number_is_told_until_it_comes(desk: ADesk):
    notices = desk.services.notices
    assert notices.take([a_notice(desk, 1), a_notice(desk, 4)]).missing == (2, 3)
    assert notices.last() == 1  # what comes after is asked for again
    assert notices.take([a_notice(desk, 3)]).missing == (2,)
    assert notices.take([a_notice(desk, 2)]).missing == ()
    assert notices.last() == 4


def test_two_notices_under_one_number_are_both_kept_and_told(desk: ADesk):
    notices = desk.services.notices
    notices.take([a_notice(desk, 1), a_notice(desk, 2)])
    taken = notices.take([a_notice(desk, 1, text=Words(zh=None, en="Another"))])
    assert taken.contradicted == (1,)
    rows = notices.look().rows
    assert sorted(row.notice.number for row in rows) == [1, 1, 2]
    assert [row.notice.number for row in rows if row.contradicts] == [1]


def test_a_log_begun_anew_counts_anew_and_contradicts_nothing(desk: ADesk):
    desk.services.notices.take([a_notice(desk, 1), a_notice(desk, 2)])
    with desk.store.read() as connection:
        trust, certificate = trust_of(connection), certificate_of(connection)
    restored = trust.document.model_copy(update={"origin": "reviews.example.org/log/2"})
    taking = TakingNotices(desk.store, replace(trust, document=restored), certificate)
    other = Words(zh=None, en="After the restore")
    taken = taking.take([a_notice(desk, 1), a_notice(desk, 2, text=other)], NOW)
    assert (taken.new, taken.missing, taken.contradicted) == (1, (), ())
    assert sorted(numbers(desk)) == [1, 2, 2]


def test_a_restored_server_goes_on_behind_a_thousand_and_nothing_is_told_as_missing(desk: ADesk):
    """Nine were here, the backup had six of them; all stay, and a gap of another kind is told."""
    desk.services.notices.take([a_notice(desk, number) for number in range(1, 10)])
    with desk.store.read() as connection:
        trust, certificate = trust_of(connection), certificate_of(connection)
    after = {"origin": "reviews.example.org/log/2", "last_good": "the log before"}
    restored = replace(trust, document=trust.document.model_copy(update=after))
    taking = TakingNotices(desk.store, restored, certificate)
    again = [a_notice(desk, number) for number in range(1, 7)]
    taken = taking.take([*again, a_notice(desk, 2001)], NOW)
    assert (taken.new, taken.missing, taken.contradicted) == (1, (), ())
    assert sorted(numbers(desk)) == [*range(1, 10), 2001]
    assert taking.take([a_notice(desk, 2004)], NOW).missing == (2002, 2003)


def test_a_withdrawn_case_is_listed_and_nothing_is_signed_on_it(desk: ADesk):
    number, other = desk.numbers[0], desk.numbers[1]
    desk.services.scoring.keep(number, desk.services.desk.open(number).answers)
    notice = a_notice(desk, about=NoticeKind.CASE_WITHDRAWN, case=number, text=None)
    desk.services.notices.take([notice])
    look = desk.services.desk.look()
    assert {row.number: row.state for row in look.rows}[number] is CaseState.CASE_WITHDRAWN
    assert CaseState.CASE_WITHDRAWN not in look.states
    assert number not in desk.numbers
    assert other in desk.numbers
    with pytest.raises(CaseNotOpen):
        desk.services.desk.open(number)


def a_correction(desk: ADesk, **headers: object) -> Case:
    case = desk.cases[0]
    changed = case.headers.model_copy(update={"version": 2} | headers)
    return case.model_copy(update={"headers": changed})


def announced(desk: ADesk, case: Case) -> None:
    """The next manifest has this version of a case; no text is released with it."""
    desk.cases = tuple(case if each.number == case.number else each for each in desk.cases)
    desk.batch = Batch(desk.world, desk.cases)
    keys = desk.vault.kid, desk.vault.exchange_key.public
    desk.manifest = desk.batch.manifest(*keys, number=2, person=desk.person)
    desk.take_in()


def test_the_old_text_stays_until_the_new_one_can_be_read(desk: ADesk):
    before, case = desk.cases[0], a_correction(desk)
    announced(desk, case)
    assert desk.services.desk.open(case.number).case == before
    assert desk.services.corrections.correction(case.number) is None
    desk.release()
    assert desk.services.desk.open(case.number).case == case
    assert desk.services.corrections.corrected() == {case.number}


def test_with_another_partner_the_case_closes_until_it_is_declared_on(desk: ADesk):
    case = a_correction(desk, partners=(PARTNER,))
    announced(desk, case)
    with pytest.raises(CaseNotOpen):
        desk.services.desk.open(case.number)
    states = {row.number: row.state for row in desk.services.desk.cases()}
    assert states[case.number] is CaseState.UNDECLARED
    (row,) = desk.services.declaring.rows()
    assert row.headers == case.headers
    desk.declare(ConflictAnswer.NONE)
    assert desk.services.declaring.rows() == ()
    desk.release()
    assert desk.services.desk.open(case.number).case == case
