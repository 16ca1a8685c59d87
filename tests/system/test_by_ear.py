"""A case is opened, read, scored and signed through AT-SPI alone, as by a screen reader."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from review_protocol.documents.text import Bilingual, Element, Language
from reviewer_app.opening import open_desk
from reviewer_app.services.rows import CaseState
from tests.builders.desk import PASSPHRASE, ADesk, a_desk
from tests.system.by_ear import CRITERIA, MARKS, SENTENCE
from tests.system.people import ROOT, Person

SYSTEM_PYTHON = "/usr/bin/python3"
"""Its `gi` comes from the system's packages and is not for the app's own environment."""
SESSION = '"$1" -m reviewer_app --profile "$2" --language en & \
unset PYTHONWARNINGS PYTHONPATH; "$3" "$4" "$5"; heard=$?; kill $!; wait; exit $heard'


@pytest.fixture
def desk(tmp_path: Path) -> ADesk:
    """A desk that was used before, closed again."""
    with a_desk(tmp_path, cases=2) as made:
        name = Bilingual(zh=None, en="Amina Diallo")
        made.services.accepting.confirm(name, ("An Institute",), tuple(Language), "networks")
    return made


def hear(listener: Person, profile: Path) -> dict[str, object]:
    """Runs the app and the listener on a session bus of their own; answers what was heard."""
    has_atspi = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if (
        shutil.which("dbus-run-session") is None
        or subprocess.run(has_atspi, check=False).returncode
    ):
        pytest.skip("AT-SPI is not here: scripts/bootstrap.sh system installs it")
    story = ROOT / "tests" / "system" / "by_ear.py"
    words = (sys.executable, profile, SYSTEM_PYTHON, story, PASSPHRASE)
    done = listener.run(
        *("dbus-run-session", "--", "bash", "-c", SESSION, "session", *words),
        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_case_is_read_scored_and_signed_by_ear(desk: ADesk, on_a_display: Person, tmp_path: Path):
    heard = hear(on_a_display, tmp_path / "profile")
    opened = open_desk(tmp_path / "profile", PASSPHRASE)
    try:
        rows = opened.services.desk.cases()
        (row,) = [each for each in rows if each.state is CaseState.SIGNED]
        view = opened.services.desk.open(row.number)
    finally:
        opened.store.close()
    assert heard["name"] == f"Chinese and English text of {row.number}"
    assert heard["stacked"] is True  # and without gaps: every line that is heard has words
    assert all(line.strip() for line in heard["text"].splitlines())
    for element in Element:
        for language in Language:
            for section in view.case.elements.of(element).of(language):
                for paragraph in section.paragraphs:
                    assert paragraph in heard["text"]
    title = view.row.name.best(Language.EN)
    assert heard["headings"] == [["1", title], *(["2", criterion] for criterion in CRITERIA)]
    assert [each[:2] for each in heard["languages"]] == ["zh", "en"]
    assert heard["marks"] == [True, True, True]
    assert heard["groups"] == list(CRITERIA)
    assert tuple(each.mark for each in view.answers.criteria) == MARKS
    assert {each.comment for each in view.answers.criteria} == {SENTENCE}
    assert view.answers.familiarity == 2
    words, at_once = heard["wrong"]
    assert words.startswith("This is not the passphrase.")
    assert at_once
    assert ["Saved", False] in [[words.split()[0], at_once] for words, at_once in heard["said"]]
    assert view.standing is not None
    assert view.standing.language_read is LanguageRead.BOTH
