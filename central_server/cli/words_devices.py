"""What the command line says about devices and their six words."""

from __future__ import annotations

# key: English, Chinese
DEVICES: dict[str, tuple[str, str]] = {
    "confirm-devices": (
        "release nothing to any new device before its six words were read to you (confirm-device)",
        "任何新设备须由本人读出六个核对词（confirm-device）后，方可获得内容",
    ),
    "confirm": (
        "the same for new devices of these people only",
        "仅对这些人员的新设备作同样要求",
    ),
    "confirm-device": (
        "confirm a device whose six words its person read to you over the telephone",
        "核对本人在电话中读出的六个核对词，确认其设备",
    ),
    "six-words": (
        "the six words that you heard (else asked)",
        "您听到的六个核对词（否则询问）",
    ),
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
}
