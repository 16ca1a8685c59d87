"""The full-text index by columns, of words cut by the app itself; empty, the app fills it anew.

A hit in a title comes before all others: that is the weight of 1,000.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP TABLE case_search")
    op.execute(
        """
        CREATE VIRTUAL TABLE case_search USING fts5(
            title, people, text, own, content = '', contentless_delete = 1,
            tokenize = 'unicode61 remove_diacritics 0'
        )
        """
    )
    op.execute(
        "INSERT INTO case_search(case_search, rank) "
        "VALUES ('rank', 'bm25(1000.0, 30.0, 1.0, 10.0)')"
    )
