"""Runs the HTTP interface until it is told to stop, and tells where it listens."""

from __future__ import annotations

import errno
import gc
import ipaddress
import json
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import uvicorn

from central_server.failures import CannotServe, PublicAddress
from central_server.files import write_whole
from central_server.http.app import create_app
from central_server.http.patience import MOST_CONNECTIONS, PatientProtocol
from central_server.server import Server
from central_server.tls import is_open_to_others, require_certificate, require_modern

_LOGGERS = ("central_server", "uvicorn")
_GRACE_SECONDS = 20
_WAITING_CONNECTIONS = 128
_COLLECT_AFTER = 50_000  # objects
_SWITCH_SECONDS = 0.001


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; port 0 picks a free one. Beyond this machine TLS or a proxy is needed."""

    host: str = "127.0.0.1"
    port: int = 0
    certfile: Path | None = None
    keyfile: Path | None = None
    behind_proxy: bool = False

    def require_safe(self) -> None:
        """Raises PublicAddress for an address beyond this machine without TLS."""
        if not (self.certfile or self.behind_proxy or _is_loopback(self.host)):
            raise PublicAddress(self.host)

    def key_is_open(self) -> bool:
        """Whether others on this machine can read the TLS key."""
        return (
            self.keyfile is not None and self.keyfile.exists() and is_open_to_others(self.keyfile)
        )

    @property
    def scheme(self) -> str:
        return "https" if self.certfile else "http"


def serve(
    server: Server,
    address: Address,
    *,
    announce: Callable[[str], None],
    port_file: Path | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT; what is in flight is finished.

    `announce` is given `listening on URL` once, when connections are taken; the port file is
    written then. Raises PublicAddress, CannotServe.
    """
    address.require_safe()
    require_certificate(address.certfile, address.keyfile, now=server.clock())
    if port_file is not None and not port_file.absolute().parent.is_dir():
        raise CannotServe(str(port_file), "port-file")
    with _bound(address) as listening:
        port = listening.getsockname()[1]
        host = f"[{address.host}]" if ":" in address.host else address.host

        def started() -> None:
            if port_file is not None:
                write_whole(port_file, f"{port}\n".encode("ascii"))
            announce(f"listening on {address.scheme}://{host}:{port}")

        with _logging(), _signals_are_ours(), _rare_collections(), _quick_switches():
            _Uvicorn(_config(server, address), started).run(sockets=[listening])


class _Uvicorn(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, started_once: Callable[[], None]) -> None:
        super().__init__(config)
        self._started_once = started_once

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to take connections, then tell."""
        await super().startup(sockets)
        if self.started:
            self._started_once()


class JsonLines(logging.Formatter):
    """One JSON object a line. Of an error only its class and place: messages may hold contents."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line |= fields
        elif record.exc_info and record.exc_info[1] is not None:
            line |= _place(record.exc_info[1])
        else:
            line["message"] = record.getMessage()
        return json.dumps(line, ensure_ascii=False)


def _place(error: BaseException) -> dict[str, object]:
    trace = error.__traceback__
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return {"error": type(error).__name__, "frames": frames[-8:]}


def _config(server: Server, address: Address) -> uvicorn.Config:
    config = uvicorn.Config(
        create_app(server),
        http=PatientProtocol,
        limit_concurrency=MOST_CONNECTIONS,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        proxy_headers=address.behind_proxy,
        forwarded_allow_ips="127.0.0.1" if address.behind_proxy else None,
        ssl_certfile=address.certfile,
        ssl_keyfile=address.keyfile,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        ws="none",
    )
    config.load()
    require_modern(config.ssl)
    return config


@contextmanager
def _bound(address: Address) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # asyncio turns Nagle's delay (40 ms an answer) off only where the protocol is named
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place = f"{address.host}:{address.port}"
        try:
            listening.bind((address.host, address.port))
            listening.listen(_WAITING_CONNECTIONS)
        except OSError as error:
            taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
            raise CannotServe(place, "in-use" if taken else "no-address") from error
        yield listening


@contextmanager
def _logging() -> Iterator[None]:
    """Log lines on stderr while serving."""
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(JsonLines())
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(lines)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(lines)


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for garbage in cycles less often: a delivery makes thousands of objects and no cycle.

    With Python's own thresholds that search was a third of the time of a delivery.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def _quick_switches() -> Iterator[None]:
    """Let threads that come back from the disk have their turn soon.

    With Python's own 5 ms, whoever opens a delivery keeps the writer waiting that long after every
    step of a commit; a commit has twenty.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@contextmanager
def _signals_are_ours() -> Iterator[None]:
    """uvicorn raises a caught signal again when it has stopped; what follows must still run."""
    caught = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, _stay) for number in caught}
    try:
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)


def _stay(number: int, frame: FrameType | None) -> None:
    """Stopping was asked for and is done."""


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
