"""Packets about devices, rounds and questions, and notices: what each must and must not say."""

import pytest
from pydantic import ValidationError

from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.base import Document
from review_protocol.documents.handover import Handover, HandoverReply
from review_protocol.documents.kinds import PACKETS
from review_protocol.documents.leaf import ActLeaf, Disposition, DispositionLeaf, read_entry
from review_protocol.documents.notice import Notice, NoticeKind, NoticesAnswer, Words
from review_protocol.documents.text import Language
from review_protocol.failures import BadSignature, MalformedDocument
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import opened, opened_packet, sealed
from review_protocol.rotation import rotated_key, rotation_statement
from tests.builders.documents import (
    NOW,
    Chain,
    a_case,
    a_rubric,
)
from tests.builders.handed_over import a_handover, a_handover_reply, a_notice

KEY, NEW_KEY = SigningKey(b"\x07" * 32), SigningKey(b"\x08" * 32)
NEW_EXCHANGE = ExchangeKey(b"\x09" * 32)
A, B, C = "a" * 64, "b" * 64, "c" * 64


@pytest.fixture
def chain() -> Chain:
    return Chain(KEY, deployment="d" * 64)


def documents(chain: Chain) -> dict[str, Document]:
    signed = {
        "resolution": chain.resolve(a_case(), a_rubric(), A, B, C),
        "confirmation": chain.confirm(A, denied=(B,)),
        "rotation": chain.rotate(NEW_KEY, NEW_EXCHANGE),
        "erasure": chain.erase(A),
        "question": chain.ask("Which version?", case="WIC-2026-001"),
    }
    packets = {kind: PACKETS[kind].from_body(envelope.body) for kind, envelope in signed.items()}
    return {
        **packets,
        **{f"notice: {about}": a_notice(about) for about in NoticeKind},
        "notices": NoticesAnswer(nonce="0a" * 16, notices=(), next=0, request_nonce="n"),
        "handover": a_handover(),
        "handover-reply": a_handover_reply(),
    }


NAMES = sorted(documents(Chain(KEY, deployment="d" * 64)))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_comes_back_from_its_bytes(name: str, chain: Chain) -> None:
    document = documents(chain)[name]
    envelope = sealed(document, KEY).to_bytes()
    assert opened(envelope, type(document), KEY.public).document == document


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_or_missing_field_is_refused(name: str, chain: Chain) -> None:
    document = documents(chain)[name]
    fields = {"kind": document.kind, **document.model_dump(mode="json")}
    with pytest.raises(MalformedDocument):
        type(document).from_fields({**fields, "more": 1})
    for each in document.model_dump():
        with pytest.raises(MalformedDocument):
            type(document).from_fields({key: fields[key] for key in fields if key != each})


def test_a_packet_of_each_new_kind_opens_by_its_header(chain: Chain) -> None:
    documents(chain)
    kinds = []
    for envelope in chain.signed:
        packet = opened_packet(envelope.to_bytes(), {KEY.key_id: KEY.public}.get)
        assert type(packet.document) is PACKETS[packet.kind]
        kinds.append(packet.kind)
    assert kinds == ["resolution", "confirmation", "rotation", "erasure", "question"]


@pytest.mark.parametrize("over", [(), (A,), (B, B), tuple(f"{n:064x}" for n in range(21))])
def test_one_score_stands_over_other_scores(chain: Chain, over: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        chain.resolve(a_case(), a_rubric(), A, *over)


@pytest.mark.parametrize(("mine", "not_mine"), [((), ()), ((A, A), ()), ((A,), (A,)), ((), (B, B))])
def test_a_held_packet_is_told_once(
    chain: Chain, mine: tuple[str, ...], not_mine: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError):
        chain.confirm(*mine, denied=not_mine)


def test_all_held_packets_may_be_denied(chain: Chain) -> None:
    assert chain.confirm(denied=(A,))


@pytest.mark.parametrize("text", ["", " \n\t", "x" * 20_001])
def test_a_question_says_something(chain: Chain, text: str) -> None:
    with pytest.raises(ValidationError):
        chain.ask(text)


def rotation(chain: Chain, **changed: object) -> RotationPacket:
    return RotationPacket.from_body(chain.rotate(NEW_KEY, NEW_EXCHANGE, **changed).body)


def test_the_new_key_has_signed_that_it_follows_the_old_one(chain: Chain) -> None:
    packet = rotation(chain)
    assert rotated_key(packet) == NEW_KEY.public
    statement = rotation_statement("d" * 64, KEY.key_id, NEW_KEY.key_id)
    assert (
        statement
        == (
            f'{{"deployment":"{"d" * 64}","from":"{KEY.key_id}","to":"{NEW_KEY.key_id}",'
            '"type":"rotation/1"}'
        ).encode()
    )
    assert NEW_KEY.public.signed(statement, from_base64(packet.proof))


@pytest.mark.parametrize(
    "proof",
    [
        "",
        "AAA",
        to_base64(bytes(64)),
        to_base64(KEY.sign(rotation_statement("d" * 64, KEY.key_id, NEW_KEY.key_id))),
        to_base64(NEW_KEY.sign(rotation_statement("e" * 64, KEY.key_id, NEW_KEY.key_id))),
        to_base64(NEW_KEY.sign(rotation_statement("d" * 64, NEW_KEY.key_id, KEY.key_id))),
    ],
)
def test_nobody_rotates_to_a_key_that_they_do_not_hold(chain: Chain, proof: str) -> None:
    with pytest.raises(BadSignature):
        rotated_key(rotation(chain, proof=proof))


@pytest.mark.parametrize(
    "changed",
    [
        {"kid": "d-" + "a" * 16},
        {"kid": KEY.key_id, "signing_key": to_base64(KEY.public.raw)},
        {"signing_key": to_base64(bytes(31))},
        {"exchange_key": to_base64(bytes(33))},
        {"exchange_key": "AAA"},
        {"proof": "?"},
    ],
)
def test_a_rotation_names_new_whole_keys(chain: Chain, changed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        chain.rotate(NEW_KEY, NEW_EXCHANGE, **changed)


WRONG: list[tuple[NoticeKind, dict[str, object]]] = [
    (NoticeKind.MESSAGE, {"text": None}),
    (NoticeKind.MESSAGE, {"in_reply_to": A}),
    (NoticeKind.MESSAGE, {"closes": NOW}),
    (NoticeKind.ANSWER, {"in_reply_to": None}),
    (NoticeKind.ANSWER, {"text": None}),
    (NoticeKind.CASE_CORRECTED, {"case": None}),
    (NoticeKind.CASE_CORRECTED, {"version": None}),
    (NoticeKind.CASE_CORRECTED, {"case_hash": None}),
    (NoticeKind.CASE_WITHDRAWN, {"case": None}),
    (NoticeKind.CASE_WITHDRAWN, {"case_hash": A}),
    (NoticeKind.ROUND_EXTENDED, {"closes": None}),
    (NoticeKind.ROUND_EXTENDED, {"round": None}),
    (NoticeKind.ROUND_CLOSED, {"round": None}),
    (NoticeKind.ROUND_CLOSED, {"closes": NOW}),
    (NoticeKind.MESSAGE, {"number": 0}),
]


@pytest.mark.parametrize(("about", "changed"), WRONG)
def test_a_notice_says_what_its_kind_says(about: NoticeKind, changed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        a_notice(about, **changed)


def test_any_notice_may_name_a_case_and_say_why() -> None:
    words = Words(zh=None, en="The applicant has withdrawn.")
    for about in NoticeKind:
        notice = a_notice(about, case="WIC-2026-002", round=1, text=words)
        assert Notice.from_body(notice.body()) == notice


def test_words_are_in_one_language_at_least() -> None:
    assert Words(zh="你好", en=None).best(Language.EN) == "你好"
    assert Words(zh="你好", en="Hello").best(Language.EN) == "Hello"
    for zh, en in ((None, None), ("", "Hello"), (None, " \n")):
        with pytest.raises(ValidationError):
            Words(zh=zh, en=en)


def test_a_notice_and_what_a_person_decided_are_leaves() -> None:
    notice = ActLeaf(type="act/1", act="notice", subject=a_notice().id, received=NOW)
    assert read_entry(notice.entry()) == notice
    for disposition in (Disposition.NOT_COUNTED_RESOLVED, Disposition.NOT_COUNTED_DENIED):
        leaf = DispositionLeaf(
            type="disposition/1", packet=A, disposition=disposition, act=B, received=NOW
        )
        assert read_entry(leaf.entry()) == leaf
        assert not disposition.counts


def test_a_hand_over_is_of_one_device() -> None:
    for model, fields in ((Handover, a_handover()), (HandoverReply, a_handover_reply())):
        wrong = {"kind": model.kind, **fields.model_dump(mode="json"), "kid": "somebody"}
        with pytest.raises(MalformedDocument):
            model.from_fields(wrong)
