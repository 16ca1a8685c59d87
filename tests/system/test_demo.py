"""`make demo` without a display: the whole story, played in the real window to its end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.timeout(600)
def test_the_whole_story_plays_by_itself(tmp_path: Path):
    folder = tmp_path / "demo"
    played = subprocess.run(
        [sys.executable, "-m", "reviewer_app.demo", "--folder", str(folder)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in DISPLAYS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "There is no display here" in played.stdout
    assert "each with a receipt that verifies" in played.stdout
    assert {path.suffix for path in (folder / "exports").iterdir()} == {
        ".csv",
        ".json",
        ".pdf",
        ".xlsx",
    }
    assert len(list((folder / "screens").glob("*.png"))) > 40
    assert list((folder / "evidence").rglob("verify.sh"))
