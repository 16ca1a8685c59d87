"""Words for what can go wrong with this computer's disk and with the profile on it."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app import errors

translate = QCoreApplication.translate


def disk_words(failure: errors.DiskFailure) -> tuple[str, str]:
    """Title and body for a disk that does not take what is written."""
    match failure:
        case errors.DiskFull(path=path):
            return (
                translate("wording", "The disk is full."),
                translate(
                    "wording",
                    "What was saved before is safe; the last change is not saved yet. "
                    "Free some space on the disk of {folder}, and it is saved at once.",
                ).format(folder=path),
            )
        case errors.FolderReadOnly(path=path):
            return (
                translate("wording", "This folder cannot be written to."),
                translate(
                    "wording",
                    "You may not write to {folder}. Nothing was changed; choose another folder, "
                    "or change its permissions.",
                ).format(folder=path),
            )
        case errors.ImpossibleFolder(path=path, why=why):
            return _in_the_way(path, why)
        case errors.StorageFault(path=path):
            return (
                translate("wording", "The disk reported a fault."),
                translate(
                    "wording",
                    "{folder} could not be read or written. What was saved before is kept; close "
                    "the app and try again, and sync soon.",
                ).format(folder=path),
            )
        case errors.CannotWriteReport(path=path, reason=reason):
            title = translate("wording", "The file could not be written.")
            return title, translate(
                "wording", "{path}: {reason}. Nothing is half done; choose another folder or name."
            ).format(path=path, reason=_reason(reason))
    assert_never(failure)


def _in_the_way(path: Path, why: errors.InTheWay) -> tuple[str, str]:
    title = translate("wording", "There can be no folder at this path.")
    match why:
        case errors.InTheWay.A_FILE:
            told = translate(
                "wording",
                "{folder}: a file stands there, or in the place of a folder above it. Nothing was "
                "changed; start the app with another folder (--profile), or move that file away.",
            )
        case errors.InTheWay.LENGTH:
            told = translate(
                "wording",
                "{folder}: the path is too long for this disk. Nothing was changed; start the app "
                "with a shorter one (--profile).",
            )
        case _:
            assert_never(why)
    return title, told.format(folder=path)


def _reason(code: str) -> str:
    """Why a file was not written; the codes are those of `reports.saving`."""
    match code:
        case "no_space":
            return translate("wording", "its disk is full")
        case "read_only":
            return translate("wording", "its folder is read-only")
        case "not_allowed":
            return translate("wording", "you may not write in its folder")
        case "folder_missing":
            return translate("wording", "its folder is not there")
        case "in_use":
            return translate("wording", "another program has it open")
        case "name_too_long":
            return translate("wording", "its name is too long")
        case _:
            return translate("wording", "the disk did not take it")


def profile_words(failure: errors.ProfileFailure) -> tuple[str, str]:
    """Title and body for a profile that does not open."""
    match failure:
        case errors.WrongPassphrase() | errors.PassphraseNeeded() | errors.WeakPassphrase():
            return _passphrase_words(failure)
        case errors.DamagedProfile(path=path):
            return (
                translate("wording", "The desk's files are damaged."),
                translate(
                    "wording",
                    "{folder} cannot be opened; no passphrase would help. What the server has "
                    "receipted is safe there. Please call the secretariat.",
                ).format(folder=path),
            )
        case errors.ProfileInUse():
            return (
                translate("wording", "The app is open already."),
                translate(
                    "wording", "Look for its window; two at once would get in each other's way."
                ),
            )
        case errors.NewerDatabase():
            return (
                translate("wording", "This desk was used with a newer version of the app."),
                translate(
                    "wording",
                    "Nothing was changed. Please install the newer version and open it again.",
                ),
            )
    assert_never(failure)


def _passphrase_words(
    failure: errors.WrongPassphrase | errors.PassphraseNeeded | errors.WeakPassphrase,
) -> tuple[str, str]:
    match failure:
        case errors.WrongPassphrase():
            return (
                translate("wording", "This is not the passphrase."),
                translate("wording", "Check capital letters and the keyboard's language."),
            )
        case errors.PassphraseNeeded():
            return (
                translate("wording", "Your passphrase is needed."),
                translate(
                    "wording",
                    "This desk was opened without it; signing and syncing ask for it once, until "
                    "the app is closed. Nothing is lost: go on reading, or try again and type it.",
                ),
            )
        case errors.WeakPassphrase(least=least):
            return (
                translate("wording", "This passphrase is too short."),
                translate(
                    "wording", "Use at least {least} characters; four words are good."
                ).format(least=least),
            )
    assert_never(failure)
