"""Who stands in for a chair or the head on the cases that are withheld from them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("deputy", sa.Integer(), nullable=False, server_default="0"))
