"""Backups in words: when, what for, how large, and what one of them holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.models.backups import Backup, Reason
from reviewer_app.models.restoring import BackupPreview
from reviewer_app.services.restoring import Restored
from reviewer_app.sync.clock import timestamp
from reviewer_app.ui import dates
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.dialogs import Question

translate = QCoreApplication.translate


def backup_columns() -> list[Column[Backup]]:
    """When, what for, and how large."""
    return [
        Column[Backup]("at", lambda: translate("backups", "Made"), made, width=220),
        Column[Backup](
            "why",
            lambda: translate("backups", "Reason"),
            lambda row: reason(row.reason),
            stretch=True,
        ),
        Column[Backup](
            "size",
            lambda: translate("backups", "Size"),
            lambda row: QLocale().formattedDataSize(row.size),
            align=Align.RIGHT,
            width=120,
        ),
    ]


def made(backup: Backup) -> str:
    """Its day and time here."""
    return dates.day_and_time(timestamp(backup.made_at))


def reason(why: Reason) -> str:
    """What it was made for."""
    words = {
        Reason.SIGNED: translate("backups", "after signing"),
        Reason.HOURLY: translate("backups", "after an hour of work"),
        Reason.MIGRATION: translate("backups", "before an update"),
        Reason.ASKED: translate("backups", "when asked"),
    }
    return words[why]


def restore_question(backup: Backup, preview: BackupPreview) -> Question:
    """What is in it, and what restoring it would do; nothing is deleted by that."""
    held = translate(
        "backups",
        "It was read through just now. Cases: {cases}; signed: {packets}; drafts: {drafts}.",
    ).format(cases=preview.cases, packets=preview.packets, drafts=preview.drafts)
    if preview.later_packets is None:
        later = translate(
            "backups", "The present desk cannot be read: what came after the backup is not in it."
        )
    else:
        later = translate(
            "backups",
            "What came later is taken over from the present desk: signed: {packets}; drafts: "
            "{drafts}.",
        ).format(packets=preview.later_packets, drafts=preview.later_drafts)
    return Question(
        translate("backups", "Restore the backup of {date}?").format(date=made(backup)),
        held,
        translate("backups", "Restore"),
        consequences=(
            later,
            translate("backups", "The present desk is set aside, not deleted."),
            translate(
                "backups", "What you sign after this begins a new series; nothing counts twice."
            ),
            translate("backups", "The desk is locked for this; you then open it as ever."),
        ),
        danger=True,
    )


def restored_words(restored: object) -> str:
    """How it came out."""
    if not isinstance(restored, Restored):
        return ""
    if restored.complete:
        return translate("backups", "The backup is in place, and nothing is missing.")
    return translate(
        "backups",
        "The backup is in place. Taken over from the desk before: signed: {packets}; drafts: "
        "{drafts}. The next sync brings what the server has receipted.",
    ).format(packets=restored.packets_taken_over, drafts=restored.drafts_taken_over)
