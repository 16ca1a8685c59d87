"""What was sealed to the keys before, and what a hand-in file leaves out."""

from pathlib import Path

import pytest
from sqlalchemy import select

from central_server.cli.main import main
from review_protocol.documents.acts import RotationPacket
from reviewer_app.models.case_schema import file
from reviewer_app.services.rows import DeliveryState
from tests.builders.panel import never, print_nothing
from tests.unit.rotation.ground import CASES, Rotating

pytestmark = pytest.mark.campaign


def reply_to(rotating: Rotating, hand_in: Path) -> Path:
    replies = hand_in.with_suffix(".replies")
    home = ("--home", str(rotating.run.home))
    assert main([*home, "intake", str(hand_in), "--reply-dir", str(replies)]) == 0
    (reply,) = replies.iterdir()
    return reply


def saved(rotating: Rotating, path: Path) -> Path:
    rotating.desk.services.handover.save(path, print_nothing, never)
    return path


@pytest.mark.parametrize("answered_late", [True, False])
def test_a_reply_to_the_old_keys_is_opened_after_the_change(
    rotating: Rotating, tmp_path: Path, answered_late: bool
):
    """It brings its receipts; that the old keys are in use no more is no news."""
    score = rotating.score(CASES[0])
    hand_in = saved(rotating, tmp_path / "one.review-handin")
    early = None if answered_late else reply_to(rotating, hand_in)
    rotating.make()
    rotating.sync()
    reply = early or reply_to(rotating, hand_in)
    rotating.again()
    taken = rotating.desk.services.handover.take_in((reply,), print_nothing, never)
    assert taken.replies == 1
    assert score in rotating.counted()
    rotating.sync()


def test_a_hand_in_file_leaves_the_change_of_keys_out(rotating: Rotating, tmp_path: Path):
    """Its certificate comes by a connection alone, and the old keys would be held meanwhile."""
    score = rotating.score(CASES[0])
    rotating.make()
    reply = reply_to(rotating, saved(rotating, tmp_path / "one.review-handin"))
    taken = rotating.desk.services.handover.take_in((reply,), print_nothing, never)
    assert taken.received == (score,)
    (change,) = (e for e in rotating.desk.packets() if e.kind == RotationPacket.kind)
    assert change.state is DeliveryState.SIGNED
    later = rotating.score(CASES[1])
    reply = reply_to(rotating, saved(rotating, tmp_path / "two.review-handin"))
    taken = rotating.desk.services.handover.take_in((reply,), print_nothing, never)
    assert taken.received == (later,)


def test_texts_that_were_released_to_the_old_keys_stay_readable(rotating: Rotating):
    rotating.make()
    rotating.sync()
    rotating.again()
    for case in CASES:
        assert rotating.desk.services.desk.open(case) is not None
    with rotating.desk.store.read() as connection:
        keys = connection.execute(select(file.c.key).where(file.c.case_number.in_(CASES)))
        assert all(row.key for row in keys)
