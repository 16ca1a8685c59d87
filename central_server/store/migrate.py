"""Brings the tables of a database up to date; the only importer of Alembic."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from central_server.store.engine import WRITING


def migrate(engine: Engine, revision: str) -> None:
    """Upgrade to this revision in one transaction."""
    with as_file(files("central_server.store") / "migrations") as scripts:
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        with engine.connect() as connection:
            connection = connection.execution_options(**{WRITING: True})
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, revision)
