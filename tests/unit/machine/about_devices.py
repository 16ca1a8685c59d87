"""What a person says of their devices: new keys, whose held packets are, which score counts."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from reviewer_app.errors import NothingToSupersede
from tests.builders.desk import PASSPHRASE
from tests.unit.machine.ground import DEVICES, Device

devices = st.sampled_from(DEVICES)


class AboutDevices(RuleBasedStateMachine):
    """Rules alone; what must hold stands with the machine."""

    def _at(self, device: str) -> Device:
        raise NotImplementedError

    @rule(device=devices)
    def make_new_keys(self, device: str) -> None:
        """They come into use at a sync."""
        self._at(device).services.at_rest.new_keys.make(PASSPHRASE)

    @rule(device=devices, mine=st.booleans())
    def say_whose_the_held_are(self, device: str, mine: bool) -> None:
        """What a lost device sent, on the other."""
        known = self._at(device).services.devices
        held = [each.packet for each in known.look().held]
        if held:
            known.confirm(held if mine else [], [] if mine else held)

    @rule(device=devices)
    def choose_between_two_scores(self, device: str) -> None:
        """The one that did not count, where it is a score."""
        known = self._at(device).services.devices
        for double in known.look().doubles:
            if double.chosen is None:
                with suppress(NothingToSupersede):
                    known.choose(double.case, double.versions[-1].packet)
