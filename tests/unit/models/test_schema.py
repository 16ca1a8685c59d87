"""The migrations make the tables that the code describes, and keep a copy of what was there."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from reviewer_app.errors import DamagedProfile
from reviewer_app.models import migrate
from reviewer_app.models.database import DATABASE_FILE, open_engine
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.whole_schema import metadata
from tests.unit.models.conftest import KEY


def test_migrations_and_schema_agree(store: Store):
    def is_ours(thing, name, kind, reflected, compare_to) -> bool:
        return not (kind == "table" and name.startswith("case_search"))

    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours})
        assert compare_metadata(context, metadata) == []


def test_every_revision_is_named(store: Store):
    folder = Path(migrate.__file__).parent / "migrations" / "versions"
    found = sorted(path.name.split("_")[0] for path in folder.glob("0*.py"))
    assert tuple(found) == migrate.REVISIONS


def test_a_backup_is_whole_and_encrypted(tmp_path: Path, store: Store):
    with store.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, "Ada")
    engine = open_engine(tmp_path / DATABASE_FILE, KEY)
    copy = migrate.back_up(engine, tmp_path / DATABASE_FILE, "0000")
    engine.dispose()
    assert copy.name == "desk-0000.db"
    assert b"Ada" not in copy.read_bytes()
    (tmp_path / "restored").mkdir()
    copy.rename(tmp_path / "restored" / DATABASE_FILE)
    restored = open_store(tmp_path / "restored", KEY)
    with restored.read() as connection:
        assert text_of(connection, FactName.PERSON_NAME) == "Ada"
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    restored.close()


def test_a_copy_that_is_not_whole_is_no_backup(tmp_path: Path, store: Store):
    with store.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, b"x" * 200_000)
    store.close()
    path = tmp_path / DATABASE_FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    path.write_bytes(content)
    engine = open_engine(path, KEY)
    with pytest.raises(DamagedProfile):
        migrate.back_up(engine, path, "0000")
    engine.dispose()
    assert list((tmp_path / "backups").iterdir()) == []
