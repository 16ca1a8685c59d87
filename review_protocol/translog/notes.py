"""Signed notes (C2SP signed-note): a text and, below it, signatures by named keys."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, Self, TypeAlias

from review_protocol.canonical import from_base64, to_base64
from review_protocol.failures import (
    BadSignature,
    MalformedDocument,
    MalformedKey,
    MalformedLogText,
    UnsignedNote,
)
from review_protocol.keys import KEY_LENGTH, SigningKey, VerifyKey

NOTE_LIMIT = 1 << 16
LogTextForm: TypeAlias = Literal["note", "checkpoint", "receipt", "verifier key"]

_ED25519 = b"\x01"
_ID_LENGTH = 4
_MOST_SIGNATURES = 100
_NAME = re.compile(r"[^\s+\x00-\x1f\x7f]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_SIGNATURE_LINE = re.compile(r"— ([^ ]+) ([A-Za-z0-9+/=]+)")
_VERIFIER = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class NoteVerifier:
    """A public key under the name by which notes call it."""

    name: str
    key: VerifyKey

    def __post_init__(self) -> None:
        _require_name(self.name)

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `NAME+HEX(key id)+BASE64(0x01 ‖ public key)`; raises MalformedLogText."""
        match = _VERIFIER.fullmatch(text)
        if match is None:
            raise MalformedLogText("verifier key", "not NAME+ID+KEY")
        raw = log_base64("verifier key", match[3])
        if len(raw) != 1 + KEY_LENGTH or not raw.startswith(_ED25519):
            raise MalformedLogText("verifier key", "not an Ed25519 key")
        verifier = cls(match[1], VerifyKey(raw[1:]))
        if verifier.note_id.hex() != match[2]:
            raise MalformedLogText("verifier key", "the id is not the key's")
        return verifier

    def to_text(self) -> str:
        """`NAME+HEX(key id)+BASE64(0x01 ‖ public key)`."""
        return f"{self.name}+{self.note_id.hex()}+{to_base64(_ED25519 + self.key.raw)}"

    @property
    def note_id(self) -> bytes:
        """Four bytes of SHA-256(NAME ‖ 0x0A ‖ 0x01 ‖ public key)."""
        named = self.name.encode("utf-8") + b"\n" + _ED25519 + self.key.raw
        return sha256(named).digest()[:_ID_LENGTH]


@dataclass(frozen=True, slots=True)
class NoteSigner:
    """A signing key under the name by which notes call it."""

    name: str
    key: SigningKey

    def __post_init__(self) -> None:
        _require_name(self.name)

    @property
    def verifier(self) -> NoteVerifier:
        """The public half."""
        return NoteVerifier(self.name, self.key.public)


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """One line below a note: who claims to have signed, and the signature."""

    name: str
    note_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class SignedNote:
    """A note taken apart, nothing verified; `text` ends in a newline."""

    text: str
    signatures: tuple[NoteSignature, ...]


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A text, and those of the known keys that signed it."""

    text: str
    signers: tuple[NoteVerifier, ...]


def sign_note(text: str, *signers: NoteSigner) -> str:
    """The note of `text`, which ends in a newline, signed by all signers in turn."""
    _require_text(text)
    if not signers:
        raise ValueError("a note has at least one signature")
    lines = [
        f"— {signer.name} "
        + to_base64(signer.verifier.note_id + signer.key.sign(text.encode("utf-8")))
        for signer in signers
    ]
    return text + "\n" + "".join(line + "\n" for line in lines)


def parse_note(note: str) -> SignedNote:
    """Text and signature lines of a note in its exact form; raises MalformedLogText."""
    if len(note) > NOTE_LIMIT:
        raise MalformedLogText("note", "too long")
    text, separator, below = note.rpartition("\n\n")
    if not separator or not below.endswith("\n"):
        raise MalformedLogText("note", "no signatures below an empty line")
    text += "\n"
    _require_text(text)
    lines = below.removesuffix("\n").split("\n")
    if len(lines) > _MOST_SIGNATURES:
        raise MalformedLogText("note", "too many signatures")
    return SignedNote(text, tuple(_signature(line) for line in lines))


def open_note(note: str, verifiers: Iterable[NoteVerifier]) -> OpenedNote:
    """The text of a note that at least one known key signed.

    Signatures by unknown keys are ignored. Raises MalformedLogText, BadSignature (a known key's
    signature is not its own), UnsignedNote (none by a known key).
    """
    parsed = parse_note(note)
    known = {(verifier.name, verifier.note_id): verifier for verifier in verifiers}
    signers: dict[NoteVerifier, None] = {}
    for each in parsed.signatures:
        verifier = known.get((each.name, each.note_id))
        if verifier is None:
            continue
        if not verifier.key.signed(parsed.text.encode("utf-8"), each.signature):
            raise BadSignature(verifier.name)
        signers[verifier] = None
    if not signers:
        raise UnsignedNote(tuple(each.name for each in parsed.signatures))
    return OpenedNote(parsed.text, tuple(signers))


def log_base64(form: LogTextForm, text: str) -> bytes:
    """The bytes of canonical base64 in a text of the log; raises MalformedLogText."""
    try:
        return from_base64(text)
    except MalformedDocument as error:
        raise MalformedLogText(form, error.reason) from error


def _signature(line: str) -> NoteSignature:
    match = _SIGNATURE_LINE.fullmatch(line)
    if match is None or _NAME.fullmatch(match[1]) is None:
        raise MalformedLogText("note", "a signature line is not DASH NAME BASE64")
    raw = log_base64("note", match[2])
    if len(raw) <= _ID_LENGTH:
        raise MalformedLogText("note", "a signature is too short")
    return NoteSignature(match[1], raw[:_ID_LENGTH], raw[_ID_LENGTH:])


def _require_name(name: str) -> None:
    if _NAME.fullmatch(name) is None:
        raise MalformedKey("the name of a log key has no space and no plus")


def _require_text(text: str) -> None:
    if not text.endswith("\n") or _CONTROL.search(text) is not None:
        raise MalformedLogText("note", "the text has control characters or no last newline")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MalformedLogText("note", "not Unicode") from error
