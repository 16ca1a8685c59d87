"""One life of the central server: its own command line, until somebody kills it."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

# loaded before the processes are forked, so that a life begins at once
import central_server.serving  # noqa: F401
from central_server.cli.main import main
from tests.torture.points import POINTS, STARTING, Point, die_at, wrap
from tests.torture.sabotage import SABOTAGES

LISTENING = Point("the server listens", "central_server.cli.commands.serving:_announce", "after")


@dataclass(frozen=True)
class ServerLife:
    """`point` and `times` say where it ends, if the parent does not."""

    home: Path
    port: int
    log: Path
    point: str | None = None
    times: int = 1
    sabotage: str | None = None


def serve(life: ServerLife, parent: Connection) -> None:
    """`central-server serve`; an end that nobody forced is told to the parent."""
    log = os.open(life.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for standard in (1, 2):
        os.dup2(log, standard)
    if life.sabotage is not None:
        SABOTAGES[life.sabotage]()
    point = None if life.point is None else POINTS[life.point]
    if point is not None and point in STARTING:
        die_at(point, life.times)

    def listening() -> None:
        if point is not None and point not in STARTING:
            die_at(point, life.times)  # only now: a start writes too, and nobody waits for it
        parent.send(("ready", None))

    wrap(LISTENING, listening)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    code = main(["--home", str(life.home), "--lang", "en", "serve", "--port", str(life.port)])
    sys.stdout.flush()
    parent.send(("fault", f"the server ended by itself with {code}: see its log"))


def _end_with(parent: Connection) -> None:
    """Nothing is ever sent: the pipe ends when the parent does."""
    try:
        parent.recv()
    except EOFError:
        os._exit(1)
