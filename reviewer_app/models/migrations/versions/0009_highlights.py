"""What a reviewer highlighted in the cases, and noted beside."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE highlight (
        id INTEGER NOT NULL PRIMARY KEY,
        case_number TEXT NOT NULL,
        place BLOB NOT NULL,
        note TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX highlight_case ON highlight (case_number)",
)


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)
