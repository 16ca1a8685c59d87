"""How the server listens."""

import asyncio
import socket

import pytest

from central_server.serving import Address, _bound


async def delays(host: str) -> bool:
    """Whether an answer over the served socket waits for the acknowledgement of the one before."""
    found: list[int] = []

    async def look(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = writer.get_extra_info("socket")
        found.append(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    with _bound(Address(host)) as listening:
        serving = await asyncio.start_server(look, sock=listening)
        async with serving:
            reader, writer = await asyncio.open_connection(*listening.getsockname()[:2])
            await reader.read()
            writer.close()
    return not found[0]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_no_answer_waits_for_an_acknowledgement(host: str):
    assert not asyncio.run(delays(host))
