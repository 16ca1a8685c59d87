"""What the command line says about people: invite, people, name-deputy, pseudonyms."""

from __future__ import annotations

# key: English, Chinese
PEOPLE: dict[str, tuple[str, str]] = {
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
    "deputy": (
        "deputy of the panel's chair or of the head: decides the cases that are withheld from them",
        "组长或评审委员会主任的副手：决定其须回避或尚未评分的案例",
    ),
    "from": ("people.json with many people", "含多人的 people.json"),
    "again": (
        "id of somebody who is there: one more invitation, for another device or a lost letter",
        "已有人员的编号：再发一份邀请，用于另一台设备或遗失邀请函时",
    ),
    "letter": ("write the letter's file of the one person here", "将此人的邀请函文件写到此处"),
    "letters": ("write everybody's letter files into this folder", "将邀请函文件写入此文件夹"),
    "server": ("address that the letters name, such as https://…", "邀请函所写的服务器地址"),
    "days": ("days until the code expires (default 30)", "邀请码有效天数（默认 30）"),
    "confirm": (
        "release nothing to their new devices before the six words were read to you "
        "(confirm-device)",
        "其新设备须由本人读出六个核对词（confirm-device）后，方可获得内容",
    ),
    "name-deputy": (
        "make a chair or a head who is there the deputy of the other, or end that; logged",
        "指定已有的组长或评审委员会主任为另一位的副手，或予以取消；记入日志",
    ),
    "deputy-whom": ("id or name, as `people` lists them", "编号或姓名（见 people 所列）"),
    "deputy-no-more": (
        "they are no deputy any more, and decide for themselves",
        "不再担任副手，由本人决定",
    ),
    "deputy-named": (
        "{name} ({person}) is a deputy now; `people` shows it.",
        "{name}（{person}）现为副手，people 可见。",
    ),
    "deputy-ended": (
        "{name} ({person}) is a deputy no more.",
        "{name}（{person}）不再担任副手。",
    ),
    "namesake": (
        "this is another person than the one of the same name who is there already",
        "此人与已有的同名人员并非同一人",
    ),
    "only-new": (
        "pass over those of the file who are there already, and invite the others",
        "略过文件中已有的人员，只邀请其余人员",
    ),
    "people": (
        "list everybody, with the state of their invitation",
        "列出所有人员及其邀请状态",
    ),
    "pseudonyms": (
        "write who is which number, for a reason; that it was done stays in the log",
        "写出专家编号与姓名的对照表；须说明原因，并记入日志",
    ),
    "key-file": ("where to write the key (a new file)", "对照表文件（新文件）"),
    "invited": ("{person}  {role}  {code}  {name}", "{person}  {role}  {code}  {name}"),
    "invited-not": (
        "{count:person was|people were} there already and passed over.",
        "已略过已有人员 {count} 人。",
    ),
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
    "key-opened": (
        "The key is in {path}, readable by you alone; that it was opened is in the log, with the "
        "reason. Delete the file when it is not needed any more.",
        "对照表在 {path}，仅您可读；开启一事连同原因已记入日志。用毕请删除该文件。",
    ),
}
