"""Clocks that are years off or jump: what was signed arrives and counts, and time goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle, pairwise

import pytest

from central_server.clock import MonotoneClock
from review_protocol.documents.packet import ConflictAnswer
from reviewer_app.errors import NoConnection, NotOurServer
from reviewer_app.models.keys import Keys
from reviewer_app.models.rows import DeliveryState
from reviewer_app.services.preparing import Preparing
from reviewer_app.sync.backoff import is_due, next_try
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.clock import timestamp
from reviewer_app.sync.engine import SyncEngine
from tests.builders.tables import without_words
from tests.unit.sync.desks import ONE_TRY, Desk
from tests.unit.sync.network import lost, said

NOON = datetime(2026, 7, 20, 12, tzinfo=UTC)
TWO_YEARS = timedelta(days=730)
ALL = {f"n00{number}": ConflictAnswer.NONE for number in (1, 2, 3)}
CLOCKS = {
    "two years slow": (NOON - TWO_YEARS,),
    "two years fast": (NOON + TWO_YEARS,),
    "jumping at every look": (NOON, NOON + TWO_YEARS, NOON - TWO_YEARS),
    "before computers": (datetime(1970, 1, 1, tzinfo=UTC),),
}


@pytest.fixture(params=CLOCKS.values(), ids=CLOCKS)
def odd(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    """A desk with an odd clock."""
    shown: Iterator[datetime] = cycle(request.param)
    engine = SyncEngine(
        desk.store,
        Keys(desk.store.folder, desk.vault),
        Preparing(without_words()),
        connect=lambda server: ServerClient(server, transport=ONE_TRY),
        clock=lambda: next(shown),
        scatter=lambda: 0.0,
    )
    return Desk(desk.store, desk.vault, engine, [])


def test_everything_arrives_and_counts(odd: Desk, network):
    odd.sync()
    odd.declare(**ALL)
    odd.sync()
    scores = [odd.score(f"WIC-2026-00{number}") for number in (1, 2, 3)]
    network.spoil("/v1/packets", lost, said(b"", status=503, Retry_After="86400"))
    with pytest.raises(NoConnection):
        odd.sync()
    with pytest.raises(NotOurServer):
        odd.sync()
    assert set(odd.sync().received) == set(scores)
    assert {packet.state for packet in odd.packets()} == {DeliveryState.RECEIVED}
    assert set(odd.states().values()) == {"received"}


@pytest.mark.parametrize("jump", [-TWO_YEARS, -timedelta(hours=3), timedelta(), TWO_YEARS])
def test_the_next_try_is_never_put_off_for_years(jump: timedelta):
    """Noted by one clock, looked at by another."""
    noted = timestamp(next_try(NOON, 30, scatter=0.99, retry_after="999999999"))
    later = NOON + jump
    tried = [later + timedelta(hours=hour) for hour in range(60)]
    assert any(is_due(noted, moment) for moment in tried)


def test_the_servers_clock_may_jump_and_the_logs_time_does_not_go_back():
    shown = cycle([NOON, NOON + TWO_YEARS, NOON, NOON - TWO_YEARS])
    clock = MonotoneClock(lambda: next(shown))
    moments = [clock() for _ in range(5)]
    assert all(before <= after for before, after in pairwise(moments))
