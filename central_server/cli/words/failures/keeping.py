"""The sentences for what can go wrong in verify, backup and restore."""

from __future__ import annotations

from central_server.backup import CannotBackUp
from central_server.backup_reading import BackupIsWrong, CannotRead
from central_server.cli.words.failures.system import both_system_sentences
from central_server.failures import ServerFailure
from central_server.passphrase_length import SHORTEST_PASSPHRASE
from central_server.plurals import Figure
from central_server.restore import CannotRestore
from central_server.restored import DoesNotAsk, NothingToConfirm
from central_server.root_records import CannotKeepRecord, CannotUseRoot

_MIB = 1 << 20


def about_keeping(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case CannotBackUp():
            return _about_backup(failure)
        case BackupIsWrong(path, checked):
            count = Figure(len(checked.problems) or 1)
            return (
                f"{path}: the backup is not right ({count:problem|problems}) and was not used: "
                "`verify --backup` lists what is wrong; keep the backups that you have.",
                f"{path}：备份有误（{count} 处），未予采用：可用 verify --backup "
                "查看；请保留已有备份。",
            )
        case CannotRead(path, reason):
            return _about_reading(str(path), reason)
        case CannotUseRoot(path, reason):
            return _about_root(str(path), reason)
        case CannotRestore(path, reason):
            return _about_restoring(str(path), reason)
        case CannotKeepRecord(path):
            return (
                f"The new trust document cannot be kept beside {path}: make that folder writable, "
                "so that no number is signed twice; nothing was changed.",
                f"无法将新的信任文件保存在 {path} 旁：请使该文件夹可写，以免同一编号被签署两次；"
                "未作任何更改。",
            )
        case NothingToConfirm():
            return (
                "There is nothing to confirm: this server was not restored, or all is confirmed.",
                "没有待确认的内容：本服务器未经恢复，或已全部确认。",
            )
        case DoesNotAsk(kid):
            return (
                f"{kid} does not ask to come back: nothing was confirmed; `confirm-restore` lists "
                "who does.",
                f"{kid} 未请求恢复：未作任何确认；confirm-restore 会列出请求者。",
            )
        case _:
            return None


def _about_backup(failure: CannotBackUp) -> tuple[str, str]:
    path = failure.path
    needed, free = -(-failure.needed // _MIB), failure.free // _MIB
    english, chinese = both_system_sentences(failure.__cause__, path)
    return {
        "exists": (
            f"{path} exists, and a backup is never overwritten: choose another name.",
            f"{path} 已存在，备份绝不覆盖：请另选名称。",
        ),
        "inside": (
            f"{path} lies in the server's folder: back up to another place, best another disk.",
            f"{path} 在服务器文件夹之内：请备份到别处，最好是另一磁盘。",
        ),
        "not-a-tar": (
            f"{path} is no folder, and a backup in one file is called NAME.tar: choose another "
            "name; no backup was made.",
            f"{path} 不是文件夹，而单个文件的备份须名为 NAME.tar：请另选名称；未作备份。",
        ),
        "no-folder": (
            f"{path} is not a folder: make it first.",
            f"{path} 不是文件夹：请先创建。",
        ),
        "no-room": (
            f"{path} has {free} MiB free and the backup may take {needed} MiB: nothing was "
            "written; free some space, or choose another disk.",
            f"{path} 剩余 {free} MiB，备份可能需要 {needed} MiB：未写入任何内容；请腾出空间或另选"
            "磁盘。",
        ),
        "short-passphrase": (
            f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters: take a longer one; "
            "no backup was made.",
            f"口令少于 {SHORTEST_PASSPHRASE} 个字符：请使用更长的口令；未作备份。",
        ),
        "write": (
            f"The backup could not be written. {english} What was begun is removed; the server is "
            "as it was.",
            f"无法写入备份。{chinese}已清除未完成的部分；服务器未受影响。",
        ),
    }[failure.reason]


def _about_root(path: str, reason: str) -> tuple[str, str]:
    return {
        "missing": (
            f"{path} cannot be read, or there is no such file: give the root key's file by "
            "--root-key; nothing was made.",
            f"无法读取 {path} 或没有该文件：请用 --root-key 给出根密钥文件；未建立任何内容。",
        ),
        "not-a-key": (
            f"{path} is no root key, or damaged: give the file that `init` wrote, or its copy; "
            "nothing was made.",
            f"{path} 不是根密钥文件或已损坏：请给出 init 所写的文件或其副本；未建立任何内容。",
        ),
        "passphrase": (
            f"This passphrase does not open {path}: try again; nothing was made.",
            f"口令无法打开 {path}：请重试；未建立任何内容。",
        ),
        "other-root": (
            f"{path} is the root key of another deployment: give this one's; nothing was made.",
            f"{path} 是另一部署的根密钥：请给出本部署的根密钥；未建立任何内容。",
        ),
    }[reason]


def _about_restoring(path: str, reason: str) -> tuple[str, str]:
    return {
        "keys": (
            "The keys that were given are not this server's: check --keys, or make new ones by "
            "--new-keys; nothing was made.",
            "所给密钥不属于本服务器：请检查 --keys，或用 --new-keys 生成新密钥；未建立任何内容。",
        ),
        "write": (
            f"{path} cannot be written: check the folder and the space on its disk; nothing was "
            "made.",
            f"无法写入 {path}：请检查文件夹与磁盘空间；未建立任何内容。",
        ),
    }[reason]


def _about_reading(path: str, reason: str) -> tuple[str, str]:
    return {
        "missing": (
            f"{path}: there is no such backup; give the folder or .tar that `backup` made.",
            f"{path}：没有该备份；请给出 backup 生成的文件夹或 .tar 文件。",
        ),
        "no-backup": (
            f"{path} is not a backup of a central server: give the folder or .tar that `backup` "
            "made.",
            f"{path} 不是中央服务器的备份：请给出 backup 生成的文件夹或 .tar 文件。",
        ),
        "passphrase": (
            f"This passphrase does not open the keys in {path}: try again; nothing was made.",
            f"口令无法打开 {path} 中的密钥：请重试；未建立任何内容。",
        ),
        "no-keys": (
            f"{path} was made without the server's keys: give the surviving ones by --keys, or "
            "make new ones by --new-keys; nothing was made.",
            f"{path} 不含服务器密钥：请用 --keys 给出仍在的密钥，或用 --new-keys 生成新密钥；"
            "未建立任何内容。",
        ),
        "keys-damaged": (
            f"The keys in {path} are damaged: give the surviving ones by --keys, or make new ones "
            "by --new-keys; nothing was made.",
            f"{path} 中的密钥已损坏：请用 --keys 给出仍在的密钥，或用 --new-keys 生成新密钥；未建立"
            "任何内容。",
        ),
    }[reason]
