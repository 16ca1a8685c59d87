"""Where staff want six words read first: all but texts and others' packets, until they are."""

from pathlib import Path

import pytest

from central_server.cli.main import main
from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import AnswerCutOff, NoConnection
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.six_words import are_awaited
from reviewer_app.services.six_words import six_words_look
from tests.builders.server import ServerFolder, a_server_folder
from tests.unit.sync.by_file import FREE, ByFile
from tests.unit.sync.desks import Desk
from tests.unit.sync.network import Network, lost

pytestmark = pytest.mark.campaign


@pytest.fixture
def folder(tmp_path: Path) -> ServerFolder:
    return a_server_folder(tmp_path, cases=3, confirm_devices=True)


def awaited(desk: Desk) -> bool:
    with desk.store.read() as connection:
        return are_awaited(connection)


def call(desk: Desk, folder: ServerFolder) -> None:
    """Read the words that the desk shows to the operator, who types them."""
    with desk.store.read() as connection:
        words = six_words_look(connection).words
    heard = " ".join(word.zh for word in words)
    home = ("--home", str(folder.path))
    assert (
        main([*home, "confirm-device", desk.vault.kid, "--words", heard], clock=folder.clock) == 0
    )


def test_texts_come_with_the_sync_after_the_call(desk, folder, network):
    desk.sync()
    desk.declare(**FREE)
    report = desk.sync()
    assert (awaited(desk), report.delivered, len(report.held)) == (True, 1, 1)
    assert set(desk.states().values()) == {"awaiting_release"}
    assert network.count("/v1/packets?") == 0
    call(desk, folder)
    report = desk.sync()
    assert (awaited(desk), report.batch.released) == (False, 3)
    assert set(desk.states().values()) == {"unread"}
    assert network.count("/v1/packets?after=0&whose=own") == 1


def test_what_was_signed_before_is_held_until_the_sync_after_the_call(desk, folder):
    desk.sync()
    desk.declare(**FREE)
    (held,) = desk.sync().held
    call(desk, folder)
    desk.sync()
    (row,) = (each for each in desk.packets() if each.id == held)
    assert row.disposition is Disposition.COUNTED


def test_what_is_settled_is_asked_once(desk, folder, network):
    call(desk, folder)
    desk.sync()
    desk.sync()
    assert network.count("/v1/device") == 1


def test_it_is_asked_again_under_another_log(desk, folder, network):
    """A restored server may have forgotten the call."""
    call(desk, folder)
    desk.sync()
    with desk.store.write() as connection:
        assert text_of(connection, FactName.WORDS_SETTLED) == "reviews.example.org/log/1"
        keep_fact(connection, FactName.WORDS_SETTLED, "reviews.example.org/log/0")
    desk.sync()
    assert network.count("/v1/device") == 2


def test_cut_off_between_the_word_and_the_batch_the_next_sync_brings_it(desk, folder, network):
    desk.sync()
    desk.declare(**FREE)
    desk.sync()
    call(desk, folder)
    network.spoil("/v1/batch", lost)
    with pytest.raises((AnswerCutOff, NoConnection)):
        desk.sync()
    assert not awaited(desk)
    assert desk.sync().batch.released == 3


def test_a_chair_collects_nothing_before(desk_of, folder, network: Network):
    chair = desk_of("chair")
    assert chair.sync().collected == 0
    assert (awaited(chair), network.count("/v1/packets")) == (True, 0)
    call(chair, folder)
    chair.sync()
    assert network.count("/v1/packets?after=0") > 0


def test_by_file_it_is_the_same(by_file: ByFile, folder: ServerFolder) -> None:
    desk = by_file.desk
    desk.sync()
    assert awaited(desk)
    desk.declare(**FREE)
    answered = by_file.take(by_file.answer(by_file.hand_in()))
    assert (len(answered.held), answered.released, awaited(desk)) == (1, 0, True)
    call(desk, folder)
    assert by_file.take(by_file.batch()).released == 3
    assert not awaited(desk)
