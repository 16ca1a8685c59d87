"""What the command line says about looking and serving: status, log, serve."""

from __future__ import annotations

# key: English, Chinese
LOOKING: dict[str, tuple[str, str]] = {
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
    "role-reviewer": ("reviewer", "评审专家"),
    "role-chair": ("chair", "组长"),
    "role-head": ("head", "主任"),
    "role-staff": ("staff", "秘书处"),
    "area-infrastructure": ("infrastructure", "基础设施"),
    "area-culture": ("culture", "文化"),
    "area-economy": ("economy", "经济"),
    "area-security": ("security", "安全"),
    "area-governance": ("governance", "治理"),
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
