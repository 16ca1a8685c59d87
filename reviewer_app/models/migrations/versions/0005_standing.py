"""The leaf by which a packet stands: an older one never takes its place.

What was known before takes the next proof, whichever it is.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("delivery", "collected", "other_packet")


def upgrade() -> None:
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ADD COLUMN standing INTEGER")
