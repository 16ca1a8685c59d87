"""The interface itself: signed refusals that name the nonce, bounds, blobs, description."""

import contextlib
import hashlib

import pytest

from central_server.http.app import create_app
from central_server.http.requests import NO_NONCE
from central_server.nonces import LIFETIME_SECONDS
from review_protocol.documents.answers import Refusal, RefusalCode, StateAnswer
from review_protocol.exchange import (
    ENVELOPE_TYPE,
    SEALED_TYPE,
    UPLOAD_LIMIT,
    is_for_device,
    sign_request,
)
from tests.builders.desks import TestDesk, in_process, manifest_of
from tests.builders.documents import PDF

NONCE = "ab" * 16


def ask_raw(desk: TestDesk, **changed: str):
    """A state request with some headers replaced."""
    headers = sign_request(
        desk.signing,
        "GET",
        "/v1/state",
        b"",
        server_nonce=desk.hello().request_nonce,
        request_nonce=NONCE,
    ).headers()
    return desk.transport("GET", "/v1/state", headers | changed, b"")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"Review-Device": "d-aaaaaaaaaaaaaaaa"}, RefusalCode.UNKNOWN_DEVICE),
        ({"Review-Nonce": "v1.0.0.0"}, RefusalCode.STALE_NONCE),
        ({"Review-Signature": "A" * 86 + "=="}, RefusalCode.BAD_SIGNATURE),
        ({"Review-Signature": "!"}, RefusalCode.BAD_SIGNATURE),
    ],
)
def test_who_is_not_known_is_refused_in_the_clear_with_the_nonce(desk, changed, code):
    reply = ask_raw(desk, **changed)
    assert (reply.status, reply.headers["content-type"]) == (401, ENVELOPE_TYPE)
    refusal = desk.open_clear(reply.body, Refusal)
    assert (refusal.code, refusal.nonce) == (code, NONCE)


def test_a_stale_nonce_costs_one_more_round_trip_only(desk, folder):
    folder.clock.forward(seconds=LIFETIME_SECONDS + 1)
    refusal = desk.ask("GET", "/v1/state", StateAnswer)
    assert refusal.code is RefusalCode.STALE_NONCE
    assert isinstance(desk.ask("GET", "/v1/state", StateAnswer), StateAnswer)


def test_a_request_cannot_be_taken_for_another(desk):
    headers = sign_request(
        desk.signing,
        "GET",
        "/v1/state?size=0",
        b"",
        server_nonce=desk.hello().request_nonce,
        request_nonce=NONCE,
    ).headers()
    for target, body in (("/v1/state?size=1", b""), ("/v1/batch", b"")):
        reply = desk.transport("GET", target, headers, body)
        assert desk.open_clear(reply.body, Refusal).code is RefusalCode.BAD_SIGNATURE
    assert desk.transport("GET", "/v1/state?size=0", headers, b"").status == 200


def test_answers_to_a_device_are_sealed_to_it(desk):
    desk.ask("GET", "/v1/state", StateAnswer)
    assert desk.last.headers["content-type"] == SEALED_TYPE
    assert b"state" not in desk.last.body


@pytest.mark.parametrize(
    ("target", "status", "code"),
    [
        ("/v1/nothing", 404, RefusalCode.NOT_FOUND),
        ("/v1/hello", 422, RefusalCode.MALFORMED),
        ("/v1/hello?nonce=x", 422, RefusalCode.MALFORMED),
        ("/v1/state", 422, RefusalCode.MALFORMED),
        ("/v1/blobs/" + "0" * 64, 404, RefusalCode.NOT_FOUND),
        ("/v1/blobs/..%2Fcentral.db", 422, RefusalCode.MALFORMED),
        ("/v1/blobs/central.db", 422, RefusalCode.MALFORMED),
    ],
)
def test_whatever_goes_wrong_is_a_signed_refusal(desk, target, status, code):
    reply = desk.transport("GET", target, {}, b"")
    refusal = desk.open_clear(reply.body, Refusal)
    assert (reply.status, refusal.code, refusal.nonce) == (status, code, NO_NONCE)


def test_a_bug_is_a_signed_refusal_without_a_word_of_it(desk, server):
    app = create_app(server)

    @app.get("/v1/broken")
    def broken() -> None:
        raise RuntimeError("secret words")

    async def as_served(scope, receive, send):
        """uvicorn, too, logs what is raised again after the answer."""
        with contextlib.suppress(RuntimeError):
            await app(scope, receive, send)

    reply = in_process(as_served)("GET", "/v1/broken", {"Review-Request": NONCE}, b"")
    refusal = desk.open_clear(reply.body, Refusal)
    assert (reply.status, refusal.code, refusal.nonce) == (503, RefusalCode.BUSY, NONCE)
    assert "secret" not in refusal.model_dump_json()
    assert reply.headers["retry-after"] == "30"
    assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("claimed", [True, False])
def test_a_body_beyond_the_limit_is_refused_before_it_is_read(desk, claimed):
    body = b"\x00" * (UPLOAD_LIMIT + 1)
    headers = sign_request(
        desk.signing,
        "POST",
        "/v1/packets",
        body,
        server_nonce=desk.hello().request_nonce,
        request_nonce=NONCE,
    ).headers()
    if claimed:
        headers["Content-Length"] = str(len(body))
        body = b""
    reply = desk.transport("POST", "/v1/packets", headers, body)
    refusal = desk.open_clear(reply.body, Refusal)
    assert (reply.status, refusal.code, refusal.nonce) == (413, RefusalCode.TOO_LARGE, NONCE)


@pytest.fixture
def blob(desk) -> tuple[str, bytes]:
    """The address and the bytes of a file's ciphertext."""
    entry = next(file for file in manifest_of(desk).document.files if file.length == len(PDF))
    target = f"/v1/blobs/{entry.cipher_sha256}"
    content = desk.transport("GET", target, {}, b"").body
    assert hashlib.sha256(content).hexdigest() == entry.cipher_sha256
    return target, content


def test_a_blob_is_immutable_and_known_by_its_hash(desk, blob):
    target, content = blob
    reply = desk.transport("GET", target, {}, b"")
    assert reply.headers["etag"] == '"' + target.rpartition("/")[2] + '"'
    assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert reply.headers["accept-ranges"] == "bytes"
    known = desk.transport("GET", target, {"If-None-Match": reply.headers["etag"]}, b"")
    assert (known.status, known.body) == (304, b"")
    head = desk.transport("HEAD", target, {}, b"")
    assert (head.headers["content-length"], head.body) == (str(len(content)), b"")


def test_a_blob_comes_in_ranges_and_whole_where_it_is_another(desk, blob):
    target, content = blob
    tag = desk.transport("HEAD", target, {}, b"").headers["etag"]
    rest = desk.transport("GET", target, {"Range": "bytes=10-", "If-Range": tag}, b"")
    assert (rest.status, rest.body) == (206, content[10:])
    assert rest.headers["content-range"] == f"bytes 10-{len(content) - 1}/{len(content)}"
    whole = desk.transport("GET", target, {"Range": "bytes=10-", "If-Range": '"other"'}, b"")
    assert (whole.status, whole.body) == (200, content)


def test_every_answer_keeps_browsers_out(desk):
    for target in ("/v1/hello?nonce=" + NONCE, "/v1/nothing", "/v1/log/checkpoint"):
        headers = desk.transport("GET", target, {}, b"").headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "server" not in headers


def test_the_checkpoint_is_public(desk):
    reply = desk.transport("GET", "/v1/log/checkpoint", {}, b"")
    assert reply.body.decode().split("\n")[0] == "reviews.example.org/log/1"


def test_the_description_names_every_resource_and_its_documents(server):
    description = create_app(server).openapi()
    assert set(description["paths"]) == {
        "/v1/hello",
        "/v1/sealed-enrolments",
        "/v1/sealed-declines",
        "/v1/certificates",
        "/v1/receipts",
        "/v1/invitations",
        "/v1/packets",
        "/v1/state",
        "/v1/device",
        "/v1/batch",
        "/v1/notices",
        "/v1/dossier",
        "/v1/dossier/state",
        "/v1/draws",
        "/v1/matters",
        "/v1/progress",
        "/v1/log/checkpoint",
        "/v1/log/entries",
        "/v1/blobs/{cipher_sha256}",
    }
    documents = set(description["components"]["schemas"])
    assert {"Hello", "DeliveryAnswer", "StateAnswer", "PacketsAnswer", "Refusal"} <= documents
    for path in description["paths"].values():
        for method in path.values():
            assert method["description"]
    delivery = description["paths"]["/v1/packets"]["post"]
    assert SEALED_TYPE in delivery["requestBody"]["content"]
    assert {each["name"] for each in delivery["parameters"]} == {
        "Review-Device",
        "Review-Nonce",
        "Review-Request",
        "Review-Signature",
    }


@pytest.mark.parametrize(
    "body",
    [b"[" * 60_000, b'{"request":' * 5_000, b"\xff", b"null", b'{"request":"","mac":"","mac":""}'],
    ids=["arrays", "objects", "no text", "null", "twice"],
)
def test_a_post_that_no_desk_would_send_is_malformed(desk, body):
    for target in ("/v1/sealed-enrolments", "/v1/sealed-declines"):
        reply = desk.transport("POST", target, {}, body)
        assert (reply.status, desk.open_clear(reply.body, Refusal).code) == (
            422,
            RefusalCode.MALFORMED,
        )


def test_no_header_of_the_asker_comes_back(desk):
    split = "a\r\nSet-Cookie: b"
    for target in (f"/v1/hello?nonce={NONCE}", "/v1/blobs/" + "0" * 64, "/v1/nothing"):
        reply = desk.transport("GET", target, {"Review-Request": split, "Range": split}, b"")
        assert "set-cookie" not in reply.headers
        assert "Set-Cookie" not in "".join(reply.headers.values())


def test_the_nonce_in_an_answer_is_for_its_device_alone(enrol):
    one, other = enrol("reviewer"), enrol("chair")
    one.ask("GET", "/v1/state", StateAnswer)
    assert is_for_device(one.server_nonce, one.signing.key_id)
    assert not is_for_device(one.server_nonce, other.signing.key_id)
    other.server_nonce = one.server_nonce
    refusal = other.ask("GET", "/v1/state", StateAnswer)
    assert refusal.code is RefusalCode.STALE_NONCE
    other.server_nonce = one.server_nonce.replace(one.signing.key_id, other.signing.key_id)
    refusal = other.ask("GET", "/v1/state", StateAnswer)
    assert refusal.code is RefusalCode.STALE_NONCE
    assert isinstance(one.ask("GET", "/v1/state", StateAnswer), StateAnswer)
