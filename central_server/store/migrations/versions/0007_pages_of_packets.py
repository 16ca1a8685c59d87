"""Pages of packets, and the few of a kind, are found without reading every packet."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    place = sa.text("coalesce(changed, leaf)")
    asked = ["round", "kind", "case_number", "disposition", "leaf"]
    op.create_index("packet_place", "packet", [place, *asked])
