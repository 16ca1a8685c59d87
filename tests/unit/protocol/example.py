"""The complete example of docs/protocol.md, made anew from its seeds."""

import json
import sys

from review_protocol.armour import Armoured, Purpose, armour_texts
from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.leaf import ActLeaf, CertificateLeaf, Disposition, PacketLeaf
from review_protocol.documents.notice import Notice, NoticeKind, Words
from review_protocol.documents.packet import ChainHeader, KnownCheckpoint, ScorePacket
from review_protocol.documents.people import Certificate, KeyPurpose, Role, Trust, TrustedKey
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import (
    Answers,
    CriterionAnswer,
    CriterionCode,
    LanguageRead,
    Mark,
    Quote,
)
from review_protocol.documents.text import Element, Language
from review_protocol.envelope import pae
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import sealed
from review_protocol.rotation import rotation_proof, rotation_statement
from review_protocol.translog import (
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    NoteSigner,
    Receipt,
    leaf_hash,
    sign_checkpoint,
)

ORIGIN = "reviews.example.org/log/1"
NEXT_ORIGIN = "reviews.example.org/log/2"
ROOT, SERVER, LOG, DEVICE = (SigningKey(bytes([n]) * 32) for n in (1, 2, 3, 4))
INTAKE, EXCHANGE = (ExchangeKey(bytes([n]) * 32) for n in (5, 6))
NEXT_LOG, NEXT_DEVICE = (SigningKey(bytes([n]) * 32) for n in (7, 8))
NEXT_EXCHANGE = ExchangeKey(bytes([9]) * 32)
DEPLOYMENT = sha256_hex(ROOT.public.der())
TEXT = "项目覆盖六个国家，共部署网关1,280台。\n每个站点由两位村民共同保管钥匙。"


def trust() -> Trust:
    keys = (
        TrustedKey(purpose=KeyPurpose.SERVER, key=to_base64(SERVER.public.raw)),
        TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(LOG.public.raw)),
        TrustedKey(purpose=KeyPurpose.INTAKE, key=to_base64(INTAKE.public.raw)),
    )
    return Trust(
        deployment=DEPLOYMENT,
        number=1,
        origin=ORIGIN,
        keys=keys,
        last_good=None,
        issued="2026-06-01T08:00:00Z",
    )


def certificate() -> Certificate:
    return Certificate(
        deployment=DEPLOYMENT,
        person="p-7k2m",
        roles=(Role.REVIEWER,),
        panels=(),
        kid=DEVICE.key_id,
        signing_key=to_base64(DEVICE.public.raw),
        exchange_key=to_base64(EXCHANGE.public.raw),
        issued="2026-07-01T02:00:00Z",
    )


def answers() -> Answers:
    quote = Quote(
        language=Language.ZH,
        element=Element.INTERNATIONAL_COOPERATION,
        paragraph=0,
        start=0,
        end=8,
        exact=TEXT[:8],
        before="",
        after=TEXT[8:20],
        text_hash=sha256_hex(TEXT.encode()),
    )

    def answer(
        criterion: CriterionCode, mark: Mark, comment: str, *quotes: Quote
    ) -> CriterionAnswer:
        return CriterionAnswer(criterion=criterion, mark=mark, comment=comment, quotes=quotes)

    return Answers(
        criteria=(
            answer("conceptual_fit", 8, "The area is well chosen."),
            answer("international_cooperativeness", 9, "", quote),
            answer("benefits", "cannot_judge", "没有给出受益人数。"),
        ),
        recommendation=Recommendation.CASEBOOK,
        familiarity=2,
    )


def packet(known: Checkpoint) -> ScorePacket:
    return ScorePacket(
        header=ChainHeader(
            deployment=DEPLOYMENT, kid=DEVICE.key_id, chain="0a" * 16, seq=1, prev=None
        ),
        nonce="5c" * 16,
        checkpoint=KnownCheckpoint(origin=known.origin, size=known.size, root=known.root.hex()),
        claimed="2026-07-20T15:04:05Z",
        round=1,
        manifest="11" * 32,
        case="WIC-2026-001",
        case_hash="22" * 32,
        rubric="33" * 32,
        answers=answers(),
        language_read=LanguageRead.BOTH,
    )


def rotation(before: ScorePacket) -> RotationPacket:
    """The next packet of the chain: the device changes its keys."""
    header = ChainHeader(
        deployment=DEPLOYMENT,
        kid=DEVICE.key_id,
        chain=before.header.chain,
        seq=2,
        prev=before.id,
    )
    return RotationPacket(
        header=header,
        nonce="6d" * 16,
        checkpoint=before.checkpoint,
        claimed="2026-07-22T09:00:00Z",
        kid=NEXT_DEVICE.key_id,
        signing_key=to_base64(NEXT_DEVICE.public.raw),
        exchange_key=to_base64(NEXT_EXCHANGE.public.raw),
        proof=rotation_proof(NEXT_DEVICE, deployment=DEPLOYMENT, old_kid=DEVICE.key_id),
        device_name="Desk in Nairobi",
    )


def notice() -> Notice:
    return Notice(
        deployment=DEPLOYMENT,
        number=1,
        person="p-7k2m",
        about=NoticeKind.ROUND_EXTENDED,
        case=None,
        version=None,
        case_hash=None,
        round=1,
        closes="2026-08-07T15:00:00Z",
        text=Words(zh="截止时间延长一周。", en="One week more."),
        in_reply_to=None,
        issued="2026-07-23T02:00:00Z",
    )


def next_trust(last_good: str) -> Trust:
    """The document that names log 2, with the note of the last good checkpoint of log 1."""
    keys = tuple(each for each in trust().keys if each.purpose is not KeyPurpose.LOG)
    log = TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(NEXT_LOG.public.raw))
    changed = {
        "number": 2,
        "origin": NEXT_ORIGIN,
        "keys": (*keys, log),
        "last_good": last_good,
        "issued": "2026-07-24T08:00:00Z",
    }
    return trust().model_copy(update=changed)


def later(score: ScorePacket, last_good: str) -> dict[str, object]:
    """What may follow: new keys, a notice, a log after a restore, and bytes in armour."""
    told = ActLeaf(type="act/1", act="notice", subject=notice().id, received="2026-07-23T02:00:00Z")
    (block,) = armour_texts(
        Armoured(Purpose.HAND_IN, DEPLOYMENT, DEVICE.key_id, b"sealed to the intake key " * 4)
    )
    return {
        "rotation_statement": rotation_statement(
            DEPLOYMENT, DEVICE.key_id, NEXT_DEVICE.key_id
        ).decode(),
        "rotation_envelope": sealed(rotation(score), DEVICE).to_bytes().decode(),
        "notice": sealed(notice(), SERVER).to_bytes().decode(),
        "notice_leaf": told.entry().decode(),
        "trust_after_restore": sealed(next_trust(last_good), ROOT).to_bytes().decode(),
        "hand_in_block": block,
        "hand_in_sealed": to_base64(b"sealed to the intake key " * 4),
    }


def example() -> dict[str, object]:
    """Every value of the example by name; bytes as text or base64."""
    tree, signer = MerkleTree(MemoryTiles(), 0), NoteSigner(ORIGIN, LOG)
    certified = CertificateLeaf(
        type="certificate/1",
        certificate=certificate().id,
        kid=DEVICE.key_id,
        person="p-7k2m",
        received="2026-07-01T02:00:00Z",
    )
    tree.append([leaf_hash(certified.entry())])
    known = Checkpoint(ORIGIN, 1, tree.root())
    score = packet(known)
    envelope = sealed(score, DEVICE)
    arrived = PacketLeaf(
        type="leaf/1",
        packet=score.id,
        kid=DEVICE.key_id,
        chain=score.header.chain,
        seq=1,
        received="2026-07-21T06:30:00Z",
        disposition=Disposition.COUNTED,
    )
    tree.append([leaf_hash(arrived.entry())])
    note = sign_checkpoint(Checkpoint(ORIGIN, 2, tree.root()), signer)
    receipt = Receipt(arrived.entry(), 1, tuple(tree.inclusion_proof(1)), note)
    return {
        "seeds": {"root": "01", "server": "02", "log": "03", "device": "04"},
        "root_key_pem": ROOT.public.pem(),
        "deployment": DEPLOYMENT,
        "trust": sealed(trust(), ROOT).to_bytes().decode(),
        "certificate": sealed(certificate(), SERVER).to_bytes().decode(),
        "certificate_leaf": certified.entry().decode(),
        "packet_body": score.body().decode(),
        "packet_id": score.id,
        "packet_signed_bytes_sha256": sha256_hex(pae(envelope.payload_type, envelope.body)),
        "packet_envelope": envelope.to_bytes().decode(),
        "packet_leaf": arrived.entry().decode(),
        "checkpoint": note,
        "log_verifier_key": signer.verifier.to_text(),
        "receipt": receipt.to_text(),
        **later(score, note),
    }


if __name__ == "__main__":
    json.dump(example(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
