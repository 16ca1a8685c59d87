"""How far a face is official stands beside its heading: hidden, asked, a panel's own, or signed."""

from __future__ import annotations

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import FinalListPacket
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel.official import Official, tag
from tests.builders.documents import NOW
from tests.builders.panel_acts import ALONE


def a_final_list(leaf: int | None) -> HeadsPacket[FinalListPacket]:
    stem = {"header": None, "nonce": "0" * 32, "checkpoint": None, "claimed": NOW}
    document = FinalListPacket.model_construct(**stem, **ALONE[FinalListPacket])
    counted = None if leaf is None else Disposition.COUNTED
    return HeadsPacket("f" * 64, document, NOW, leaf, counted, is_own=True)


def test_what_is_hidden_or_asked_is_not_the_official_list_whatever_was_signed() -> None:
    for found in (Official(hidden=1, final=a_final_list(7)), Official(is_asked=True)):
        assert tag(found) == ("Not the official list", Tone.CARE)


def test_a_panels_own_cases_are_named_so() -> None:
    assert tag(Official(is_of_panel=True, final=a_final_list(7)))[0] == "Your panel’s cases only"


def test_the_head_reads_whether_the_list_is_signed_and_received() -> None:
    assert tag(Official()) == ("Draft until signed", Tone.NEUTRAL)
    words, tone = tag(Official(final=a_final_list(None)))
    assert (words.endswith("not received yet"), tone) == (True, Tone.NEUTRAL)
    words, tone = tag(Official(final=a_final_list(7)))
    assert (words.startswith("Official list signed "), tone) == (True, Tone.GOOD)
