"""Requests made up from the description: every answer is in its schema, and none is a 5xx."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

import pytest
import requests
import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.schemas import BaseSchema

from central_server.http.app import create_app
from central_server.limits import USUAL
from central_server.server import Server, open_server
from review_protocol.canonical import canonical
from review_protocol.envelope import read_envelope
from review_protocol.exchange import (
    ANSWER_INFO,
    DELIVERY_INFO,
    DEVICE_HEADER,
    ENVELOPE_TYPE,
    SEALED_TYPE,
    sign_request,
)
from review_protocol.failures import ProtocolFailure
from review_protocol.returning import RECEIPTS, RECEIPTS_INFO
from review_protocol.sealing import open_sealed, seal_to
from tests.builders.desks import Reply, TestDesk, in_process
from tests.builders.server import ServerFolder, a_server_folder
from tests.unit.server.test_openapi import fits

pytestmark = pytest.mark.campaign

NONCE = "cd" * 16
REACHED = {RECEIPTS: 404}
"""How a valid request is answered where not with 200: this server was never restored."""
PATHS = (
    *("GET /v1/hello", "POST /v1/invitations", "GET /v1/device"),
    *("POST /v1/sealed-enrolments", "POST /v1/sealed-declines"),
    *("GET /v1/log/checkpoint", "GET /v1/blobs/{cipher_sha256}", "POST /v1/packets"),
    *("GET /v1/packets", "GET /v1/state", "GET /v1/batch", "GET /v1/progress"),
    *("GET /v1/notices", "POST /v1/certificates", "POST /v1/receipts", "GET /v1/log/entries"),
    *("GET /v1/dossier", "GET /v1/dossier/state", "GET /v1/draws", "GET /v1/matters"),
)


@schemathesis.serializer(SEALED_TYPE)
def as_json(_context: object, value: object) -> bytes:
    """What will be sealed, which the test does."""
    return value if isinstance(value, bytes) else json.dumps(value).encode()


class Asker:
    """An enrolled device; each of its requests comes from another address."""

    def __init__(self, server: Server, folder: ServerFolder, name: str) -> None:
        self._app = create_app(server)
        self._addresses = (f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}" for n in count(1))
        self.desk = TestDesk(self.call, folder.people[name].secret)
        self.desk.enrol()

    def call(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Reply:
        return in_process(self._app, next(self._addresses))(method, target, headers, body)

    def ask(self, case: Case, *, signed: bool, sealed: bool) -> Reply:
        """The request as it was made up; or signed, and its body sealed, by this device."""
        made = case.as_transport_kwargs(base_url="http://server")
        asked = requests.Request(**{key: made[key] for key in made if key in KNOWN}).prepare()
        body = asked.body or b""
        body = body.encode() if isinstance(body, str) else body
        headers = {name: str(text) for name, text in asked.headers.items()}
        desk = self.desk
        if sealed:
            aad = desk.signing.key_id.encode()
            with suppress(ValueError, ProtocolFailure):  # in another form all of it is refused
                body = canonical(json.loads(body))
            info = RECEIPTS_INFO if case.path == RECEIPTS else DELIVERY_INFO
            body = seal_to(desk.intake, body, info=info, aad=aad)
        if signed:
            headers |= sign_request(
                desk.signing,
                asked.method,
                asked.path_url,
                body,
                server_nonce=desk.hello().request_nonce,
                request_nonce=NONCE,
            ).headers()
        return self.call(asked.method, asked.path_url, headers, body)

    def read(self, reply: Reply) -> object:
        """The document in an answer, or its text."""
        kind, content = reply.headers["content-type"], reply.body
        if kind == SEALED_TYPE:
            content = open_sealed(self.desk.exchange, content, info=ANSWER_INFO, aad=NONCE.encode())
        if kind in (SEALED_TYPE, ENVELOPE_TYPE):
            return json.loads(read_envelope(content, limit=1 << 26).body)
        return json.loads(content) if kind == "application/json" else content.decode("latin-1")


KNOWN = ("method", "url", "headers", "params", "data", "json", "files", "cookies")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ServerFolder:
    return a_server_folder(tmp_path_factory.mktemp("any-request"), declared=True)


@pytest.fixture(scope="module")
def server(folder: ServerFolder) -> Iterator[Server]:
    with open_server(folder.path, clock=folder.clock, limits=USUAL) as server:
        yield server


@pytest.fixture(scope="module")
def schema(server: Server) -> BaseSchema:
    return schemathesis.openapi.from_dict(create_app(server).openapi())


@pytest.fixture(scope="module")
def askers(server: Server, folder: ServerFolder) -> dict[str, Asker]:
    return {name: Asker(server, folder, name) for name in ("reviewer", "head", "staff")}


def test_every_resource_is_asked(schema: BaseSchema) -> None:
    found = [each.ok() for each in schema.get_all_operations()]
    assert {f"{each.method.upper()} {each.path}" for each in found} == set(PATHS)


@pytest.mark.parametrize("resource", PATHS)
def test_whatever_is_asked_is_answered_in_the_schema(
    schema: BaseSchema, askers: dict[str, Asker], resource: str
) -> None:
    method, path = resource.split(" ")
    operation = schema[path][method]
    described = schema.raw_schema
    statuses: Counter[int] = Counter()
    modes = [operation.as_strategy(generation_mode=GenerationMode.POSITIVE)]
    if operation.path_parameters or operation.query or operation.headers or operation.body:
        modes.append(operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    by_device = any(each.name == DEVICE_HEADER for each in operation.headers)

    @settings(max_examples=max(40, settings.default.max_examples // 4))
    @given(case=st.one_of(modes), name=st.sampled_from(sorted(askers)), chance=st.integers(0, 3))
    def ask(case: Case, name: str, chance: int) -> None:
        asker = askers[name]
        sealed = by_device and method == "POST" and chance != 1
        reply = asker.ask(case, signed=by_device and chance > 0, sealed=sealed)
        statuses[reply.status] += 1
        assert reply.status < 500
        response = operation.definition.raw["responses"][str(reply.status)]
        content = response["content"][reply.headers["content-type"]]
        value = asker.read(reply)
        assert fits(described, content["schema"], value) == []

    ask()
    assert statuses
    if by_device:
        assert statuses[REACHED.get(path, 200)], statuses
