"""What the command line says about what comes after a loss: restore, confirm-restore."""

from __future__ import annotations

# key: English, Chinese
RESTORING: dict[str, tuple[str, str]] = {
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
    "confirm-nobody": ("   no device", "   没有设备"),
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
