"""A reviewer without a connection: batch in, declarations out, release in, scores out, receipts in.

The server is reached for the enrolment alone; everything after it travels as files, which the
operator makes and takes in by the server's own commands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.demo.server import ServerTrouble
from reviewer_app.errors import FileProblem, NoConnection, UnusableFile
from reviewer_app.services.rows import CaseState, DeclareRow, DeliveryState
from reviewer_app.sync.file_intake import TakenIn
from tests.builders.killing import killed_at
from tests.e2e.world import PASSPHRASE, Desk, World, never, nobody, server_in

pytestmark = pytest.mark.campaign

BATCH, HAND_IN, RECEIPTS = "batch.review-batch", "hand-in.review-handin", "*.review-receipts"


@dataclass
class Courier:
    """Carries files between a desk and the operator."""

    world: World
    desk: Desk
    name: str
    bag: Path

    def batch(self, *words: str) -> Path:
        path = self.bag / BATCH
        self.world.server.run("batch-file", self.name, "--out", str(path), *words)
        return path

    def hand_in(self) -> Path:
        path = self.bag / HAND_IN
        self.desk.services.handover.save(path, nobody, never)
        return path

    def answer(self, path: Path) -> Path:
        """The operator takes a hand-in file in; answers the reply."""
        replies = self.bag / "replies"
        told = self.world.server.run("intake", str(path), "--reply-dir", str(replies))
        assert "new" in told
        return max(replies.glob(RECEIPTS), key=lambda each: each.stat().st_mtime_ns)

    def take(self, *paths: Path) -> TakenIn:
        return self.desk.services.handover.take_in(paths, nobody, never)

    def exchange(self) -> TakenIn:
        return self.take(self.answer(self.hand_in()))

    def declare(self, *, conflict: str | None = None) -> None:
        self.desk.services.declaring.sign(
            tuple(
                DeclareRow(row.headers, ConflictAnswer.CONFLICT, ConflictKind.FAMILY, "")
                if row.headers.number == conflict
                else DeclareRow(row.headers, ConflictAnswer.NONE, None, "")
                for row in self.desk.services.declaring.rows()
            )
        )

    def ready(self) -> "Courier":
        """With the texts on the desk, by files alone."""
        self.take(self.batch())
        if self.desk.services.declaring.rows():
            self.declare()
            self.exchange()
        return self

    def states(self) -> set[DeliveryState]:
        return {row.state for row in self.desk.services.handin.outbox()}


def courier_of(world: World, name: str, bag: Path) -> Courier:
    """Somebody who enrolled and accepted, and then left the network."""
    if name in world.desks:
        return Courier(world, world.desk(name), name, bag)
    world.server.start()
    desk = world.desk(name)
    world.server.stop()
    own = Bilingual(zh=None, en=name)
    desk.services.accepting.confirm(own, ("An Institute",), tuple(Language), "networks")
    return Courier(world, desk, name, bag)


@pytest.fixture
def courier(world: World, tmp_path: Path) -> Callable[[str], Courier]:
    return lambda name: courier_of(world, name, tmp_path)


def test_the_whole_story_by_files(courier: Callable[[str], Courier]) -> None:
    ada = courier("Ada")
    desk, services = ada.desk, ada.desk.services
    with pytest.raises(NoConnection):
        desk.sync()

    brought = ada.take(ada.batch())
    assert (brought.cases, brought.released, brought.files_waiting) == (6, 0, 0)
    assert {row.state for row in services.desk.cases()} == {CaseState.UNDECLARED}

    kept_out = services.desk.cases()[0].number
    ada.declare(conflict=kept_out)
    released = ada.exchange()
    assert released.released == 5
    assert len(released.received) == 2  # the acceptance and the declarations
    assert len(desk.numbers) == 5
    assert kept_out not in desk.numbers

    signed = [desk.score(number, 7) for number in desk.numbers]
    path = ada.hand_in()
    assert {row.in_file is not None for row in services.handin.outbox()[:5]} == {True}
    assert ada.states() == {DeliveryState.SIGNED, DeliveryState.RECEIVED}
    receipts = ada.take(ada.answer(path))
    assert set(receipts.received) == set(signed)
    assert ada.states() == {DeliveryState.RECEIVED}
    assert {row.in_file for row in services.handin.outbox()} == {None}
    held = ada.world.packets()
    assert {held[packet] for packet in signed} == {"counted"}
    assert "The log is right" in ada.world.server.run("log", "verify")


def test_both_ways_at_once_is_harmless(courier: Callable[[str], Courier]) -> None:
    """The file is taken in twice, and before its reply comes the network is back."""
    ben = courier("Ben").ready()
    desk = ben.desk
    packet = desk.score(desk.numbers[0], 6)
    path = ben.hand_in()
    first, again = ben.answer(path), ben.answer(path)
    assert first == again
    ben.world.server.start()
    desk.sync()
    by_network = desk.receipts()
    taken = ben.take(first)
    assert taken.received == (packet,)
    assert desk.receipts() == by_network
    ben.take(first)
    later = desk.score(desk.numbers[1], 6)
    assert desk.sync().received == (later,)
    assert "The log is right" in ben.world.server.run("log", "verify")


def test_the_operator_takes_files_in_while_the_server_serves(
    courier: Callable[[str], Courier],
) -> None:
    chi = courier("Chi").ready()
    chi.world.server.start()
    by_file = chi.desk.score(chi.desk.numbers[0], 3)
    reply = chi.answer(chi.hand_in())
    by_network = chi.desk.score(chi.desk.numbers[1], 4)
    assert by_network in chi.desk.sync().received
    chi.take(reply)
    assert {chi.world.packets()[packet] for packet in (by_file, by_network)} == {"counted"}
    assert "The log is right" in chi.world.server.run("log", "verify")


def test_the_text_survives_a_mail(courier: Callable[[str], Courier]) -> None:
    """Quoted, wrapped anew and with a signature below, as a reply by mail would have it."""
    dov = courier("Dov").ready()
    packet = dov.desk.score(dov.desk.numbers[0], 9)
    text = dov.desk.services.handover.text()
    assert text.packets == (packet,)
    joined = text.text.replace("\n", "\r\n> ")
    mail = dov.bag / "mail.txt"
    mail.write_text(f"Dear secretariat,\r\n\r\n> {joined}\r\n--\r\nDov\r\n", newline="")
    assert dov.take(dov.answer(mail)).received == (packet,)


def saved_mail(path: Path, attached: Path) -> Path:
    """A mail with this attachment, as a mail program saves it."""
    mail = EmailMessage()
    mail["Subject"] = "评分"
    mail.set_content("Attached.")
    mail.add_attachment(
        attached.read_bytes(), maintype="application", subtype="x", filename=attached.name
    )
    path.write_bytes(mail.as_bytes())
    return path


def test_saved_mails_are_taken_on_both_sides(courier: Callable[[str], Courier]) -> None:
    """Whoever drags the mail itself in, instead of its attachment."""
    dov = courier("Dov").ready()
    packet = dov.desk.score(dov.desk.numbers[1], 9)
    reply = dov.answer(saved_mail(dov.bag / "to.eml", dov.hand_in()))
    assert dov.take(saved_mail(dov.bag / "from.eml", reply)).received == (packet,)


def test_a_batch_without_attachments_can_be_read_and_says_what_lacks(
    courier: Callable[[str], Courier],
) -> None:
    eve = courier("Eve")
    brought = eve.take(eve.batch("--no-attachments"))
    assert brought.files_waiting > 0
    eve.declare()
    assert eve.exchange().released == 6


def test_the_reply_to_somebody_else_is_told_and_changes_nothing(
    courier: Callable[[str], Courier],
) -> None:
    fay = courier("Fay").ready()
    ada = Courier(fay.world, fay.world.desk("Ada"), "Ada", fay.bag)
    fay.desk.score(fay.desk.numbers[0], 5)
    path = fay.answer(fay.hand_in())
    before = ada.desk.receipts()
    with pytest.raises(UnusableFile) as refused:
        ada.take(path)
    assert refused.value.problem is FileProblem.OTHER_COMPUTER
    assert ada.desk.receipts() == before
    with pytest.raises(UnusableFile) as refused:
        ada.take(fay.batch())
    assert refused.value.problem is FileProblem.OTHER_PERSON
    with pytest.raises(UnusableFile) as refused:
        fay.take(fay.hand_in())
    assert refused.value.problem is FileProblem.HAND_IN


def test_another_programmes_server_takes_nothing_and_says_so(
    courier: Callable[[str], Courier], tmp_path: Path
) -> None:
    fay = courier("Fay")
    path = fay.hand_in()
    foreign = tmp_path / "foreign"
    other = server_in(foreign)
    foreign.mkdir()
    other.run("init", "--root-key", str(foreign / "root.key"), "--origin", "other.example.org/1")
    with pytest.raises(ServerTrouble, match="belongs to another programme's server"):
        other.run("intake", str(path))


KILLED = """
from pathlib import Path
from reviewer_app.opening import open_desk
desk = open_desk(Path({profile!r}), {passphrase!r})
desk.services.handover.take_in([Path({file!r})], lambda _: None, lambda: False)
"""
OF_A_BATCH = (
    "reviewer_app.sync.batch_file.blob_path",
    "reviewer_app.sync.batch_file.keep_trust",
    "reviewer_app.sync.taking_in.keep_files",
)
OF_A_REPLY = (
    "reviewer_app.sync.handover_reply.keep_log",
    "reviewer_app.sync.receipts.outbox.note_all_received",
    "reviewer_app.sync.handover_reply.keep_receipts",
    "reviewer_app.sync.handover_reply.keep_state",
    "reviewer_app.sync.taking_in.keep_files",
)
AT_THE_END = ("reviewer_app.sync.batch_fetch.BatchReport",)


def test_killed_in_the_middle_of_taking_a_file_in(
    new_world: Callable[[], World], tmp_path: Path
) -> None:
    """At each step of a batch, then of a reply; opened again, the desk takes the file as if
    nothing had been."""
    world = new_world()
    ada = courier_of(world, "Ada", tmp_path)
    path = ada.batch()
    for step in (*OF_A_BATCH, *AT_THE_END):
        ada = killed(ada, path, step)
    assert ada.take(path).files_waiting == 0
    ada.declare()
    reply = ada.answer(ada.hand_in())
    for step in (*OF_A_REPLY, *AT_THE_END):
        ada = killed(ada, reply, step)
    ada.take(reply)
    assert len(ada.desk.numbers) == 6
    assert ada.states() == {DeliveryState.RECEIVED}


def killed(courier: Courier, path: Path, step: str) -> Courier:
    """The application dies at this step of taking the file in, and is started anew."""
    world, name = courier.world, courier.name
    world.close_desk(name)
    words = {"profile": str(world.profile(name)), "passphrase": PASSPHRASE, "file": str(path)}
    killed_at(step, KILLED.format(**words))
    return Courier(world, world.desk(name), name, courier.bag)


INTAKE = """
from central_server.cli.main import main
main(["--home", {home!r}, "intake", {file!r}, "--reply-dir", {replies!r}])
"""
OF_AN_INTAKE = (
    "central_server.handover.TakeIn",
    "central_server.handover.open_packets",
    "central_server.handover.manifest_for",
    "central_server.handover.sealed_reply",
)


@pytest.mark.parametrize("step", OF_AN_INTAKE)
def test_killed_in_the_middle_of_an_intake(
    courier: Callable[[str], Courier], tmp_path: Path, step: str
) -> None:
    """The operator runs it again: every packet is in the log once, and the reply is written."""
    eve = courier("Eve")
    if not eve.desk.services.desk.cases():
        eve.ready()
    packet = eve.desk.score(unscored(eve.desk), 5)
    path = eve.hand_in()
    words = {"home": str(eve.world.server.home), "file": str(path)}
    killed_at(step, INTAKE.format(**words, replies=str(tmp_path / "replies")))
    assert packet in eve.take(eve.answer(path)).received
    assert eve.world.packets()[packet] == "counted"
    assert "The log is right" in eve.world.server.run("log", "verify")


def unscored(desk: Desk) -> str:
    """A case without a score."""
    return next(
        row.number
        for row in desk.services.desk.cases()
        if row.state in (CaseState.UNREAD, CaseState.STARTED)
    )
