"""All that proves another person's packet: its key's own receipt, and that of each change."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

STEPS = (
    "ALTER TABLE collected ADD COLUMN change TEXT",
    "DROP TABLE expert",
    """
    CREATE TABLE expert (
        kid TEXT NOT NULL PRIMARY KEY,
        pseudonym INTEGER,
        certificate BLOB NOT NULL,
        receipt TEXT NOT NULL
    )
    """,
    # what was collected without them is asked for once more, from the first leaf on
    "DELETE FROM fact WHERE name IN ('collected_to', 'collected_scope')",
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
