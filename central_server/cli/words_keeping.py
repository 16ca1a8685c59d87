"""What the command line says about keeping a server: verify, backup, restore."""

from __future__ import annotations

# key: English, Chinese
KEEPING: dict[str, tuple[str, str]] = {
    # help
    "verify": (
        "check everything: database, log, packets, what was signed and issued, acts, files",
        "全面核验：数据库、日志、数据包、签发文件、操作记录与文件",
    ),
    "verify-backup": ("check this backup instead of the server", "改为核验此备份"),
    "backup": ("back the server up, also while it serves", "备份服务器（运行中也可）"),
    "backup-to": (
        "folder in which a new backup is put, or a file NAME.tar",
        "存放新备份的文件夹，或文件 NAME.tar",
    ),
    "keep": (
        "remove the oldest backups of this server in the folder beyond the N newest",
        "只保留文件夹中本服务器最新的 N 份备份",
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
    "restore": (
        "make a server out of a backup; it goes on under a new log",
        "由备份恢复服务器；日志以新名称继续",
    ),
    "restore-from": ("the backup: its folder, or the .tar", "备份：文件夹或 .tar 文件"),
    "restore-root-key": ("the root key's file", "根密钥文件"),
    "restore-keys": (
        "folder with the server's keys, where they are not in the backup and survived",
        "服务器密钥文件夹（备份中没有、但仍在时）",
    ),
    "new-keys": (
        "the server's keys are lost or in other hands: make new ones, and end the old ones",
        "服务器密钥已丢失或落入他人之手：生成新密钥，旧密钥作废",
    ),
    "let-in": (
        "let a device in that asks to come back (listed by confirm-restore); repeatable",
        "允许一台请求恢复的设备（confirm-restore 会列出），可重复",
    ),
    "confirm-restore": (
        "open a restored server's cases again, once what was lost has been entered anew",
        "补录丢失内容后，重新开放已恢复服务器的案例",
    ),
    "yes": ("confirm without being asked", "无需询问，直接确认"),
    "ask-backup-passphrase": ("Passphrase for the keys in the backup: ", "备份中密钥的口令："),
    # what was done
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
    "wrong-database": ("database: {which}", "数据库：{which}"),
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
    "restored": (
        "Restored {made} into {home}: log {origin} goes on from leaf {size} under trust document "
        "{number}, which is kept beside the root key as {record}.",
        "已将 {made} 的备份恢复到 {home}：日志以 {origin} 之名从第 {size} 条继续；信任文件第 "
        "{number} 号另存于根密钥旁：{record}。",
    ),
    "restored-next": (
        "Next: `serve`. Desks hand in again what they have receipts for and what they had not "
        "sent; nobody is given cases until you have entered anew what was done since the backup "
        "({made}) and run `confirm-restore`.",
        "下一步：运行 serve。评审端会重新提交已有回执和尚未发送的内容；请补录备份（{made}）之后的"
        "操作并运行 confirm-restore，此前不发放案例。",
    ),
    "confirm-what": (
        "Restored from the backup of {made}. What the operator did since then is lost; enter it "
        "anew before you go on:",
        "由 {made} 的备份恢复。此后操作员所做的操作已丢失；继续之前请补录：",
    ),
    "confirm-revocations": (
        "1. Devices that were revoked: `revoke` them again. Known now:",
        "1. 已撤销的设备：请再次运行 revoke。目前已知：",
    ),
    "confirm-row": (
        "   {kid}  {person}  {name}  last seen {seen}  {state}",
        "   {kid}  {person}  {name}  最近连接 {seen}  {state}",
    ),
    "device-known": ("in the backup", "备份中已有"),
    "device-asks": (
        "asks to come back; a replaced key signed its certificate: call its owner, then --let-in",
        "请求恢复；其证书由已更换的密钥签署：请先致电本人，再用 --let-in",
    ),
    "device-returned": ("handed back its certificate", "交回了证书"),
    "device-revoked": ("revoked from leaf {leaf}", "自第 {leaf} 条起撤销"),
    "confirm-rest": (
        "2. Imports, new people, assignments, openings and closings of rounds: run `status` and "
        "`people`, and compare.\n"
        "3. Invitations that were open in the backup are over: `invite --again ID` whoever has no "
        "device.",
        "2. 导入、新增人员、分配、开始和结束评审：运行 status 和 people 进行比对。\n"
        "3. 备份时尚未使用的邀请已失效：请对没有设备的人员运行 invite --again ID。",
    ),
    "confirm-ask": ("Type {word} when all is entered: ", "全部补录后请输入 {word}："),
    "confirm-no": ("Nothing was confirmed.", "未作确认。"),
    "confirmed": (
        "Confirmed: {devices:device|devices} may be given cases again. It is leaf {leaf} of the "
        "log.",
        "已确认：{devices} 台设备可再次取得案例。已记为日志第 {leaf} 条。",
    ),
    "status-restored": (
        "Restored from the backup of {made}; {waiting} is waiting: run `confirm-restore`.",
        "由 {made} 的备份恢复；{waiting} 有待确认：请运行 confirm-restore。",
    ),
    "waiting-all": ("everybody", "所有人"),
    "waiting-some": ("{count:device|devices}", "{count} 台设备"),
}
