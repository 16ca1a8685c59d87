"""What `reviewer-app compare` says, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer_app.comparing import TableProblem

PROBLEMS: Mapping[TableProblem, tuple[str, str]] = {
    TableProblem.UNREADABLE: (
        "{file} cannot be read: look whether it is there and may be read.",
        "无法读取 {file}：请确认文件存在且有读取权限。",
    ),
    TableProblem.NO_TEXT: (
        "{file} is not in UTF-8: save it as “CSV UTF-8”.",
        "{file} 不是 UTF-8 编码：请另存为“CSV UTF-8”。",
    ),
    TableProblem.NO_COLUMN: (
        "{file}: the first line names no column “{column}”; case, expert and score are needed.",
        "{file}：首行没有“{column}”列；需要 case、expert、score 三列。",
    ),
    TableProblem.COLUMN_TWICE: (
        "{file}: the first line names the column “{column}” twice; rename one.",
        "{file}：首行有两个“{column}”列；请改名其中一个。",
    ),
    TableProblem.NO_NAME: (
        "{file}, line {line}: the column “{column}” is empty; a score needs its case and expert.",
        "{file} 第 {line} 行：“{column}”列为空；每个分数都须注明案例与专家。",
    ),
    TableProblem.NO_NUMBER: (
        "{file}, line {line}: “{value}” in the column “{column}” is no number; write 7 or 7.5, "
        "or leave it empty.",
        "{file} 第 {line} 行：“{column}”列的“{value}”不是数字；请写 7 或 7.5，或留空。",
    ),
    TableProblem.NO_SCORE: (
        "{file} holds no score in the column “score”.",
        "{file} 的 score 列没有任何分数。",
    ),
}

WORDS: Mapping[str, tuple[str, str]] = {
    "of": (
        "{scores} scores of {cases} cases by {experts} experts",
        "{experts} 位专家对 {cases} 个案例给出 {scores} 个分数",
    ),
    "islands": (
        "{islands} groups share no expert; their cases are compared as if the groups were equally "
        "strict on average.",
        "有 {islands} 组互无共同专家；比较时视各组平均宽严相同。",
    ),
    "too_few": (
        "Too few shared cases to judge strictness: the app would show raw means. What follows is "
        "the fit all the same.",
        "共同评审的案例太少，无法判断宽严：软件将显示原始平均分。以下仍是拟合所得的数字。",
    ),
    "variances": (
        "variances: experts {expert}, residual {residual}, cases {case}; λ {ratio}; "
        "−2 log restricted likelihood {reml}",
        "方差：专家 {expert}，残差 {residual}，案例 {case}；λ {ratio}；−2 倍限制对数似然 {reml}",
    ),
    "agreement": (
        "Krippendorff’s alpha: interval {interval}, ordinal {ordinal}",
        "Krippendorff α：等距 {interval}，等级 {ordinal}",
    ),
    "cases": (
        "rank|case|n|mean|adjusted|± error|rank 5–95 %|among the best {top}",
        "名次|案例|份数|平均分|校正平均分|±误差|名次5–95%|居前{top}名的概率",
    ),
    "experts": (
        "expert|n|leniency (positive: lenient)|± error",
        "专家|份数|宽严（正为偏宽）|±误差",
    ),
    "far": (
        "{expert} on {case}: {score}; the other scores point to {expected}; so far apart about "
        "once in {once_in}",
        "{expert} 对 {case}：{score}；其余分数指向 {expected}；约每 {once_in} 个分数出现一次",
    ),
    "passed": (
        "passed over, no numbers: {columns}",
        "未使用（非数字）：{columns}",
    ),
}
