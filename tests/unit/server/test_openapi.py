"""The description is served, names what is there, and what is there answers as it says."""

import json

import pytest
from jsonschema import Draft202012Validator

from central_server.http.app import create_app
from review_protocol.envelope import read_envelope
from review_protocol.exchange import ANSWER_INFO, ENVELOPE_TYPE, SEALED_TYPE, sign_request
from review_protocol.sealing import open_sealed
from tests.builders.desks import manifest_of
from tests.unit.server.conftest import declares

NONCE = "ab" * 16
ASKED = {
    "/v1/hello": "reviewer",
    "/v1/state": "reviewer",
    "/v1/device": "reviewer",
    "/v1/batch": "reviewer",
    "/v1/notices": "reviewer",
    "/v1/log/entries": "reviewer",
    "/v1/packets": "head",
    "/v1/dossier": "head",
    "/v1/dossier/state": "head",
    "/v1/draws": "staff",
    "/v1/matters": "staff",
    "/v1/progress": "staff",
    "/v1/log/checkpoint": "reviewer",
    "/v1/blobs/{cipher_sha256}": "reviewer",
}


@pytest.fixture
def described(transport):
    reply = transport("GET", "/openapi.json", {}, b"")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    return json.loads(reply.body)


def fits(described, schema, value) -> list[str]:
    """What of a value does not fit a schema of the description."""
    whole = schema | {"components": described["components"]}
    return [error.message for error in Draft202012Validator(whole).iter_errors(value)]


def operations(described):
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method.upper(), operation


def ask(desk, method, target, body=b""):
    """A signed request; the reply, and the document inside where there is one."""
    headers = sign_request(
        desk.signing,
        method,
        target,
        body,
        server_nonce=desk.hello().request_nonce,
        request_nonce=NONCE,
    ).headers()
    reply = desk.transport(method, target, headers, body)
    content = reply.body
    if reply.headers["content-type"] == SEALED_TYPE:
        content = open_sealed(desk.exchange, content, info=ANSWER_INFO, aad=NONCE.encode())
    if reply.headers["content-type"] in (SEALED_TYPE, ENVELOPE_TYPE):
        return reply, json.loads(read_envelope(content, limit=1 << 26).body)
    return reply, content.decode("latin-1")


def test_every_resource_answers_in_its_schema(described, enrol, folder):
    desks = {name: enrol(name) for name in ("reviewer", "head", "staff")}
    declares(desks["head"])
    scores = [desks["reviewer"].chain.score(case, folder.rubric) for case in folder.cases]
    desks["reviewer"].deliver(*scores)
    blob = manifest_of(desks["reviewer"]).document.files[0].cipher_sha256
    gets = {path for path, method, _ in operations(described) if method == "GET"}
    assert gets == set(ASKED)
    for path, method, operation in operations(described):
        if method != "GET":
            continue
        target = path.replace("{cipher_sha256}", blob)
        target += f"?nonce={NONCE}" if path == "/v1/hello" else ""
        reply, document = ask(desks[ASKED[path]], method, target)
        assert reply.status == 200
        schema = operation["responses"]["200"]["content"][reply.headers["content-type"]]["schema"]
        assert fits(described, schema, document) == []


def test_posts_answer_in_their_schemas(described, desk, folder):
    responses = {
        path: each["responses"] for path, method, each in operations(described) if method == "POST"
    }
    enrolled = desk.transport("POST", "/v1/sealed-enrolments", {}, desk.enrolment_post(nonce=NONCE))
    assert enrolled.status == 200
    schema = responses["/v1/sealed-enrolments"]["200"]["content"]["application/json"]["schema"]
    assert fits(described, schema, json.loads(enrolled.body)) == []
    assert fits(described, schema, {"answer": 1}) != []
    desk.deliver(desk.chain.score(folder.cases[0], folder.rubric), b"no packet")
    assert desk.last.headers["content-type"] in responses["/v1/packets"]["200"]["content"]


def test_every_refusal_is_described(described, desk):
    for path, method, operation in operations(described):
        target = path.replace("{cipher_sha256}", "0" * 64)
        reply = desk.transport(method, target, {}, b"{}")
        if reply.status == 200:
            assert path == "/v1/log/checkpoint"
            continue
        response = operation["responses"][str(reply.status)]
        schema = response["content"][reply.headers["content-type"]]["schema"]
        assert fits(described, schema, json.loads(read_envelope(reply.body).body)) == []


def test_every_document_of_a_resource_has_an_example_that_fits(described):
    shown = set()
    for _, _, operation in operations(described):
        bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
        for each in (each for body in bodies for each in body.get("content", {}).values()):
            if "$ref" in each["schema"]:
                name = each["schema"]["$ref"].rpartition("/")[2]
                (example,) = described["components"]["schemas"][name]["examples"]
                assert fits(described, each["schema"], example) == []
                shown.add(name)
    assert len(shown) == 23


def test_nothing_is_left_of_what_the_framework_would_say(server):
    text = json.dumps(create_app(server).openapi())
    assert "HTTPValidationError" not in text
    assert text.count("#/components/schemas/") > 50
