"""What the OpenAPI description says of resources whose bodies are signed or sealed."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from central_server.http.examples import examples
from review_protocol.documents.answers import (
    BatchAnswer,
    Declined,
    DeliveryAnswer,
    DeviceStanding,
    Hello,
    Invited,
    PacketsAnswer,
    ProgressAnswer,
    Refusal,
    StateAnswer,
)
from review_protocol.documents.base import Document
from review_protocol.documents.dossier import DossierAnswer, DossierStateAnswer
from review_protocol.documents.draws import DrawsAnswer
from review_protocol.documents.entries import EntriesAnswer
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.notice import NoticesAnswer
from review_protocol.exchange import (
    ENVELOPE_TYPE,
    SEALED_TYPE,
    DeclinePost,
    Delivery,
    EnrolmentPost,
    InvitationPost,
)
from review_protocol.returning import (
    CertificatePost,
    PastReceipts,
    PastReceiptsTaken,
    Readmitted,
    Returned,
)
from review_protocol.sealed_enrolment import Certified, SealedPost, SealedReply

Description = dict[int | str, dict[str, object]]
_REFUSALS = {
    401: "Stale nonce, unknown device, or a signature that does not hold",
    403: "Not permitted: revoked, another role's, or the round is open",
    404: "Nothing there for the asker",
    409: "The invitation was used by another key",
    410: "The invitation is over",
    413: "The body is too large",
    422: "The request is malformed",
    429: "Too many tries or requests; Retry-After says how long to wait",
    503: "Busy; Retry-After says how long to wait",
}
_REFERENCE = "#/components/schemas/"

DOCUMENTS: tuple[type[BaseModel], ...] = (
    Hello,
    Refusal,
    Declined,
    Invited,
    Returned,
    Readmitted,
    PastReceiptsTaken,
    DeliveryAnswer,
    StateAnswer,
    DeviceStanding,
    BatchAnswer,
    NoticesAnswer,
    EntriesAnswer,
    PacketsAnswer,
    DossierAnswer,
    DossierStateAnswer,
    DrawsAnswer,
    ProgressAnswer,
    MattersAnswer,
    Delivery,
    EnrolmentPost,
    Certified,
    DeclinePost,
    SealedPost,
    SealedReply,
    InvitationPost,
    CertificatePost,
    PastReceipts,
)

OVERVIEW = """
Every answer is a signed document: canonical JSON (RFC 8785) in a DSSE envelope with one Ed25519
signature by the server key, and names the nonce of the request that it answers. Answers to a
device are sealed (HPKE, RFC 9180) to its exchange key. The schemas and examples below are of the
document inside. Refusals are signed too: an answer without a valid signature of the server is no
answer of this server.
"""


def answers(
    model: type[BaseModel], said: str, *refused: int, media_type: str = SEALED_TYPE
) -> Description:
    """The responses of a resource: the answer's document, and the refusals that it may give."""
    described = refusals(*{*refused, 422, 429, 503}, sealed_too=media_type == SEALED_TYPE)
    described[200] = {"description": said, "content": {media_type: content_of(model)}}
    return described


def refusals(*statuses: int, sealed_too: bool = False) -> Description:
    """Refusals in the clear; sealed where the asker is known."""
    kinds = (ENVELOPE_TYPE, SEALED_TYPE) if sealed_too else (ENVELOPE_TYPE,)
    content = {media_type: content_of(Refusal) for media_type in kinds}
    return {
        status: {"description": _REFUSALS[status], "content": content}
        for status in sorted(statuses)
    }


def bytes_answer(said: str, media_type: str, *refused: int) -> Description:
    """The responses of a resource that is no document: text, or ciphertext."""
    plain = {"type": "string"} | ({} if media_type.startswith("text/") else {"format": "binary"})
    described = refusals(*refused, 429, 503)
    described[200] = {"description": said, "content": {media_type: {"schema": plain}}}
    return described


def json_body(model: type[BaseModel], said: str = "JSON") -> dict[str, object]:
    """A body in plain JSON."""
    return _body("application/json", model, said)


def sealed_body(model: type[BaseModel], said: str) -> dict[str, object]:
    """A body sealed to the intake key; the schema is of the document inside."""
    return _body(SEALED_TYPE, model, said)


def content_of(model: type[BaseModel]) -> dict[str, object]:
    """The schema of a model, by reference; its example stands with the schema."""
    return {"schema": {"$ref": _REFERENCE + model.__name__}}


def schemas_of(models: Iterable[type[BaseModel]]) -> dict[str, object]:
    """What the references name: documents with their kind, and all their parts."""
    wanted = list(models)
    _, whole = models_json_schema(
        [(model, "validation") for model in wanted], ref_template=_REFERENCE + "{model}"
    )
    schemas: dict[str, dict[str, object]] = whole["$defs"]
    for model in wanted:
        if issubclass(model, Document):
            schema = schemas[model.__name__]
            properties, required = schema["properties"], schema.get("required", [])
            assert isinstance(properties, dict)
            assert isinstance(required, list)
            schema["properties"] = {"kind": {"const": model.kind}, **properties}
            schema["required"] = ["kind", *required]
    for name, example in examples().items():
        schemas[name]["examples"] = [example]
    return dict(schemas)


def _body(media_type: str, model: type[BaseModel], said: str) -> dict[str, object]:
    content = {media_type: content_of(model)}
    return {"requestBody": {"required": True, "description": said, "content": content}}
