"""The panel's list, kept as it was computed."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE panel_list (
        one INTEGER NOT NULL PRIMARY KEY,
        sight TEXT NOT NULL,
        inputs TEXT NOT NULL,
        made_at TEXT NOT NULL,
        grounds TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE panel_case (
        entry INTEGER NOT NULL PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        area TEXT NOT NULL,
        countries INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        withheld INTEGER NOT NULL,
        divided INTEGER NOT NULL,
        outcome TEXT,
        place INTEGER,
        raw_place INTEGER,
        error REAL,
        rank_low INTEGER,
        rank_high INTEGER,
        chance_best REAL,
        zone_best TEXT,
        chance_listed REAL,
        zone_listed TEXT
    )
    """,
    """
    CREATE TABLE panel_figure (
        measure TEXT NOT NULL,
        entry INTEGER NOT NULL,
        n INTEGER NOT NULL,
        mean REAL,
        adjusted REAL,
        median REAL,
        lowest REAL,
        highest REAL,
        sd REAL,
        cannot_judge INTEGER NOT NULL,
        PRIMARY KEY (measure, entry)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE panel_words (
        entry INTEGER NOT NULL PRIMARY KEY,
        content TEXT NOT NULL,
        sought TEXT NOT NULL
    )
    """,
)


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)
