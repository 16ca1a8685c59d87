"""What the command line says about what every command takes, and mistakes in the arguments."""

from __future__ import annotations

# key: English, Chinese
EVERYWHERE: dict[str, tuple[str, str]] = {
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
    "version": ("show the version and leave", "显示版本"),
    "usage": ("usage: ", "用法："),
    "commands": ("commands", "命令"),
    "options": ("of this command", "本命令的选项"),
    "everywhere": ("of every command", "通用选项"),
    "see-help": (" See `{command} --help`.", "详见 {command} --help。"),
    "reason": ("why; it is recorded", "原因（将记录）"),
}
