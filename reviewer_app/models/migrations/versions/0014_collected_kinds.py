"""Others' packets by their kind: without an index, looking for one reads through all of them."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("collected_kind", "collected", ["kind"])
