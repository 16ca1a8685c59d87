"""After a session nothing readable is left: in profile, temporary folder, log or crash report."""

import base64
import re
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from sqlalchemy import text

from review_protocol.documents.text import Language
from reviewer_app.crash_notes import CRASH_FILE, note_crash
from reviewer_app.demo.play_reading import Reader
from reviewer_app.models.backups import Reason
from reviewer_app.models.vault import open_vault
from tests.builders.canaries import forms, traces
from tests.builders.killing import killed_at
from tests.e2e.world import PASSPHRASE, World, opened_desk

pytestmark = pytest.mark.campaign

CASE = "WIC-2026-001"
COMMENT = "Canary: the bridge was counted twice 两次"


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The person's own folders and the temporary one, for this process and those it starts."""
    outside = tmp_path / "outside"
    xdg = (f"XDG_{kind}_HOME" for kind in ("CACHE", "CONFIG", "DATA", "STATE"))
    for name in ("HOME", "TMPDIR", *xdg):
        (outside / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(outside / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert tempfile.gettempdir() == str(outside / "TMPDIR")
    yield outside
    tempfile.tempdir = None


@pytest.fixture(scope="module")
def world(new_world: Callable[[], World]) -> World:
    return new_world()


def canaries(profile: Path) -> Mapping[str, str | bytes]:
    """Words of a case and its attachment, what was typed, every key, and the passphrase."""
    vault = open_vault(profile, PASSPHRASE)
    with opened_desk(profile) as desk:
        view = desk.services.desk.open(CASE)
        attachment = desk.services.desk.attachment(view.case.attachments[0].sha256)
        with desk.open.store.read() as connection:
            keys = connection.execute(text("SELECT key FROM file WHERE key NOT NULL")).scalars()
            file_keys = {f"file key {number}": key for number, key in enumerate(keys)}
        quotes = [quote for each in view.answers.criteria for quote in each.quotes]
    sections = view.case.elements.background
    page = pypdf.PdfReader(BytesIO(attachment)).pages[0].extract_text()
    return {
        "passphrase": PASSPHRASE,
        "database key": vault.database_key,
        "signing key": vault.signing_key.seed,
        "exchange key": vault.exchange_key.raw,
        "English title": view.case.headers.name.en or "",
        "Chinese title": view.case.headers.name.zh or "",
        "English text": sections.en[0].paragraphs[0][20:60],
        "Chinese text": sections.zh[0].paragraphs[0][:12],
        "applicant": view.case.headers.applicant.name.en or "",
        "attachment": max(re.findall(r"[^\n]{12,}", page), key=len)[:30],
        "comment": COMMENT,
        **{f"quote {number}": each.exact[:30] for number, each in enumerate(quotes)},
        **file_keys,
    }


def test_the_scanner_finds_every_form(tmp_path: Path):
    """Planted in the middle of other bytes, at each of the three places of a base64 text."""
    secret = "Canary 金丝雀 for a scan"
    for number, (_, raw) in enumerate(forms(secret)):
        (tmp_path / str(number)).write_bytes(b"before " + raw + b" after")
    for shift in range(3):
        (tmp_path / f"shift{shift}").write_bytes(
            base64.b64encode(b"x" * shift + secret.encode() + b"rest")
        )
    (tmp_path / "clean").write_bytes(b"nothing here")
    files = {path.name for path in tmp_path.iterdir()}
    assert {each.split(":")[0] for each in traces([tmp_path], {"it": secret})} == files - {"clean"}


def test_a_session_in_the_window_leaves_nothing_readable(world: World, at_desk, outside: Path):
    with at_desk(world, "Ada") as stage:
        reader = Reader(stage)
        reader.open(CASE)
        reader.open_file()
        reader.find()
        assert reader.attach("conceptual_fit", Language.EN, 150)
        reader.score(CASE, slowly=False)
        reader.sign()
        stage.settle()
    profile = world.profile("Ada")
    with opened_desk(profile) as desk:
        desk.services.scoring.keep(CASE, _commented(desk.services.desk.open(CASE).answers))
        desk.services.at_rest.backups.keep(Reason.ASKED)
    secrets = canaries(profile)
    assert {"quote 0", "file key 0"} <= set(secrets)
    assert all(len(each) >= 4 for each in secrets.values())
    assert list((profile / "backups").glob("*.db"))
    assert traces([profile, outside, world.folder / "server.log"], secrets) == []


def test_a_session_that_is_killed_leaves_nothing_readable(world: World, outside: Path):
    world.desk("Ben").ready()
    world.close_desk("Ben")
    profile = world.profile("Ben")
    script = f"""
from pathlib import Path
from tests.e2e.test_nothing_readable import CASE, _commented
from tests.e2e.world import PASSPHRASE
from reviewer_app.models.backups import Reason
from reviewer_app.models.rows import CaseQuery
from reviewer_app.opening import open_desk
services = open_desk(Path({str(profile)!r}), PASSPHRASE).services
view = services.desk.open(CASE)
services.desk.attachment(view.case.attachments[0].sha256)
services.desk.cases(CaseQuery(search="network"))
services.scoring.keep(CASE, _commented(view.answers))
services.at_rest.backups.keep(Reason.ASKED)
"""
    killed_at("reviewer_app.models.backups.copy_database", script)
    assert (profile / "desk.db-wal").stat().st_size > 0
    assert list((profile / "backups").glob("*.new"))
    found = {path.name: path.read_bytes() for path in profile.iterdir() if path.is_file()}
    secrets = canaries(profile)
    for name, content in found.items():
        (outside / f"as-left-{name}").write_bytes(content)
    assert traces([profile, outside], secrets) == []


def test_a_crash_report_holds_no_word_of_a_case(world: World):
    world.desk("Chi").ready()
    world.close_desk("Chi")
    profile = world.profile("Chi")
    secrets = canaries(profile)
    for canary in secrets.values():
        try:
            raise ValueError(f"{canary!r} {canary}\n{canary}")
        except ValueError:
            note_crash(profile, traceback.format_exc())
        assert "ValueError" in (profile / CRASH_FILE).read_text(encoding="utf-8")
        assert traces([profile], secrets) == []


def _commented(answers):
    return answers.replaced(answers.criteria[0].model_copy(update={"comment": COMMENT}))
