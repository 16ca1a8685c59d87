"""The server's clock is set back while the server stands still: the log's times do not go back."""

import logging

from central_server.http.app import create_app
from central_server.log import last_time
from central_server.server import open_server
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
