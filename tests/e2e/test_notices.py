"""What the secretariat does while a round runs, and what the reviewers' desks make of it."""

import json

import pytest

from review_protocol.documents.notice import NoticeKind
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.score import LanguageRead
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.demo.server import ServerTrouble
from reviewer_app.errors import CaseNotOpen, RoundStillOpen
from reviewer_app.reading.differences import Change
from reviewer_app.services.rows import CaseState, DeclareRow
from tests.e2e.world import CHAIR, PROGRAMME, STAFF, World, a_sheet, never, nobody

pytestmark = pytest.mark.campaign

CORRECTED, PARTNERED, WITHDRAWN, OTHER, SLIP = (
    f"WIC-2026-{number:03d}" for number in (1, 4, 6, 28, 18)
)
ADDED = "A sentence that was missing in the application of June."


def change(world: World, number: str, **fields: object) -> str:
    """Import the programme with other fields of one case; answers what the operator was told."""
    path = world.folder / PROGRAMME / "cases" / number / "case.json"
    form = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(form | fields, ensure_ascii=False), encoding="utf-8")
    return world.server.run("import", str(world.folder / PROGRAMME))


def with_a_sentence(world: World, number: str) -> dict[str, object]:
    path = world.folder / PROGRAMME / "cases" / number / "case.json"
    elements = json.loads(path.read_text(encoding="utf-8"))["elements"]
    elements["background"]["en"][0]["paragraphs"][0] += f" {ADDED}"
    return {"elements": elements}


def abouts(desk) -> list[NoticeKind]:
    return [row.notice.about for row in desk.services.notices.look().rows]


def states(desk) -> dict[str, CaseState]:
    return {row.number: row.state for row in desk.services.desk.cases()}


def test_a_corrected_case_comes_with_its_differences_and_the_score_is_confirmed(world: World):
    ada, ben = world.desk("Ada").ready(), world.desk("Ben").ready()
    score = ada.score(CORRECTED, 7)
    ada.sync()
    before = ada.services.desk.open(CORRECTED).case
    told = change(world, CORRECTED, **with_a_sentence(world, CORRECTED))
    assert f"Changed, now a new version: {CORRECTED}." in told
    assert "notices sent to those who read the changed cases." in told
    ben.services.scoring.keep(CORRECTED, a_sheet(5))  # Ben has the old text, and signs it
    late = ben.services.signing.sign(CORRECTED, LanguageRead.BOTH)
    ben.sync()
    assert world.packets()[late] == "held:case-version"

    assert ada.services.desk.open(CORRECTED).case == before  # until the new text is here
    report = ada.sync()
    assert report.notices is not None
    assert (report.notices.new, report.notices.missing) == (1, ())
    assert abouts(ada) == [NoticeKind.CASE_CORRECTED]
    opened = ada.services.desk.open(CORRECTED)
    assert opened.case.headers.version == 2
    assert opened.standing is not None
    assert opened.standing.other_version
    correction = ada.services.corrections.correction(CORRECTED)
    assert correction is not None
    assert (correction.before, correction.now, correction.scored) == (1, 2, 1)
    assert correction.is_unconfirmed
    (text,) = correction.differences.texts
    (paragraph,) = text.paragraphs
    changed = [piece for piece in paragraph if piece.change is not Change.SAME]
    assert [(piece.change, piece.text.strip()) for piece in changed] == [(Change.ADDED, ADDED)]
    assert world.packets()[score] == "counted"

    signing = ada.services.signing
    amendment = ada.services.corrections.confirm(CORRECTED, signing, "Confirmed")
    ada.sync()
    assert world.packets()[amendment] == "counted"
    confirmed = ada.services.corrections.correction(CORRECTED)
    assert confirmed is not None
    assert (confirmed.scored, confirmed.is_unconfirmed) == (2, False)


def test_a_case_with_a_new_partner_is_declared_on_again_before_its_text_is_given(world: World):
    dov = world.desk("Dov").ready()
    partner = {"name": {"zh": "新伙伴", "en": "A New Partner"}, "country": "KE"}
    change(world, PARTNERED, partners=[partner])
    dov.sync()
    assert states(dov)[PARTNERED] is CaseState.UNDECLARED
    with pytest.raises(CaseNotOpen):
        dov.services.desk.open(PARTNERED)
    (row,) = dov.services.declaring.rows()
    assert [each.name.en for each in row.headers.partners] == ["A New Partner"]
    dov.services.declaring.sign((DeclareRow(row.headers, ConflictAnswer.NONE, None, ""),))
    dov.sync()
    assert dov.services.desk.open(PARTNERED).case.headers == row.headers


def test_a_declaration_on_the_old_partners_opens_nothing_and_is_asked_again(world: World):
    desk = world.desk("Eve")
    services = desk.services
    name = Bilingual(zh=None, en="Eve")
    services.accepting.confirm(name, ("An Institute",), tuple(Language), "networks")
    services.batch.fetch(nobody, never)
    rows = services.declaring.rows()
    partner = {"name": {"zh": "又一伙伴", "en": "Another Partner"}, "country": "CN"}
    change(world, PARTNERED, partners=[partner])
    services.declaring.sign(
        tuple(DeclareRow(row.headers, ConflictAnswer.NONE, None, "") for row in rows)
    )
    desk.sync()
    found = states(desk)
    assert found[PARTNERED] is CaseState.UNDECLARED
    services.declaring.sign(
        tuple(
            DeclareRow(row.headers, ConflictAnswer.NONE, None, "")
            for row in services.declaring.rows()
        )
    )
    desk.sync()
    assert services.desk.open(PARTNERED).case.headers.partners[0].name.en == "Another Partner"


def test_a_withdrawn_case_leaves_the_list_and_what_was_written_on_it_stays(world: World):
    chi, fay = world.desk("Chi").ready(), world.desk("Fay").ready()
    score = chi.score(WITHDRAWN, 6)
    chi.sync()
    fay.services.scoring.keep(WITHDRAWN, a_sheet(4))
    total = fay.services.desk.overview().total
    told = world.server.run("withdraw-case", WITHDRAWN, "--reason", "The applicant asked for it")
    assert f"{WITHDRAWN} is withdrawn" in told
    late = fay.services.signing.sign(WITHDRAWN, LanguageRead.BOTH)
    fay.sync()
    chi.sync()
    assert world.packets()[score] == "counted"
    assert world.packets()[late] == "not-counted:case-withdrawn"
    assert WITHDRAWN not in states(fay)
    listed = {row.number: row.state for row in fay.services.desk.look().rows}
    assert listed[WITHDRAWN] is CaseState.CASE_WITHDRAWN
    assert fay.services.desk.overview().total == total - 1
    assert NoticeKind.CASE_WITHDRAWN in abouts(chi)
    with pytest.raises(CaseNotOpen):
        fay.services.signing.amend(WITHDRAWN, a_sheet(9), LanguageRead.BOTH, "again")
    staff = world.desk(STAFF)
    staff.sync()
    progress = staff.services.secretariat.progress()
    assert WITHDRAWN not in {case.case for case in progress.cases}
    again = world.server.run("import", str(world.folder / PROGRAMME))
    assert "its applicant withdrew this case; it is left out" in again
    with pytest.raises(ServerTrouble, match="was withdrawn before"):
        world.server.run("withdraw-case", WITHDRAWN, "--reason", "Twice")


def test_a_reinstated_case_returns_to_desks_and_what_came_meanwhile_counts(world: World):
    dov, ben = world.desk("Dov").ready(), world.desk("Ben").ready()
    world.server.run("withdraw-case", SLIP, "--reason", "A slip")
    dov.sync()
    assert SLIP not in states(dov)
    late = ben.score(SLIP, 5)
    assert ben.sync().held == (late,)
    told = world.server.run("reinstate-case", SLIP, "--reason", "It was another number")
    assert f"{SLIP} is under review again" in told
    dov.sync()
    ben.sync()
    assert (states(dov)[SLIP], states(ben)[SLIP]) == (CaseState.UNREAD, CaseState.RECEIVED)
    assert world.packets()[late] == "counted"
    assert NoticeKind.MESSAGE in abouts(dov)
    score = dov.score(SLIP, 7)
    assert dov.sync().received == (score,)


def test_an_extended_round_changes_the_desks_deadline_and_says_so(world: World):
    ada = world.desk("Ada").ready()
    told = world.server.run("extend-round", "1", "--closes", "2099-07-31T23:00")
    assert "Round 1 is open until 2099-07-31 23:00" in told
    ada.sync()
    state = ada.services.desk.overview().round
    assert state is not None
    (notice,) = [
        row.notice
        for row in ada.services.notices.look().rows
        if row.notice.about is NoticeKind.ROUND_EXTENDED
    ]
    assert notice.closes == state.closes
    with pytest.raises(ServerTrouble, match="give a later time"):
        world.server.run("extend-round", "1", "--closes", "2099-07-31T23:00")


def test_a_message_goes_to_whom_it_is_for_and_a_question_is_answered(world: World):
    ada, ben = world.desk("Ada").ready(), world.desk("Ben").ready()
    for desk in (ada, ben):
        desk.sync()
        desk.services.notices.mark_read(row.id for row in desk.services.notices.look().rows)
    text = ("--zh", "系统今晚维护", "--en", "Maintenance tonight")
    assert "1 person told" in world.server.run("notice", "--to", "Ada", *text)
    question = ada.services.asking.ask("Which of the two figures holds?", OTHER)
    ada.sync()
    ben.sync()
    assert ada.services.desk.overview().unread == 1
    assert ben.services.desk.overview().unread == 0
    message = ada.services.notices.look().rows[0].notice
    assert message.text is not None
    assert (message.text.zh, message.text.en) == ("系统今晚维护", "Maintenance tonight")
    assert world.packets()[question] == "counted"

    listed = world.server.run("questions", "--open")
    assert "Which of the two figures holds?" in listed
    assert f"about {OTHER}" in listed
    world.server.run("answer", question[:12], "--en", "The one in the annex.")
    assert "0 questions" in world.server.run("questions", "--open")
    ada.sync()
    answer = ada.services.notices.look().rows[0].notice
    assert (answer.about, answer.in_reply_to) == (NoticeKind.ANSWER, question)
    assert "9 people told" in world.server.run("notice", "--all", "--en", "To all")


def test_the_chair_sees_which_text_was_scored(world: World):
    dov, hana = world.desk("Dov").ready(), world.desk(CHAIR).ready()
    changed = (CORRECTED, PARTNERED, WITHDRAWN)
    number = next(each for each in hana.numbers if each in dov.numbers and each not in changed)
    dov.score(number, 5)
    dov.sync()
    change(world, number, **with_a_sentence(world, number))

    def is_of_another() -> list[bool]:
        hana.sync()
        (row,) = [row for row in hana.services.panel.table().rows if row.number == number]
        return [cell.other_version for cell in row.cells if cell.marks and cell.composite == 5.0]

    assert is_of_another() == [True]
    dov.sync()
    dov.services.corrections.confirm(number, dov.services.signing, "Confirmed")
    dov.sync()
    assert is_of_another() == [False]


def test_staff_read_questions_while_the_round_is_open_and_no_score(world: World):
    ben, staff = world.desk("Ben").ready(), world.desk(STAFF)
    ben.score(OTHER, 3)
    question = ben.services.asking.ask("Is the annex part of the case?")
    ben.sync()
    staff.sync()
    people = {each.person: each.name for each in staff.services.secretariat.progress().people}
    found = {each.packet: each for each in staff.services.secretariat.questions()}
    assert people[found[question].person] == "Ben"
    assert found[question].text == "Is the annex part of the case?"
    assert found[question].answers == ()
    world.server.run("answer", question[:12], "--en", "It is.")
    staff.sync()
    found = {each.packet: each for each in staff.services.secretariat.questions()}
    assert [each.text.en for each in found[question].answers] == ["It is."]
    assert "Not answered yet." not in world.server.run("questions")
    with pytest.raises(RoundStillOpen):
        staff.services.secretariat.results()


def test_tables_and_reports_leave_a_withdrawn_case_out_and_say_so(world: World, tmp_path):
    staff = world.desk(STAFF)
    world.server.run("close-round", "1", "--before-deadline", "--reason", "All have delivered")
    staff.sync()
    secretariat = staff.services.secretariat
    secretariat.refresh(nobody, never)
    table = secretariat.results()
    assert table.withdrawn == (WITHDRAWN,)
    assert WITHDRAWN not in {row.number for row in table.rows}
    (path,) = secretariat.export(tmp_path, ["json"], "en")
    text = path.read_text("utf-8")
    assert "Withdrawn by applicants, left out" in text
    assert WITHDRAWN in text
