"""The desk's first tables, the full-text index, and the triggers that keep signed rows whole."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE alignment (
        "key" TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE case_entry (
        entry INTEGER NOT NULL,
        number TEXT NOT NULL,
        version INTEGER NOT NULL,
        position INTEGER NOT NULL,
        headers_hash TEXT NOT NULL,
        headers BLOB NOT NULL,
        case_hash TEXT,
        content BLOB,
        title_zh TEXT NOT NULL,
        title_en TEXT NOT NULL,
        area TEXT NOT NULL,
        applicant_country TEXT NOT NULL,
        countries INTEGER NOT NULL,
        joint INTEGER NOT NULL,
        flags TEXT NOT NULL,
        in_batch INTEGER NOT NULL,
        PRIMARY KEY (entry),
        UNIQUE (number)
    )
    """,
    """
    CREATE TABLE collected (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        case_number TEXT,
        kid TEXT NOT NULL,
        disposition TEXT NOT NULL,
        leaf INTEGER NOT NULL,
        envelope BLOB NOT NULL,
        receipt TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX collected_case ON collected (case_number)
    """,
    """
    CREATE TABLE declaration_draft (
        case_number TEXT NOT NULL,
        answer TEXT NOT NULL,
        "conflict" TEXT,
        comment TEXT NOT NULL,
        PRIMARY KEY (case_number)
    )
    """,
    """
    CREATE TABLE document (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        content BLOB NOT NULL,
        taken_at TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX document_kind ON document (kind)
    """,
    """
    CREATE TABLE draft_revision (
        revision INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_number TEXT NOT NULL,
        case_hash TEXT NOT NULL,
        answers BLOB NOT NULL,
        marks TEXT NOT NULL,
        missing INTEGER NOT NULL,
        parent INTEGER,
        kept_at TEXT NOT NULL
    )
    """,
    """
    CREATE INDEX draft_case ON draft_revision (case_number, revision)
    """,
    """
    CREATE TABLE expert (
        kid TEXT NOT NULL,
        pseudonym INTEGER,
        certificate BLOB NOT NULL,
        PRIMARY KEY (kid)
    )
    """,
    """
    CREATE TABLE fact (
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE file (
        sha256 TEXT NOT NULL,
        role TEXT NOT NULL,
        case_number TEXT,
        length INTEGER NOT NULL,
        cipher_sha256 TEXT NOT NULL,
        cipher_length INTEGER NOT NULL,
        "key" BLOB,
        in_batch INTEGER NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE INDEX file_case ON file (case_number)
    """,
    """
    CREATE TABLE packet (
        entry INTEGER NOT NULL,
        id TEXT NOT NULL,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        case_number TEXT,
        marks TEXT,
        envelope BLOB NOT NULL,
        signed_at TEXT NOT NULL,
        PRIMARY KEY (entry),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX packet_case ON packet (case_number)
    """,
    """
    CREATE UNIQUE INDEX packet_chain ON packet (chain, seq)
    """,
    """
    CREATE TABLE panel_assignment (
        case_number TEXT NOT NULL,
        pseudonym INTEGER NOT NULL,
        declared TEXT,
        PRIMARY KEY (case_number, pseudonym)
    )
    """,
    """
    CREATE TABLE reading_place (
        case_number TEXT NOT NULL,
        place TEXT NOT NULL,
        PRIMARY KEY (case_number)
    )
    """,
    """
    CREATE TABLE declared (
        case_number TEXT NOT NULL,
        headers_hash TEXT NOT NULL,
        answer TEXT NOT NULL,
        "conflict" TEXT,
        comment TEXT NOT NULL,
        packet TEXT NOT NULL,
        PRIMARY KEY (case_number),
        FOREIGN KEY(packet) REFERENCES packet (id)
    )
    """,
    """
    CREATE TABLE delivery (
        packet TEXT NOT NULL,
        state TEXT NOT NULL,
        tries INTEGER NOT NULL,
        next_try TEXT,
        disposition TEXT,
        receipt TEXT,
        leaf INTEGER,
        changed_at TEXT NOT NULL,
        PRIMARY KEY (packet),
        CHECK (state IN ('signed', 'sending', 'received')),
        CHECK ((state = 'received') = (receipt IS NOT NULL)),
        FOREIGN KEY(packet) REFERENCES packet (id)
    )
    """,
    """
    CREATE INDEX delivery_state ON delivery (state)
    """,
)

SEARCH = """
    CREATE VIRTUAL TABLE case_search USING fts5(
        text, content = '', contentless_delete = 1, tokenize = 'porter unicode61'
    )
    """

APPEND_ONLY = ("packet", "draft_revision")


def upgrade() -> None:
    for statement in (*TABLES, SEARCH):
        op.execute(statement)
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
