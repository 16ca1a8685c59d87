"""What the OpenAPI description says of resources whose bodies are signed or sealed."""

from __future__ import annotations

from pydantic import BaseModel

from review_protocol.documents.answers import Refusal
from review_protocol.exchange import SEALED_TYPE

Description = dict[int | str, dict[str, object]]
_REFUSALS = {
    401: "Stale nonce, unknown device, or a signature that does not hold",
    403: "Not permitted: revoked, another role's, or the round is open",
    404: "Nothing there for the asker",
    409: "The invitation was used by another key",
    410: "The invitation is over",
    413: "The body is too large",
    422: "The request is malformed",
    429: "Too many wrong tries; Retry-After says how long to wait",
    503: "Busy; Retry-After says how long to wait",
}

OVERVIEW = """
Every answer is a signed document: canonical JSON (RFC 8785) in a DSSE envelope with one Ed25519
signature by the server key, and names the nonce of the request that it answers. Answers to a
device are sealed (HPKE, RFC 9180) to its exchange key; the models below describe the document
inside. A body in transit has, beside the fields shown, the field `kind`. Refusals are signed too:
an answer without a valid signature of the server is no answer of this server.
"""


def answers(model: type[BaseModel], said: str, *refused: int) -> Description:
    """The responses of a resource: the answer's document, and the refusals that it may give."""
    described: Description = {200: {"model": model, "description": said}}
    for status in (*refused, 422, 503):
        described[status] = {"model": Refusal, "description": _REFUSALS[status]}
    return described


def json_body(model: type[BaseModel]) -> dict[str, object]:
    """A body in plain JSON."""
    return _body("application/json", model.model_json_schema())


def sealed_body(model: type[BaseModel], said: str) -> dict[str, object]:
    """A body sealed to the intake key; the schema is of the document inside."""
    return _body(SEALED_TYPE, model.model_json_schema() | {"description": said})


def _body(media_type: str, schema: dict[str, object]) -> dict[str, object]:
    return {"requestBody": {"required": True, "content": {media_type: {"schema": schema}}}}
