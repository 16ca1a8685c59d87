"""What every document has in common: strict, frozen, canonical, named by the hash of its body."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar, Self, TypeVar

import orjson
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from review_protocol.canonical import JsonValue, canonical, document_id
from review_protocol.failures import MalformedDocument


def _existing(text: str) -> str:
    datetime.fromisoformat(text)  # its ValueError is a field that does not fit
    return text


Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A lowercase hex SHA-256: of a document's body, of a file, of a tree."""

Nonce = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""128 random bits in lowercase hex."""

KeyId = Annotated[str, StringConstraints(pattern=r"^d-[a-z2-7]{16}$")]
Timestamp = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"),
    AfterValidator(_existing),
]
"""A moment that there is: not the 31st of February, which has the form of one."""
CaseNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9-]{0,23}$")]
PersonId = Annotated[str, StringConstraints(pattern=r"^p-[a-z0-9]{1,24}$")]
PanelCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]*={0,2}$")]
Base64ToRead = Annotated[
    str, WithJsonSchema({"type": "string", "pattern": r"^[A-Za-z0-9+/]*={0,2}$"})
]
"""The same where whoever reads it decodes it at once, by the stricter `from_base64`."""
Count = Annotated[int, Field(ge=0, lt=2**53)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=500)]
LongText = Annotated[str, StringConstraints(max_length=20_000)]


class Part(BaseModel):
    """A part of a document: strict, frozen, and without unknown fields.

    Its validator is built when it is first used: building all takes a tenth of a start.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class Document(Part):
    """A document with a kind of its own, stored and signed as the JCS bytes of kind and fields."""

    kind: ClassVar[str]
    form: ClassVar[int] = 1
    """The version of the kind; a signed document's stands in its envelope, beside the kind."""

    def body(self) -> bytes:
        """The canonical bytes: what is hashed, signed, stored and sent."""
        return canonical({"kind": self.kind, **self.model_dump(mode="json")})

    @property
    def id(self) -> str:
        """Lowercase hex SHA-256 of the body."""
        return document_id(self.body())

    @classmethod
    def from_body(cls, body: bytes) -> Self:
        """Read bytes already known to be canonical; MalformedDocument if it does not fit."""
        return cls.from_fields(orjson.loads(body))

    @classmethod
    def from_fields(cls, fields: JsonValue) -> Self:
        """From the value of such bytes, as `parse_canonical` gives it; raises as `from_body`."""
        if not isinstance(fields, dict) or fields.get("kind") != cls.kind:
            raise MalformedDocument(reason=f"the document is not of the kind {cls.kind}")
        return read_fields(cls, orjson.dumps({k: v for k, v in fields.items() if k != "kind"}))


_Read = TypeVar("_Read", bound=Part)


def read_fields(model: type[_Read], body: bytes) -> _Read:
    """Validate JSON bytes strictly as `model`; MalformedDocument names the first wrong field."""
    try:
        return model.model_validate_json(body)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(step) for step in (model.__name__, *first["loc"]))
        raise MalformedDocument(reason=f"{field}: {first['msg']}") from wrong
