"""Brings the database to this version of the app, after a copy, and never a newer one back."""

from __future__ import annotations

import shutil
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, text

from reviewer_app.errors import DamagedProfile, ExpectedFailure, NewerDatabase
from reviewer_app.models.database import driver_failure, for_writing
from reviewer_app.models.disk import flush_file, flush_folder

REVISIONS = tuple(f"{number:04d}" for number in range(1, 16))
"""All revisions in their order; those of `migrations/versions`."""

BACKUPS_FOLDER = "backups"


def found_revision(engine: Engine) -> str | None:
    """The revision of the database, None for an empty one."""
    with engine.begin() as connection:
        tables = connection.execute(
            text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
        ).scalar_one()
        if not tables:
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, path: Path) -> None:
    """Migrate the database at `path` where it is older than this app.

    What is there is copied first. Raises NewerDatabase, before anything is written.
    """
    found = found_revision(engine)
    if found == REVISIONS[-1]:
        return
    if found is not None:
        if found not in REVISIONS:
            raise NewerDatabase(found, REVISIONS[-1])
        back_up(engine, path, found)
    _upgrade(engine)


def back_up(engine: Engine, path: Path, name: str) -> Path:
    """Copy the whole database, still encrypted, to `backups/desk-<name>.db`, and verify the copy.

    Raises DamagedProfile where the copy, and so the database, is not whole; OSError.
    """
    folder = path.parent / BACKUPS_FOLDER
    folder.mkdir(exist_ok=True)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = folder / f"desk-{name}.db"
    beside = copy.with_suffix(".new")
    try:
        with for_writing(engine).begin():  # nobody writes meanwhile
            shutil.copyfile(path, beside)
        _verify(engine, beside, path)
        flush_file(beside)
        beside.replace(copy)
    except (OSError, ExpectedFailure):
        beside.unlink(missing_ok=True)  # half a copy only takes more of a full disk's room
        raise
    flush_folder(folder)
    return copy


def _verify(engine: Engine, copy: Path, path: Path) -> None:
    """Every page of the copy is read, under the key of the database itself."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:
            return
        try:
            driver.execute("ATTACH DATABASE ? AS copied", (str(copy),))
            try:
                found = driver.execute("PRAGMA copied.integrity_check").fetchall()
            finally:
                driver.execute("DETACH DATABASE copied")
        except sqlcipher.Error as error:
            raise driver_failure(error, path) or DamagedProfile(path) from error
    if found != [("ok",)]:
        raise DamagedProfile(path)


def _upgrade(engine: Engine) -> None:
    # Alembic takes 110 to 250 ms to import and is needed on one start in a hundred
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
    )
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, REVISIONS[-1])
