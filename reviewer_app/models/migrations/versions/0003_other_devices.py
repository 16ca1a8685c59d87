"""What a person signed on other devices, which devices there are, and receipts of past logs."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE other_packet (
        id TEXT NOT NULL,
        kid TEXT NOT NULL,
        kind TEXT NOT NULL,
        case_number TEXT,
        marks TEXT,
        disposition TEXT NOT NULL,
        leaf INTEGER NOT NULL,
        signed_at TEXT NOT NULL,
        envelope BLOB NOT NULL,
        receipt TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX other_packet_case ON other_packet (case_number)",
    """
    CREATE TABLE declared_elsewhere (
        case_number TEXT NOT NULL,
        headers_hash TEXT NOT NULL,
        answer TEXT NOT NULL,
        leaf INTEGER NOT NULL,
        PRIMARY KEY (case_number)
    )
    """,
    """
    CREATE TABLE own_device (
        kid TEXT NOT NULL,
        certificate BLOB,
        receipt TEXT,
        leaf INTEGER,
        answer TEXT,
        answered_at TEXT,
        PRIMARY KEY (kid)
    )
    """,
    """
    CREATE TABLE past_receipt (
        subject TEXT NOT NULL,
        origin TEXT NOT NULL,
        receipt TEXT NOT NULL,
        leaf INTEGER NOT NULL,
        PRIMARY KEY (subject, origin)
    )
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
