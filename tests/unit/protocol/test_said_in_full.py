"""A signed score has one spelling: what a draft may leave out, a packet says."""

import pytest

from review_protocol.canonical import canonical, parse_canonical
from review_protocol.envelope import seal
from review_protocol.keys import SigningKey
from review_protocol.opening import opened_packet
from tests.builders.documents import Chain, a_case, a_rubric

KEY = SigningKey(b"\x07" * 32)


@pytest.mark.parametrize(("left_out", "inside"), [("quotes", True), ("comment", False)])
def test_a_score_without_a_default_does_not_fit(left_out: str, inside: bool) -> None:
    """Or two bodies with two ids would say the same."""
    signed = Chain(KEY, "d" * 64).score(a_case(), a_rubric())
    fields = parse_canonical(signed.body)
    answers = fields["answers"]
    del (answers["criteria"][2] if inside else answers)[left_out]
    packet = opened_packet(
        seal("score", canonical(fields), KEY).to_bytes(), {KEY.key_id: KEY.public}.get
    )
    assert packet.document is None
    assert packet.reason == "ScorePacket.answers: a default is not said"


def test_a_score_that_says_all_fits() -> None:
    signed = Chain(KEY, "d" * 64).score(a_case(), a_rubric())
    packet = opened_packet(signed.to_bytes(), {KEY.key_id: KEY.public}.get)
    assert packet.document is not None
    assert packet.document.body() == signed.body
