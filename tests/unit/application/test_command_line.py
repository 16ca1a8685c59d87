"""What the command line asks for, and what is kept when the program was at fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer_app.__main__ import main
from reviewer_app.command_line import NO_DISPLAY, Options, read_command_line
from reviewer_app.crash_notes import CRASH_FILE, note_crash


def test_without_words_the_person_gets_their_usual_desk():
    assert read_command_line([]) == Options()


def test_everything_that_can_be_asked_for():
    asked = ["ada.invitation", "--profile", "desk", "--language", "zh_CN", "--theme", "dark"]
    more = ["--server", "https://reviews.example.org", "--size", "150"]
    assert read_command_line([*asked, *more]) == Options(
        folder=Path("desk"),
        language="zh_CN",
        theme="dark",
        server="https://reviews.example.org",
        size=150,
        files=(Path("ada.invitation"),),
    )


def test_another_language_ends_with_a_sentence(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        read_command_line(["--language", "fr"])
    assert ended.value.code == 2
    assert "invalid choice: 'fr'" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="a display is named by Linux alone")
def test_without_a_display_the_app_ends_with_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    monkeypatch.setenv("DISPLAY", ":987")  # where no X server listens
    assert main([]) == 2
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert main([]) == 2
    assert capsys.readouterr().err == f"{NO_DISPLAY}\n" * 3


DETAILS = """Traceback (most recent call last):
  File "reviewer_app/ui/desk/view.py", line 7, in _draw
    raise ValueError(text)
ValueError: the secret words of a case
over two lines: and more
"""


def test_a_crash_keeps_places_and_no_values(tmp_path: Path):
    note_crash(tmp_path, DETAILS)
    kept = (tmp_path / CRASH_FILE).read_text("utf-8")
    assert 'File "reviewer_app/ui/desk/view.py", line 7, in _draw' in kept
    assert "ValueError" in kept
    assert "secret" not in kept
    assert "over two lines" not in kept


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path):
    note_crash(tmp_path / "gone", DETAILS)
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there the system keeps none")
def test_the_system_keeps_no_copy_of_the_memory():
    script = """
import resource, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from reviewer_app.__main__ import main
main([])
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
    bare = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ended = subprocess.run(
        [sys.executable, "-c", script], env=bare, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "0\n"
