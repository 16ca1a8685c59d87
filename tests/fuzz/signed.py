"""Envelopes: of packets, of what the server signs, and of what a hostile signer might sign."""

import binascii
import json
from collections.abc import Hashable, Iterable, Sequence
from contextlib import suppress
from random import Random

from review_protocol.canonical import canonical, to_base64
from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.base import Document
from review_protocol.documents.batch import Manifest, Release
from review_protocol.documents.handover import HandoverReply
from review_protocol.documents.notice import Notice
from review_protocol.documents.people import Certificate, Revocation, Trust
from review_protocol.envelope import Envelope, kind_of, pae, read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import SigningKey, VerifyKey
from review_protocol.opening import SignedPacket, opened, opened_packet, sealed
from review_protocol.rotation import rotated_key
from tests.fuzz.raw import mutated_bytes
from tests.fuzz.subjects import Subject
from tests.fuzz.trees import Members, Tree, Verbatim, spelled, tree_of
from tests.fuzz.values import mutated_json
from tests.fuzz.world import DEVICE, KEYS, OTHER_DEVICE, the_deployment

_ORDER = 2**252 + 27742317777372353535851937790883648493  # of Ed25519's group
_MODELS: dict[str, type[Document]] = {
    model.kind: model
    for model in (Manifest, Release, Trust, Certificate, Revocation, Notice, HandoverReply)
}


def signed_subjects() -> list[Subject]:
    """Envelopes that are read as they come."""
    world = the_deployment()
    packets = [each.to_bytes() for each in world.packets]
    batch = [world.manifest, world.release, world.trust_envelope, world.certificate]
    batch.append(world.revocation)
    issued = [each.to_bytes() for each in batch]
    notices = [each.to_bytes() for each in world.notices]
    reply = sealed(world.reply(), world.server).to_bytes()
    return [
        Subject("packets", packets, mutated_envelope, read_packet, share=6),
        Subject("packets signed anew", packets, signed_anew, read_signed_anew, share=3),
        Subject("manifests and certificates", issued, mutated_envelope, read_issued, share=3),
        Subject("issued signed anew", [*issued, *notices], issued_anew, read_issued_anew, share=2),
        Subject("notices", [*notices, *issued], mutated_envelope, read_issued, share=2),
        Subject("handover replies", [reply, *notices], mutated_envelope, read_issued, share=1),
    ]


def mutated_envelope(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """An envelope altered on its way by somebody who has no key."""
    chance = rng.random()
    if chance < 0.25:
        return mutated_bytes(rng, content, others)
    if chance < 0.45:
        return mutated_json(rng, content, others, odd=0.4)
    if chance < 0.452:
        return content[:-1] + b" " * (1 << 20) + content[-1:]
    whole = tree_of(content)
    if chance < 0.70:
        payload = mutated_json(rng, _body(content), [_body(each) for each in others])
        _put(whole, "payload", to_base64(payload))
    elif chance < 0.82:
        _swapped(rng, whole, tree_of(rng.choice(others)))
    elif chance < 0.90:
        _put(whole, "payloadType", _another_type(rng, content, others))
    else:
        _another_signature(rng, whole, tree_of(rng.choice(others)))
    return spelled(whole, rng)


def signed_anew(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A packet that its own device signed, with a body of the device's choice."""
    return signed_by(rng, content, others, DEVICE if rng.random() < 0.9 else OTHER_DEVICE)


def issued_anew(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A document of the server, with a body of its choice."""
    world = the_deployment()
    root = read_envelope(content).keyid == world.root.key_id
    return signed_by(rng, content, others, world.root if root else world.server)


def read_packet(content: bytes) -> Iterable[Hashable]:
    return [_meaning(opened_packet(content, KEYS.get))]


def read_signed_anew(content: bytes) -> Iterable[Hashable]:
    """True where what was read says all that was signed, and nothing else."""
    packet = opened_packet(content, KEYS.get)
    if isinstance(packet.document, RotationPacket):
        with suppress(ProtocolFailure):
            rotated_key(packet.document)
    return [packet.document is None or packet.document.body() == packet.envelope.body]


def read_issued(content: bytes) -> Iterable[Hashable]:
    envelope, document = _opened(content)
    return [(envelope, document.id)]


def read_issued_anew(content: bytes) -> Iterable[Hashable]:
    envelope, document = _opened(content)
    return [document.body() == envelope.body]


def _opened(content: bytes) -> tuple[Envelope, Document]:
    """By the model of its kind, and by the key that has the right to it."""
    world = the_deployment()
    envelope = read_envelope(content)
    model = _MODELS.get(kind_of(envelope.payload_type)[0], Manifest)
    key: VerifyKey = (world.root if model is Trust else world.server).public
    return envelope, opened(content, model, key).document


def _meaning(packet: SignedPacket) -> Hashable:
    document = packet.document
    return packet.envelope, packet.kind, packet.version, None if document is None else document.id


def _body(content: bytes) -> bytes:
    return read_envelope(content).body


def signed_by(rng: Random, content: bytes, others: Sequence[bytes], key: SigningKey) -> bytes:
    """The document with another body, under this key."""
    envelope = read_envelope(content)
    body = mutated_json(rng, envelope.body, [_body(each) for each in others], odd=0.05)
    if rng.random() < 0.9:
        # most of the others would only be refused for their spelling
        with suppress(ProtocolFailure, ValueError, RecursionError):
            body = canonical(json.loads(body))
    name = envelope.payload_type
    if rng.random() < 0.1:
        name = _another_type(rng, content, others)
    signature = key.sign(pae(name, body))
    return Envelope(name, body, key.key_id, signature).to_bytes()


def _put(whole: Tree, key: str, value: Tree) -> None:
    assert isinstance(whole, Members)
    whole.pairs = [(name, value if name == key else each) for name, each in whole.pairs]


def _get(whole: Tree, key: str) -> Tree:
    assert isinstance(whole, Members)
    return dict(whole.pairs)[key]


def _signature(whole: Tree) -> Tree:
    signatures = _get(whole, "signatures")
    assert isinstance(signatures, list)
    return signatures[0]


def _swapped(rng: Random, whole: Tree, other: Tree) -> None:
    """Members of two valid envelopes, mixed."""
    key = rng.choice(("payload", "payloadType", "signatures", "keyid", "sig"))
    if key in ("keyid", "sig"):
        _put(_signature(whole), key, _get(_signature(other), key))
    else:
        _put(whole, key, _get(other, key))


def _another_type(rng: Random, content: bytes, others: Sequence[bytes]) -> str:
    own = read_envelope(content).payload_type
    other = read_envelope(rng.choice(others)).payload_type
    return rng.choice(
        (
            *(other, own.replace("v1", "v2"), own.replace("v1", "v01"), own.replace("v1", "v9999")),
            *(own.upper(), own + "\n", own + " ", own.replace("+", " "), "application/json", ""),
            own.replace("practice-review.", "practice-review.new-"),
        )
    )


def _another_signature(rng: Random, whole: Tree, other: Tree) -> None:
    own = _signature(whole)
    text = _get(own, "sig")
    assert isinstance(text, str)
    raw = binascii.a2b_base64(text)
    match rng.randrange(6):
        case 0:  # the same point with another scalar, which a careless verifier takes
            scalar = int.from_bytes(raw[32:], "little") + _ORDER
            _put(own, "sig", to_base64(raw[:32] + scalar.to_bytes(32, "little")))
        case 1:
            _put(own, "sig", to_base64(rng.choice((bytes(64), b"\xff" * 64, raw + raw, raw[:63]))))
        case 2:
            _put(whole, "signatures", [own, _signature(other)])
        case 3:
            _put(whole, "signatures", [_signature(other), own])
        case 4:
            _put(own, "sig", to_base64(mutated_bytes(rng, raw, [raw])))
        case _:
            _put(own, "keyid", rng.choice(("", "d-" + "a" * 16, Verbatim(b"null"), DEVICE.key_id)))
