"""Evidence of what this computer signed by the keys that it had before."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from reviewer_app.models.facts import FactName, fact_of
from reviewer_app.verifying.folder import verified_folder
from reviewer_app.verifying.found import Fault
from tests.builders.killing import killed_at
from tests.unit.rotation.ground import CASES, Rotating

pytestmark = pytest.mark.campaign


def script(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "verify.sh"], cwd=folder, capture_output=True, text=True, check=False
    )


def rotated(rotating: Rotating) -> str:
    """A score by each of two pairs of keys; answers the first key's id."""
    old = rotating.kid
    rotating.score(CASES[0])
    rotating.make()
    rotating.sync()
    rotating.score(CASES[1])
    rotating.sync()
    return old


def test_packets_of_both_keys_verify_by_app_and_script(rotating: Rotating, tmp_path: Path):
    old = rotated(rotating)
    report = rotating.desk.services.evidence.save(tmp_path)
    folder = Path(report.folder)
    assert report.verified == report.packets == len(rotating.desk.packets())
    assert (folder / "earlier" / old / "device.pem").is_file()
    ran = script(folder)
    assert ran.returncode == 0, ran.stdout
    found = verified_folder(folder)
    assert (found.wrong, len(found.packets)) == ((), report.packets)
    assert found.device == rotating.kid


def test_what_the_new_keys_alone_signed_needs_no_earlier_ones(rotating: Rotating, tmp_path: Path):
    rotated(rotating)
    report = rotating.desk.services.evidence.save(tmp_path, (CASES[1],))
    assert not (Path(report.folder) / "earlier").exists()
    assert script(Path(report.folder)).returncode == 0


@pytest.mark.parametrize("file", ["device.pem", "server.pem", "certificate/certificate.sig"])
def test_an_earlier_certificate_that_is_altered_is_told(
    rotating: Rotating, tmp_path: Path, file: str
):
    old = rotated(rotating)
    folder = Path(rotating.desk.services.evidence.save(tmp_path).folder)
    (folder / "earlier" / old / file).write_bytes((folder / "root.pem").read_bytes()[:64])
    assert script(folder).returncode == 1
    told = {each.file: each.fault for each in verified_folder(folder).wrong}
    assert told[f"earlier/{old}/{file}"] is Fault.ALTERED


def test_without_the_earlier_certificate_its_packets_do_not_verify(
    rotating: Rotating, tmp_path: Path
):
    rotated(rotating)
    folder = Path(rotating.desk.services.evidence.save(tmp_path).folder)
    shutil.rmtree(folder / "earlier")
    assert script(folder).returncode == 1
    assert Fault.SIGNATURE in {each.fault for each in verified_folder(folder).wrong}


def test_the_folder_is_its_owners_alone(rotating: Rotating, tmp_path: Path):
    rotating.sync()
    folder = Path(rotating.desk.services.evidence.save(tmp_path).folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("at_start", [True, False])
def test_what_a_killed_saving_left_goes_at_the_next_start_or_saving(
    rotating: Rotating, tmp_path: Path, at_start: bool
):
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    rotating.desk.close()
    killed_at(
        "reviewer_app.services.folder_saving._write",
        f"""
from pathlib import Path
from tests.unit.machine.ground import Device
Device(Path({str(rotating.folder)!r})).services.evidence.save(Path({str(chosen)!r}))
""",
    )
    (left,) = chosen.iterdir()
    assert left.name.startswith(".evidence-")
    assert stat.S_IMODE(left.stat().st_mode) == 0o700
    rotating.desk.open()
    if at_start:
        rotating.desk.services.evidence.clear_away()
    else:
        rotating.desk.services.evidence.save(tmp_path)
    assert list(chosen.iterdir()) == []
    with rotating.desk.store.read() as connection:
        assert fact_of(connection, FactName.SAVING_EVIDENCE) is None
