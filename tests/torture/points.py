"""Named points in the real code at which a process is killed, without a hook in that code.

A point is a function, and whether the end comes before or after it. In the process that is to die
the function is wrapped; at the n-th time it is reached, the process sends itself SIGKILL.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from itertools import count
from typing import Any, Literal

Called = Callable[..., Any]
Reached = Callable[[], None]

When = Literal["before", "after", "inside", "closed"]


@dataclass(frozen=True)
class Point:
    """`target` is `module:name` or `module:Class.method`.

    `when` is before a call or after it; of a context manager, `inside` at the end of its block or
    when it is `closed`. `often` is the highest number of times that it is reached alive, plus one.
    The process rests for `rest` seconds before it dies: what its other threads had been given to
    send leaves in that time.
    """

    name: str
    target: str
    when: When
    often: int = 1
    rest: float = 0.0


DESK, SYNC, SERVICES = "reviewer_app.models.", "reviewer_app.sync.", "reviewer_app.services."
CENTRAL = "central_server."

ENROLLING = (
    Point("keys are made, and not noted as sent", SERVICES + "pending:write_atomically", "before"),
    Point("an enrolment is about to leave", SYNC + "client:ServerClient.enrol", "before"),
    Point("a certificate has come", SYNC + "client:ServerClient.enrol", "after"),
    Point("a migration is done, not committed", "alembic.command:upgrade", "after"),
    Point("a migration is committed", DESK + "migrate:_upgrade", "after"),
    Point(
        "a profile is about to be moved",
        SERVICES + "pending:PendingProfile.move_into_place",
        "before",
    ),
    Point("a profile is moved, its folder there", SERVICES + "pending:flush_folder", "before"),
)
FETCHING = (
    Point("a manifest is verified", SYNC + "taking_in:keep_files", "before"),
    Point("a manifest is kept", SYNC + "taking_in:TakingIn.manifest", "after"),
    Point("a part of a file is written", SYNC + "transfer:_write_all", "after", 12),
    Point("a .part is whole, not renamed", SYNC + "transfer:_digest", "after", 12),
    Point("a .part is renamed", SYNC + "transfer:flush_folder", "before", 12),
    Point("headers are taken in", SYNC + "taking_in:TakingIn.headers", "after"),
    Point("a released text is kept, not committed", DESK + "cases:keep_content", "after", 3),
    Point("a released text is committed", SYNC + "taking_in:TakingIn.content", "after", 3),
)
WORKING = (
    Point("a draft is kept, not committed", SERVICES + "scoring:keep_draft", "after", 9),
    Point("a draft is committed", SERVICES + "scoring:Scoring.keep", "after", 9),
    Point("a packet is signed, not committed", SERVICES + "signer:Signer.sign", "after", 3),
    Point("a signature or draft is committed", DESK + "store:Store.perform", "after", 12),
    Point("sending is about to be noted", DESK + "outbox:note_sending", "before", 3),
    Point("sending is noted, not committed", DESK + "outbox:note_sending", "after", 3),
    Point("a delivery is about to leave", SYNC + "session:DeviceSession.deliver", "before", 3),
    Point("a delivery is answered", SYNC + "session:DeviceSession.deliver", "after", 2),
    Point("receipts are proved", DESK + "outbox:note_all_received", "before", 2),
    Point("receipts are kept, not committed", DESK + "outbox:note_all_received", "after", 2),
    Point("the next try is noted, not committed", DESK + "outbox:note_next_try", "after", 2),
    Point("the log's growth is kept", SYNC + "engine:keep_log", "after", 2),
    Point("a page of the log is asked for", SYNC + "session:DeviceSession.entries", "before", 2),
    Point("a page of the log is read, not kept", SYNC + "log_reading:keep_own_leaves", "after", 2),
    Point("a page of the log is kept", SYNC + "log_reading:LogReading._keep", "after", 2),
    Point("the log is read, nothing concluded", SYNC + "log_reading:judge_quotes", "before", 2),
    Point("a transaction is about to be committed", DESK + "store:Store.write", "inside", 30),
    Point("a transaction is committed", DESK + "store:Store.write", "closed", 30),
)
LOOKING_AFTER = (
    Point("the keys are about to be written", DESK + "vault:write_atomically", "before"),
    Point("a file is flushed beside the old one", DESK + "disk:os.fsync", "after"),
    Point("the keys are written", DESK + "vault:write_atomically", "after"),
)
RENEWING = (
    Point(
        "new keys are written, the change not signed",
        SERVICES + "new_keys:rotation_proof",
        "before",
    ),
    Point("a change of keys is signed", SERVICES + "new_keys:NewKeys.make", "after"),
    Point(
        "the certificate of new keys is asked for",
        SYNC + "own_packets:OwnPackets.fetch_devices",
        "before",
    ),
    Point(
        "the certificate of new keys is here",
        SYNC + "own_packets:OwnPackets.fetch_devices",
        "after",
    ),
    Point("new keys are about to be used", DESK + "keys:turn_keys", "before"),
    Point("new keys are used, their certificate not", DESK + "keys:turn_keys", "after"),
    Point("the certificate of new keys is taken", SYNC + "new_keys:take_certificate", "after"),
)
BACKING_UP = (
    Point("a backup is about to be copied", DESK + "backups:copy_database", "before", 2),
    Point("a backup is copied, not verified", DESK + "backups:copy_database", "after", 2),
    Point("a backup is verified, not renamed", DESK + "backups:flush_file", "after", 2),
    Point("a backup is renamed", DESK + "backups:flush_folder", "before", 2),
)
UNCOMMITTED = Point(
    "a group waits for its commit, nobody is answered",
    CENTRAL + "store.store:Store.write",
    "inside",
    rest=0.3,
)
"""An answer that left before its commit arrives within the rest, and is then of nothing."""
STARTING = (
    Point("a starting server has not checked its log", CENTRAL + "log:Log.check", "before"),
    Point("spent codes are forgotten, not committed", CENTRAL + "server:forget_spent", "after"),
)
SERVING = (
    *STARTING,
    Point("a delivery is opened", CENTRAL + "http.desk:open_packets", "after", 3),
    Point("packets are entered, not logged", CENTRAL + "delivery:TakeIn.__call__", "after", 3),
    Point("new keys are certified, the old not revoked", CENTRAL + "carrying_out:admit", "after"),
    Point("old keys are revoked, not committed", CENTRAL + "carrying_out:revoke", "after"),
    Point("leaves are appended, not committed", CENTRAL + "log:Log.append", "after", 4),
    Point("a group is about to be committed", CENTRAL + "store.store:Store.write", "inside", 4),
    UNCOMMITTED,
    Point("a group is committed, not copied", CENTRAL + "log:Log.keep_copy", "before", 3),
    Point(
        "the checkpoint's copy is written, not renamed", CENTRAL + "files:os.replace", "before", 3
    ),
    Point("the copy is in its place, nothing told", CENTRAL + "log:Log.keep_copy", "after", 3),
    Point("an answer is about to leave", CENTRAL + "http.requests:sealed_answer", "after", 6),
)
DEVICE = (*ENROLLING, *FETCHING, *WORKING, *LOOKING_AFTER, *RENEWING, *BACKING_UP)
POINTS = {point.name: point for point in (*DEVICE, *SERVING)}


def die_at(point: Point, times: int) -> None:
    """From now on, the `times`-th time that the point is reached is the end of this process."""
    passed = count(1)

    def reach() -> None:
        if next(passed) == times:
            time.sleep(point.rest)
            os.kill(os.getpid(), signal.SIGKILL)

    wrap(point, reach)


def wrap(point: Point, reach: Callable[[], None]) -> None:
    """Call `reach` whenever the point is reached; raises AttributeError where it is nowhere."""
    owner, name = owner_of(point.target)
    setattr(owner, name, _WRAPPERS[point.when](getattr(owner, name), reach))


def owner_of(target: str) -> tuple[object, str]:
    """The module or class that holds the function, and its name there."""
    module, _, path = target.partition(":")
    owner: object = import_module(module)
    *parents, name = path.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    return owner, name


def _before(original: Called, reach: Reached) -> Called:
    @wraps(original)
    def wrapped(*args: object, **named: object) -> object:
        reach()
        return original(*args, **named)

    return wrapped


def _after(original: Called, reach: Reached) -> Called:
    @wraps(original)
    def wrapped(*args: object, **named: object) -> object:
        answer = original(*args, **named)
        reach()
        return answer

    return wrapped


def _inside(original: Called, reach: Reached) -> Called:
    @contextmanager
    def wrapped(*args: object, **named: object) -> Iterator[object]:
        with original(*args, **named) as given:
            yield given
            reach()

    return wrapped


def _closed(original: Called, reach: Reached) -> Called:
    @contextmanager
    def wrapped(*args: object, **named: object) -> Iterator[object]:
        with original(*args, **named) as given:
            yield given
        reach()

    return wrapped


_WRAPPERS = {"before": _before, "after": _after, "inside": _inside, "closed": _closed}
