"""The sentences for what can go wrong with files: batch-file, intake."""

from __future__ import annotations

from typing import assert_never

from central_server.batch_archive import CannotWriteBatch
from central_server.failures import ServerFailure
from central_server.handover import CannotTakeIn
from review_protocol.armour import ARMOUR_LIMIT
from review_protocol.documents.text import Language
from review_protocol.failures import TooLarge
from review_protocol.file_failures import (
    BlockAltered,
    BlockCut,
    NewerForm,
    NoBlock,
    PartsMissing,
    TooMany,
)

Unread = NoBlock | BlockCut | BlockAltered | PartsMissing | NewerForm | TooLarge | TooMany
"""What a file may have in the place of a hand-over."""


def about_files(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case CannotWriteBatch(reason, which):
            return _about_batch(which)[reason]
        case CannotTakeIn(reason, device):
            return _about_taking(device)[reason]
        case _:
            return None


def unread_sentence(failure: Unread, language: Language) -> str:
    """Why a block, or a whole file, could not be read, and what to ask for."""
    return _about_reading(failure)[int(language is Language.ZH)]


def _about_batch(which: str) -> dict[str, tuple[str, str]]:
    return {
        "no-device": (
            f"{which} has no device in use, and a batch is sealed to devices: it can be written "
            "once they have enrolled.",
            f"{which} 没有在用设备，而案例批次须为设备加密：完成注册后方可写出。",
        ),
        "nothing": (
            f"{which} is given nothing now: nothing is assigned, or no round is open.",
            f"目前没有发给 {which} 的内容：尚未分配，或没有进行中的评审。",
        ),
        "awaits": (
            "The server was restored and waits: run `confirm-restore` first.",
            "服务器恢复后尚待确认：请先运行 confirm-restore。",
        ),
        "file": (
            f"{which} is missing or damaged: run `verify`; no file was written.",
            f"{which} 缺失或已损坏：请运行 verify；未写出文件。",
        ),
        "too-large": (
            f"{which} would be larger than 2 GiB: use --no-attachments; no file was written.",
            f"{which} 将超过 2 GiB：请使用 --no-attachments；未写出文件。",
        ),
        "write": (
            f"{which} cannot be written: check the folder and the space on its disk.",
            f"无法写入 {which}：请检查文件夹与磁盘空间。",
        ),
    }


def _about_taking(device: str) -> dict[str, tuple[str, str]]:
    return {
        "receipts": (
            "This is a reply for a desk, not a hand-in file.",
            "这是发给评审端的回执文件，不是交付文件。",
        ),
        "deployment": (
            "This hand-in file belongs to another programme's server.",
            "此交付文件属于另一项目的服务器。",
        ),
        "device": (
            f"The device {device} was never certified here.",
            f"设备 {device} 从未在本服务器注册。",
        ),
        "unreadable": (
            f"What {device} handed in does not open with this server's key, or is not as a desk "
            "writes it: ask for a new file.",
            f"设备 {device} 的交付内容无法用本服务器密钥打开或格式不符：请对方重新生成。",
        ),
    }


def _about_reading(failure: Unread) -> tuple[str, str]:
    match failure:
        case NoBlock():
            return "There is no hand-in block in this file.", "文件中没有交付内容。"
        case BlockCut(line, _, _, missing):
            english = "its end" if missing is None else f"{missing} bytes"
            chinese = "结尾" if missing is None else f"{missing} 字节"
            return (
                f"The block from line {line} on is cut, {english} missing: ask for it again.",
                f"自第 {line} 行起的内容被截断，缺少{chinese}：请对方重发。",
            )
        case BlockAltered(line):
            return (
                f"The block from line {line} on was altered on the way: ask for it again, best "
                "as an attachment.",
                f"自第 {line} 行起的内容在途中被改动：请对方重发，最好作为附件。",
            )
        case PartsMissing(missing, of):
            listed = ", ".join(map(str, missing))
            return (
                f"Of {of} parts these are missing: {listed}. Give all files at once.",
                f"共 {of} 部分，缺少第 {listed} 部分：请一次给出全部文件。",
            )
        case NewerForm():
            return (
                "This hand-in was written by a newer app: update the server.",
                "此交付内容由新版应用生成：请升级服务器。",
            )
        case TooLarge():
            limit = ARMOUR_LIMIT >> 20
            return (
                f"The file is larger than {limit} MiB: no hand-in file is.",
                f"文件超过 {limit} MiB：交付文件不会如此大。",
            )
        case TooMany():
            return "There are too many blocks in this file.", "文件中的内容块过多。"
    assert_never(failure)
