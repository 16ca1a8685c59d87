"""What the command line says about keeping a server: verify, backup."""

from __future__ import annotations

# key: English, Chinese
KEEPING: dict[str, tuple[str, str]] = {
    "verify": (
        "check everything: database, log, packets, what was signed and issued, acts, files",
        "全面核验：数据库、日志、数据包、签发文件、操作记录与文件",
    ),
    "verify-backup": ("check this backup instead of the server", "改为核验此备份"),
    "backup": ("back the server up, also while it serves", "备份服务器（运行中也可）"),
    "backup-to": (
        "folder that the new backup is put into (made, if it is not there), or a file NAME.tar",
        "存放新备份的文件夹（没有则新建），或文件 NAME.tar",
    ),
    "keep": (
        "remove the oldest backups of this server in the folder beyond the N newest; those with "
        "its keys and those without are counted apart",
        "只保留文件夹中本服务器最新的 N 份备份；含密钥与不含密钥的分别计数",
    ),
    "with-keys": (
        "put the server's keys in it, sealed by a passphrase",
        "同时备份服务器密钥（由口令加密）",
    ),
    "backup-passphrase-file": (
        "file whose first line is the backup's passphrase (else $CENTRAL_BACKUP_PASSPHRASE, else "
        "asked)",
        "首行为备份口令的文件（否则取 $CENTRAL_BACKUP_PASSPHRASE，再否则询问）",
    ),
    "ask-backup-passphrase": ("Passphrase for the keys in the backup: ", "备份中密钥的口令："),
    "stage-database": ("Database copied.", "数据库已复制。"),
    "stage-files": ("Files: {done} of {all}.", "文件：{done} / {all}。"),
    "stage-checking": ("Checked: {done} of {all} files.", "已核验文件：{done} / {all}。"),
    "stage-packing": ("Packed: {done} of {all}.", "已打包：{done} / {all}。"),
    "backed-up": (
        "Backup {path}: {mib} MiB; log {origin}, {size:leaf|leaves}; {files:file|files}; {keys}. "
        "It was read again and is right.",
        "备份 {path}：{mib} MiB；日志 {origin}，{size} 条；文件 {files} 个；{keys}。已重新读取并"
        "核验无误。",
    ),
    "backup-keys": ("the keys are in it, sealed", "含密钥（已加密）"),
    "backup-no-keys": (
        "without the keys: keep the folder keys/ apart, or use --with-keys",
        "不含密钥：请另行保管 keys/ 文件夹，或使用 --with-keys",
    ),
    "backup-removed": ("Older backup removed: {path}.", "已删除旧备份：{path}。"),
    "all-right": (
        "All is right: {leaves:leaf|leaves}, {packets:packet|packets}, {signed} signed documents, "
        "{acts:act|acts}, {files:file|files} ({mib} MiB). Root {root}.",
        "全部无误：日志 {leaves} 条，数据包 {packets} 份，签名文件 {signed} 份，操作 {acts} 次，"
        "文件 {files} 个（{mib} MiB）。根 {root}。",
    ),
    "not-right": (
        "{count:thing is|things are} not right: keep this folder as it is, and restore the last "
        "good backup beside it.",
        "发现 {count} 处问题：请原样保留此文件夹，另行恢复最近的完好备份。",
    ),
    "backup-not-right": (
        "{count:thing is|things are} not right: do not rely on this backup, and make a new one.",
        "发现 {count} 处问题：此备份不可用，请重新备份。",
    ),
    "wrong-database": ("the database is damaged ({which})", "数据库已损坏（{which}）"),
    "wrong-record": (
        "{which} is not what this server said of the backup",
        "{which} 与服务器对备份的说明不符",
    ),
    "wrong-trust": ("trust document {which}", "信任文件 {which}"),
    "wrong-keys": (
        "keys/{which} is not the key that the root vouches for",
        "keys/{which} 不是根密钥所认可的密钥",
    ),
    "wrong-packet-missing": (
        "packet {which} is in the log and not in the database",
        "日志中有数据包 {which}，数据库中没有",
    ),
    "wrong-packet-signature": (
        "packet {which} is not validly signed",
        "数据包 {which} 签名无效",
    ),
    "wrong-disposition": (
        "packet {which} does not stand as its newest leaf says",
        "数据包 {which} 的状态与日志不符",
    ),
    "wrong-certificate": (
        "device {which}: its certificate is not the one in the log",
        "设备 {which}：证书与日志不符",
    ),
    "wrong-revocation": (
        "device {which}: its revocation is not the one in the log",
        "设备 {which}：撤销记录与日志不符",
    ),
    "wrong-manifest": ("manifest {which} was not signed like this", "清单 {which} 签名无效"),
    "wrong-release": ("release {which} was not signed like this", "放行文件 {which} 签名无效"),
    "wrong-act": (
        "the document of leaf {which} is not kept",
        "日志第 {which} 条所指的文件缺失",
    ),
    "wrong-file-missing": ("file blobs/{which} is missing", "缺少文件 blobs/{which}"),
    "wrong-file-changed": ("file blobs/{which} was changed", "文件 blobs/{which} 已被改动"),
}
