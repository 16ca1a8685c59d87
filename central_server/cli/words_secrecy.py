"""What the command line says about the key of the pseudonyms."""

from __future__ import annotations

# key: English, Chinese
SECRECY: dict[str, tuple[str, str]] = {
    "pseudonyms": (
        "write who is which number, for a reason; that it was done stays in the log",
        "写出专家编号与姓名的对照表；须说明原因，并记入日志",
    ),
    "key-file": ("where to write the key (a new file)", "对照表文件（新文件）"),
    "key-opened": (
        "The key is in {path}, readable by you alone; that it was opened is in the log, with the "
        "reason. Delete the file when it is not needed any more.",
        "对照表在 {path}，仅您可读；开启一事连同原因已记入日志。用毕请删除该文件。",
    ),
}
