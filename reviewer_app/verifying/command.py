"""The command `reviewer-app verify FOLDER`: is this evidence true?"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from reviewer_app.terminal import language_of, shown
from reviewer_app.verifying.folder import verified_folder
from reviewer_app.verifying.found import Fault, NoEvidence, Verified, Wrong

RIGHT, WRONG, NOT_CHECKED = 0, 1, 2

_FAULTS: Mapping[Fault, tuple[str, str]] = {
    Fault.MISSING: ("is missing", "缺失"),
    Fault.UNREADABLE: ("cannot be read", "无法读取"),
    Fault.ALTERED: ("is not as it was written", "与写入时不一致"),
    Fault.UNLISTED: ("does not belong to the evidence", "不属于该证据"),
    Fault.ROOT_KEY: ("is no root key", "不是根密钥"),
    Fault.TRUST: ("is not signed by the root key", "不是由根密钥签名"),
    Fault.CERTIFICATE: ("is no certificate of the server", "不是服务器颁发的证书"),
    Fault.CERTIFICATE_RECEIPT: (
        "does not prove that the certificate is in the log",
        "不能证明证书已载入日志",
    ),
    Fault.SIGNATURE: ("is not signed by the certified device", "不是由持证设备签名"),
    Fault.OTHER_DEPLOYMENT: ("belongs to another programme", "属于另一项目"),
    Fault.RECEIPT: (
        "does not prove that the log took this packet",
        "不能证明日志已收录该数据包",
    ),
    Fault.CHANGE: (
        "does not prove that the log changed how this packet stands",
        "不能证明日志更改了该数据包的状态",
    ),
    Fault.DRAW: (
        "does not prove that reviews were given out by this record",
        "不能证明评审系按该记录分配",
    ),
    Fault.DOCUMENT: (
        "is not the document that its name says",
        "与文件名所示文件不符",
    ),
    Fault.CONTRADICTS: (
        "does not say what the signed original beside it says",
        "与旁边的签名原件不符",
    ),
    Fault.NO_PACKETS: ("holds no packet", "不含任何数据包"),
}

_WORDS: Mapping[str, tuple[str, str]] = {
    "none": (
        "{folder} is no evidence folder: root.pem and trust.envelope.json are not there.",
        "{folder} 不是证据文件夹：其中没有 root.pem 与 trust.envelope.json。",
    ),
    "device": ("The device {device} was certified.", "设备 {device} 持有证书。"),
    "devices": (
        "The evidence of several people: {count} devices were certified.",
        "本证据涉及多人：{count} 台设备持有证书。",
    ),
    "packet": (
        "ok    {folder}: {kind}{case}, received {received}, entry no. {leaf} of {log_size}, "
        "{disposition}",
        "正确  {folder}：{kind}{case}，{received} 收到，日志第 {leaf} 条（共 {log_size} 条），"
        "{disposition}",
    ),
    "wrong": ("WRONG {file} {fault}", "错误  {file} {fault}"),
    "note": (
        "note  {name} is not the one that this version of the app writes; it was not used",
        "注意  {name} 与本版软件写出的不同；核验未使用该文件",
    ),
    "shown": (
        "Shown to this reviewer in this order: criteria {criteria}; cases {cases}.",
        "该评审人所见的顺序：标准 {criteria}；案例 {cases}。",
    ),
    "root": (
        "Root key, SHA-256: {root}\nCompare it with the one that the organiser published.",
        "根密钥 SHA-256：{root}\n请与组织方公布的指纹核对。",
    ),
    "right": (
        "All is right: {count} packet(s), each signed by a certified device and taken by the log.",
        "全部核验通过：共 {count} 个数据包，均由持证设备签名并由日志收录。",
    ),
    "faults": ("{count} thing(s) wrong.", "{count} 处有误。"),
}


def main(argv: Sequence[str]) -> int:
    """0 where all is right, 1 where something is wrong, 2 where nothing could be checked."""
    asked = _parser().parse_args(argv)
    language = language_of(asked.language)
    try:
        found = verified_folder(asked.folder)
    except (NoEvidence, OSError):
        if asked.json:
            _tell(json.dumps({"right": False, "checked": False, "folder": str(asked.folder)}))
        sys.stderr.write(_say("none", language, folder=str(asked.folder)) + "\n")
        return NOT_CHECKED
    if asked.json:
        _tell(json.dumps(_facts(asked.folder, found), ensure_ascii=False, indent=1))
    else:
        _tell(*_lines(found, language))
    return WRONG if found.wrong else RIGHT


def _tell(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer-app verify",
        description="Verify a folder of evidence, without a profile and without a network.",
        epilog="Exit code: 0 all is right, 1 something is wrong, 2 nothing could be checked.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the evidence")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--language", choices=("en", "zh_CN"), help="by default the locale's")
    return parser


def _lines(found: Verified, language: int) -> list[str]:
    lines = [_wrong(each, language) for each in found.wrong]
    for packet in found.packets:
        case = "" if packet.case is None else f" {packet.case}"
        lines.append(_say("packet", language, **{**asdict(packet), "case": case}))
    lines += [_say("note", language, name=name) for name in found.notes]
    lines.append("")
    if found.device:
        lines.append(_say("device", language, device=found.device))
    elif found.devices:
        lines.append(_say("devices", language, count=len(found.devices)))
    if found.shown is not None:
        orders = {name: ", ".join(order) for name, order in asdict(found.shown).items()}
        lines.append(_say("shown", language, **orders))
    if found.root_sha256:
        lines.append(_say("root", language, root=found.root_sha256))
    if found.wrong:
        lines.append(_say("faults", language, count=len(found.wrong)))
    else:
        lines.append(_say("right", language, count=len(found.packets)))
    return lines


def _wrong(wrong: Wrong, language: int) -> str:
    return _say("wrong", language, file=wrong.file, fault=_FAULTS[wrong.fault][language])


def _facts(folder: Path, found: Verified) -> dict[str, object]:
    return {"right": not found.wrong, "checked": True, "folder": str(folder), **asdict(found)}


def _say(key: str, language: int, **facts: object) -> str:
    return _WORDS[key][language].format(**{name: shown(fact) for name, fact in facts.items()})
