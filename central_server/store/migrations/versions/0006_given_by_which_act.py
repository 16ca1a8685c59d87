"""By which act a case was given, so that what was asked before it is told from what came after."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("assignment", sa.Column("leaf", sa.BigInteger()))
