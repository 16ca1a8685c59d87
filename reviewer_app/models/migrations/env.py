"""Runs migrations inside the transaction that the desk has opened."""

from alembic import context
from sqlalchemy import Connection

from reviewer_app.models.whole_schema import metadata

connection = context.config.attributes["connection"]
assert isinstance(connection, Connection)
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
