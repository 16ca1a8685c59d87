"""What a panel's member is told beside the packets: links of chains, and what did not verify."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "withheld_leaf",
        sa.Column("leaf", sa.Integer, primary_key=True),
        sa.Column("packet", sa.Text, nullable=False),
        sa.Column("kid", sa.Text, nullable=False),
        sa.Column("chain", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("receipt", sa.Text, nullable=False),
    )
    op.create_table(
        "unproved",
        sa.Column("leaf", sa.Integer, primary_key=True),
        sa.Column("kid", sa.Text),
        sa.Column("doubt", sa.Text, nullable=False),
    )
