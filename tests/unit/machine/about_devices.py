"""What a person says of their devices: new keys, whose held packets are, which score counts."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import select, update

from central_server.six_words import CannotConfirm, confirm_device
from central_server.store import schema
from review_protocol.device_words import device_words
from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import NothingToSupersede
from tests.builders.desk import PASSPHRASE
from tests.unit.machine.ground import DEVICES, Device, Running

devices = st.sampled_from(DEVICES)


class AboutDevices(RuleBasedStateMachine):
    """Rules alone; what must hold stands with the machine."""

    run: Running

    def _at(self, device: str) -> Device:
        raise NotImplementedError

    @rule(device=devices)
    def await_six_words(self, device: str) -> None:
        """As of one that a restored server took back: it has texts, and nobody has heard it."""
        table = schema.device
        is_it = (table.c.kid == self._at(device).vault.kid) & table.c.revoked_from.is_(None)
        with self.run.server.store.write() as connection:
            connection.execute(update(table).where(is_it).values(awaits_words=1))

    @rule(device=devices)
    def read_six_words(self, device: str) -> None:
        """To the operator, who awaits them or not."""
        server, vault = self.run.server, self._at(device).vault
        deployment = server.issuer.deployment
        words = device_words(
            deployment,
            signing_key=vault.signing_key.public.raw,
            exchange_key=vault.exchange_key.public.raw,
        )
        heard = [word.en for word in words]
        with suppress(CannotConfirm), server.log.appending(server.store) as group:
            confirm_device(group, vault.kid, heard, deployment=deployment, now=server.now())

    def is_any_unheard(self) -> bool:
        """Whether the server holds anything for words that nobody has read."""
        table = schema.packet.c
        waits = select(table.id).where(table.disposition == Disposition.HELD_SIX_WORDS.value)
        with self.run.server.store.read() as connection:
            return connection.execute(waits).first() is not None

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
