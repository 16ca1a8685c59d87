"""What the app remembers outside the desk."""

from __future__ import annotations

import json

from reviewer_app.services.settings import LANGUAGE, THEME, Settings


def test_what_is_set_is_there_at_the_next_start(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set(LANGUAGE, "zh")
    settings.set(THEME, "paper")
    settings.set(LANGUAGE, "en")
    again = Settings(tmp_path / "settings.json")
    assert (again.get(LANGUAGE), again.get(THEME), again.get("unknown")) == ("en", "paper", None)


def test_a_broken_file_is_an_empty_one(tmp_path):
    path = tmp_path / "settings.json"
    for broken in (b"", b"[1]", b"{", b"\xff", json.dumps({"theme": 3}).encode()):
        path.write_bytes(broken)
        settings = Settings(path)
        assert settings.get(THEME) is None
    settings.set(THEME, "dark")
    assert Settings(path).get(THEME) == "dark"


def test_the_case_that_an_earlier_version_named_is_wiped_at_the_start(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"last.case": "WIC-2026-001", "theme": "paper"}), "utf-8")
    assert Settings(path).get(THEME) == "paper"
    assert json.loads(path.read_text("utf-8")) == {"theme": "paper"}
