"""`reviewer-app verify FOLDER`: sound evidence, evidence altered in every file, and no evidence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from review_protocol.documents.people import Certificate
from review_protocol.documents.score import CRITERIA
from review_protocol.envelope import read_envelope
from review_protocol.orders import criteria_order
from reviewer_app.__main__ import main
from reviewer_app.services.evidence_files import SCRIPTS, SUMS
from reviewer_app.verifying.folder import verified_folder
from reviewer_app.verifying.found import Fault
from tests.builders.world import SignedWorld, a_key
from tests.unit.services.test_evidence_files import some_evidence, with_new_sums, written

SOUND = some_evidence()
ROOT = SignedWorld().deployment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(SOUND, tmp_path / "evidence of Ada, 证据")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_sound_evidence_is_told_in_plain_sentences(folder: Path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert main(["verify", str(folder)]) == 0
    told = capsys.readouterr().out
    first = "ok    packets/1-amendment: amended score on WIC-2026-001, received 2026-07-20"
    assert first in told
    assert f"Root key, SHA-256: {ROOT}" in told
    assert told.endswith(
        "All is right: 2 packet(s), each signed by a certified device and taken by the log.\n"
    )


def test_the_locale_chooses_the_language(folder: Path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["verify", str(folder)]) == 0
    assert "全部核验通过" in capsys.readouterr().out
    assert main(["verify", str(folder), "--language", "en"]) == 0
    assert "All is right" in capsys.readouterr().out


def test_it_can_be_told_to_a_program(folder: Path, capsys):
    assert main(["verify", "--json", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["right"], told["root_sha256"], told["wrong"]) == (True, ROOT, [])
    assert [packet["disposition"] for packet in told["packets"]] == ["counted", "counted"]
    assert told["packets"][0]["case"] == "WIC-2026-001"


def test_the_order_that_was_shown_is_computed_again_from_what_was_signed(folder: Path, capsys):
    shown = verified_folder(folder).shown
    assert shown is not None
    certificate = (folder / "certificate" / "certificate.envelope.json").read_bytes()
    person = Certificate.from_body(read_envelope(certificate).body).person
    assert shown.criteria == criteria_order(person, ROOT, CRITERIA)
    assert shown.cases == ("WIC-2026-001",)
    main(["verify", str(folder), "--language", "en"])
    words = f"criteria {', '.join(shown.criteria)}; cases WIC-2026-001."
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("path", [path for path in SOUND if path != SUMS])
def test_a_flipped_byte_is_told_with_its_file(folder: Path, path: str):
    flip(folder / path)
    assert verified_folder(folder).wrong[0].file == path


@pytest.mark.parametrize("path", [path for path in SOUND if path not in (SUMS, *SCRIPTS)])
def test_a_forger_who_makes_the_sums_anew_is_told_with_the_file(folder: Path, path: str):
    flip(folder / path)
    with_new_sums(folder)
    found = verified_folder(folder)
    files = [each.file for each in found.wrong]
    if path == "root.pem":  # then nothing below it can be right
        assert files[0] in ("root.pem", "trust.envelope.json")
    else:
        assert path in files


def test_another_verify_script_with_new_sums_is_noted(folder: Path, capsys):
    (folder / "verify.sh").write_text("#!/bin/sh\necho all is right\n")
    with_new_sums(folder)
    assert main(["verify", "--language", "en", str(folder)]) == 0
    assert "note  verify.sh is not the one that this version" in capsys.readouterr().out


def test_a_missing_and_a_foreign_file(folder: Path, capsys):
    (folder / "packets/2-withdrawal/leaf.json").unlink()
    (folder / "packets/more.txt").write_text("no")
    assert main(["verify", "--language", "en", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "WRONG packets/2-withdrawal/leaf.json is missing\n" in told
    assert "WRONG packets/more.txt does not belong to the evidence\n" in told


def test_another_devices_signature(tmp_path: Path):
    found = verified_folder(written(some_evidence(device=a_key(9)), tmp_path))
    assert {each.fault for each in found.wrong} >= {Fault.SIGNATURE}
    assert found.packets == ()


def test_a_strangers_key_is_not_the_devices_before(tmp_path: Path):
    assert verified_folder(written(some_evidence(earlier=("p-one",)), tmp_path / "own")).wrong == ()
    found = verified_folder(written(some_evidence(earlier=("p-one", "p-two")), tmp_path / "two"))
    kid = a_key(21).key_id
    told = [(each.file, each.fault) for each in found.wrong]
    assert told == [(f"earlier/{kid}/certificate/certificate.envelope.json", Fault.CERTIFICATE)]


def test_a_receipt_of_another_packet(folder: Path):
    first, second = folder / "packets/1-amendment", folder / "packets/2-withdrawal"
    (first / "receipt.tlog-proof").write_bytes((second / "receipt.tlog-proof").read_bytes())
    with_new_sums(folder)
    found = verified_folder(folder)
    assert ("packets/1-amendment/receipt.tlog-proof", Fault.RECEIPT) in [
        (each.file, each.fault) for each in found.wrong
    ]
    assert [packet.kind for packet in found.packets] == ["withdrawal"]


def test_no_name_of_a_file_says_that_all_is_right(folder: Path, capsys):
    (folder / "x\r\x1b[2K\nAll is right: 9 packet(s)").write_bytes(b"")
    assert main(["verify", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "WRONG x[U+000D][U+001B][2K[U+000A]All is right" in told
    assert not any(line.startswith("All is right") for line in told.splitlines())


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.write_bytes((folder / "trust.json").read_bytes())
    (folder / "trust.json").unlink()
    (folder / "trust.json").symlink_to(outside)
    assert "trust.json" in [each.file for each in verified_folder(folder).wrong]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_what_is_no_evidence_is_not_checked(tmp_path: Path, name: str, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["verify", "--language", "en", str(tmp_path / name)]) == 2
    assert "is no evidence folder" in capsys.readouterr().err


def test_a_wrong_command_line_is_not_checked():
    with pytest.raises(SystemExit) as ended:
        main(["verify"])
    assert ended.value.code == 2


def test_it_needs_no_window_and_loads_none(folder: Path):
    """In a process of its own, where there is no display, by the C locale."""
    keep = {name: os.environ[name] for name in ("PATH",)}
    code = (
        "import sys; from reviewer_app.__main__ import main; "
        "done = main(['verify', sys.argv[1]]); "
        "loaded = {'PySide6', 'sqlalchemy', 'requests', 'sqlcipher3'} & set(sys.modules); "
        "sys.exit(done or bool(loaded) * 9)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        env=keep | {"LC_ALL": "C"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
