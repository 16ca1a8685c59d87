"""Starts lives of devices and server one after the other, and ends each by SIGKILL."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from random import Random

from tests.torture.device import Life, live
from tests.torture.ground import Ground
from tests.torture.points import (
    BACKING_UP,
    ENROLLING,
    FETCHING,
    LOOKING_AFTER,
    RENEWING,
    SERVING,
    UNCOMMITTED,
    WORKING,
    Point,
)
from tests.torture.serving import ServerLife, serve

LONGEST_LIFE = {"device": 2.0, "server": 1.5}  # seconds, where it ends at no named point
LONGEST_START = 30.0  # seconds
USUAL_START = {"device": 0.25, "server": 0.7}  # seconds, on a machine that does nothing else
SLOWEST = 4.0  # times as slow as such a machine
SHORTEST_LIFE = 0.3  # seconds
EARLY = 0.2
"""The share of moments that are counted from the start, not from when it is done."""
LAST_LIFE = 90.0  # seconds that delivering the rest may take
PILE = 130
"""Packets that are signed without a network now and then: more than go into one delivery."""
PILING = 6.0  # seconds that it takes at most
POINTED = 0.6
"""The share of lives that end at a named point."""
UNCOMMITTED_ENDS = 5
"""So many lives of the server end before a commit while packets are delivered. Half of the answers
are damaged anyhow: the others show whether any of them left too early."""
AT_WORK = 5
"""Packets are signed when devices are enrolled and at work."""
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "tests.torture.device",
        "tests.torture.serving",
        *(
            f"reviewer_app.services.{name}"
            for name in (
                "accepting",
                "batch",
                "declaring",
                "scoring",
                "signing",
                "handin",
                "devices",
                "new_keys",
            )
        ),
        "reviewer_app.services.at_rest",
        "reviewer_app.services.backups",
        "reviewer_app.services.preparing",
        "reviewer_app.sync.held",
        "alembic.command",
    ]
)
"""What a life would import at its beginning is loaded once, before it is forked."""


@dataclass(frozen=True)
class Target:
    """What is to be reached, and the seconds that it may take."""

    packets: int
    client_kills: int
    server_kills: int
    seconds: float


@dataclass
class Account:
    """What the devices were told, and how lives ended; filled by several threads."""

    kept: set[tuple[int, str, str]] = field(default_factory=set)
    """Device, case, and the text that was typed last."""
    signed: dict[str, int] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    syncs: int = 0
    slowness: float = 1.0
    """How many times slower than usual processes start; lives are longer then."""
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def hear(self, device: int, what: str, told: object) -> None:
        """Note what a process said."""
        with self.lock:
            match what, told:
                case "kept", (str(number), str(typed)):
                    self.kept.add((device, number, typed))
                case "signed", str(packet):
                    self.signed[packet] = device
                case "synced", _:
                    self.syncs += 1
                case "failed", str(failure):
                    self.failures[failure] += 1
                case _:
                    self.faults.append(str(told))

    def note_start(self, times_as_long: float) -> None:
        with self.lock:
            mean = 0.8 * self.slowness + 0.2 * times_as_long
            self.slowness = min(max(mean, 1.0), SLOWEST)

    def note_kill(self, kind: str, point: str | None) -> None:
        with self.lock:
            self.kills[kind] += 1
            self.points[point or f"{kind}: at a random moment"] += 1

    def reached(self, target: Target) -> bool:
        return (
            len(self.signed) >= target.packets
            and self.kills["device"] >= target.client_kills
            and self.kills["server"] >= target.server_kills
            and self.points[UNCOMMITTED.name] >= UNCOMMITTED_ENDS
        )

    def lacks_uncommitted(self) -> bool:
        """Whether lives of the server are still to end before a commit of packets."""
        at_work = len(self.signed) >= AT_WORK
        return at_work and self.points[UNCOMMITTED.name] < UNCOMMITTED_ENDS


@dataclass(frozen=True)
class End:
    """How a life is to end: at a point, or at the latest after some seconds.

    They are counted from when the process is ready; `early` ones from its start.
    """

    point: Point | None
    times: int
    seconds: float
    early: bool = False


def ends(
    random: Random, kind: str, first: Sequence[Point], points: Sequence[Point]
) -> Iterator[End]:
    """A plan without end: first each of `first` in its order, then points and moments mixed."""
    longest = LONGEST_LIFE[kind]
    for point in first:
        yield End(point, random.randint(1, point.often), 2 * longest)
    shuffled = random.sample(points, len(points))
    for point in cycle(shuffled):
        while random.random() >= POINTED:
            early = random.random() < EARLY
            yield End(None, 1, random.uniform(0.05, 0.4 * longest if early else longest), early)
        yield End(point, random.randint(1, point.often), longest)


def _some(points: Sequence[Point], most: int, random: Random) -> list[Point]:
    """At most so many of them, in their order."""
    chosen = random.sample(range(len(points)), min(most, len(points)))
    return [points[place] for place in sorted(chosen)]


@dataclass
class Torturer:
    """Runs two devices and a server until the target is reached or the time is over."""

    ground: Ground
    proxy: int
    target: Target
    seed: str
    sabotage: str | None = None
    """What is wrong with the server, on purpose."""
    account: Account = field(default_factory=Account)
    over: threading.Event = field(default_factory=threading.Event)
    began: float = 0.0

    def run(self) -> Iterator[None]:
        """Yields now and then, until all lives are over."""
        self.began = time.monotonic()
        limit = self.began + self.target.seconds
        threads = [
            threading.Thread(target=self._devices, args=(0,), name="device 0"),
            threading.Thread(target=self._devices, args=(1,), name="device 1"),
            threading.Thread(target=self._server, name="server"),
        ]
        for thread in threads:
            thread.start()
        try:
            while not self._is_over(limit):
                self.over.wait(1)
                yield
        finally:
            self.over.set()
            for thread in threads:
                thread.join()

    def _is_over(self, limit: float) -> bool:
        late = time.monotonic() > limit
        return late or bool(self.account.faults) or self.account.reached(self.target)

    def deliver_the_rest(self) -> None:
        """A last life of each device, and of the server, that nobody disturbs."""
        parent, server = self._started(serve, self._server_life(None))
        try:
            rest = [
                self._started(live, self._life(device, -1, None, honest=True)) for device in (0, 1)
            ]
            for device, (told, process) in enumerate(rest):
                self._listen("device", device, told, process, End(None, 1, LAST_LIFE))
                if process.exitcode != 0:
                    self.account.faults.append(f"device {device} did not deliver the rest")
        finally:
            server.kill()
            server.join()
            parent.close()

    def _devices(self, device: int) -> None:
        random = Random(f"{self.seed}/device {device}")
        first = _some((*ENROLLING, *FETCHING), self.target.client_kills // 4, random)
        plan = ends(random, "device", first, (*WORKING, *LOOKING_AFTER, *RENEWING, *BACKING_UP))
        piling = range(25 + 5 * device, 10_000, 40) if self.target.packets > PILE else range(0)
        for number, end in enumerate(plan):
            if self.over.is_set():
                return
            offline = number in piling
            if offline:
                end = End(None, 1, PILING)
            life = self._life(device, number, end, offline=offline)
            self._live_and_die("device", device, live, life, end)

    def _server(self) -> None:
        plan = ends(Random(f"{self.seed}/server"), "server", (), SERVING)
        for number, end in enumerate(plan):
            if self.over.is_set():
                return
            if number % 2 and self.account.lacks_uncommitted():
                end = End(UNCOMMITTED, 1, LONGEST_LIFE["server"])
            self._live_and_die("server", -1, serve, self._server_life(end), end)

    def _live_and_die(self, kind: str, device: int, target: object, life: object, end: End) -> None:
        told, process = self._started(target, life)
        alone = not self._listen(kind, device, told, process, end)
        if process.exitcode == -signal.SIGKILL:
            at = end.point.name if end.point is not None and alone else None
            self.account.note_kill(kind, at)

    def _listen(
        self, kind: str, device: int, told: Connection, process: BaseProcess, end: End
    ) -> bool:
        """Hear the process out, and kill it when its time is over; answers whether it was."""
        began, killed = time.monotonic(), False
        deadline = began + self.account.slowness * (end.seconds if end.early else LONGEST_START)
        with told:
            while True:
                left = deadline - time.monotonic()
                if not killed and left <= 0:
                    process.kill()
                    killed = True
                try:
                    if not told.poll(None if killed else max(left, 0)):
                        continue
                    what, said = told.recv()
                except (EOFError, OSError):
                    break
                if what == "ready" and not end.early:
                    self.account.note_start((time.monotonic() - began) / USUAL_START[kind])
                    deadline = time.monotonic() + self._given(kind, end.seconds)
                elif what != "ready":
                    self.account.hear(device, what, said)
        process.join()
        return killed

    def _given(self, kind: str, seconds: float) -> float:
        """How long a life may be: as planned where time allows it, so that all kills fit in."""
        wanted = {"device": self.target.client_kills, "server": self.target.server_kills}[kind]
        lacking = wanted - self.account.kills[kind]
        if lacking <= 0 or seconds == LAST_LIFE:
            return self.account.slowness * seconds
        side_by_side = 2 if kind == "device" else 1
        left = self.target.seconds - (time.monotonic() - self.began)
        each = left * side_by_side / lacking - self.account.slowness * USUAL_START[kind]
        return min(self.account.slowness * seconds, max(each, SHORTEST_LIFE))

    def _started(self, target: object, life: object) -> tuple[Connection, BaseProcess]:
        ours, theirs = FORKS.Pipe()
        process = FORKS.Process(target=target, args=(life, theirs), daemon=True)
        process.start()
        theirs.close()
        return ours, process

    def _life(
        self,
        device: int,
        number: int,
        end: End | None,
        *,
        offline: bool = False,
        honest: bool = False,
    ) -> Life:
        lives = max(self.target.client_kills - self.account.kills["device"], 10)
        lacking = max(self.target.packets - len(self.account.signed), 0)
        return Life(
            device=device,
            number=number,
            seed=f"{self.seed}/device {device}/{number}",
            folder=self.ground.profile(device),
            server=f"http://127.0.0.1:{self.proxy}",
            code=self.ground.codes[device],
            most_packets=PILE if offline else 3 + 4 * lacking // lives,
            offline=offline,
            point=end.point.name if end is not None and end.point is not None else None,
            times=end.times if end is not None else 1,
            honest=honest,
        )

    def _server_life(self, end: End | None) -> ServerLife:
        return ServerLife(
            home=self.ground.server.home,
            port=self.ground.server.port,
            log=self.ground.server.log,
            point=end.point.name if end is not None and end.point is not None else None,
            times=end.times if end is not None else 1,
            sabotage=self.sabotage,
        )
