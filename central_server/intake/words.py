"""The sentences for what an import found, in English and Chinese."""

from __future__ import annotations

from central_server.intake.findings import Finding, What
from central_server.plurals import Figure
from central_server.shown import in_a_line
from review_protocol.documents.text import Language

_SENTENCES: dict[What, tuple[str, str]] = {
    What.NOT_FOUND: ("there is no such file or folder", "找不到该文件或文件夹"),
    What.NOT_AN_ARCHIVE: (
        "this is neither a folder nor a readable .zip, .tar or .tar.gz; pack the folder again",
        "既不是文件夹，也不是可读取的 .zip、.tar 或 .tar.gz；请重新打包",
    ),
    What.UNSAFE_NAME: (
        "the name leads out of the folder; rename the file",
        "文件名指向文件夹之外；请重命名",
    ),
    What.A_LINK: (
        "this is a link or a device, not a file; put the file itself here",
        "这是链接或设备而非文件；请放入文件本身",
    ),
    What.ENCRYPTED_ARCHIVE: (
        "the archive has a password; pack it without",
        "压缩包设有密码；请不设密码重新打包",
    ),
    What.TOO_MANY_FILES: ("there are more than {0} files", "文件超过 {0} 个"),
    What.TOO_MUCH: ("it unpacks to more than {0} MiB", "解压后超过 {0} MiB"),
    What.TWICE_IN_ARCHIVE: ("the archive has this file twice", "压缩包中有两个同名文件"),
    What.FILE_TOO_LARGE: (
        "the file has {0} MiB, at most {1} are taken",
        "文件为 {0} MiB，最多 {1} MiB",
    ),
    What.NO_PROGRAMME: (
        "the programme's own file is missing; see docs/import-format.md",
        "缺少项目文件；见 docs/import-format.md",
    ),
    What.NO_CASES: ("there is not one case", "没有任何案例"),
    What.NO_CASE_FILE: ("case.json is missing", "缺少 case.json"),
    What.STRAY_FILE: (
        "nothing is expected here: a case has case.json and attachments/…",
        "此处不应有文件：案例只含 case.json 和 attachments/ 中的附件",
    ),
    What.LITTER: (
        "{0:file|files} that the operating system left: skipped",
        "已跳过操作系统遗留的 {0} 个文件",
    ),
    What.NOT_UTF8: (
        "the file is not UTF-8 (probably {0}; first at byte {1}); save it as UTF-8",
        "文件不是 UTF-8（可能是 {0}；首个错误在第 {1} 字节）；请另存为 UTF-8",
    ),
    What.NOT_JSON: (
        "the file is not JSON: line {0}, column {1}: {2}",
        "文件不是 JSON：第 {0} 行第 {1} 列：{2}",
    ),
    What.DUPLICATE_KEY: (
        "the key “{0}” occurs twice in one object; keep one",
        "同一对象中键“{0}”出现两次；请只保留一个",
    ),
    What.TOO_DEEP: (
        "the file is nested too deeply, or a number in it is too long",
        "文件嵌套过深，或其中的数字过长",
    ),
    What.BYTE_ORDER_MARK: ("a byte order mark was skipped", "已跳过字节顺序标记（BOM）"),
    What.NORMALISED: ("{0:text|texts} changed to NFC: {1}", "{0} 处文字已转为 NFC：{1}"),
    What.LINE_BREAKS: (
        "{0:text|texts} with line breaks, now spaces: {1}",
        "{0} 处文字内的换行已改为空格：{1}",
    ),
    What.INVISIBLE: (
        "invisible characters are in the text and were left there: {0}",
        "文字中有不可见字符，已原样保留：{0}",
    ),
    What.CONTROL_CHARACTER: (
        "control characters are in the text: {0}; remove them",
        "文字中有控制字符：{0}；请删除",
    ),
    What.SURROGATE: (
        "half a character (a lone surrogate) is in the text; type it again",
        "文字中有半个字符（孤立代理项）；请重新输入",
    ),
    What.MISSING: ("“{0}” is missing", "缺少“{0}”"),
    What.UNKNOWN_FIELD: ("“{0}” is not a field of the form", "表单中没有“{0}”这一字段"),
    What.NOT_ONE_OF: ("“{0}” is not one of {1}", "“{0}”不在可选值之内：{1}"),
    What.WRONG_FORM: (
        "“{0}” does not have the form {1}",
        "“{0}”不符合格式 {1}",
    ),
    What.WRONG_TYPE: ("“{0}” is not of the type {1}", "“{0}”的类型不是 {1}"),
    What.EMPTY: ("this must not be empty", "此处不能为空"),
    What.TOO_LONG: ("this is longer than {0}", "长度超过 {0}"),
    What.OUT_OF_RANGE: ("{0} is out of range (bound: {1})", "{0} 超出范围（界限：{1}）"),
    What.NO_LANGUAGE: (
        "zh and en are both null; give one of them",
        "zh 和 en 均为 null；请至少填写一个",
    ),
    What.OTHER: ("{0}", "{0}"),
    What.NUMBER_DIFFERS: (
        "the number {0} differs from the folder's name {1}",
        "编号 {0} 与文件夹名 {1} 不一致",
    ),
    What.NO_ORIGINAL: (
        "the original language “{0}” has no text in this case",
        "本案例没有原文语言“{0}”的文字",
    ),
    What.BLANK: ("this is only white space", "此处只有空白"),
    What.UNKNOWN_COUNTRY: (
        "“{0}” is not a code of the table of countries (regions)",
        "国家（地区）表中没有代码“{0}”",
    ),
    What.COUNTRY_NOT_FOUND: (
        "“{0}” is not in the table of countries (regions); it is shown as written",
        "国家（地区）表中没有“{0}”；按原文显示",
    ),
    What.TRANSLATION_WITHOUT_TEXT: (
        "{0} has no text in “{1}” that the secretariat could have translated",
        "{0} 没有“{1}”文字，不可能由秘书处翻译",
    ),
    What.AREA_WITHOUT_PANEL: ("no panel has the area “{0}”", "没有评审组负责领域“{0}”"),
    What.AREA_IN_TWO_PANELS: (
        "the area “{0}” is in two panels",
        "领域“{0}”分属两个评审组",
    ),
    What.CODE_TWICE: ("“{0}” occurs twice", "“{0}”出现两次"),
    What.ATTACHMENT_MISSING: (
        "“{0}” is listed but is not in the attachments folder",
        "已列出“{0}”，但 attachments 文件夹中没有",
    ),
    What.ATTACHMENT_NOT_LISTED: (
        "this attachment is not listed in case.json",
        "case.json 中未列出此附件",
    ),
    What.ATTACHMENT_TWICE: ("“{0}” is listed twice", "“{0}”列出两次"),
    What.ATTACHMENT_SHARED: (
        "this is the very same file as one of {0}; a file belongs to one case only",
        "与 {0} 的文件相同；一个文件只能属于一个案例",
    ),
    What.NOT_A_PDF: (
        "this is not a PDF, whatever its name says",
        "无论文件名如何，这不是 PDF",
    ),
    What.CUT_OFF_PDF: (
        "the PDF is cut off: its end is missing; copy it again",
        "PDF 不完整：缺少结尾；请重新复制",
    ),
    What.UNKNOWN_ZONE: (
        "“{0}” is not a time zone, such as Asia/Shanghai",
        "“{0}”不是时区，例如 Asia/Shanghai",
    ),
    What.NOT_A_TIME: (
        "“{0}” is not a time, such as 2026-07-31T18:00",
        "“{0}”不是时间，例如 2026-07-31T18:00",
    ),
    What.MIDNIGHT: (
        "{0} is midnight in {1}, which people take for two different days; take 18:00 or 23:59",
        "{0} 在 {1} 是零点，容易误认日期；请改为 18:00 或 23:59",
    ),
    What.CLOSES_FIRST: (
        "the round closes ({1}) before it opens ({0})",
        "本轮截止（{1}）早于开始（{0}）",
    ),
    What.ROUNDS_NOT_IN_ORDER: (
        "the rounds are numbered {0}, not 1, 2, … in order",
        "轮次编号为 {0}，应依次为 1、2、……",
    ),
    What.NO_SUCH_ROUND: ("there is no round {0}", "没有第 {0} 轮"),
    What.OTHER_SCALE: (
        "marks would run from {0} to {1}; this version takes {2}",
        "分值范围为 {0}–{1}；本版本只接受 {2}",
    ),
    What.OTHER_CRITERIA: (
        "the criteria are {0}; each of the three, {1}, has to be there once",
        "评审标准为 {0}；三项标准 {1} 须各出现一次",
    ),
    What.NOT_A_PAIR: (
        "a term is a pair: first in Chinese, then in English",
        "术语须成对填写：先中文，后英文",
    ),
    What.NOT_A_ROW: (
        "a row is the code, the Chinese name, the English name, and then other names; it has {0}",
        "每行依次为代码、中文名、英文名及其他名称；此行有 {0} 项",
    ),
    What.NOT_CHINESE: (
        "“{0}” has no Chinese character; Chinese comes first, then English",
        "“{0}”中没有汉字；应先写中文，后写英文",
    ),
    What.NAMES_TWO: (
        "“{0}” names both {1} and {2}; a name belongs to one country (region)",
        "“{0}”同时指 {1} 和 {2}；一个名称只能属于一个国家（地区）",
    ),
    What.RUBRIC_IN_USE: (
        "a round has been opened, so this can no longer change; it differs from what was issued",
        "已有轮次开始，不能再更改；与已下发的内容不同",
    ),
    What.ROUND_IN_USE: (
        "round {0} has been opened; its dates change by `extend-round` and `close-round` only",
        "第 {0} 轮已开始；日期只能用 extend-round 和 close-round 更改",
    ),
    What.CASE_WITHDRAWN: (
        "its applicant withdrew this case; it is left out",
        "申报单位已撤回申报；未导入",
    ),
}


def sentence(finding: Finding, language: Language) -> str:
    """One line: file, field, and what is the matter."""
    chinese = language is Language.ZH
    facts = finding.facts
    if chinese and finding.what is What.NOT_ONE_OF:
        facts = (facts[0], facts[1].replace(" or ", "、").replace(", ", "、"))
    text = _SENTENCES[finding.what][int(chinese)].format(*map(Figure, facts))
    colon, comma, stop = ("：", "，", "。") if chinese else (": ", ", ", ".")
    place = in_a_line(finding.file)
    if finding.field:
        place += f"{comma}字段 {finding.field}" if chinese else f"{comma}field {finding.field}"
    return f"{place}{colon}{text}{stop}"
