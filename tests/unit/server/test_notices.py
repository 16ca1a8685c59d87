"""Notices on the server: numbered without gaps, signed, logged; corrections and withdrawals."""

import pytest
from sqlalchemy import select

from central_server.conducting import NotLater, RoundNotOpen, extend_round
from central_server.correcting import Correction, declares, tell_corrections
from central_server.notices import (
    CannotTell,
    Telling,
    everybody,
    notices_after,
    readers_of,
    tell,
    words,
)
from central_server.people import NotOnePerson, find_called
from central_server.questions import CannotAnswer, answer, questions
from central_server.reinstating import CannotReinstate, reinstate_case
from central_server.store import schema
from central_server.verifying_home import verify_home
from central_server.withdrawing_cases import CannotWithdraw, withdraw_case, withdrawn_cases
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import BatchAnswer, StateAnswer
from review_protocol.documents.batch import Release
from review_protocol.documents.leaf import ActLeaf, Disposition, read_entry
from review_protocol.documents.notice import Notice, NoticeKind, NoticesAnswer
from review_protocol.documents.text import Bilingual, Organisation
from review_protocol.opening import opened
from tests.builders.desks import manifest_of
from tests.builders.documents import NOW
from tests.builders.server import a_server_folder, put_case

MESSAGE = Telling(NoticeKind.MESSAGE, text=words(None, "Maintenance tonight"))
PARTNER = Organisation(name=Bilingual(zh=None, en="A New Partner"), country="KE")


def told(server, people, what=MESSAGE):
    with server.log.appending(server.store) as group:
        return tell(group, server.issuer, people, what, NOW)


def acts(server) -> list[tuple[str, str]]:
    with server.store.read() as connection:
        entries = connection.execute(
            select(schema.leaf.c.entry).order_by(schema.leaf.c.position)
        ).scalars()
        leaves = [read_entry(entry) for entry in entries]
    return [(leaf.act, leaf.subject) for leaf in leaves if isinstance(leaf, ActLeaf)]


def notices_of(desk, after: int = 0) -> list[Notice]:
    answered = desk.ask("GET", f"/v1/notices?after={after}", NoticesAnswer)
    return [
        opened(from_base64(each), Notice, desk.server_key).document for each in answered.notices
    ]


def corrected(case, **changes):
    headers = case.headers.model_copy(update={"version": 2} | changes)
    return case.model_copy(update={"headers": headers})


def import_correction(server, case) -> None:
    """As an import does: what is declared on, the version, the telling."""
    with server.log.appending(server.store) as group:
        facts = declares(group.connection, case.headers)
        put_case(group.connection, server.home, case)
        table = schema.case_version
        version = (table.c.number == case.number) & (table.c.version == case.headers.version)
        group.connection.execute(table.update().where(version).values(declares=facts))
        correction = Correction(case.number, case.headers.version, case.id)
        tell_corrections(group, server.issuer, [correction], NOW)


def test_each_person_has_numbers_of_their_own_and_each_notice_is_a_leaf(server, folder, desk):
    reviewer, second = folder.people["reviewer"].id, folder.people["second"].id
    first = told(server, [reviewer, second])
    (third,) = told(server, [reviewer])
    assert [(each.person, each.number) for each in (*first, third)] == [
        (reviewer, 1),
        (second, 1),
        (reviewer, 2),
    ]
    assert acts(server)[-3:] == [("notice", each.id) for each in (*first, third)]
    assert notices_of(desk) == [first[0], third]
    assert notices_of(desk, after=1) == [third]
    assert notices_of(desk, after=2) == []


def test_an_answer_holds_so_many_and_says_how_many_there_are(server, folder, desk):
    person = folder.people["reviewer"].id
    for _ in range(5):
        told(server, [person])
    with server.store.read() as connection:
        assert len(notices_after(connection, person, 0, count=3)) == 3
    assert desk.ask("GET", "/v1/notices?after=4", NoticesAnswer).next == 5


def test_nobody_else_is_given_them(server, folder, enrol):
    told(server, [folder.people["second"].id])
    assert notices_of(enrol("reviewer")) == []
    assert len(notices_of(enrol("second"))) == 1


def test_whom_a_notice_is_for(server, folder):
    with server.store.read() as connection:
        people = {person.id: name for name, person in folder.people.items()}
        assert {people[each] for each in everybody(connection)} == set(folder.people)
        number = folder.cases[0].number
        readers = {people[each] for each in readers_of(connection, number)}
        assert readers == {"reviewer", "second", "chair", "head"}
        assert find_called(connection, "second").id == folder.people["second"].id
        with pytest.raises(NotOnePerson) as nobody:
            find_called(connection, "Nobody")
        assert not nobody.value.several
        with pytest.raises(CannotTell) as refused:
            readers_of(connection, "WIC-2026-999")
        assert refused.value.reason == "no-case"
    with pytest.raises(CannotTell):
        words(None, "")


def test_a_correction_of_the_text_keeps_declarations_and_tells_the_readers(server, folder, desk):
    case = corrected(folder.cases[1])
    import_correction(server, case)
    (notice,) = notices_of(desk)
    assert (notice.about, notice.case, notice.version, notice.case_hash) == (
        NoticeKind.CASE_CORRECTED,
        case.number,
        2,
        case.id,
    )
    assert ("correct-case", case.id) in acts(server)
    assert released(desk) == {each.number for each in folder.cases}


def test_new_partners_are_declared_on_before_the_text_is_released(server, folder, desk):
    case = corrected(folder.cases[1], partners=(PARTNER,))
    import_correction(server, case)
    assert released(desk) == {folder.cases[0].number}
    manifest = manifest_of(desk)
    desk.deliver(desk.chain.declare(manifest.document, manifest.id))
    assert released(desk) == {each.number for each in folder.cases}


def test_a_declaration_on_the_old_partners_is_held(server, folder, desk):
    before = manifest_of(desk)
    late = desk.chain.declare(before.document, before.id)
    import_correction(server, corrected(folder.cases[1], partners=(PARTNER,)))
    (arrived,) = desk.deliver(late).arrived
    assert arrived.disposition is Disposition.HELD_CASE_VERSION
    assert released(desk) == {folder.cases[0].number}


def released(desk) -> set[str]:
    """The cases in the newest release of a desk."""
    batch = desk.ask("GET", "/v1/batch", BatchAnswer)
    numbers: set[str] = set()
    for each in batch.releases:
        numbers |= set(opened(from_base64(each), Release, desk.server_key).document.cases)
    return numbers


def test_a_withdrawn_case_is_given_to_nobody_and_stays_in_the_log(server, folder, desk):
    case = folder.cases[0]
    score = desk.chain.score(case, folder.rubric)
    desk.deliver(score)
    with server.log.appending(server.store) as group:
        count = withdraw_case(group, case.number, reason="Asked for", issuer=server.issuer, now=NOW)
    assert count == 5  # two reviewers, chair, head, staff
    assert case.number not in {each.number for each in manifest_of(desk).document.cases}
    assert [each.about for each in notices_of(desk)] == [NoticeKind.CASE_WITHDRAWN]
    amended = desk.chain.amend(case, folder.rubric, score.document_id)
    (arrived,) = desk.deliver(amended).arrived
    assert arrived.disposition is Disposition.NOT_COUNTED_CASE_WITHDRAWN
    assert desk.ask("GET", "/v1/state", StateAnswer).changes == ()
    with server.store.read() as connection:
        assert withdrawn_cases(connection) == {case.number}
    for reason, number in (("withdrawn", case.number), ("no-such-case", "WIC-2026-999")):
        with (
            pytest.raises(CannotWithdraw) as refused,
            server.log.appending(server.store) as group,
        ):
            withdraw_case(group, number, reason="Twice", issuer=server.issuer, now=NOW)
        assert refused.value.reason == reason


def test_a_reinstated_case_returns_and_what_came_meanwhile_counts(server, folder, desk):
    case, later = folder.cases[0], NOW  # within the same second
    before = manifest_of(desk)
    with server.log.appending(server.store) as group:
        withdraw_case(group, case.number, reason="A slip", issuer=server.issuer, now=NOW)
    score = desk.chain.score(case, folder.rubric)
    (arrived,) = desk.deliver(score).arrived
    assert arrived.disposition is Disposition.NOT_COUNTED_CASE_WITHDRAWN
    with server.log.appending(server.store) as group:
        done = reinstate_case(
            group, case.number, reason="The wrong number", issuer=server.issuer, now=later
        )
    assert (done.told, done.judged) == (5, 1)
    after = manifest_of(desk).document
    assert case.number in {each.number for each in after.cases}
    withdrawal, told = notices_of(desk)
    assert after.number > before.document.number
    assert after.issued > withdrawal.issued  # by that a desk knows it
    assert (told.about, told.case) == (NoticeKind.MESSAGE, case.number)
    (change,) = desk.ask("GET", "/v1/state", StateAnswer).changes
    assert (change.packet, change.disposition) == (score.document_id, Disposition.COUNTED)
    assert "reinstate-case" in [act for act, _ in acts(server)]
    with server.store.read() as connection:
        assert withdrawn_cases(connection) == frozenset()
        assert verify_home(connection, server.home).right
    for reason, number in (("not-withdrawn", case.number), ("no-such-case", "WIC-2026-999")):
        with (
            pytest.raises(CannotReinstate) as refused,
            server.log.appending(server.store) as group,
        ):
            reinstate_case(group, number, reason="Twice", issuer=server.issuer, now=later)
        assert refused.value.reason == reason


def test_an_extended_round_has_a_later_deadline_and_everybody_is_told(server, folder, desk):
    def extended(closes: str) -> int:
        with server.log.appending(server.store) as group:
            return extend_round(
                group, 1, closes=closes, reason=None, issuer=server.issuer, now=NOW
            )[1]

    later = "2091-08-07T15:00:00Z"
    assert extended(later) == len(folder.people)
    assert desk.ask("GET", "/v1/state", StateAnswer).round.round.closes == later
    (notice,) = notices_of(desk)
    assert (notice.about, notice.closes) == (NoticeKind.ROUND_EXTENDED, later)
    assert "extend-round" in [act for act, _ in acts(server)]
    with pytest.raises(NotLater):
        extended(later)


def test_a_round_that_was_never_opened_is_not_extended(tmp_path):
    times = {"closes": "2091-08-07T15:00:00Z", "reason": None, "now": NOW}
    with (
        a_server_folder(tmp_path, opened=False).open() as server,
        pytest.raises(RoundNotOpen),
        server.log.appending(server.store) as group,
    ):
        extend_round(group, 1, issuer=server.issuer, **times)


def test_a_question_is_listed_and_answered(server, folder, desk):
    asked = desk.chain.ask("Which annex?")
    (arrived,) = desk.deliver(asked).arrived
    assert arrived.disposition is Disposition.COUNTED
    with server.store.read() as connection:
        (question,) = questions(connection, only_open=True)
    assert (question.id, question.name, question.text) == (
        asked.document_id,
        "reviewer",
        "Which annex?",
    )
    for reason, which in (("no-question", "ffffffff"), ("no-question", question.id[:3])):
        with pytest.raises(CannotAnswer) as refused, server.log.appending(server.store) as group:
            answer(group, which, words(None, "A"), issuer=server.issuer, now=NOW)
        assert refused.value.reason == reason
    with server.log.appending(server.store) as group:
        answer(group, question.id[:8], words("附件一", None), issuer=server.issuer, now=NOW)
    (notice,) = notices_of(desk)
    assert (notice.about, notice.in_reply_to) == (NoticeKind.ANSWER, question.id)
    with server.store.read() as connection:
        assert questions(connection, only_open=True) == ()
        (question,) = questions(connection)
    assert question.answers == (notice,)


def test_who_joins_the_staff_later_is_told_what_was_answered(server, desk, enrol, enrol_staff):
    desk.deliver(desk.chain.ask("Which annex?"))
    with server.store.read() as connection:
        (question,) = questions(connection)
    said = words("附件一", "The first")
    with server.log.appending(server.store) as group:
        answer(group, question.id, said, issuer=server.issuer, now=NOW)
    (known,) = notices_of(enrol("staff"))  # told when it was answered, and not once more
    (late,) = notices_of(enrol_staff("colleague"))
    for notice in (known, late):
        assert (notice.about, notice.in_reply_to) == (NoticeKind.ANSWER, question.id)
        assert notice.text == said
    assert notices_of(enrol("second")) == []
