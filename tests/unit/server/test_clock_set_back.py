"""The server's clock is set back while the server stands still: the log's times do not go back."""

import logging

import pytest

from central_server.cli.main import main
from central_server.http.app import create_app
from central_server.log import last_time, log_size
from central_server.server import Server, open_server
from tests.builders.desks import TestDesk, in_process


def test_times_in_the_log_never_go_back_across_a_restart(folder, caplog):
    with folder.open() as server:
        TestDesk(in_process(create_app(server)), folder.people["chair"].secret).enrol()
        with server.store.read() as connection:
            before = last_time(connection)
    folder.clock.forward(days=-500)
    with caplog.at_level(logging.WARNING), open_server(folder.path, clock=folder.clock) as server:
        assert server.now() == before
        TestDesk(in_process(create_app(server)), folder.people["reviewer"].secret).enrol()
        with server.store.read() as connection:
            assert last_time(connection) == before
    assert "the clock is behind the log" in caplog.text


COMMANDS = {
    "notice": ("notice", "--all", "--en", "A word to all.", "--zh", "告知各位。"),
    "invite": ("invite", "--name", "Lin Xi", "--country", "CN"),
    "extend-round": ("extend-round", "1", "--closes", "2099-01-01T18:00", "--reason", "Asked for."),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_nor_by_a_command_of_the_operator(folder, command):
    with folder.open() as server:
        TestDesk(in_process(create_app(server)), folder.people["chair"].secret).enrol()
        before, size = last_leaf(server)
    folder.clock.forward(days=-500)
    assert main(["--home", str(folder.path), *command], clock=folder.clock) == 0
    with folder.open() as server:
        after, grown = last_leaf(server)
    assert grown > size
    assert after == before


def last_leaf(server: Server) -> tuple[str | None, int]:
    with server.store.read() as connection:
        return last_time(connection), log_size(connection)
