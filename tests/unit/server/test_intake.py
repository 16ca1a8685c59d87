"""Hand-in files at the server: taken in as a delivery is, each answered in a file of its own."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from central_server.cli.main import main
from central_server.clock import moment
from central_server.handover import CannotTakeIn, Intake
from central_server.people import add_person
from review_protocol.archive import ArchiveReader
from review_protocol.armour import Armoured, Purpose, armour_texts, read_armour
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import StateAnswer
from review_protocol.documents.batch import Manifest, Release
from review_protocol.documents.handover import HandoverReply
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.notice import Notice
from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.handover import opened_reply, sealed_handover
from review_protocol.opening import opened
from review_protocol.translog import Receipt, open_checkpoint, verify_consistency, verify_receipt
from tests.builders.desks import manifest_of
from tests.builders.documents import CLOSES, NOW
from tests.builders.handed_over import a_handover
from tests.builders.two_staff import agrees, asks_for_scores
from tests.unit.server.test_delivery import log_of

REPLY, MAIL = (
    "hand-in-*.review-receipts",
    "From: Ada\r\nSubject: my scores\r\n\r\nDear all,\r\n\r\n",
)


def handed(desk, *packets, known=None) -> Armoured:
    handover = a_handover(
        *packets, deployment=desk.trust.deployment, kid=desk.signing.key_id, known=known
    )
    sealed = sealed_handover(handover, desk.intake)
    return Armoured(Purpose.HAND_IN, desk.trust.deployment, desk.signing.key_id, sealed)


def reply_in(text: str, desk) -> HandoverReply:
    (found,) = read_armour([text.encode()]).found
    return opened_reply(
        found.sealed,
        desk.exchange,
        (desk.server_key,),
        deployment=desk.trust.deployment,
        kid=desk.signing.key_id,
    ).document


@pytest.fixture
def take(server, desk):
    with ThreadPoolExecutor(1) as beside:
        intake = Intake(server.store, server.log, server.keys, server.clock, beside)

        def taken(*packets, known=None) -> HandoverReply:
            return reply_in(intake.take(handed(desk, *packets, known=known)).reply, desk)

        taken.intake = intake
        yield taken


def test_every_packet_is_answered_with_a_receipt_that_proves_it(take, desk, folder):
    scores = [desk.chain.score(case, folder.rubric) for case in folder.cases]
    reply = take(*scores)
    assert [(each.packet, each.disposition) for each in reply.arrived] == [
        (score.document_id, Disposition.COUNTED) for score in scores
    ]
    for each in reply.arrived:
        verify_receipt(Receipt.parse(each.receipt), [log_of(desk)])


def test_the_same_file_twice_and_by_the_network_too_gives_the_same_receipts(take, desk, folder):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    first, again = take(score), take(score)
    assert again.arrived == first.arrived
    assert desk.deliver(score).arrived == first.arrived


def test_the_reply_tells_what_a_sync_would(take, desk, folder):
    known = desk.ask("GET", "/v1/state", StateAnswer).log
    before = open_checkpoint(known.checkpoint, [log_of(desk)])
    score = desk.chain.score(folder.cases[0], folder.rubric)
    reply = take(
        score,
        known=KnownCheckpoint(origin=before.origin, size=before.size, root=before.root.hex()),
    )
    newest = open_checkpoint(reply.log, [log_of(desk)])
    proof = [bytes.fromhex(each) for each in reply.consistency]
    assert reply.known_size == before.size
    verify_consistency(before.size, before.root, newest.size, newest.root, proof)
    state = desk.ask("GET", "/v1/state", StateAnswer)
    assert (reply.round, reply.devices, reply.changes) == (
        state.round,
        state.devices,
        state.changes,
    )
    assert opened(from_base64(reply.manifest), Manifest, desk.server_key).id == state.manifest
    (release,) = reply.releases
    assert opened(from_base64(release), Release, desk.server_key).document.wrapped.kid == (
        desk.signing.key_id
    )


def test_a_declaration_by_file_is_answered_with_the_release_it_asks_for(take, desk, server):
    manifest = manifest_of(desk)
    conflict = manifest.document.cases[0].number
    reply = take(desk.chain.declare(manifest.document, manifest.id, conflicts=(conflict,)))
    (release,) = reply.releases
    assert opened(from_base64(release), Release, desk.server_key).document.cases == tuple(
        each.number for each in manifest.document.cases if each.number != conflict
    )


def test_what_is_not_validly_signed_is_rejected_by_its_place(take, desk, folder):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    forged = desk.chain.score(folder.cases[1], folder.rubric)
    signature = forged.to_bytes().replace(b'"sig":"', b'"sig":"AAAA')
    reply = take(score, _Raw(signature))
    assert [each.packet for each in reply.arrived] == [score.document_id]
    assert [each.position for each in reply.rejected] == [1]


class _Raw:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def to_bytes(self) -> bytes:
        return self._content


def test_the_grace_after_closing_is_for_files_alone(take, desk, folder):
    """The round of the builders closes at CLOSES and gives files 48 hours more."""
    in_time = desk.chain.score(folder.cases[0], folder.rubric)
    by_network = desk.chain.score(folder.cases[1], folder.rubric)
    folder.clock.now = moment(CLOSES)
    folder.clock.forward(hours=1)
    desk.server_nonce = ""
    assert desk.deliver(by_network).arrived[0].disposition is Disposition.HELD_LATE
    folder.clock.forward(hours=46)
    assert take(in_time).arrived[0].disposition is Disposition.COUNTED
    too_late = desk.chain.amend(folder.cases[0], folder.rubric, in_time.document_id)
    folder.clock.forward(hours=2)
    assert take(too_late).arrived[0].disposition is Disposition.HELD_LATE


def test_the_grace_begins_when_the_round_was_closed_early(take, desk, folder, enrol, colleague):
    staff = enrol("staff")
    closing = staff.chain.close_round()
    staff.deliver(closing)
    colleague.deliver(agrees(colleague.chain, closing))
    score = desk.chain.score(folder.cases[0], folder.rubric)
    folder.clock.forward(hours=47)
    assert take(score).arrived[0].disposition is Disposition.COUNTED
    folder.clock.forward(hours=2)
    late = desk.chain.score(folder.cases[1], folder.rubric)
    assert take(late).arrived[0].disposition is Disposition.HELD_LATE
    asked = asks_for_scores(staff.chain)  # the grace is for scores, not for staff's acts
    assert take(asked).arrived[0].disposition is Disposition.NOT_COUNTED_NOT_AGREED


def test_a_known_checkpoint_of_a_longer_log_is_not_proved(take, desk):
    reply = take(known=KnownCheckpoint(origin=desk.trust.origin, size=999, root="0" * 64))
    assert (reply.known_size, reply.consistency) == (0, ())


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"purpose": Purpose.RECEIPTS}, "receipts"),
        ({"deployment": "e" * 64}, "deployment"),
        ({"device": "d-aaaaaaaaaaaaaaaa"}, "device"),
        ({"sealed": b"\x00" * 200}, "unreadable"),
    ],
)
def test_what_is_not_for_this_server_is_told_and_leaves_no_trace(
    take, desk, server, changed, reason
):
    whole = handed(desk)
    fields = {name: getattr(whole, name) for name in ("purpose", "deployment", "device", "sealed")}
    with server.store.read() as connection:
        before = server.log.note(connection)
    with pytest.raises(CannotTakeIn) as refused:
        take.intake.take(Armoured(**fields | changed))
    assert refused.value.reason == reason
    with server.store.read() as connection:
        assert server.log.note(connection) == before


class Operator:
    """Runs commands on the folder while the server is open on it too."""

    def __init__(self, folder, capsys) -> None:
        self._folder, self._capsys = folder, capsys

    def run(self, *words) -> tuple[int, str, str]:
        home = ("--home", str(self._folder.path), "--lang", "en")
        code = main([*home, *map(str, words)], clock=self._folder.clock)
        told = self._capsys.readouterr()
        return code, told.out, told.err


@pytest.fixture
def operator(folder, server, capsys) -> Operator:
    return Operator(folder, capsys)


def text_of(block: Armoured, **more) -> str:
    return "".join(armour_texts(block, **more))


def test_intake_takes_mails_and_files_and_tells_counts_alone(operator, desk, folder, tmp_path):
    score = desk.chain.score(folder.cases[0], folder.rubric, 9)
    text = text_of(handed(desk, score))
    mail = MAIL + "\r\n".join(f"> {line}" for line in text.splitlines()) + "\r\n-- \r\nAda\r\n"
    (tmp_path / "hand-in.eml").write_text(mail, encoding="utf-8", newline="")
    code, out, err = operator.run("intake", tmp_path / "hand-in.eml")
    assert (code, err) == (0, "")
    assert "1 packet new, 0 known before, 0 held or not counted, 0 not validly signed" in out
    assert folder.cases[0].number not in out
    (path,) = tmp_path.glob(REPLY)
    reply = reply_in(path.read_text(encoding="ascii"), desk)
    assert [each.packet for each in reply.arrived] == [score.document_id]


def test_intake_again_writes_the_same_file_and_counts_nothing_new(operator, desk, folder, tmp_path):
    path = tmp_path / "hand-in.review-handin"
    path.write_text(text_of(handed(desk, desk.chain.score(folder.cases[0], folder.rubric))))
    replies = tmp_path / "replies"
    operator.run("intake", path, "--reply-dir", replies)
    (first,) = replies.glob(REPLY)
    code, out, _ = operator.run("intake", path, "--reply-dir", replies)
    assert code == 0
    assert "0 packets new, 1 known before" in out
    assert list(replies.iterdir()) == [first]


def test_intake_takes_the_rest_where_something_is_damaged(operator, desk, folder, tmp_path):
    good, cut, other, empty, lost = (tmp_path / name for name in ("good", "cut", "o", "e", "none"))
    text = text_of(handed(desk, desk.chain.score(folder.cases[0], folder.rubric)))
    good.write_text(text)
    cut.write_text(text[: len(text) // 2] + "\n")
    other.write_text(text_of(Armoured(Purpose.HAND_IN, "e" * 64, desk.signing.key_id, b"x")))
    empty.write_text("See you in Nairobi.\n")
    code, out, err = operator.run("intake", cut, other, empty, lost, good)
    assert code == 1
    assert "1 packet new" in out
    assert "o: This hand-in file belongs to another programme's server." in err
    assert "e: There is no hand-in block in this file." in err
    assert f"{lost}: there is no such file or folder" in err


def test_a_hand_over_in_parts_may_lie_in_several_files(operator, desk, folder, tmp_path):
    block = handed(desk, *(desk.chain.score(case, folder.rubric) for case in folder.cases))
    parts = armour_texts(block, part_size=len(block.sealed) // 2 + 1)
    assert len(parts) == 2
    paths = [tmp_path / f"part{number}.txt" for number in (1, 2)]
    for path, text in zip(paths, parts, strict=True):
        path.write_text(text)
    code, _, err = operator.run("intake", paths[0])
    assert code == 1
    assert "Of 2 parts these are missing: 2." in err
    code, out, err = operator.run("intake", *paths)
    assert (code, err) == (0, "")
    assert "2 packets new" in out


def test_a_batch_file_is_for_who_has_a_device(operator, desk, folder, server, tmp_path):
    out = tmp_path / "reviewer.review-batch"
    code, told, _ = operator.run("batch-file", "reviewer", "--out", out)
    assert code == 0
    assert "2 cases, texts of 2 released" in told
    whole = out.stat().st_size
    code, told, _ = operator.run("batch-file", "reviewer", "--out", out, "--no-attachments")
    assert code == 0
    assert "1 attachment is left out" in told
    assert out.stat().st_size < whole
    code, _, err = operator.run("batch-file", "second", "--out", tmp_path / "second")
    assert (code, (tmp_path / "second").exists()) == (1, False)
    assert "has no device in use" in err
    with server.store.write() as connection:
        add_person(connection, name="reviewer", role="reviewer", now=NOW)
    assert "More than one person" in operator.run("batch-file", "reviewer", "--out", out)[2]
    assert "There is no “nobody”" in operator.run("batch-file", "nobody", "--out", out)[2]


def test_a_batch_file_with_a_damaged_ciphertext_is_not_written(operator, desk, folder, tmp_path):
    for blob in folder.home.blobs.iterdir():  # a batch has some of them, and not all
        blob.write_bytes(blob.read_bytes()[:-1] + bytes([blob.read_bytes()[-1] ^ 1]))
    out = tmp_path / "reviewer.review-batch"
    code, _, err = operator.run("batch-file", "reviewer", "--out", out)
    assert (code, list(tmp_path.glob("*review-batch*"))) == (1, [])
    assert "is missing or damaged" in err


def test_a_revoked_device_is_told_of_its_packets_alone(take, operator, desk, folder):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    operator.run("revoke", desk.signing.key_id, "--from-leaf", "0", "--reason", "lost")
    reply = take(score)
    assert reply.arrived[0].disposition is Disposition.HELD_REVOKED_KEY
    assert (reply.devices, reply.manifest, reply.releases) == ((), None, ())


def test_notices_go_with_the_reply_and_with_the_batch(take, operator, desk, tmp_path):
    operator.run("notice", "--to", "reviewer", "--en", "Thank you.", "--zh", "谢谢。")
    (notice,) = take().notices
    assert opened(from_base64(notice), Notice, desk.server_key).document.number == 1
    out = tmp_path / "reviewer.review-batch"
    operator.run("batch-file", "reviewer", "--out", out)
    with out.open("rb") as stream:
        assert ArchiveReader(stream).parts.notices == {1: from_base64(notice)}
