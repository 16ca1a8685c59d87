"""What `reviewer-app verify` says, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import Recommendation
from reviewer_app.reports.defence_words import state_name
from reviewer_app.reports.words import recommendation_name
from reviewer_app.services.defending.dispute_record import Standing
from reviewer_app.terminal import ZH
from reviewer_app.verifying.found import Fault

FAULTS: Mapping[Fault, tuple[str, str]] = {
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

WORDS: Mapping[str, tuple[str, str]] = {
    "none": (
        "{folder} is no evidence folder: root.pem and trust.envelope.json are not there.",
        "{folder} 不是证据文件夹：其中没有 root.pem 与 trust.envelope.json。",
    ),
    "device": ("The device {device} was certified.", "设备{device}持有证书。"),
    "devices": (
        "The packets were signed on {count} devices of several people. The server certified each, "
        "and each certificate is in the log.",
        "这些数据包由多人的{count}台设备签名；每台设备均由服务器颁发证书，各证书均已载入日志。",
    ),
    "recomputed": (
        "Computed again from the packets and the rules {rules}: what counts of {case}, and which "
        "decision stands.",
        "由数据包与规则{rules}重新得出：{case}的哪些评分计入，哪个决定现行有效。",
    ),
    "scores": (
        "      Scores and amendments: {count}. {standings}.",
        "      评分与修改共{count}份：{standings}。",
    ),
    "decided": (
        "      The decision that stands: {outcome} (round {round}, entry no. {leaf}).",
        "      现行决定：{outcome}（第{round}轮，日志第{leaf}条）。",
    ),
    "undecided": ("      No decision stands.", "      没有现行决定。"),
    "left_out": (
        "note  {count} packet(s) could not be verified by who wrote this folder: not in it.",
        "注意  {count}个数据包未能由制作者核验，未收入本文件夹。",
    ),
    "pages": (
        "note  {files}: pages to read. Nobody signed them, and they prove nothing by themselves: "
        "what holds is said here.",
        "注意  {files}：供人阅读的页面，无人签名，本身不作证明；以此处所列为准。",
    ),
    "packet": (
        "ok    {folder}: {kind}{case}, received {received}, entry no. {leaf} of {log_size}, "
        "{disposition}",
        "正确  {folder}：{kind}{case}，{received}收到，日志第{leaf}条（共{log_size}条），"
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
        "全部核验通过：共{count}个数据包，均由持证设备签名并由日志收录。",
    ),
    "faults": ("{count} thing(s) wrong.", "{count}处有误。"),
}

_KINDS: Mapping[str, tuple[str, str]] = {
    "acceptance": ("acceptance of the invitation", "接受邀请"),
    "agreement": ("agreement of a second member of staff", "第二名秘书处成员的同意"),
    "amendment": ("amended score", "修改后的评分"),
    "approval": ("answer to a citation", "对入选评语的答复"),
    "case-figures": ("the head’s figures", "主任签署的案例数字"),
    "citation": ("citation", "入选评语"),
    "comparison": ("the head’s comparison", "主任签署的比较结果"),
    "confirmation": ("confirmation of a device", "设备确认"),
    "decision": ("decision", "决定"),
    "declaration": ("declaration on conflicts of interest", "利益冲突声明"),
    "discussion": ("contribution to the discussion", "讨论发言"),
    "erasure": ("erasure after the round", "本轮结束后的清除"),
    "expert-request": ("request for another expert", "增请专家"),
    "facts": ("facts stated beside the score", "对客观情况的说明"),
    "final-list": ("final list", "最终名单"),
    "long-list": ("long list", "长名单"),
    "question": ("question to the secretariat", "向秘书处提问"),
    "recusal": ("recusal", "回避"),
    "resolution": ("choice between two signed scores", "两份评分之间的选定"),
    "rotation": ("change of key", "更换密钥"),
    "round": ("end or reopening of a round", "结束或重开一轮"),
    "ruling": ("ruling of staff", "秘书处裁定"),
    "score": ("score", "评分"),
    "score-opening": ("opening of scores before the end", "提前查看评分"),
    "withdrawal": ("withdrawal of a score", "撤回评分"),
}
_STANDINGS: Mapping[Standing, tuple[str, str]] = {
    Standing.COUNTS: ("{count} count", "{count}份计入"),
    Standing.CANNOT_JUDGE: (
        "{count} count in the criteria that they answer",
        "{count}份只计入已回答的标准",
    ),
    Standing.OTHER_ROUND: ("{count} of a round that does not count", "{count}份属于不计入的轮次"),
    Standing.SUPERSEDED: ("{count} replaced by a later one", "{count}份已被取代"),
    Standing.WITHDRAWN: ("{count} withdrawn", "{count}份已撤回"),
    Standing.RECUSED: ("{count} recused", "{count}份因回避不计入"),
    Standing.HELD: ("{count} not counted by the log", "{count}份日志未计入"),
}


def kind_name(kind: str, language: int) -> str:
    """What a packet is; a kind that is not known yet stands as its code."""
    return _KINDS.get(kind, (kind, kind))[language]


def disposition_name(disposition: str, language: int) -> str:
    """Whether the log counts a packet, and why not."""
    state, _, reason = disposition.partition(":")
    if disposition == Disposition.COUNTED:
        return ("counted", "计入")[language]
    told = state_name("held" if state == "held" else "not_counted", reason)
    return told.zh if language == ZH else told.en[:1].lower() + told.en[1:]


def outcome_name(outcome: str, language: int) -> str:
    """What was decided."""
    told = recommendation_name(Recommendation(outcome).value)
    return told.zh if language == ZH else told.en


def standings_told(scores: Mapping[str, int], language: int) -> str:
    """How many scores stand how: ``4 count, 1 recused``."""
    told = (
        _STANDINGS[each][language].format(count=scores[each]) for each in Standing if each in scores
    )
    return ("、" if language == ZH else ", ").join(told)
