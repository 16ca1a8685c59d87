"""Clients that say nothing, or say it slowly, hold nothing up for ever."""

import asyncio
import socket
from typing import ClassVar

import pytest
import uvicorn
from starlette.requests import Request

from central_server.failures import Refused
from central_server.http.patience import PatientProtocol
from central_server.http.requests import bounded_body
from review_protocol.documents.answers import RefusalCode

pytestmark = pytest.mark.campaign

HELLO = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


class Impatient(PatientProtocol):
    HEAD_SECONDS: ClassVar[float] = 0.2


async def slow_answer(scope, receive, send) -> None:
    """Longer than the head may take."""
    await asyncio.sleep(0.5)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


async def read_all(*said: bytes) -> bytes:
    """What comes back until the server hangs up, which it must."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        config = uvicorn.Config(
            slow_answer, http=Impatient, lifespan="off", log_config=None, ws="none"
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        answer = b""
        for each in said:
            writer.write(each)
            if each.endswith(b"\r\n\r\n"):
                answer += await reader.readuntil(b"\r\n\r\n")
        answer += await asyncio.wait_for(reader.read(), 20)
        writer.close()
        server.should_exit = True
        await serving
        return answer


@pytest.mark.parametrize("said", [(), (b"GET / HTT",), (HELLO[:-2],), (HELLO, b"GET /")])
def test_a_head_that_does_not_come_ends_the_connection(said):
    answer = asyncio.run(read_all(*said))
    assert answer.count(b"HTTP/1.1 204") == said.count(HELLO)


class Few(PatientProtocol):
    MOST_OF_ONE_ADDRESS: ClassVar[int] = 3


async def answered_of(connections: int, *, behind_proxy: bool) -> int:
    """How many of so many connections, held at the same time, are answered."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        config = uvicorn.Config(
            slow_answer,
            http=Few,
            lifespan="off",
            log_config=None,
            ws="none",
            proxy_headers=behind_proxy,
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        port = listening.getsockname()[1]
        held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(connections)]
        answers = []
        for reader, writer in held:
            writer.write(HELLO)
            try:
                answers.append(await asyncio.wait_for(reader.readline(), 20))
            except ConnectionResetError:
                answers.append(b"")
        for _, writer in held:
            writer.close()
        server.should_exit = True
        await serving
        return sum(each.startswith(b"HTTP/1.1 204") for each in answers)


@pytest.mark.parametrize(("behind_proxy", "answered"), [(False, 3), (True, 5)])
def test_one_address_cannot_hold_all_connections(behind_proxy, answered):
    assert asyncio.run(answered_of(5, behind_proxy=behind_proxy)) == answered


def a_request(*pieces: bytes | None) -> Request:
    """A request whose body comes in pieces; None is a client that falls silent."""
    waiting = list(pieces)

    async def receive():
        if not waiting:
            return {"type": "http.request", "body": b"", "more_body": False}
        piece = waiting.pop(0)
        if piece is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": piece, "more_body": True}

    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    return Request(scope, receive)


def test_a_body_that_stalls_is_refused():
    with pytest.raises(Refused) as refused:
        asyncio.run(bounded_body(a_request(b"ab", None), 10, stall=0.05))
    assert refused.value.code is RefusalCode.BUSY


def test_a_body_that_drips_is_refused_in_the_end():
    async def drip() -> bytes:
        request = a_request()

        async def receive():
            await asyncio.sleep(0.01)
            return {"type": "http.request", "body": b"a", "more_body": True}

        return await bounded_body(Request(request.scope, receive), 1 << 20, longest=0.1)

    with pytest.raises(Refused) as refused:
        asyncio.run(drip())
    assert refused.value.code is RefusalCode.BUSY


def test_a_body_in_pieces_is_whole():
    assert asyncio.run(bounded_body(a_request(b"ab", b"c"), 3)) == b"abc"
