"""What was lost on its way is asked again in the same conversation; what was refused is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.errors import AnswerCutOff, NoConnection, NotOurServer
from tests.builders.enrolled import Enrolled, an_enrolled
from tests.builders.server import ServerFolder
from tests.unit.sync.network import (
    TRIES,
    Answer,
    Network,
    altered,
    cut_off,
    cut_off_in_its_head,
    lost,
    said,
)

pytestmark = pytest.mark.campaign

PAGE = said(b"<html>Welcome</html>", content_type="text/html")
LATER = said(b"later", status=503, content_type="text/plain", retry_after="3600")
SLOWLY = said(b"slowly", status=429, content_type="text/plain")


@pytest.fixture
def desk(tmp_path: Path, folder: ServerFolder, network: Network) -> Iterator[Enrolled]:
    """With the patience of the app as it is installed."""
    with an_enrolled(tmp_path / "desk", network.address, folder.people["reviewer"]) as enrolled:
        yield enrolled


@pytest.fixture
def declared(desk: Enrolled, network: Network) -> Enrolled:
    """With something to hand in."""
    desk.sync()
    desk.declare()
    network.asked.clear()
    return desk


def flipped(body: bytes) -> bytes:
    return body[:-1] + bytes([body[-1] ^ 1])


@pytest.mark.parametrize(
    "damage", [lost, cut_off(10), cut_off_in_its_head, altered(flipped), said(b"{}")]
)
@pytest.mark.parametrize("path", ["/v1/state", "/v1/packets"])
def test_a_sync_goes_on_though_answers_are_lost(
    declared: Enrolled, network: Network, path: str, damage: Answer
) -> None:
    network.spoil(path, *[damage] * (TRIES - 1))
    report = declared.sync()
    assert (len(report.received), network.count("/v1/hello")) == (1, 1)


@pytest.mark.parametrize(
    ("damage", "failure"),
    [(lost, NoConnection), (cut_off(10), AnswerCutOff), (altered(flipped), NotOurServer)],
)
def test_it_is_given_up_and_the_next_sync_goes_on(
    declared: Enrolled, network: Network, damage: Answer, failure: type[Exception]
) -> None:
    network.spoil("/v1/packets", *[damage] * TRIES)
    with pytest.raises(failure):
        declared.sync()
    assert network.count("/v1/packets") == TRIES
    assert len(declared.sync().received) == 1


@pytest.mark.parametrize(
    ("path", "damage"),
    [
        *(("/v1/packets", PAGE), ("/v1/packets", LATER), ("/v1/packets", SLOWLY)),
        *(("/v1/state", LATER), ("/v1/hello", lost), ("/v1/hello", said(b"{}"))),
    ],
)
def test_a_page_a_busy_gateway_and_a_server_that_was_not_met_are_not_asked_again(
    declared: Enrolled, network: Network, path: str, damage: Answer
) -> None:
    network.spoil(path, damage)
    with pytest.raises((NotOurServer, NoConnection)):
        declared.sync()
    assert network.count(path) == 1


def test_files_go_on_where_they_broke_off(desk: Enrolled, network: Network) -> None:
    network.spoil("/v1/blobs", *[cut_off(100)] * (TRIES - 1))
    report = desk.sync()
    assert report.batch is not None
    assert report.batch.files_waiting == 0
    ranges = [headers["range"] for headers in network.headers if "range" in headers]
    assert ranges == ["bytes=100-", "bytes=200-"]
