"""Cases by their area: without an index, looking for it reads through the whole text of each."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("case_area", "case_entry", ["area"])
