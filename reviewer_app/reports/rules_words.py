"""The signed rule file in words, in both languages, and what of it has still to be decided."""

from collections.abc import Iterator

from reviewer_app.reports.defence_rows import RulesRow
from reviewer_app.reports.defence_words import ordering_name, tie_name
from reviewer_app.reports.text import Bilingual


def rules_sentences(rules: RulesRow | None) -> Iterator[Bilingual]:
    """The signed rule file in words, a sentence each."""
    if rules is None:
        yield Bilingual(
            "没有已签署的规则文件，因此不提出名单。",
            "There is no signed rule file, and so no list is proposed.",
        )
        return
    ordering = ordering_name(rules.ordering)
    yield Bilingual(f"次序依据{ordering.zh}。", f"Cases are ordered by {ordering.en}.")
    names = [tie_name(each) for each in rules.ties]
    if names:
        yield Bilingual(
            f"分数相同时依次看：{'、'.join(each.zh for each in names)}。不靠偶然，也不看到达先后。",
            f"Between equal figures decide, in this order: {', '.join(each.en for each in names)}. "
            "Neither chance nor arrival breaks a tie.",
        )
    yield Bilingual(
        f"目标：案例集约{rules.casebook_target}个（第{rules.casebook_round}轮），"
        f"其中精品案例约{rules.outstanding_target}个（第{rules.outstanding_round}轮）。"
        "目标数不是上限。",
        f"Targets, not limits: about {rules.casebook_target} cases in the Casebook (round "
        f"{rules.casebook_round}), about {rules.outstanding_target} of them Outstanding Cases "
        f"(round {rules.outstanding_round}).",
    )
    yield from _waits(rules)
    rounds = ", ".join(map(str, rules.counted_rounds))
    yield Bilingual(
        f"计入的轮次：{rounds}。列入名单至少需要{rules.fewest_reviews}份计入的评审。",
        f"Rounds that count: {rounds}. A case needs at least {rules.fewest_reviews} counted "
        "reviews to be on a list.",
    )
    yield Bilingual(
        "概率只供参考，从不决定次序；不依次序的决定须写明理由。",
        "Chances inform and never order; a decision against the order has a written reason.",
    )


def _waits(rules: RulesRow) -> Iterator[Bilingual]:
    """Which target cannot be decided yet: it stands beside what is decided."""
    if rules.casebook_waits:
        yield Bilingual(
            f"第{rules.casebook_round}轮尚未结束：案例集和精品案例都还没有决定。",
            f"Round {rules.casebook_round} has not been held to its end: neither the Casebook nor "
            "Outstanding Cases are decided yet.",
        )
    elif rules.outstanding_waits:
        yield Bilingual(
            f"第{rules.outstanding_round}轮尚未进行：精品案例还没有决定。",
            f"Round {rules.outstanding_round} has not been held: Outstanding Cases are not decided "
            "yet.",
        )
