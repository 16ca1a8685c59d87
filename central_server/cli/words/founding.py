"""What the command line says about setting a programme up: init, import."""

from __future__ import annotations

# key: English, Chinese
FOUNDING: dict[str, tuple[str, str]] = {
    "init": ("found a new server", "建立新服务器"),
    "root-key": (
        "where to write the root key, sealed by a passphrase: best a medium that is kept apart",
        "根密钥文件（由口令加密）的位置：最好是另行保管的介质",
    ),
    "origin": (
        "name of the log, such as reviews.example.org/log/1",
        "日志名称，例如 reviews.example.org/log/1",
    ),
    "passphrase-file": (
        "file whose first line is the passphrase (else $CENTRAL_ROOT_PASSPHRASE, else asked)",
        "首行为口令的文件（否则取 $CENTRAL_ROOT_PASSPHRASE，再否则询问）",
    ),
    "confirm-devices": (
        "release nothing to any new device before its six words were read to you (confirm-device)",
        "任何新设备须由本人读出六个核对词（confirm-device）后，方可获得内容",
    ),
    "import": ("import a programme and its cases", "导入项目与案例"),
    "import-path": (
        "folder, .zip, .tar or .tar.gz in the form of docs/import-format.md",
        "docs/import-format.md 所述格式的文件夹、.zip、.tar 或 .tar.gz",
    ),
    "founded": (
        "Founded {home}: deployment {deployment}, log {origin}.\n"
        "The root key {kid} is in {root}; keep it and its passphrase apart from this machine.",
        "已在 {home} 建立服务器：部署 {deployment}，日志 {origin}。\n"
        "根密钥 {kid} 在 {root}；请与口令一起另行保管，不要留在本机。",
    ),
    "ask-passphrase": ("Passphrase for the root key: ", "根密钥口令："),
    "ask-again": ("Once more: ", "再次输入："),
    "imported": (
        "Imported from {path} in {seconds} s: {added:case|cases} new, {changed} changed, "
        "{unchanged} unchanged; {attachments:attachment|attachments} ({kib} KiB).",
        "已从 {path} 导入（{seconds} 秒）：新增 {added} 个案例，变更 {changed} 个，"
        "未变 {unchanged} 个；附件 {attachments} 个（{kib} KiB）。",
    ),
    "imported-documents": ("New or changed: {documents}.", "新增或变更：{documents}。"),
    "imported-changed": (
        "Changed, now a new version: {cases}.",
        "已变更，成为新版本：{cases}。",
    ),
    "imported-told": (
        "{count:notice|notices} sent to those who read the changed cases.",
        "已向阅读变更案例的人员发出通知 {count} 份。",
    ),
    "imported-absent": (
        "Not in this import, left as they are: {cases}.",
        "本次导入未包含，保持不变：{cases}。",
    ),
    "imported-leaf": ("It is leaf {leaf} of the log.", "已记为日志第 {leaf} 条。"),
    "remarks": ("Remarks ({count}):", "提示（{count}）："),
    "problems": (
        "Nothing was taken from {path}. Problems: {count}.",
        "未从 {path} 导入任何内容。问题：{count}。",
    ),
}
