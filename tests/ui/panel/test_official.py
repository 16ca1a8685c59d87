"""How far a face is official stands beside its heading: hidden, asked, a panel's own, or signed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import FinalListPacket
from review_protocol.documents.people import Role
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel.official import Official, tag
from reviewer_app.ui.rooms import ROOMS
from reviewer_app.ui.screen import Place
from tests.builders.documents import NOW
from tests.builders.panel import a_panel
from tests.builders.panel_acts import ALONE
from tests.ui.panel.faces import Room, words


def a_final_list(leaf: int | None) -> HeadsPacket[FinalListPacket]:
    stem = {"header": None, "nonce": "0" * 32, "checkpoint": None, "claimed": NOW}
    document = FinalListPacket.model_construct(**stem, **ALONE[FinalListPacket])
    counted = None if leaf is None else Disposition.COUNTED
    return HeadsPacket("f" * 64, document, NOW, leaf, counted, is_own=True)


@pytest.mark.campaign
def test_a_head_who_has_declared_nothing_is_told_why_and_led_to_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_panel(tmp_path, experts=1, role=Role.HEAD, declared=False) as panel:
        panel.collect()
        room = Room(qtbot, panel)
        room.load()
        assert "Cases are hidden because you have not declared on them yet." in words(room)
        assert "Not the official list" in words(room)
        with qtbot.waitSignal(room.model.declaring_wanted):
            room.press("Declare")
        room.database.close()
        room.network.close()
    (declaring,) = (each for each in ROOMS if each.place is Place.DECLARE)
    assert declaring.is_for((Role.HEAD,))


def test_what_is_hidden_or_asked_is_not_the_official_list_whatever_was_signed() -> None:
    for found in (Official(hidden=1, final=a_final_list(7)), Official(asked=WhatIf(raw=True))):
        assert tag(found) == ("Not the official list", Tone.CARE)


def test_a_panels_own_cases_are_named_so() -> None:
    assert tag(Official(is_of_panel=True, final=a_final_list(7)))[0] == "Your panel’s cases only"


def test_the_head_reads_whether_the_list_is_signed_and_received() -> None:
    assert tag(Official()) == ("Draft until signed", Tone.NEUTRAL)
    words, tone = tag(Official(final=a_final_list(None)))
    assert (words.endswith("not received yet"), tone) == (True, Tone.NEUTRAL)
    words, tone = tag(Official(final=a_final_list(7)))
    assert (words.startswith("Official list signed "), tone) == (True, Tone.GOOD)


def test_a_list_that_names_other_decisions_than_count_now_is_told() -> None:
    words, tone = tag(Official(final=a_final_list(7), is_behind=True))
    assert (words.startswith("Decisions changed since the list of "), tone) == (True, Tone.CARE)
