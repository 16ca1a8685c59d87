"""A proxy between devices and server that damages about half of all exchanges, by a plan.

It speaks enough HTTP/1.1 to know where a request and its answer end. Devices keep their
connections; the server gets a new one for each exchange.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

HEAD_END = b"\r\n\r\n"
PATIENCE = 20.0  # seconds that the server may take to answer
LONGEST_DELAY = 0.15  # seconds
SILENCE = 1.5  # seconds, more than a device waits for
REMEMBERED = 40  # answers, to be replayed elsewhere


class Hangup(Exception):
    """The connection to the device ends here."""


@dataclass(frozen=True)
class Message:
    """A request or an answer: its head with the empty line, and its whole body."""

    head: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.head + self.body

    @property
    def path(self) -> bytes:
        return self.head.split(b" ", 2)[1].partition(b"?")[0]

    def with_body(self, body: bytes) -> Message:
        """The same with another body and the length that fits it."""
        lines = [
            line for line in self.head.split(b"\r\n") if not line.lower().startswith(b"content-len")
        ]
        lines.insert(1, b"content-length: %d" % len(body))
        return Message(b"\r\n".join(lines), body)


def page(status: str, kind: str, body: bytes, *more: str) -> Message:
    """An answer that nobody signed."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *more]
    return Message("\r\n".join([*lines, "", ""]).encode("ascii"), body)


FORGERIES = (
    page("200 OK", "text/html", b"<html><title>Welcome to this hotel</title></html>"),
    page("302 Found", "text/html", b"", "Location: http://127.0.0.1:9/login"),
    page("500 Internal Server Error", "application/json", b'{"detail":"no"}'),
    page("503 Service Unavailable", "text/plain", b"later", "Retry-After: 86400"),
    page("429 Too Many Requests", "text/plain", b"slowly", "Retry-After: soon"),
    page("407 Proxy Authentication Required", "text/html", b"<html>who?</html>"),
    page("413 Payload Too Large", "text/plain", b"too large"),
    page("200 OK", "application/json", b'{"arrived":[],"rejected":[]}'),
    page("204 No Content", "application/json", b""),
)

RARE: Mapping[str, float] = {"silence": 0.2}
"""How often a kind of damage is done, where the others are done once."""

Forward = Callable[..., Awaitable[Message]]
Reply = Callable[[bytes], Awaitable[None]]


@dataclass
class Tally:
    """What became of the exchanges."""

    exchanges: int = 0
    damaged: Counter[str] = field(default_factory=Counter)


@dataclass
class Damager:
    """Decides about each exchange, and does what it decided."""

    random: Random
    share: float
    weights: Mapping[str, float] = field(default_factory=lambda: RARE)
    tally: Tally = field(default_factory=Tally)
    seen: deque[tuple[bytes, Message]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    async def exchange(self, request: Message, forward: Forward, reply: Reply) -> None:
        """One exchange; raises Hangup where the device's connection ends with it."""
        self.tally.exchanges += 1
        if self.random.random() >= self.share:
            answer = await forward(request.whole)
            self.seen.append((request.path, answer))
            await reply(answer.whole)
            return
        kind = self.random.choices(KINDS, [self.weights.get(kind, 1.0) for kind in KINDS])[0]
        self.tally.damaged[kind] += 1
        await DAMAGES[kind](self, request, forward, reply)

    async def lose_request(self, request: Message, forward: Forward, reply: Reply) -> None:
        raise Hangup

    async def lose_answer(self, request: Message, forward: Forward, reply: Reply) -> None:
        await forward(request.whole)
        raise Hangup

    async def swallow(self, request: Message, forward: Forward, reply: Reply) -> None:
        """Say nothing until the device gives up; the request may have arrived or not."""
        if self.random.random() < 0.5:
            await forward(request.whole)
        await asyncio.sleep(SILENCE)
        raise Hangup

    async def cut_request(self, request: Message, forward: Forward, reply: Reply) -> None:
        """The server gets the beginning of the request only."""
        cut = request.whole[: self.random.randrange(1, len(request.whole))]
        with contextlib.suppress(Hangup):
            await forward(cut, whole=False)
        raise Hangup

    async def harm_request(self, request: Message, forward: Forward, reply: Reply) -> None:
        harmed = request.with_body(self._flipped(request.body)) if request.body else request
        await reply((await forward(harmed.whole)).whole)

    async def cut_answer(self, request: Message, forward: Forward, reply: Reply) -> None:
        answer = (await forward(request.whole)).whole
        await reply(answer[: self.random.randrange(len(answer))])
        raise Hangup

    async def truncate(self, request: Message, forward: Forward, reply: Reply) -> None:
        """A shorter answer that says it is whole."""
        answer = await forward(request.whole)
        cut = answer.body[: self.random.randrange(len(answer.body) or 1)]
        await reply(answer.with_body(cut).whole)

    async def delay(self, request: Message, forward: Forward, reply: Reply) -> None:
        await asyncio.sleep(self.random.random() * LONGEST_DELAY)
        answer = await forward(request.whole)
        await asyncio.sleep(self.random.random() * LONGEST_DELAY)
        await reply(answer.whole)

    async def duplicate(self, request: Message, forward: Forward, reply: Reply) -> None:
        """The whole request twice, one after the other or both at once; either answer is given."""
        if self.random.random() < 0.5:
            answers = [await forward(request.whole), await forward(request.whole)]
        else:
            answers = list(await asyncio.gather(forward(request.whole), forward(request.whole)))
        await reply(self.random.choice(answers).whole)

    async def forge(self, request: Message, forward: Forward, reply: Reply) -> None:
        """Somebody else answers; the request may have arrived or not."""
        if self.random.random() < 0.5:
            await forward(request.whole)
        await reply(self.random.choice(FORGERIES).whole)

    async def replay(self, request: Message, forward: Forward, reply: Reply) -> None:
        """An answer to another request, of the same resource where there is one."""
        answer = await forward(request.whole)
        same = [old for path, old in self.seen if path == request.path]
        others = same or [old for _, old in self.seen] or [FORGERIES[0]]
        self.seen.append((request.path, answer))
        await reply(self.random.choice(others).whole)

    async def harm_answer(self, request: Message, forward: Forward, reply: Reply) -> None:
        answer = await forward(request.whole)
        await reply(Message(answer.head, self._flipped(answer.body)).whole)

    def _flipped(self, body: bytes) -> bytes:
        """With one bit the other way round."""
        if not body:
            return body
        place = self.random.randrange(len(body))
        flipped = body[place] ^ (1 << self.random.randrange(8))
        return body[:place] + bytes([flipped]) + body[place + 1 :]


DAMAGES = {
    "lost request": Damager.lose_request,
    "lost answer": Damager.lose_answer,
    "silence": Damager.swallow,
    "cut request": Damager.cut_request,
    "harmed request": Damager.harm_request,
    "cut answer": Damager.cut_answer,
    "truncated answer": Damager.truncate,
    "delay": Damager.delay,
    "duplicate": Damager.duplicate,
    "forged answer": Damager.forge,
    "replayed answer": Damager.replay,
    "harmed answer": Damager.harm_answer,
}
KINDS = tuple(DAMAGES)


class Proxy:
    """Listens on a port of its own; runs in a thread."""

    def __init__(self, target: int, damager: Damager) -> None:
        self.port = 0
        self.damager = damager
        self._target = target
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over: asyncio.Event | None = None

    def run(self) -> None:
        asyncio.run(self._serve())

    def wait(self) -> None:
        self._ready.wait(10)

    def stop(self) -> None:
        if self._loop is not None and self._over is not None:
            self._loop.call_soon_threadsafe(self._over.set)

    async def _serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._over.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def reply(content: bytes) -> None:
            writer.write(content)
            await writer.drain()

        ends = (Hangup, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError)
        with contextlib.suppress(*ends, asyncio.CancelledError):
            while True:
                request = await _message(reader)
                await self.damager.exchange(request, self._forward, reply)
        writer.close()
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()

    async def _forward(self, content: bytes, *, whole: bool = True) -> Message:
        """Send bytes to the server, and read one answer; raises Hangup where there is none."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError as error:
            raise Hangup from error
        try:
            writer.write(content)
            if not whole:
                writer.write_eof()
            async with asyncio.timeout(PATIENCE):
                return await _message(reader)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            raise Hangup from error
        finally:
            writer.close()


async def _message(reader: asyncio.StreamReader) -> Message:
    head = await reader.readuntil(HEAD_END)
    length = 0
    for line in head.split(b"\r\n"):
        name, _, text = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(text)
    return Message(head, await reader.readexactly(length))


@contextmanager
def a_proxy(target: int, damager: Damager) -> Iterator[Proxy]:
    """A proxy to a port of this machine, listening until the end."""
    proxy = Proxy(target, damager)
    thread = threading.Thread(target=proxy.run, name="proxy")
    thread.start()
    proxy.wait()
    try:
        yield proxy
    finally:
        proxy.stop()
        thread.join()
