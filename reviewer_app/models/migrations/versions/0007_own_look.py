"""The facts as their reviewer finds them, before they are signed; and how long a case was open."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE facts_draft (
        case_number TEXT NOT NULL PRIMARY KEY,
        case_hash TEXT NOT NULL,
        facts BLOB NOT NULL,
        kept_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE time_open (
        case_number TEXT NOT NULL PRIMARY KEY,
        seconds INTEGER NOT NULL
    )
    """,
)


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)
