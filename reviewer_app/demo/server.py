"""A real central server, run as a process of its own by its own command line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

LISTENS_WITHIN = 30.0
"""Seconds that a server may take to listen."""
STOPS_WITHIN = 25.0
"""Seconds that it may take to stop before it is killed."""
_LOOK_AGAIN = 0.02


@dataclass(eq=False)
class ServerTrouble(Exception):
    """A command of the server failed, or the process did not listen; `told` are its last words."""

    act: str
    told: str

    def __str__(self) -> str:
        return f"central-server {self.act} failed:\n{self.told.strip()}"


@dataclass(slots=True)
class CentralServer:
    """The server in one folder: its commands, and its process; the port stays the same."""

    home: Path
    log: Path
    port: int = 0
    command: tuple[str, ...] = (sys.executable, "-m", "central_server")
    environment: Mapping[str, str] = field(default_factory=dict)
    serving_words: tuple[str, ...] = ()
    """More arguments of `serve`."""
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def run(self, *arguments: str) -> str:
        """Run one command to its end; answers what it printed. Raises ServerTrouble."""
        done = subprocess.run(
            [*self.command, "--home", str(self.home), "--lang", "en", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self._surroundings(),
            check=False,
        )
        if done.returncode != 0:
            raise ServerTrouble(arguments[0], done.stdout + done.stderr)
        return done.stdout

    def take_port(self) -> None:
        """Choose a free port, so that letters can name the address before anybody listens."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def start(self) -> None:
        """Serve, and come back when it listens; raises ServerTrouble."""
        if self.running:
            return
        port_file = self.home.with_name(f"{self.home.name}.port")
        port_file.unlink(missing_ok=True)
        where = ("--port", str(self.port), "--port-file", str(port_file))
        words = ("serve", *where, *self.serving_words)
        begins = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self.command, "--home", str(self.home), "--lang", "en", *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._surroundings(),
            )
        deadline = time.monotonic() + LISTENS_WITHIN
        while not port_file.exists():
            if not self.running or time.monotonic() > deadline:
                self.stop()
                told = self.log.read_bytes()[begins:].decode("utf-8", "replace")
                raise ServerTrouble("serve", told or "it does not listen")
            time.sleep(_LOOK_AGAIN)
        self.port = int(port_file.read_text(encoding="ascii"))

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            process.wait()

    def _surroundings(self) -> dict[str, str]:
        return {**os.environ, "PYTHONUTF8": "1", **self.environment}


@contextmanager
def serving(server: CentralServer) -> Iterator[CentralServer]:
    """The server, started; stopped in any case at the end."""
    try:
        server.start()
        yield server
    finally:
        server.stop()
