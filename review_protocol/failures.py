"""Expected failures of the protocol: classes that carry facts, and leave words to the caller."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from typing import Literal

from review_protocol.late_dataclasses import dataclass


@dataclass(eq=False)
class ProtocolFailure(Exception):
    """Root of everything this package raises on purpose; its facts cannot be changed once set.

    The subclasses are not `dataclass(frozen=True)`: that would also forbid `__traceback__` and
    `__context__`, which `contextlib` assigns when a failure passes through a context manager.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in self.__dict__ and name in self.__dataclass_fields__:
            raise FrozenInstanceError(f"cannot assign to fact {name!r}")
        super().__setattr__(name, value)

    def __str__(self) -> str:
        return ", ".join(f"{fact.name}={getattr(self, fact.name)!r}" for fact in fields(self))

    def __reduce__(self) -> tuple[Callable[..., "ProtocolFailure"], tuple[object, ...]]:
        return type(self), tuple(getattr(self, fact.name) for fact in fields(self))


@dataclass(eq=False)
class MalformedDocument(ProtocolFailure):
    """The bytes are not JSON as this protocol allows it (or the value cannot be written so)."""

    reason: str


@dataclass(eq=False)
class NotCanonical(ProtocolFailure):
    """Valid JSON whose RFC 8785 form differs from the bytes, first at `position` (bytes)."""

    position: int


@dataclass(eq=False)
class TooLarge(ProtocolFailure):
    """More bytes than the reader is willing to take; `size` is None where it was not measured."""

    size: int | None
    limit: int


@dataclass(eq=False)
class MalformedEnvelope(ProtocolFailure):
    """The bytes are not a strict DSSE envelope with exactly one signature."""

    reason: str


@dataclass(eq=False)
class UnknownPayloadType(ProtocolFailure):
    """The payload type is none of this protocol's, in any version."""

    payload_type: str


@dataclass(eq=False)
class BadSignature(ProtocolFailure):
    """The signature is not one by the expected key; `key_id` is the key that it claims."""

    key_id: str


@dataclass(eq=False)
class MalformedKey(ProtocolFailure):
    """The bytes or text are not a key of the expected kind."""

    reason: str


@dataclass(eq=False)
class WrongPassphrase(ProtocolFailure):
    """The sealed secret is whole, and this passphrase does not open it."""

    purpose: str


@dataclass(eq=False)
class DamagedSecret(ProtocolFailure):
    """The sealed secret was altered, cut off, or is of another purpose: no passphrase opens it."""

    reason: str


@dataclass(eq=False)
class CannotOpen(ProtocolFailure):
    """Sealed content that this key does not open, or that was altered on the way."""

    reason: Literal["form", "key", "content"]


MistypedReason = Literal["short", "long", "symbol", "check"]


@dataclass(eq=False)
class MistypedCode(ProtocolFailure):
    """An invitation code that cannot be right.

    `positions` are indices into the text as typed: of symbols that no code contains, or of what
    is beyond the last symbol. It is empty where the slip may be anywhere.
    """

    reason: MistypedReason
    positions: tuple[int, ...] = ()


@dataclass(eq=False)
class MalformedLogText(ProtocolFailure):
    """A note, checkpoint, receipt or verifier key that is not in its exact text form."""

    form: Literal["note", "checkpoint", "receipt", "verifier key"]
    reason: str


@dataclass(eq=False)
class UnsignedNote(ProtocolFailure):
    """A well-formed note without a signature by any key that is known."""

    signers: tuple[str, ...]


@dataclass(eq=False)
class BadProof(ProtocolFailure):
    """An inclusion or consistency proof that does not lead to the given root."""

    proof: Literal["inclusion", "consistency"]
    reason: str
