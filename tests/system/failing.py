"""A disk that answers some calls of a running process, on some of its files, with an error."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

FLUSHES = "fsync,fdatasync"
WRITES = "write,pwrite64,writev,pwritev"
READS = "read,pread64,readv,preadv"
PATIENCE = 20  # seconds


def can_fail() -> bool:
    """Whether a process can be traced here, and its calls be answered in the disk's place."""
    strace = shutil.which("strace")
    words = (strace, "-f", "-qq", "-o", os.devnull, "-e", "inject=fsync:error=EIO", "true")
    return bool(strace) and subprocess.run(words, capture_output=True, check=False).returncode == 0


def database(file: Path) -> tuple[Path, ...]:
    """The files of an SQLite database."""
    return file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-journal")


def failing(
    calls: str, files: Iterable[Path], *, of: int, error: str = "EIO"
) -> AbstractContextManager[list[str]]:
    """In the block, `calls` of the process `of` on these files, or on all, end with `error`.

    The list is filled after the block: a line for each call that was answered so.
    """
    return _answering(calls, f"error={error}", files, of)


def lying(file: Path, *, of: int, after: int) -> AbstractContextManager[list[str]]:
    """In the block, what the process reads of a file begins with other bytes, after some reads."""
    return _answering("read", f"poke_exit=@arg2=41414141:when={after + 1}+", (file,), of)


@contextmanager
def _answering(calls: str, how: str, files: Iterable[Path], of: int) -> Iterator[list[str]]:
    told: list[str] = []
    on = [word for file in files for word in ("-P", str(file))]
    inject = ("-e", f"trace={calls}", "-e", f"inject={calls}:{how}")
    strace = shutil.which("strace")
    assert strace is not None
    tracing = subprocess.Popen(
        [strace, "-f", "-qq", *inject, *on, "-p", str(of)],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _until(lambda: _tracers(of) == {tracing.pid})
        yield told
    finally:
        tracing.send_signal(signal.SIGINT)
        _, said = tracing.communicate(timeout=PATIENCE)
        told += [line for line in said.splitlines() if "(INJECTED" in line]
        _until(lambda: _tracers(of) <= {0})


def _tracers(process: int) -> set[int]:
    """Who traces the threads of a process; 0 is nobody."""
    found = set()
    for task in Path(f"/proc/{process}/task").glob("*/status"):
        try:
            lines = task.read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            continue  # a thread that has ended meanwhile
        found |= {int(line.split()[1]) for line in lines if line.startswith("TracerPid")}
    return found


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends, "the tracer neither came nor went"
        time.sleep(0.01)
