"""What the command line says about devices and their six words."""

from __future__ import annotations

# key: English, Chinese
DEVICES: dict[str, tuple[str, str]] = {
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
    "confirm-device": (
        "confirm a device whose six words its person read to you over the telephone",
        "核对本人在电话中读出的六个核对词，确认其设备",
    ),
    "six-words": (
        "the six words that you heard (else asked)",
        "您听到的六个核对词（否则询问）",
    ),
    "devices-count": ("{count:device|devices}.", "共 {count} 台设备。"),
    "device-awaits": ("  awaits six words: {own}\n    {other}", "  待核对：{own}\n    {other}"),
    "confirm-whose": (
        "{kid} of {name} ({person}). Call that person, at a number that you know, and have the six "
        "words read to you: they stand in their app. Say none of them yourself.",
        "{kid}，属于{name}（{person}）。请用已知号码致电本人，请其读出应用中显示的六个核对词；"
        "您自己不要先读。",
    ),
    "ask-words": (
        "The six words as you hear them, three letters of each are enough: ",
        "您听到的六个核对词（汉字、拼音或英文均可）：",
    ),
    "device-confirmed": (
        "{kid} of {name} is confirmed: its next sync brings what was withheld. It is leaf {leaf} "
        "of the log.",
        "已确认{name}的设备 {kid}：下次同步即可获得此前未发放的内容。已记为日志第 {leaf} 条。",
    ),
    "revoked": (
        "{kid} is revoked from leaf {from_leaf} on; "
        "{held:packet that counted is|packets that counted are} held now.",
        "{kid} 自第 {from_leaf} 条起已撤销；{held} 份原已计入的数据包改为留待处理。",
    ),
    "revoked-too": (
        "{kid}, a key that it had given itself since, is revoked with it.",
        "{kid}是该设备其后自行更换的密钥，一并撤销。",
    ),
}
