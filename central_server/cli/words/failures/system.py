"""The sentences for what the system itself refuses: files, folders, addresses."""

from __future__ import annotations

import errno
from pathlib import Path

from central_server.shown import in_a_line
from review_protocol.documents.text import Language

# number: English, Chinese
_SENTENCES: dict[int, tuple[str, str]] = {
    errno.ENOENT: (
        "{place}: there is no such file or folder; check the name.",
        "{place}：没有该文件或文件夹；请检查名称。",
    ),
    errno.EEXIST: (
        "{place} exists already, and nothing is overwritten: choose another name.",
        "{place} 已存在，不会覆盖：请另选名称。",
    ),
    errno.EISDIR: (
        "{place} is a folder, and a file is needed: name the file.",
        "{place} 是文件夹，此处须为文件：请给出文件名。",
    ),
    errno.ENOTDIR: (
        "{place}: a file stands where a folder is needed; check the name.",
        "{place}：应为文件夹的位置上是一个文件；请检查名称。",
    ),
    errno.EACCES: (
        "{place} is closed to this user: change its permissions, or run as its owner.",
        "当前用户无权访问 {place}：请更改权限，或以其所有者身份运行。",
    ),
    errno.ENOSPC: (
        "The disk of {place} is full: free some space and try again.",
        "{place} 所在磁盘已满：请腾出空间后重试。",
    ),
    errno.EROFS: (
        "{place} lies on a disk that cannot be written to: choose another place.",
        "{place} 所在磁盘为只读：请另选位置。",
    ),
    errno.ENAMETOOLONG: (
        "{place}: this name is too long; choose a shorter one.",
        "{place}：名称过长；请另选较短的名称。",
    ),
    errno.EIO: (
        "The disk of {place} reported a fault: check the disk.",
        "{place} 所在磁盘出错：请检查磁盘。",
    ),
}
_SAME = {errno.EPERM: errno.EACCES, errno.EDQUOT: errno.ENOSPC, errno.ENOTEMPTY: errno.EEXIST}
_OTHER = (
    "{place} cannot be used ({said}): check it and try again.",
    "无法使用 {place}（{said}）：请检查后重试。",
)
_DATABASE = (
    "{place} could not be written or read ({said}): look at its disk and the space left there, "
    "and try again.",
    "无法读写 {place}（{said}）：请检查其所在磁盘及剩余空间，然后重试。",
)


def system_sentence(error: OSError, place: Path | str, language: Language) -> str:
    """What the system refused, and where: the file that it names, or else this place."""
    return both_system_sentences(error, place)[int(language is Language.ZH)]


def both_system_sentences(error: BaseException | None, place: Path | str) -> tuple[str, str]:
    """English and Chinese; what is no error of the system is the database's, in its words."""
    named, said = str(place), str(error)
    english, chinese = _DATABASE
    if isinstance(error, OSError):
        named = error.filename if isinstance(error.filename, str) else named
        number, said = error.errno or 0, error.strerror or type(error).__name__
        english, chinese = _SENTENCES.get(_SAME.get(number, number), _OTHER)
    facts = {"place": in_a_line(named), "said": said}
    return english.format(**facts), chinese.format(**facts)
