"""A change of keys that is killed at any named point: the next start and sync go on with it."""

import pytest

from tests.builders.killing import killed_at
from tests.unit.rotation.ground import CASES, Rotating

pytestmark = pytest.mark.campaign

KEYS, SYNC, OUTBOX = "reviewer_app.models.", "reviewer_app.sync.", "reviewer_app.models.outbox."
MAKING = [
    (KEYS + "keys.change_passphrase", True),
    (KEYS + "vault.write_atomically", True),
    (KEYS + "keys.change_passphrase", False),
    ("reviewer_app.services.signer.outbox.append", False),
    ("reviewer_app.services.new_keys.NewKeys.make", False),
]
SENDING = [
    (OUTBOX + "note_sending", False),
    (SYNC + "session.DeviceSession.deliver", True),
    (SYNC + "session.DeviceSession.deliver", False),
    (OUTBOX + "note_all_received", False),
    (SYNC + "delivering.keep_receipts", False),
    (SYNC + "session.DeviceSession.own_packets_after", False),
    (SYNC + "own_packets.keep_devices", False),
    (SYNC + "own_packets.OwnPackets.fetch_devices", False),
    (KEYS + "keys.turn_keys", True),
    (KEYS + "keys.turn_keys", False),
    (SYNC + "new_keys.take_certificate", False),
    (SYNC + "new_keys.SettlingKeys.settled", False),
]


def killed(rotating: Rotating, step: str, work: str, *, before: bool, turn: int = 1) -> None:
    rotating.desk.close()
    killed_at(
        step,
        f"""
from pathlib import Path
from tests.unit.machine.ground import Device
from tests.unit.rotation.ground import Alone
Alone(Device(Path({str(rotating.folder)!r}))).{work}()
""",
        before=before,
        turn=turn,
    )
    rotating.desk.open()


def goes_on(rotating: Rotating, old: str) -> None:
    """Scores signed before, at once and after all count; the keys are new in the end."""
    at_once = rotating.score(CASES[1])
    rotating.make()
    rotating.sync()
    rotating.sync()
    after = rotating.score(CASES[2])
    rotating.sync()
    assert rotating.kid != old
    assert rotating.is_revoked(old)
    assert not rotating.desk.services.at_rest.enrolling_again.is_needed()
    signed = {each.id for each in rotating.desk.packets()}
    assert {at_once, after} <= signed
    assert signed <= rotating.counted()


@pytest.mark.parametrize(("step", "before"), MAKING)
def test_killed_while_keys_are_made(rotating: Rotating, step: str, before: bool):
    old = rotating.kid
    rotating.score(CASES[0])
    killed(rotating, step, "make", before=before)
    assert rotating.kid == old
    goes_on(rotating, old)


@pytest.mark.parametrize(("step", "before"), SENDING)
def test_killed_while_they_are_taken_into_use(rotating: Rotating, step: str, before: bool):
    old = rotating.kid
    rotating.sync()
    rotating.make()
    turn = 2 if step.endswith("settled") else 1  # the first looks whether there is something
    killed(rotating, step, "sync", before=before, turn=turn)
    rotating.sync()
    assert rotating.kid != old
    rotating.sync()
    score = rotating.score(CASES[0])
    rotating.sync()
    assert {each.id for each in rotating.desk.packets()} <= rotating.counted()
    assert score in rotating.counted()
    assert rotating.is_revoked(old)
