"""Drafts: kept at once, append-only, undone step by step."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from review_protocol.documents.score import Answers, CriterionAnswer
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.store import open_store
from tests.builders.desk import a_desk, some_answers


def a_beginning(mark: int) -> Answers:
    return Answers().replaced(CriterionAnswer(criterion="benefits", mark=mark))


def test_what_is_kept_is_on_the_disk_before_keep_returns(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        kept = desk.services.scoring.keep(number, a_beginning(6))
        other = open_store(tmp_path / "profile", desk.vault.database_key)
        try:
            with other.read() as connection:
                rows = connection.execute(
                    text("SELECT case_number, kept_at FROM draft_revision")
                ).all()
        finally:
            other.close()
        assert rows == [(number, kept.at)]


def test_every_change_stays_in_the_history(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        for mark in (4, 5, 6):
            desk.services.scoring.keep(number, a_beginning(mark))
        history = desk.services.scoring.history(number)
        assert [kept.answers.answer("benefits").mark for kept in history] == [4, 5, 6]
        assert [kept.at for kept in history] == sorted({kept.at for kept in history})


def test_undo_goes_back_step_by_step_and_forgets_nothing(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        scoring = desk.services.scoring
        scoring.keep(number, a_beginning(4))
        scoring.keep(number, a_beginning(5))
        assert scoring.undo(number).answers == a_beginning(4)
        assert scoring.undo(number).answers == Answers()
        assert scoring.undo(number) is None
        assert len(scoring.history(number)) == 4
        assert desk.services.desk.open(number).answers == Answers()


def test_a_draft_cannot_be_changed_or_deleted_behind_the_services(tmp_path):
    with a_desk(tmp_path) as desk:
        desk.services.scoring.keep(desk.numbers[0], a_beginning(4))
        for statement in ("UPDATE draft_revision SET missing = 0", "DELETE FROM draft_revision"):
            with pytest.raises(DBAPIError), desk.store.write() as connection:
                connection.execute(text(statement))


def test_nothing_is_kept_on_a_case_that_is_not_released(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        with pytest.raises(CaseNotOpen) as refused:
            desk.services.scoring.keep(desk.numbers[0], some_answers())
        assert refused.value.case == desk.numbers[0]
        assert desk.services.scoring.history(desk.numbers[0]) == ()
