"""What the command line says about rounds: assign, open-round, extend-round, close-round."""

from __future__ import annotations

# key: English, Chinese
ROUNDS: dict[str, tuple[str, str]] = {
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
    "all-cases": (
        "in a later round: all cases, not those of the head's long list alone",
        "用于后续各轮：分配全部案例，而不限于主任签署的长名单",
    ),
    "one-case": (
        "give this one case to more experts, as a panel asked; with --add or --to",
        "应评审组请求为这一案例增加专家；与 --add 或 --to 同用",
    ),
    "add-reviewers": ("how many more experts for --case", "为 --case 增加的专家人数"),
    "one-reviewer": (
        "give --case to this person, by id or name; a chair or the head may review a case too",
        "将 --case 交给此人（编号或姓名）；组长和主任也可以评审案例",
    ),
    "panels-cross": (
        "where experts have areas of one panel each: give at least 15 % of the reviews to experts "
        "of other panels, whatever their areas, so that the panels can be compared",
        "专家各属一个评审组的领域时：至少 15% 的评审不限领域交给其他组的专家，使各组可以相互比较",
    ),
    "open-round": ("open a round", "开始一轮评审"),
    "closes": (
        "deadline such as 2026-07-31T23:00, in the programme's zone unless it names its own",
        "截止时间，例如 2026-07-31T23:00；未注明时区则按项目时区",
    ),
    "extend-round": (
        "give an open round a later deadline, and tell everybody",
        "延长一轮评审的截止时间并通知所有人员",
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
    "across": (
        "{count:review crosses|reviews cross} panels ({percent} %).",
        "跨组评审 {count} 次（{percent}%）。",
    ),
    "across-few": (
        "That is under 15 %: how strict the panels are can hardly be compared. `assign` with "
        "--panels-cross, before the round is opened, gives the rest so.",
        "不足 15%：各组的宽严难以比较。开始本轮之前，可用 assign 加 --panels-cross 补足其余部分。",
    ),
    "across-short": (
        "That is under 15 %: for the other cases no expert of another panel reads the language, "
        "has no tie and may take more; or the reviews were given before.",
        "不足 15%：其余案例没有其他组的专家能阅读其语言、无须回避且尚可增加案例；"
        "或评审已先行分配。",
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
    "extended": (
        "Round {round} is open until {local} ({zone}), which is {utc}; {count:person|people} told.",
        "第 {round} 轮延长至 {local}（{zone}），即 {utc}；已通知 {count} 人。",
    ),
    "closed": (
        "Round {round} was closed at {utc}; what arrives from now on is held.",
        "第 {round} 轮已于 {utc} 结束；此后到达的评分留待处理。",
    ),
}
