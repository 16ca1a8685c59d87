"""The shell script in an evidence folder, run by /bin/sh on sound and on altered evidence."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from review_protocol.canonical import sha256_hex
from review_protocol.documents.packet import AmendmentPacket, WithdrawalPacket
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import Answers, CriterionAnswer, LanguageRead
from review_protocol.keys import ExchangeKey
from review_protocol.opening import sealed
from reviewer_app.services.evidence_files import (
    SUMS,
    CertifiedKey,
    Proofs,
    ProvedPacket,
    evidence_files,
)
from tests.builders.world import NOW, SignedWorld, a_key

pytestmark = pytest.mark.campaign

DEVICE, EXCHANGE = a_key(7), ExchangeKey(bytes([8]) * 32)
TRICKY = 'He wrote {"header":{"kid":"d-x"}}, "kind":"score" — 引文，含“引号”\n' * 40
CASE = {"round": 1, "manifest": "1" * 64, "case": "WIC-2026-001", "case_hash": "2" * 64}


def some_answers(comment: str) -> Answers:
    answers = Answers(recommendation=Recommendation.CASEBOOK, familiarity=2, comment=comment)
    for empty in answers.criteria:
        answers = answers.replaced(
            CriterionAnswer(criterion=empty.criterion, mark=7, comment=comment)
        )
    return answers


def some_evidence(
    leaves: int = 5,
    device=DEVICE,
    comment: str = TRICKY,
    packets: int = 2,
    earlier: tuple[str, ...] = (),
) -> dict[str, bytes]:
    """`earlier` are the people of further keys, which are said to be the device's before."""
    world = SignedWorld(leaves=leaves)
    certificate = world.certified(DEVICE, EXCHANGE)
    receipt = world.certificate_receipt(certificate)
    first = AmendmentPacket(
        header=world.header(DEVICE),
        nonce="3" * 32,
        checkpoint=None,
        claimed=NOW,
        **CASE,
        rubric="4" * 64,
        answers=some_answers(comment),
        language_read=LanguageRead.BOTH,
        supersedes="5" * 64,
        reason="read again",
    )
    second = WithdrawalPacket(
        header=world.header(DEVICE, 2, first.id),
        nonce="6" * 32,
        checkpoint=None,
        claimed=NOW,
        **CASE,
        rubric="4" * 64,
        supersedes=first.id,
        reason="a mistake",
    )
    named = (("1-amendment", first), ("2-withdrawal", second))[:packets]
    proved = [
        ProvedPacket(name, sealed(packet, device).to_bytes(), world.packet_receipt(packet))
        for name, packet in named
    ]
    before = [
        (world.certified(a_key(seed), EXCHANGE, person=person), person)
        for seed, person in enumerate(earlier, start=20)
    ]
    return dict(
        evidence_files(
            Proofs(
                world.root.public,
                world.trust_envelope.to_bytes(),
                CertifiedKey(certificate.to_bytes(), receipt),
                proved,
                [
                    CertifiedKey(each.to_bytes(), world.certificate_receipt(each, person=person))
                    for each, person in before
                ],
            )
        )
    )


def written(files: dict[str, bytes], folder: Path) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def verified(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", folder / "verify.sh"], capture_output=True, text=True, timeout=60, check=False
    )


def first_lines(folder: Path) -> list[str]:
    """What the script says of the files; the rest is not waited for, since that takes twenty times
    as long."""
    said = []
    with subprocess.Popen(["/bin/sh", folder / "verify.sh"], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if said and not line.startswith(b" "):
                break
            said.append(line.decode().rstrip("\n"))
        process.terminate()
    return said


def with_new_sums(folder: Path) -> None:
    """As a forger would: the list of sums is made anew after the change."""
    paths = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS
    )
    sums = "".join(f"{sha256_hex((folder / path).read_bytes())}  {path}\n" for path in paths)
    (folder / SUMS).write_text(sums)


@pytest.mark.parametrize("leaves", [0, 1, 5, 8, 300])
def test_a_stranger_verifies_sound_evidence(tmp_path, leaves):
    run = verified(written(some_evidence(leaves), tmp_path))
    assert (run.returncode, run.stderr) == (0, "")
    assert "WRONG" not in run.stdout
    assert "All is right, 2 packet(s)" in run.stdout


def test_a_strangers_key_is_not_the_devices_before(tmp_path):
    """Who has another's packet, certificate and receipts cannot pass it off as their own."""
    run = verified(written(some_evidence(packets=1, earlier=("p-one", "p-two")), tmp_path))
    told = [line for line in run.stdout.splitlines() if "same person" in line]
    assert [line.split()[0] for line in told] == ["ok", "WRONG"]
    assert run.returncode == 1


# a run of the script takes as long as the programs that it starts: one packet is enough here
ONE_PACKET = some_evidence(leaves=1, packets=1)
EVERY_KIND = list(ONE_PACKET)
A_COMMENT = 40  # a byte of the script that it does without


@pytest.mark.parametrize("path", [path for path in EVERY_KIND if path != SUMS])
def test_a_flipped_byte_fails_in_every_file(tmp_path, path):
    folder = written(ONE_PACKET, tmp_path)
    content = bytearray((folder / path).read_bytes())
    content[A_COMMENT if path == "verify.sh" else len(content) // 2] ^= 1
    (folder / path).write_bytes(content)
    assert first_lines(folder)[0].startswith("WRONG every file is as it was written")


def changed_sum(folder):
    """One figure of the line of a file that is sound."""
    sums = (folder / SUMS).read_text()
    at = sums.index("  README.txt") - 1
    (folder / SUMS).write_text(sums[:at] + ("1" if sums[at] == "0" else "0") + sums[at + 1 :])


def broken_line(folder):
    (folder / SUMS).write_text("no sum\n" + (folder / SUMS).read_text())


def doubled_line(folder):
    line = (folder / SUMS).read_text().splitlines(keepends=True)[-1]
    (folder / SUMS).write_text((folder / SUMS).read_text() + line)


NOT_AS = "not as SHA256SUMS has it; one of the two was changed 与 SHA256SUMS 不符，二者之一被改动"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (changed_sum, f"README.txt: {NOT_AS}"),
        (
            lambda folder: (folder / "README.txt").write_text("All is right."),
            f"README.txt: {NOT_AS}",
        ),
        (lambda folder: (folder / "README.txt").unlink(), "README.txt: missing 缺失"),
        (lambda folder: (folder / SUMS).unlink(), "SHA256SUMS: missing or empty 缺失或为空"),
        (broken_line, "SHA256SUMS, line 第 1 行: not a sum and a name 不是校验值与文件名"),
        (doubled_line, "SHA256SUMS: two lines for 有两行: verify.sh"),
        (
            lambda folder: (folder / "more\x1b[2J.txt").write_text("no"),
            "more[2J.txt: not in SHA256SUMS 不在 SHA256SUMS 中",
        ),
    ],
    ids=["sum", "readme", "no-readme", "no-sums", "line", "twice", "more"],
)
def test_which_file_is_wrong_is_said_and_no_other_is_blamed(tmp_path, spoil, told):
    folder = written(ONE_PACKET, tmp_path)
    spoil(folder)
    first, *lines = first_lines(folder)
    assert first.startswith("WRONG every file is as it was written")
    assert lines == [f"      {told}"]


FREE = {"README.txt", "verify.sh", SUMS}


@pytest.mark.parametrize("path", [path for path in EVERY_KIND if path not in FREE])
def test_a_forger_who_makes_the_sums_anew_is_found_out(tmp_path, path):
    folder = written(ONE_PACKET, tmp_path)
    content = bytearray((folder / path).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / path).write_bytes(content)
    with_new_sums(folder)
    run = verified(folder)
    assert run.returncode == 1
    assert "WRONG" in run.stdout


def test_a_missing_or_foreign_file_is_found_out(tmp_path):
    folder = written(some_evidence(), tmp_path / "missing")
    (folder / "packets/2-withdrawal/leaf.json").unlink()
    assert verified(folder).returncode == 1
    folder = written(some_evidence(), tmp_path / "foreign")
    (folder / "packets/more.txt").write_text("no")
    assert verified(folder).returncode == 1


def test_another_devices_signature_is_found_out(tmp_path):
    run = verified(written(some_evidence(device=a_key(9)), tmp_path))
    assert run.returncode == 1
    assert "WRONG packets/1-amendment: signed by the device" in run.stdout


def test_a_receipt_of_another_packet_is_found_out(tmp_path):
    folder = written(some_evidence(), tmp_path)
    for path in (folder / "packets/1-amendment").iterdir():
        if not path.name.startswith("packet."):
            path.unlink()
    for path in (folder / "packets/2-withdrawal").iterdir():
        if not path.name.startswith("packet."):
            shutil.copy(path, folder / "packets/1-amendment")
    with_new_sums(folder)
    run = verified(folder)
    assert run.returncode == 1
    assert "WRONG packets/1-amendment: the log entry is the packet's" in run.stdout


def test_the_longest_packet_verifies_too(tmp_path):
    files = some_evidence(comment="评" * 14_000)
    assert len(files["packets/1-amendment/packet.envelope.json"]) > 200_000
    run = verified(written(files, tmp_path))
    assert (run.returncode, run.stderr) == (0, "")


def shells() -> list[list[str]]:
    found = [["dash"], ["bash", "--posix"], ["busybox", "sh"], ["ksh"], ["mksh"], ["yash"]]
    return [shell for shell in found if shutil.which(shell[0])]


@pytest.mark.parametrize("shell", shells(), ids=lambda shell: shell[0])
def test_every_posix_shell_will_do_in_any_locale_and_any_folder(tmp_path, shell):
    folder = written(ONE_PACKET, tmp_path / "evidence of Ada's, 证据 $HOME")
    for locale in ("C", "C.UTF-8"):
        run = subprocess.run(
            [*shell, folder / "verify.sh"],
            env={"PATH": os.environ["PATH"], "LC_ALL": locale},
            cwd="/",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (run.returncode, run.stderr) == (0, "")
