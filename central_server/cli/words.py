"""What the command line says, in English and in Chinese."""

from __future__ import annotations

import os
from collections.abc import Mapping

from central_server.cli.words_devices import DEVICES
from central_server.cli.words_escrow import ESCROW
from central_server.cli.words_files import FILES
from central_server.cli.words_keeping import KEEPING
from central_server.cli.words_notices import NOTICES
from central_server.cli.words_secrecy import SECRECY
from central_server.plurals import Figure
from review_protocol.documents.text import Language

# key: English, Chinese; the same facts are named in both
_OWN: dict[str, tuple[str, str]] = {
    # help
    "about": (
        "The reference central server of a review programme: found it, import the applications, "
        "invite people, assign, open the round, serve.",
        "评审项目中央服务器（参考实现）：建立、导入案例、邀请人员、分配、开始一轮评审、提供服务。",
    ),
    "help": ("show this help and leave", "显示帮助"),
    "home": (
        "the server's folder (default: $CENTRAL_SERVER_HOME, or ./central-server-home)",
        "服务器文件夹（默认 $CENTRAL_SERVER_HOME 或 ./central-server-home）",
    ),
    "lang": ("language of the messages (default: from LANG)", "消息语言（默认取自 LANG）"),
    "commands": ("commands", "命令"),
    "options": ("options", "选项"),
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
    "import": ("import a programme and its cases", "导入项目与案例"),
    "import-path": (
        "folder, .zip, .tar or .tar.gz in the form of docs/import-format.md",
        "docs/import-format.md 所述格式的文件夹、.zip、.tar 或 .tar.gz",
    ),
    "invite": ("invite one person, or many from a file", "邀请一人，或按文件邀请多人"),
    "name": ("the person's name", "姓名"),
    "role": ("what the person is", "角色"),
    "panel": ("code of the panel (a chair needs one)", "评审组代码（组长必填）"),
    "organisation": ("an organisation of theirs (again for more)", "所属机构（可重复）"),
    "country": ("code of their country (region), such as KE", "国家（地区）代码，例如 KE"),
    "languages": ("languages they read: zh,en", "可阅读的语言：zh,en"),
    "areas": (
        "areas they review, with commas (default: all)",
        "评审领域，逗号分隔（默认全部）",
    ),
    "email": ("their address", "电子邮箱"),
    "from": ("people.json with many people", "含多人的 people.json"),
    "again": (
        "id of somebody known: one more invitation, for another device",
        "已有人员的编号：再发一份邀请，用于另一台设备",
    ),
    "letter": ("write the letter's file of the one person here", "将此人的邀请函文件写到此处"),
    "letters": ("write everybody's letter files into this folder", "将邀请函文件写入此文件夹"),
    "server": ("address that the letters name, such as https://…", "邀请函所写的服务器地址"),
    "days": ("days until the code expires (default 30)", "邀请码有效天数（默认 30）"),
    "people": (
        "list everybody, with the state of their invitation",
        "列出所有人员及其邀请状态",
    ),
    "devices": (
        "list every device: key id, person, leaf of its certificate, leaf from which it is revoked",
        "列出所有设备：密钥编号、人员、证书所在日志条目、撤销起点",
    ),
    "revoke": (
        "revoke a device; what it signed from a leaf of the log on is held",
        "撤销设备；自日志某条起由其签署的内容留待处理",
    ),
    "kid": ("the device's key id, d-…", "设备密钥编号，d-…"),
    "from-leaf": (
        "first leaf that is doubted; the leaf of the last packet recognised, plus one",
        "首个存疑的日志条目：评审人确认的最后一份数据包的条目号加一",
    ),
    "assign": ("give the round's cases the reviews that they lack", "为本轮案例补足评审人"),
    "round": ("number of the round", "轮次"),
    "reviews": ("reviews a case (default: the round's)", "每个案例的评审数（默认按轮次设定）"),
    "most": ("most cases for one expert", "每位专家最多的案例数"),
    "seed": (
        "hex seed of the draw (default: drawn and recorded)",
        "抽签种子（十六进制；默认随机）",
    ),
    "repeat": (
        "also give people cases that they had in an earlier round",
        "允许再次评审前一轮评过的案例",
    ),
    "open-round": ("open a round, or move its deadline", "开始一轮评审，或更改截止时间"),
    "closes": (
        "deadline such as 2026-07-31T23:00, in the programme's zone unless it names its own",
        "截止时间，例如 2026-07-31T23:00；未注明时区则按项目时区",
    ),
    "close-round": (
        "close a round: later packets are held",
        "结束一轮评审：此后的评分将留待处理",
    ),
    "before-deadline": (
        "close it before its deadline, as the operator's own act, without two members of staff; "
        "everybody is told, with the reason",
        "由操作员自行在截止时间前结束（不经两名秘书处成员）；将连同原因通知所有人员",
    ),
    "reason": ("why; it is recorded", "原因（将记录）"),
    "serve": ("answer the reviewers' desks", "为评审端提供服务"),
    "status": ("what there is, in figures", "概况与数字"),
    "log": ("the append-only log", "只增日志"),
    "log-verify": ("check every leaf, checkpoint, packet and receipt", "逐一核验日志"),
    "host": ("address to listen on (default 127.0.0.1)", "监听地址（默认 127.0.0.1）"),
    "port": ("port, 0 for any free one (default 0)", "端口，0 为任意空闲端口（默认 0）"),
    "port-file": ("write the port here once it listens", "监听后将端口写入此文件"),
    "certfile": ("TLS certificate chain (PEM)", "TLS 证书链（PEM）"),
    "keyfile": ("its private key (PEM)", "TLS 私钥（PEM）"),
    "behind-proxy": ("a proxy in front speaks TLS", "由前置代理负责 TLS"),
    "limit": ("{what} (default {usual}; 0: no limit)", "{what}（默认 {usual}；0 为不限）"),
    "requests-per-minute": ("most requests of one device a minute", "每台设备每分钟请求数上限"),
    "packets-per-hour": ("most packets of one device an hour", "每台设备每小时数据包上限"),
    "address-requests-per-minute": (
        "most requests of one address a minute",
        "每个地址每分钟请求数上限",
    ),
    "stored-packets": ("most packets kept of one device", "每台设备保存的数据包上限"),
    "stored-mib": ("most MiB kept of one device", "每台设备保存的 MiB 上限"),
    "key-open": (
        "Warning: others on this machine can read {path}: chmod 600 it.",
        "警告：本机其他用户可读取 {path}：请执行 chmod 600。",
    ),
    # what was done
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
    "invited": ("{person}  {role}  {code}  {name}", "{person}  {role}  {code}  {name}"),
    "invited-all": (
        "{count:invitation|invitations}, good until {expires}.{letters}",
        "{count} 份邀请，有效期至 {expires}。{letters}",
    ),
    "letters-written": (" Letters in {folder}.", "邀请函在 {folder}。"),
    "people-count": ("{count:person|people}.", "共 {count} 人。"),
    "people-refused": (
        "{person}: a code of theirs was refused {count:time|times} (on another computer, or with "
        "a wrong secret). Ask whether it was they; if not, see `devices` and `revoke`.",
        "{person}：其邀请码有 {count} 次使用被拒绝（来自另一台电脑，或邀请码不完整）。"
        "请向本人核实；若非本人，请用 devices 与 revoke。",
    ),
    "devices-count": ("{count:device|devices}.", "共 {count} 台设备。"),
    "revoked": (
        "{kid} is revoked from leaf {from_leaf} on; "
        "{held:packet that counted is|packets that counted are} held now.",
        "{kid} 自第 {from_leaf} 条起已撤销；{held} 份原已计入的数据包改为留待处理。",
    ),
    "revoked-too": (
        "{kid}, a key that it had given itself since, is revoked with it.",
        "{kid}是该设备其后自行更换的密钥，一并撤销。",
    ),
    "assigned": (
        "Round {round}: {added:review|reviews} given; {cases:case|cases}, {wanted:review|reviews} "
        "each, {reviewers:expert|experts} with {fewest} to {most:case|cases}; {ties} with the "
        "applicant's country. Seed {seed}.",
        "第 {round} 轮：分配 {added} 次评审；{cases} 个案例，每个 {wanted} 次，"
        "{reviewers} 位专家各 {fewest} 至 {most} 个案例；其中 {ties} 次与申报方同国。种子 {seed}。",
    ),
    "islands": (
        "The experts fall into {count:group|groups} that share no case: their scores cannot "
        "be compared.",
        "专家分为 {count} 组，彼此没有共同案例：评分无法相互比较。",
    ),
    "unmet": (
        "{case} has {found} of {wanted:review|reviews}; {eligible:expert|experts} may review it.",
        "{case} 只有 {found} / {wanted} 次评审；可评专家 {eligible} 位。",
    ),
    "unmet-act": (
        "{count:case lacks|cases lack} reviews: invite experts who read their language and "
        "area, raise --most, or lower --reviews; then run `assign` again.",
        "{count} 个案例评审不足：请邀请能阅读其语言、熟悉其领域的专家，提高 --most 或降低 "
        "--reviews，然后再次运行 assign。",
    ),
    "opened": (
        "Round {round} is open until {local} ({zone}), which is {utc}.",
        "第 {round} 轮已开始，截止 {local}（{zone}），即 {utc}。",
    ),
    "opened-lacking": (
        "{count:case has|cases have} fewer reviewers than {wanted}: run `assign --round {round}`.",
        "{count} 个案例的评审人不足 {wanted} 位：请运行 assign --round {round}。",
    ),
    "closed": (
        "Round {round} was closed at {utc}; what arrives from now on is held.",
        "第 {round} 轮已于 {utc} 结束；此后到达的评分留待处理。",
    ),
    "status-none": ("No programme was imported yet.", "尚未导入项目。"),
    "status-programme": ("{name}, {year}{sample}", "{name}，{year}{sample}"),
    "status-sample": (" (rubric: sample)", "（评分标准：示例）"),
    "status-cases": ("Cases: {count} ({areas}).", "案例：{count}（{areas}）。"),
    "status-people": (
        "People: {count} ({roles}); enrolled {enrolled}, declined {declined}.",
        "人员：{count}（{roles}）；已启用 {enrolled}，已谢绝 {declined}。",
    ),
    "status-round": (
        "Round {round}: {state}, closes {closes}; {assigned:review|reviews} assigned, "
        "{received:score|scores} counted, {held:packet|packets} held.",
        "第 {round} 轮：{state}，截止 {closes}；已分配 {assigned} 次评审，计入评分 {received} 份，"
        "留待处理 {held} 份。",
    ),
    "state-waiting": ("not opened", "未开始"),
    "state-open": ("open", "进行中"),
    "state-closed": ("closed", "已结束"),
    "status-log": (
        "Log {origin}: {size:leaf|leaves}. Files: {files}, {kib} KiB encrypted.",
        "日志 {origin}：{size} 条。文件：{files} 个，加密后 {kib} KiB。",
    ),
    "status-full": (
        "Device {kid} has {count:packet|packets} ({mib} MiB) stored, nearly all that one "
        "may or more: ask its reviewer what sends them, or raise serve's --stored-packets or "
        "--stored-mib.",
        "设备 {kid} 已保存 {count} 份数据包（{mib} MiB），接近或超过上限：请向评审人了解原因，"
        "或提高 serve 的 --stored-packets 或 --stored-mib。",
    ),
    "verified": (
        "The log is right: {leaves:leaf|leaves}, {checkpoints:checkpoint|checkpoints}, "
        "{packets:packet with its receipt|packets with their receipts}. Root {root}.",
        "日志无误：{leaves} 条，检查点 {checkpoints} 个，数据包及回执 {packets} 份。根 {root}。",
    ),
}
TABLES = (_OWN, DEVICES, KEEPING, ESCROW, FILES, NOTICES, SECRECY)
WORDS = {key: both for table in TABLES for key, both in table.items()}


def say(language: Language, key: str, **facts: object) -> str:
    """One sentence."""
    figures = {name: Figure(fact) for name, fact in facts.items()}
    return WORDS[key][int(language is Language.ZH)].format(**figures)


def language_from(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the operator's terminal."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return Language.ZH if environment[name].startswith("zh") else Language.EN
    return Language.EN
