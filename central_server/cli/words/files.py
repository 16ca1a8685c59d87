"""What the command line says about files: batch-file, intake."""

from __future__ import annotations

# key: English, Chinese
FILES: dict[str, tuple[str, str]] = {
    "batch-file": (
        "write a person's batch as one file, for a desk without a connection",
        "将某人的案例批次写成一个文件（供无网络的评审端使用）",
    ),
    "batch-person": ("the person's id or name", "人员编号或姓名"),
    "batch-out": ("the file to write, best NAME.review-batch", "输出文件，宜用 名称.review-batch"),
    "no-attach": ("leave the attachments out", "不含附件"),
    "intake": (
        "take hand-in files in, also while the server runs, and write the replies",
        "接收交付文件（服务器运行中也可）并写出回执文件",
    ),
    "intake-files": ("hand-in files, or mails that hold one", "交付文件，或含有交付文件的邮件"),
    "reply-dir": (
        "folder for the replies (default: beside each file)",
        "存放回执文件的文件夹（默认与各文件同处）",
    ),
    "batch-written": (
        "Batch no. {manifest} of {name} ({person}): {cases:case|cases}, texts of {released} "
        "released; {files:file|files}, {mib} MiB, in {path}.",
        "{name}（{person}）的案例批次第 {manifest} 号：案例 {cases} 个，其中 {released} 个已放行"
        "正文；文件 {files} 个，{mib} MiB，写入 {path}。",
    ),
    "batch-left-out": (
        "{count:attachment is|attachments are} left out, for the desk to fetch when it has a "
        "connection.",
        "未含附件 {count} 个；评审端有网络时会自行下载。",
    ),
    "took-in": (
        "{path}: {name} ({person}, {kid}): {new:packet|packets} new, {known} known before, "
        "{not_counting} held or not counted, {rejected} not validly signed.",
        "{path}：{name}（{person}，{kid}）：新数据包 {new} 份，此前已有 {known} 份，保留或不计 "
        "{not_counting} 份，签名无效 {rejected} 份。",
    ),
    "reply-written": ("{path}: the reply; send it back.", "{path}：回执文件，请发回对方。"),
    "intake-left": (
        "{count:thing|things} could not be taken in; everything else was.",
        "有 {count} 处未能接收；其余均已接收。",
    ),
}
