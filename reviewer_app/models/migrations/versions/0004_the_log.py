"""The log as it was read, one's own leaves in it, and the checkpoints that packets quote.

Packets that were collected before are collected anew, for what they quote.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE log_tile (
        origin TEXT NOT NULL,
        level INTEGER NOT NULL,
        position INTEGER NOT NULL,
        hashes BLOB NOT NULL,
        PRIMARY KEY (origin, level, position)
    )
    """,
    """
    CREATE TABLE own_leaf (
        origin TEXT NOT NULL,
        position INTEGER NOT NULL,
        kid TEXT NOT NULL,
        revokes INTEGER NOT NULL,
        received TEXT NOT NULL,
        PRIMARY KEY (origin, position)
    )
    """,
    """
    CREATE TABLE quote (
        packet TEXT NOT NULL,
        origin TEXT NOT NULL,
        size INTEGER NOT NULL,
        root BLOB NOT NULL,
        fits INTEGER,
        saved_at TEXT,
        PRIMARY KEY (packet)
    )
    """,
    "CREATE INDEX quote_fits ON quote (fits)",
    "DELETE FROM fact WHERE name IN ('collected_to', 'collected_scope')",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
