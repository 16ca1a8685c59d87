"""The real server process, and a transport to it over TCP."""

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.builders.desks import Reply, Transport

PATIENCE = 30  # seconds


@dataclass
class ServerProcess:
    """A running `central-server serve`."""

    process: subprocess.Popen[str]
    url: str
    log: Path

    @property
    def transport(self) -> Transport:
        """Requests over TCP, a connection each."""
        address = urlsplit(self.url)

        def call(method: str, target: str, headers: dict[str, str], body: bytes) -> Reply:
            connection = http.client.HTTPConnection(
                address.hostname or "", address.port, timeout=PATIENCE
            )
            try:
                connection.request(method, target, body=body, headers=headers)
                answer = connection.getresponse()
                given = {name.lower(): text for name, text in answer.getheaders()}
                return Reply(answer.status, given, answer.read())
            finally:
                connection.close()

        return call

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask the process to end, and answer its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def a_server_process(
    home: Path, *arguments: str, log: Path | None = None
) -> Iterator[ServerProcess]:
    """Serve a folder in a process of its own, and end it."""
    log = log or home.parent / "server.log"
    command = [sys.executable, "-m", "central_server", "--home", str(home), "serve", *arguments]
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            env=os.environ | {"LANG": "C.UTF-8"},
        )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "http" in line, log.read_text(encoding="utf-8")
        yield ServerProcess(process, line.split()[-1], log)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)
        assert process.stdout is not None
        process.stdout.close()
