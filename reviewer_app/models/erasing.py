"""Erases what a round left on this computer: texts, drafts, quotes, keys and copies of them.

What stays: each packet's id, place in its chain, disposition and receipt, so that the arrival of
everything can be proved, and nothing can be read.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, delete, func, select, text, update

from review_protocol.documents.acts import (
    AgreementPacket,
    ConfirmationPacket,
    ErasurePacket,
    RotationPacket,
    ScoreOpeningPacket,
)
from review_protocol.documents.packet import AcceptancePacket, RoundPacket
from review_protocol.documents.programme import Programme, Rubric, Rules
from reviewer_app.models.case_schema import (
    case,
    declaration_draft,
    dismissed,
    earlier_text,
    facts_draft,
    file,
    highlight,
    reading_place,
    searched,
    time_open,
)
from reviewer_app.models.database import DATABASE_FILE, driver_failure, keyed_connection
from reviewer_app.models.disk import disk_failures, flush_folder
from reviewer_app.models.dossier_schema import DOSSIER
from reviewer_app.models.erased import ERASED
from reviewer_app.models.facts import FactName, forget_fact
from reviewer_app.models.files import BLOBS_FOLDER
from reviewer_app.models.log_schema import quote
from reviewer_app.models.migrate import BACKUPS_FOLDER
from reviewer_app.models.others_schema import (
    collected,
    declared_elsewhere,
    expert,
    other_packet,
    panel_assignment,
)
from reviewer_app.models.panel_list import PANEL_LIST
from reviewer_app.models.panel_schema import panel_draft, seen_contribution
from reviewer_app.models.restoring import RESTORING_FOLDER, SET_ASIDE_FOLDER
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.schema import (
    alignment,
    declared,
    delivery,
    document,
    draft_revision,
    packet,
)

_WITHOUT_CASE_TEXT = (
    AcceptancePacket.kind,
    RotationPacket.kind,
    ErasurePacket.kind,
    ConfirmationPacket.kind,
    RoundPacket.kind,
    ScoreOpeningPacket.kind,
    AgreementPacket.kind,
)
_PUBLIC_DOCUMENTS = (Programme.kind, Rubric.kind, Rules.kind)
EMPTIED = (
    alignment,
    case,
    collected,
    declaration_draft,
    declared,
    declared_elsewhere,
    dismissed,
    *DOSSIER,
    draft_revision,
    earlier_text,
    expert,
    facts_draft,
    file,
    highlight,
    other_packet,
    panel_assignment,
    panel_draft,
    *PANEL_LIST,
    quote,
    reading_place,
    searched,
    seen_contribution,
    time_open,
)
_FORGOTTEN = (
    *(FactName.COLLECTED_TO, FactName.COLLECTED_SCOPE, FactName.COLLECTED_AT),
    *(FactName.DOSSIER, FactName.DOSSIER_TIES, FactName.DOSSIER_TO, FactName.DOSSIER_SCOPE),
    FactName.DOSSIER_TABLES,
    *(FactName.DRAWS, FactName.DRAWS_TO, FactName.TAKEN_BACK, FactName.TAKEN_BACK_TO),
    *(FactName.OWN_TO, FactName.OWN_SCOPE, FactName.ADOPTED_TO, FactName.LAST_CASE),
)
_FOLDERS = (BACKUPS_FOLDER, BLOBS_FOLDER, SET_ASIDE_FOLDER, RESTORING_FOLDER)


def erase_rows(connection: Connection) -> None:
    """Erase the texts in the database, in the transaction of the caller: all of it or nothing.

    Packets without a receipt lose their text too: whoever calls has made sure of them.
    """
    connection.execute(text("PRAGMA secure_delete = ON"))  # what is freed is overwritten
    triggers = _lifted(connection)
    for table in EMPTIED:
        connection.execute(delete(table))
    connection.execute(text("INSERT INTO case_search(case_search) VALUES ('delete-all')"))
    connection.execute(delete(document).where(document.c.kind.not_in(_PUBLIC_DOCUMENTS)))
    for name in _FORGOTTEN:
        forget_fact(connection, name)
    texts = packet.c.kind.not_in(_WITHOUT_CASE_TEXT)
    connection.execute(
        delete(delivery).where(
            delivery.c.packet.in_(select(packet.c.id).where(texts)),
            delivery.c.state != DeliveryState.RECEIVED,
        )
    )
    connection.execute(update(packet).where(texts).values(envelope=ERASED, marks=None))
    for statement in triggers:
        connection.execute(text(statement))


def erase_files(folder: Path) -> None:
    """Delete ciphertext, backups and databases set aside; raises FolderReadOnly, StorageFault."""
    for name in _FOLDERS:
        with disk_failures(folder / name), suppress(FileNotFoundError):
            shutil.rmtree(folder / name)
    flush_folder(folder)


def erase_traces(folder: Path, key: bytes) -> None:
    """Write the database anew without the pages that were freed, and empty its log.

    Raises DiskFull, FolderReadOnly, DamagedProfile, StorageFault; what is in use is not changed.
    """
    path = folder / DATABASE_FILE
    try:
        with closing(keyed_connection(path, key)) as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlcipher.Error as error:
        failure = driver_failure(error, path)
        if failure is None:
            raise
        raise failure from error


def has_traces(connection: Connection, folder: Path) -> bool:
    """Whether freed pages or files of a closed round are still there."""
    freed = connection.execute(text("PRAGMA freelist_count")).scalar_one()
    return freed > 0 or _holds(folder / name for name in (BLOBS_FOLDER, SET_ASIDE_FOLDER))


def cases_to_erase(connection: Connection) -> int:
    """How many cases' texts or headers are here."""
    return connection.execute(select(func.count()).select_from(case)).scalar_one()


def _holds(folders: Iterable[Path]) -> bool:
    for folder in folders:
        with suppress(OSError):
            if any(folder.iterdir()):
                return True
    return False


def _lifted(connection: Connection) -> list[str]:
    """Take the triggers of the append-only tables away, and answer how they are made again."""
    found = connection.execute(
        text(
            "SELECT name, sql FROM sqlite_master "
            "WHERE type = 'trigger' AND tbl_name IN ('packet', 'draft_revision')"
        )
    ).all()
    for trigger in found:
        connection.execute(text(f"DROP TRIGGER {trigger.name}"))
    return [trigger.sql for trigger in found]
