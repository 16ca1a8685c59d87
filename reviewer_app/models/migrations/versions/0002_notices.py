"""Notices of the secretariat, the texts that corrections replaced, and withdrawn cases."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE notice (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        origin TEXT NOT NULL,
        about TEXT NOT NULL,
        case_number TEXT,
        in_reply_to TEXT,
        issued TEXT NOT NULL,
        envelope BLOB NOT NULL,
        contradicts INTEGER NOT NULL,
        taken_at TEXT NOT NULL,
        read_at TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX notice_number ON notice (origin, number)",
    "CREATE INDEX notice_case ON notice (case_number)",
    """
    CREATE TABLE earlier_text (
        case_hash TEXT NOT NULL,
        number TEXT NOT NULL,
        version INTEGER NOT NULL,
        content BLOB NOT NULL,
        replaced_at TEXT,
        PRIMARY KEY (case_hash)
    )
    """,
    "CREATE INDEX earlier_text_number ON earlier_text (number)",
    "ALTER TABLE case_entry ADD COLUMN withdrawn TEXT",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
