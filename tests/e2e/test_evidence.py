"""Evidence saved from a desk is verified by openssl and sha256sum alone, and altered it is not."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from reviewer_app.__main__ import main
from tests.e2e.world import World, a_sheet

pytestmark = pytest.mark.campaign

TOOLS = ("openssl", "sha256sum", "sh")


@pytest.fixture(scope="module")
def saved(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evidence of two scores, an amendment and a withdrawal that the real server received."""
    if not all(map(shutil.which, TOOLS)):
        pytest.skip(f"one of {', '.join(TOOLS)} is not on this computer")
    desk = world.desk("Ada").ready()
    first, second, *_ = desk.numbers
    desk.score(first, 6)
    desk.score(second, 3)
    desk.services.signing.amend(first, a_sheet(8), LanguageRead.BOTH, "the annex convinced me")
    desk.services.signing.withdraw(second, "to be read again")
    desk.sync()
    report = desk.services.evidence.save(tmp_path_factory.mktemp("evidence"))
    assert report.packets == report.verified == 6
    return Path(report.folder)


def verify(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "verify.sh"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_stranger_verifies_it_with_openssl(saved: Path):
    done = verify(saved)
    assert (done.returncode, done.stderr) == (0, "")
    assert "WRONG" not in done.stdout


def test_one_flipped_byte_in_a_packet_is_found(saved: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    shutil.copytree(saved, copy)
    packet = next(path for path in sorted(copy.rglob("*-score/packet.json")))
    raw = bytearray(packet.read_bytes())
    raw[len(raw) // 2] ^= 1
    packet.write_bytes(bytes(raw))
    done = verify(copy)
    assert done.returncode == 1
    assert "WRONG" in done.stdout


def test_the_command_verifies_it_too_and_names_what_was_altered(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["verify", "--json", str(saved)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["right"], len(told["packets"]), told["notes"]) == (True, 6, [])
    copy = tmp_path / "copy"
    shutil.copytree(saved, copy)
    packet = next(path for path in sorted(copy.rglob("*-score/packet.json")))
    packet.write_bytes(packet.read_bytes() + b" ")
    assert main(["verify", "--language", "en", str(copy)]) == 1
    name = packet.relative_to(copy).as_posix()
    assert f"WRONG {name} is not as it was written\n" in capsys.readouterr().out
