"""What a panel's people write before they sign, and which contributions they have seen."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE panel_draft (
        case_number TEXT NOT NULL,
        part TEXT NOT NULL,
        text TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        PRIMARY KEY (case_number, part)
    )
    """,
    "CREATE TABLE seen_contribution (packet TEXT NOT NULL PRIMARY KEY)",
)


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)
