"""Differences between the languages of a case that a reviewer has put away."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE dismissed_difference (
            case_number TEXT NOT NULL,
            difference TEXT NOT NULL,
            PRIMARY KEY (case_number, difference)
        )
        """
    )
