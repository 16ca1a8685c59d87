"""Runs migrations on the connection that `migrate` opened."""

from alembic import context

from central_server.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
