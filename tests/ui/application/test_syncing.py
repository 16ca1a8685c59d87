"""One sync at a time, by hand or by itself; what is due is sent without being asked for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.errors import ConnectionStep, NoConnection, WrongPassphrase
from reviewer_app.services.rows import DeliveryState, OutboxRow, SyncReport
from reviewer_app.sync.clock import moment
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.syncing import Syncing, is_due
from tests.ui.wires import AT, Wire


class SettableClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def a_row(next_try: str | None, state: DeliveryState = DeliveryState.SIGNED) -> OutboxRow:
    return OutboxRow("p", "score", None, None, AT, state, None, None, 0, next_try)


class Desk:
    def __init__(self) -> None:
        self.wire, self.clock = Wire(), SettableClock()
        self.network, self.database = Lane("network", 3), Lane("desk")
        self.steady = 0.0
        self.syncing = Syncing(
            self.wire, self.network, self.database, self.clock, steady=lambda: self.steady
        )
        self.synced: list[SyncReport] = []
        self.syncing.synced.connect(self.synced.append)

    def settle(self) -> None:
        for _ in range(3):
            assert self.database.wait_idle()
            assert self.network.wait_idle()

    def look(self, after: timedelta) -> int:
        """Let time pass and the timer fire; how many syncs that made."""
        before = self.wire.syncs
        self.clock.now += after
        self.syncing._timer.timeout.emit()
        self.settle()
        return self.wire.syncs - before


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.wire.go.set()
    desk.syncing.stop()
    desk.network.close()
    desk.database.close()


def test_a_sync_asked_for_while_one_runs_follows_it_once(desk: Desk):
    """What was signed after the first had sent its packets would wait for long."""
    desk.wire.go.clear()
    for _ in range(3):
        desk.syncing.sync()
    assert (desk.wire.syncs, desk.syncing.state.again) == (1, True)
    desk.wire.go.set()
    desk.settle()
    assert (desk.wire.syncs, len(desk.synced)) == (2, 2)
    assert (desk.syncing.state.running, desk.syncing.state.again) == (False, False)


def test_a_sync_by_itself_does_not_follow_one_that_runs(desk: Desk):
    desk.wire.go.clear()
    desk.syncing.sync()
    desk.syncing._first.timeout.emit()
    desk.wire.go.set()
    desk.settle()
    assert desk.wire.syncs == 1


def test_nothing_follows_a_sync_that_was_cancelled(desk: Desk):
    desk.wire.go.clear()
    desk.syncing.sync()
    desk.syncing.sync()
    desk.syncing.cancel()
    desk.wire.go.set()
    desk.settle()
    assert (desk.wire.syncs, desk.syncing.state.running) == (1, False)


def test_offline_since_stays_the_first_failure_until_a_sync_succeeds(desk: Desk):
    desk.wire.failure = NoConnection("https://reviews.example.org", ConnectionStep.NAME)
    desk.syncing.sync()
    desk.settle()
    desk.clock.now += timedelta(hours=1)
    desk.syncing.sync()
    desk.settle()
    assert desk.syncing.state.offline_since == AT
    desk.wire.failure = None
    desk.syncing.sync()
    desk.settle()
    assert (desk.syncing.state.offline_since, desk.syncing.state.failure) == (None, None)


def test_another_failure_is_not_offline(desk: Desk):
    desk.wire.failure = WrongPassphrase()
    desk.syncing.sync()
    desk.settle()
    assert desk.syncing.state.offline_since is None
    assert desk.syncing.state.failure is desk.wire.failure


def test_what_is_due_is_sent_by_itself_and_not_before(desk: Desk):
    desk.syncing.sync()
    desk.settle()
    desk.wire.rows = (a_row("2026-07-20T09:05:00Z"),)
    assert desk.look(timedelta(minutes=2)) == 0
    assert desk.look(timedelta(minutes=4)) == 1


def test_without_anything_to_send_news_are_asked_for_now_and_then(desk: Desk):
    desk.syncing.sync()
    desk.settle()
    assert desk.look(timedelta(minutes=14)) == 0
    assert desk.look(timedelta(minutes=2)) == 1


def test_a_long_act_is_shown_and_can_be_cancelled(desk: Desk):
    desk.wire.go.clear()
    desk.syncing.sync()
    act = desk.syncing.state.act
    assert act is not None
    assert act.can_cancel
    desk.syncing.cancel()
    desk.wire.go.set()
    desk.settle()
    assert desk.syncing.state.act is None
    assert desk.synced == []


@pytest.mark.parametrize(
    ("row", "due"),
    [
        (a_row(None), True),
        (a_row(AT), True),
        (a_row("2026-07-20T09:00:01Z"), False),
        (a_row(None, DeliveryState.RECEIVED), False),
    ],
)
def test_due(row: OutboxRow, due: bool):
    assert is_due([row], moment(AT)) is due


def test_a_clock_set_back_two_years_does_not_stop_the_syncs(desk: Desk):
    desk.syncing.sync()
    desk.settle()
    desk.clock.now -= timedelta(days=730)
    desk.steady += 16 * 60
    assert desk.look(timedelta()) == 1


def test_a_next_try_of_a_clock_that_has_jumped_is_due(desk: Desk):
    desk.syncing.sync()
    desk.settle()
    desk.wire.rows = (a_row("2028-07-20T09:05:00Z"),)
    assert desk.look(timedelta(minutes=2)) == 1
