"""Chance decides what a reviewer with two devices does, and when: nothing is lost in any order."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from central_server.log import log_size
from central_server.revocation import revoke
from central_server.server import trust_in
from central_server.store import schema as server_schema
from central_server.trusts import log_verifier
from central_server.verifying_home import verify_home
from review_protocol.documents.acts import QuestionPacket
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import ActLeaf, PacketLeaf, read_entry
from review_protocol.documents.packet import ConflictKind, RecusalReason
from review_protocol.documents.score import Answers, LanguageRead
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened_packet
from review_protocol.translog import (
    Checkpoint,
    NoteVerifier,
    Receipt,
    open_checkpoint,
    parse_note,
    verify_consistency,
    verify_receipt,
)
from reviewer_app.errors import (
    AlreadySigned,
    AnswerCutOff,
    AnswersIncomplete,
    CaseNotOpen,
    NoConnection,
    NothingToSupersede,
    NotOurServer,
    ServerRefused,
)
from reviewer_app.models import outbox
from reviewer_app.models.backups import Reason
from reviewer_app.models.schema import draft_revision
from reviewer_app.services.restoring import Restoring
from tests.builders.desk import some_answers
from tests.builders.documents import NOW
from tests.builders.panel import never, print_nothing
from tests.torture.verdict import counted_twice
from tests.unit.machine.about_devices import AboutDevices, devices
from tests.unit.machine.ground import DEVICES, Device, Template, a_template
from tests.unit.sync.network import TRIES, a_network, cut_off, lost

pytestmark = pytest.mark.campaign

NOT_NOW = (AlreadySigned, AnswersIncomplete, CaseNotOpen, NothingToSupersede)
ON_THE_WAY = (NoConnection, AnswerCutOff, NotOurServer)

cases = st.sampled_from(["WIC-2026-001", "WIC-2026-002", "WIC-2026-003"])
marks = st.one_of(st.none(), st.integers(1, 10))


class Killed(Exception):
    """Everything that was not saved is gone."""


class AnyOrder(AboutDevices):
    """What a person and an operator may do; what must hold stands in the invariants."""

    template: Template

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        place = Path(self.open.enter_context(tempfile.TemporaryDirectory(prefix="machine-")))
        self.run = self.open.enter_context(self.template.copied(place))
        self.typed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self.signed: dict[str, bytes] = {}
        self.revoked: str | None = None
        self.keys: dict[str, VerifyKey] = {}
        self.known: Checkpoint | None = None
        self.words = 0
        self.restored = False
        self.logs: dict[str, tuple[NoteVerifier, list[bytes]]] = {}
        self._note_log()
        for device in self.run.devices.values():
            self.signed |= {each.id: each.envelope for each in device.packets()}

    # What a person does

    @rule(device=devices, case=cases, mark=marks)
    def type(self, device: str, case: str, mark: int | None) -> None:
        """A sheet, not always complete."""
        answers = self._something(mark or 5)
        if mark is None:
            answers = answers.model_copy(update={"recommendation": None})
        with suppress(CaseNotOpen):
            self._keep(device, case, answers)

    @rule(device=devices, case=cases, mark=st.integers(1, 10))
    def score(self, device: str, case: str, mark: int) -> None:
        with suppress(*NOT_NOW):
            self._keep(device, case, self._something(mark))
            self._at(device).services.signing.sign(case, LanguageRead.BOTH)

    @rule(device=devices, case=cases, mark=st.integers(1, 10))
    def amend(self, device: str, case: str, mark: int) -> None:
        signing = self._at(device).services.signing
        with suppress(*NOT_NOW):
            signing.amend(case, self._something(mark), LanguageRead.ZH, "Read again")

    @rule(device=devices, case=cases)
    def withdraw(self, device: str, case: str) -> None:
        with suppress(*NOT_NOW):
            self._at(device).services.signing.withdraw(case, "A mistake")

    @rule(device=devices, case=cases)
    def recuse(self, device: str, case: str) -> None:
        signing = self._at(device).services.signing
        with suppress(*NOT_NOW):
            signing.recuse(case, RecusalReason.CONFLICT, ConflictKind.FAMILY, "")

    @rule(device=devices)
    def sync(self, device: str) -> None:
        """A device that is revoked still delivers, and is told so."""
        if not self._synced(device):
            self.run.confirm_restored()
            assert self._synced(device)
        waiting = [each.id for each in self._at(device).packets() if each.receipt is None]
        assert waiting == []

    @rule(
        device=devices,
        path=st.sampled_from(["/v1/hello", "/v1/packets", "/v1/state", "/v1/batch"]),
        after=st.one_of(st.none(), st.integers(0, 300)),
    )
    def sync_on_a_bad_line(self, device: str, path: str, after: int | None) -> None:
        """Answers are lost or cut off, though the server did what it was asked."""
        self.run.network.spoil(path, *[lost if after is None else cut_off(after)] * TRIES)
        with suppress(*ON_THE_WAY):
            self._synced(device)
        self.run.network.mend()

    @rule(device=devices)
    def back_up_the_desk(self, device: str) -> None:
        self._at(device).services.at_rest.backups.keep(Reason.ASKED)

    @rule(device=devices)
    def put_the_desk_back(self, device: str) -> None:
        """From its newest backup, if it has one."""
        desk = self._at(device)
        self._remember(desk)
        restoring = Restoring(desk.folder, desk.vault.database_key)
        if backups := restoring.backups():
            desk.close()
            restoring.restore(backups[0])
            desk.open()
            assert desk.services.at_rest.put_back.lost() is None

    # What happens to machines

    @rule(device=devices)
    def restart_the_desk(self, device: str) -> None:
        self._at(device).close()
        self._at(device).open()

    @rule(device=devices, case=cases)
    def kill_the_desk(self, device: str, case: str) -> None:
        """While it signs: what was not committed was never signed."""
        desk = self._at(device)
        before = [each.id for each in desk.packets()]
        with suppress(Killed), desk.store.write() as connection:
            outbox.append(
                connection,
                lambda header: QuestionPacket(
                    header=header,
                    nonce="0" * 32,
                    checkpoint=None,
                    claimed=NOW,
                    round=1,
                    case=case,
                    text="Which version?",
                ),
                desk.vault.signing_key,
                NOW,
            )
            raise Killed
        desk.close()
        desk.open()
        assert [each.id for each in desk.packets()] == before

    @rule()
    def restart_the_server(self) -> None:
        self.run.stop_server()
        self.run.start_server()

    @rule()
    def kill_the_server(self) -> None:
        """While it writes a group: the log is as long as before."""
        server = self.run.server
        with suppress(Killed), server.log.appending(server.store) as group:
            leaf = ActLeaf(type="act/1", act="invite", subject="0" * 64, received=NOW)
            group.add(leaf.entry())
            raise Killed
        self.restart_the_server()

    @rule(device=devices, at=st.floats(0, 1))
    def revoke(self, device: str, at: float) -> None:
        """One device, once, from anywhere in the log on."""
        if self.revoked is not None:
            return
        server = self.run.server
        with server.log.appending(server.store) as group:
            revoke(
                group,
                self._at(device).vault.kid,
                from_leaf=int(at * log_size(group.connection)),
                reason="Lost",
                issuer=server.issuer,
                now=NOW,
            )
        self.revoked = device

    @rule()
    def back_up_the_server(self) -> None:
        self.run.back_up_server()

    @rule(which=st.integers(0, 20))
    def restore_the_server(self, which: int) -> None:
        """From any backup there is; what was revoked since is so no more."""
        if not self.run.backups:
            return
        self.run.restore_server(self.run.backups[which % len(self.run.backups)])
        # the log that it goes on from is the backup's, which need not be the last one
        good = self._last_good()
        assert self._entries()[: good.size] == self.logs[good.origin][1][: good.size]
        self.restored, self.known = True, None
        self._note_log()
        device = server_schema.device.c
        with self.run.server.store.read() as connection:
            revoked = connection.execute(
                select(device.kid).where(device.revoked_from.is_not(None))
            ).scalars()
            gone = set(revoked)
        self.revoked = next((n for n in DEVICES if self._at(n).vault.kid in gone), None)

    # What must hold after each step

    @invariant()
    def the_log_only_grows(self) -> None:
        server = self.run.server
        old = self.known
        with server.store.read() as connection:
            view = server.log.view(connection, 0 if old is None else old.size)
        new = open_checkpoint(view.checkpoint, [log_verifier(trust_in(server.trust))])
        if old is not None and old.size:
            proof = [bytes.fromhex(each) for each in view.consistency]
            verify_consistency(old.size, old.root, new.size, new.root, proof)
        self.known = new

    @invariant()
    def nothing_signed_disappears(self) -> None:
        for device in self.run.devices.values():
            self._remember(device)
        held = {each.id: each for name in DEVICES for each in self._at(name).packets()}
        assert self.signed == {id: each.envelope for id, each in held.items()}
        # a restored server judges anew what it had lost, and devices learn that one by one
        assert self.restored or counted_twice(held) == 0

    @invariant()
    def nothing_typed_disappears(self) -> None:
        for name, device in self.run.devices.items():
            columns = draft_revision.c
            with device.store.read() as connection:
                rows = connection.execute(select(columns.case_number, columns.answers)).all()
            kept = {(case, Answers.model_validate_json(text).comment) for case, text in rows}
            assert self.typed[name] <= kept

    @invariant()
    def every_receipt_verifies_and_its_leaf_is_in_the_log(self) -> None:
        self._note_log()
        verifiers = [verifier for verifier, _ in self.logs.values()]
        for device in self.run.devices.values():
            for stored in device.packets():
                if stored.receipt is not None:
                    receipt = Receipt.parse(stored.receipt)
                    origin = verify_receipt(receipt, verifiers).origin
                    assert self.logs[origin][1][receipt.index] == receipt.leaf
                    leaf = read_entry(receipt.leaf)
                    assert isinstance(leaf, PacketLeaf)
                    assert leaf.packet == stored.id

    @invariant()
    def no_packet_is_in_the_log_twice_and_none_that_nobody_signed(self) -> None:
        leaves = [read_entry(entry) for entry in self._entries()]
        ids = Counter(leaf.packet for leaf in leaves if isinstance(leaf, PacketLeaf))
        assert set(ids.values()) <= {1}
        assert set(ids) <= set(self.signed)

    def teardown(self) -> None:
        """In the end everything arrives, and the server is whole."""
        try:
            for name in (*DEVICES, *DEVICES):
                self.sync(name)
                self.read_six_words(name)
            for check in (
                self.the_log_only_grows,
                self.nothing_signed_disappears,
                self.nothing_typed_disappears,
                self.every_receipt_verifies_and_its_leaf_is_in_the_log,
                self.no_packet_is_in_the_log_twice_and_none_that_nobody_signed,
            ):
                check()
            held = {each.id: each for name in DEVICES for each in self._at(name).packets()}
            assert counted_twice(held) == 0
            assert not self.is_any_unheard()
            server = self.run.server
            with server.store.read() as connection:
                assert verify_home(connection, server.home, keys=server.keys).right
            leaves = [read_entry(entry) for entry in self._entries()]
            arrived = {leaf.packet for leaf in leaves if isinstance(leaf, PacketLeaf)}
            assert arrived == set(self.signed)
        finally:
            self.open.close()

    def _at(self, device: str) -> Device:
        return self.run.devices[device]

    def _something(self, mark: int) -> Answers:
        """Answers whose comment was never typed before."""
        self.words += 1
        return some_answers(mark).model_copy(update={"comment": f"第 {self.words} 稿"})

    def _keep(self, device: str, case: str, answers: Answers) -> None:
        self._at(device).services.scoring.keep(case, answers)
        self.typed[device].add((case, answers.comment))

    def _remember(self, device: Device) -> None:
        """What the device signed by now; each opens by its key."""
        for each in device.packets():
            if each.id not in self.signed:
                key = device.vault.signing_key.public
                self.keys.setdefault(key.key_id, key)
                assert opened_packet(each.envelope, self.keys.get).id == each.id
                self.signed[each.id] = each.envelope

    def _synced(self, device: str) -> bool:
        """Whether a sync did all it should; a restored server may wait for its operator."""
        try:
            self._at(device).services.handin.sync(print_nothing, never)
        except ServerRefused as refused:
            if self._awaits(refused):
                return False
            if device != self.revoked:
                raise
        return True

    def _awaits(self, refused: ServerRefused) -> bool:
        return self.restored and refused.code is RefusalCode.BUSY

    def _note_log(self) -> None:
        verifier = log_verifier(trust_in(self.run.server.trust))
        self.logs[verifier.name] = verifier, self._entries()

    def _last_good(self) -> Checkpoint:
        note = trust_in(self.run.server.trust).last_good
        assert note is not None
        return Checkpoint.parse(parse_note(note).text)

    def _entries(self) -> list[bytes]:
        leaf = server_schema.leaf.c
        with self.run.server.store.read() as connection:
            return list(connection.execute(select(leaf.entry).order_by(leaf.position)).scalars())


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[type[AnyOrder]]:
    with a_network() as network:
        AnyOrder.template = a_template(tmp_path, network)
        yield AnyOrder
        del AnyOrder.template


def test_whatever_happens_in_any_order_nothing_is_lost(machine: type[AnyOrder]) -> None:
    """More and longer runs, and shorter stories of what fails, by `HYPOTHESIS_PROFILE=deep`."""
    is_deep = settings.default.max_examples > 100
    bounds = settings(
        max_examples=40 if is_deep else 8,
        stateful_step_count=40 if is_deep else 20,
        phases=tuple(Phase) if is_deep else (Phase.generate,),
    )
    run_state_machine_as_test(machine, settings=bounds)
