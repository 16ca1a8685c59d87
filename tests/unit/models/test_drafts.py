"""Drafts are append-only; undo is one more revision."""

from review_protocol.documents.score import Answers
from reviewer_app.models.case_list import marks_of
from reviewer_app.models.drafts import (
    draft_history,
    keep_draft,
    marks_text,
    newest_draft,
    undo_draft,
)
from reviewer_app.models.figures import desk_figures
from tests.unit.models.packets import CASE, NOW, SOME_HASH, some_answers

ONE, TWO, THREE, FOUR = (some_answers(mark) for mark in (1, 2, 3, 4))


def keep(store, *answers):
    for each in answers:
        with store.write() as connection:
            keep_draft(connection, CASE, SOME_HASH, each, NOW)


def undo(store):
    with store.write() as connection:
        revision = undo_draft(connection, CASE, NOW)
    return None if revision is None else revision.answers


def history(store):
    with store.read() as connection:
        return [revision.answers for revision in draft_history(connection, CASE)]


def test_the_newest_revision_is_the_draft_and_all_are_kept(store):
    with store.read() as connection:
        assert newest_draft(connection, CASE) is None
        assert desk_figures(connection, ()).last_kept is None
    keep(store, ONE, TWO)
    with store.read() as connection:
        newest = newest_draft(connection, CASE)
        assert desk_figures(connection, ()).last_kept == NOW
    assert newest is not None
    assert (newest.answers, newest.case_hash, newest.kept_at) == (TWO, SOME_HASH, NOW)
    assert history(store) == [ONE, TWO]


def test_what_is_kept_already_is_not_kept_again(store):
    keep(store, ONE, ONE, TWO, TWO, ONE)
    assert history(store) == [ONE, TWO, ONE]


def test_undo_goes_back_step_by_step_to_the_empty_sheet(store):
    keep(store, ONE, TWO, THREE)
    assert [undo(store) for _ in range(4)] == [TWO, ONE, Answers(), None]
    assert history(store) == [ONE, TWO, THREE, TWO, ONE, Answers()]


def test_what_is_typed_after_an_undo_can_be_undone_too(store):
    keep(store, ONE, TWO)
    assert undo(store) == ONE
    keep(store, FOUR)
    assert [undo(store), undo(store)] == [ONE, Answers()]


def test_marks_beside_the_document():
    mixed = ONE.replaced(ONE.criteria[1].model_copy(update={"mark": "cannot_judge"}))
    mixed = mixed.replaced(ONE.criteria[2].model_copy(update={"mark": None}))
    assert marks_of(marks_text(mixed)) == (1, "cannot_judge", None)
    assert marks_of(None) == ()
