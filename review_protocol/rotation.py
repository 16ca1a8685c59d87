"""A device changes its keys: the new key's word that it is in the hand of who holds the old one."""

from __future__ import annotations

from review_protocol.canonical import canonical, from_base64, to_base64
from review_protocol.documents.acts import RotationPacket
from review_protocol.failures import BadSignature, MalformedDocument
from review_protocol.keys import SigningKey, VerifyKey


def rotation_statement(deployment: str, old_kid: str, new_kid: str) -> bytes:
    """The bytes that the new key signs: canonical JSON, which no envelope's signed bytes are."""
    return canonical(
        {"deployment": deployment, "from": old_kid, "to": new_kid, "type": "rotation/1"}
    )


def rotation_proof(new_key: SigningKey, *, deployment: str, old_kid: str) -> str:
    """The `proof` of a rotation packet that the key `old_kid` signs, base64."""
    return to_base64(new_key.sign(rotation_statement(deployment, old_kid, new_key.key_id)))


def rotated_key(packet: RotationPacket) -> VerifyKey:
    """The new key of a rotation packet whose own signature held; raises BadSignature.

    Without the proof somebody could have another person's public key certified as their own.
    """
    key = VerifyKey(from_base64(packet.signing_key))
    header = packet.header
    statement = rotation_statement(header.deployment, header.kid, packet.kid)
    try:
        proof = from_base64(packet.proof)
    except MalformedDocument as error:
        raise BadSignature(packet.kid) from error
    if not key.signed(statement, proof):
        raise BadSignature(packet.kid)
    return key
