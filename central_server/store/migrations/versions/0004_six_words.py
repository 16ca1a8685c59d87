"""Who is to be read six words before a device is given anything, and which devices are."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("person", "device"):
        op.add_column(
            table, sa.Column("awaits_words", sa.Integer(), nullable=False, server_default="0")
        )
