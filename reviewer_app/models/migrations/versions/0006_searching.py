"""The full-text index by columns, of words cut by the app itself; empty, the app fills it anew."""

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
        """
        CREATE TABLE case_text (
            entry INTEGER NOT NULL, kinds TEXT NOT NULL, text TEXT NOT NULL,
            folded TEXT NOT NULL, PRIMARY KEY (entry)
        )
        """
    )
    op.execute(
        "INSERT INTO case_search(case_search, rank) VALUES ('rank', 'bm25(20.0, 10.0, 1.0, 5.0)')"
    )
