"""The desk: states of cases, filters and search, a case opened, places, attachments."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Role
from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer
from review_protocol.documents.text import Area, Element, Language
from reviewer_app.errors import CaseNotOpen, UnreadableAttachment
from reviewer_app.models.files import blob_path
from reviewer_app.models.rows import CaseFlag, CaseQuery, CaseSort, CaseState, DeliveryState
from reviewer_app.models.schema import alignment
from reviewer_app.reading.align import align
from reviewer_app.reading.sentences import with_sentences
from reviewer_app.services.desk_rows import ProgrammeRow, RoundRow
from reviewer_app.services.preparing import texts_of
from reviewer_app.services.rows import ReadingPlace
from reviewer_app.services.tables import bundled_lexicon
from tests.builders.desk import a_desk, some_answers
from tests.builders.sample import a_pdf, the_sample


def test_the_life_of_a_case(tmp_path):
    with a_desk(tmp_path, cases=1, released=False) as desk:
        (number,) = desk.numbers
        seen = []

        def look() -> None:
            seen.append(desk.services.desk.row(number).state)

        look()
        desk.declare()
        look()
        desk.release()
        look()
        desk.services.desk.mark_read(number, ReadingPlace(Element.BACKGROUND, 0, "aligned"))
        look()
        desk.services.scoring.keep(number, some_answers())
        look()
        packet = desk.score(number)
        look()
        desk.receive(packet)
        look()
        assert seen == [
            CaseState.UNDECLARED,
            CaseState.AWAITING_RELEASE,
            CaseState.UNREAD,
            CaseState.STARTED,
            CaseState.ANSWERED,
            CaseState.SIGNED,
            CaseState.RECEIVED,
        ]


def test_the_overview_counts_what_is_left_and_what_is_safe(tmp_path):
    with a_desk(tmp_path, cases=4) as desk:
        first, second, third, fourth = desk.numbers
        desk.receive(desk.score(first))
        desk.receive(desk.score(second), Disposition.HELD_LATE)
        desk.score(third)
        overview = desk.services.desk.overview()
        assert (overview.total, overview.signed, overview.held) == (4, 3, 1)
        assert (overview.waiting, overview.next_case) == (1, fourth)
        counted = [
            row
            for row in desk.services.handin.outbox()
            if row.state is DeliveryState.RECEIVED and row.disposition is Disposition.COUNTED
        ]
        assert overview.received == len(counted) == 2  # the declaration, and a score
        assert overview.last_leaf == desk.world.tree.size - 1
        assert overview.last_kept is not None
        assert (overview.person_name, overview.roles) == ("Amina Diallo", (Role.REVIEWER,))
        programme, round = the_sample().programme, the_sample().round
        shown = ProgrammeRow(programme.name, programme.zone, programme.body())
        assert (overview.programme, overview.programme.document) == (shown, programme)
        assert overview.round == RoundRow(round.number, round.closes, closed=None)


def test_a_row_has_marks_in_the_rubrics_order_from_the_first_answer_on(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        row = desk.services.desk.row(number)
        assert row.marks == ()
        answers = Answers().replaced(CriterionAnswer(criterion="benefits", mark=3, comment="a"))
        desk.services.scoring.keep(number, answers)
        row = desk.services.desk.row(number)
        assert row.marks == (None, None, 3)


def test_lists_are_filtered_and_searched_in_both_languages(tmp_path):
    with a_desk(tmp_path, cases=4) as desk:
        cases = desk.services.desk.cases

        def numbers(query: CaseQuery) -> set[str]:
            return {row.number for row in cases(query)}

        areas = {case.number: case.headers.area for case in desk.cases}
        chosen = Area.INFRASTRUCTURE
        assert numbers(CaseQuery(areas=frozenset({chosen}))) == {
            number for number, area in areas.items() if area is chosen
        }
        assert numbers(CaseQuery(search="珊瑚链")) == {"WIC-2026-002"}
        assert numbers(CaseQuery(search="coral chain")) == {"WIC-2026-002"}
        desk.score("WIC-2026-003")
        assert numbers(CaseQuery(states=frozenset({CaseState.SIGNED}))) == {"WIC-2026-003"}
        by_number = [row.number for row in cases(CaseQuery(sort=CaseSort.NUMBER, descending=True))]
        assert by_number == sorted(areas, reverse=True)
        in_chinese = cases(CaseQuery(sort=CaseSort.TITLE), Language.ZH)
        titles = [row.name.best(Language.ZH) for row in in_chinese]
        assert titles == sorted(titles, key=str.lower)


def test_the_order_of_cases_and_criteria_is_the_persons_own(tmp_path):
    with (
        a_desk(tmp_path / "one", cases=12, released=False) as one,
        a_desk(tmp_path / "same", cases=12, released=False, device=2) as same,
        a_desk(tmp_path / "two", cases=12, released=False, person="p-two") as two,
    ):
        assert one.numbers == same.numbers
        assert one.numbers != two.numbers
        assert sorted(one.numbers) == sorted(two.numbers)
        order = one.services.desk.criteria_order()
        assert order == same.services.desk.criteria_order()
        assert sorted(order) == sorted(CRITERIA)


def test_an_opened_case_has_text_alignments_answers_and_place(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        place = ReadingPlace(Element.MODALITIES, 3, "stacked")
        desk.services.desk.mark_read(number, place)
        view = desk.services.desk.open(number)
        case = next(case for case in desk.cases if case.number == number)
        assert (view.case, view.answers, view.place) == (case, Answers(), place)
        texts = texts_of(case, Element.BENEFITS)
        units = texts[0].units, texts[1].units
        expected = with_sentences(align(*units, bundled_lexicon()), *units, bundled_lexicon())
        assert view.alignments[Element.BENEFITS] == expected
        assert (view.kept_at, view.standing) == (None, None)


def kept_alignments(desk) -> dict[str, bytes]:
    with desk.store.read() as connection:
        return {row.key: row.content for row in connection.execute(select(alignment))}


def test_alignments_of_an_earlier_version_are_computed_anew_and_kept(tmp_path):
    with a_desk(tmp_path, cases=1) as desk:
        kept = kept_alignments(desk)

        def forget(connection) -> None:
            connection.execute(
                update(alignment).values(key="of-an-earlier-version-" + alignment.c.key)
            )

        desk.store.perform(forget)
        first = desk.services.desk.open(desk.numbers[0])
        assert kept.items() <= kept_alignments(desk).items()
        assert desk.services.desk.open(desk.numbers[0]).alignments == first.alignments
        assert len(kept_alignments(desk)) == 2 * len(kept)


def test_an_unreleased_case_does_not_open(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        with pytest.raises(CaseNotOpen):
            desk.services.desk.open(desk.numbers[0])
        with pytest.raises(CaseNotOpen):
            desk.services.desk.row("WIC-2026-999")


def test_an_attachment_is_decrypted_in_memory_only(tmp_path):
    with a_desk(tmp_path) as desk:
        attachment = desk.cases[0].attachments[0]
        assert desk.services.desk.attachment(attachment.sha256) == a_pdf()
        plain = [
            path for path in tmp_path.rglob("*") if path.is_file() and b"%PDF" in path.read_bytes()
        ]
        assert plain == []


def test_a_damaged_missing_or_unreleased_attachment_is_told(tmp_path):
    with a_desk(tmp_path / "one", released=False) as desk, pytest.raises(CaseNotOpen):
        desk.services.desk.attachment(desk.cases[0].attachments[0].sha256)
    with a_desk(tmp_path / "two") as desk:
        sha256 = desk.cases[0].attachments[0].sha256
        entry = next(f.entry for f in desk.batch.files if f.entry.sha256 == sha256)
        path = blob_path(desk.store.folder, entry.cipher_sha256)
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
        with pytest.raises(UnreadableAttachment):
            desk.services.desk.attachment(sha256)
        path.unlink(missing_ok=True)
        with pytest.raises(UnreadableAttachment):
            desk.services.desk.attachment(sha256)
        with pytest.raises(UnreadableAttachment):
            desk.services.desk.attachment("0" * 64)


def test_flags_tell_what_can_be_counted(tmp_path):
    with a_desk(tmp_path, cases=13) as desk:  # as many as it takes to have each of these
        flags = {row.number: row.flags for row in desk.services.desk.cases()}
        for case in desk.cases:
            one = len(set(case.headers.countries.codes)) < 2
            assert (CaseFlag.ONE_COUNTRY in flags[case.number]) is one
            assert (CaseFlag.ENTERED_BEFORE in flags[case.number]) is (
                case.entered_before is not None
            )
            assert (CaseFlag.ONE_LANGUAGE in flags[case.number]) is (len(case.languages) == 1)
            missing = any(
                not (text.zh and text.en) if len(case.languages) > 1 else not (text.zh or text.en)
                for text in map(case.elements.of, Element)
            )
            assert (CaseFlag.ELEMENT_MISSING in flags[case.number]) is missing
        assert {flag for found in flags.values() for flag in found} >= {
            CaseFlag.ONE_COUNTRY,
            CaseFlag.ENTERED_BEFORE,
            CaseFlag.ONE_LANGUAGE,
            CaseFlag.ELEMENT_MISSING,
        }
