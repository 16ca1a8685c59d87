"""Notices and hand-overs with valid defaults."""

from review_protocol.canonical import to_base64
from review_protocol.documents.handover import Handover, HandoverReply
from review_protocol.documents.notice import Notice, NoticeKind, Words
from review_protocol.envelope import Envelope
from review_protocol.keys import SigningKey
from tests.builders.documents import CLOSES, NOW


def a_notice(about: NoticeKind = NoticeKind.MESSAGE, **changed: object) -> Notice:
    """A notice of this kind, with what its kind needs."""
    fields: dict[str, object] = {
        "deployment": "d" * 64,
        "number": 1,
        "person": "p-7k2m",
        "about": about,
        "case": None,
        "version": None,
        "case_hash": None,
        "round": None,
        "closes": None,
        "text": None,
        "in_reply_to": None,
        "issued": NOW,
    }
    words = Words(zh="请重读第三段。", en="Please read the third paragraph again.")
    match about:
        case NoticeKind.MESSAGE:
            fields |= {"text": words}
        case NoticeKind.ANSWER:
            fields |= {"text": words, "in_reply_to": "a" * 64}
        case NoticeKind.CASE_CORRECTED:
            fields |= {"case": "WIC-2026-001", "version": 2, "case_hash": "c" * 64}
        case NoticeKind.CASE_WITHDRAWN:
            fields |= {"case": "WIC-2026-001"}
        case NoticeKind.ROUND_EXTENDED:
            fields |= {"round": 1, "closes": CLOSES}
        case NoticeKind.ROUND_CLOSED:
            fields |= {"round": 1}
    return Notice.model_validate(fields | changed)


def a_handover(*packets: Envelope, **changed: object) -> Handover:
    fields: dict[str, object] = {
        "deployment": "d" * 64,
        "kid": SigningKey(b"\x07" * 32).key_id,
        "known": None,
        "notices": 0,
        "packets": tuple(to_base64(each.to_bytes()) for each in packets),
    }
    return Handover.model_validate(fields | changed)


def a_handover_reply(**changed: object) -> HandoverReply:
    """An empty one; trust and log are texts of no meaning."""
    fields: dict[str, object] = {
        "deployment": "d" * 64,
        "person": "p-7k2m",
        "kid": SigningKey(b"\x07" * 32).key_id,
        "arrived": (),
        "rejected": (),
        "changes": (),
        "devices": (),
        "round": None,
        "releases": (),
        "notices": (),
        "manifest": None,
        "trust": "",
        "log": "",
        "known_size": 0,
        "consistency": (),
        "issued": NOW,
    }
    return HandoverReply.model_validate(fields | changed)
