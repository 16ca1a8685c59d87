"""Where a report's figures come from: the facts that stand at the head of every report."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from reviewer_app.reports.text import Bilingual, same

ILLUSTRATIVE = Bilingual("示例（非真实数据）", "Illustrative")
SEEN_EARLY = Bilingual("评分在本轮结束前已开放", "Scores seen before the end")
NOT_OFFICIAL = Bilingual("非正式名单", "Not the official list")


@dataclass(frozen=True, slots=True)
class HeadLine:
    label: Bilingual
    value: Bilingual | str


@dataclass(frozen=True, slots=True)
class Provenance:
    """``rubric_hash`` and ``log_root`` are lowercase hex; ``made_at`` is aware of its zone.

    ``sample`` marks a programme of invented cases, ``official`` is false for a view with hidden
    cases or one that nobody has signed.
    """

    programme: Bilingual
    rubric_hash: str
    log_origin: str
    log_size: int
    log_root: str
    packets: int
    made_at: datetime
    zone: ZoneInfo
    sample: bool
    official: bool
    withdrawn: tuple[str, ...] = ()
    """Numbers of the cases that their applicants withdrew and that the report leaves out."""
    seen_early: tuple[Bilingual, ...] = ()
    """When, how and why staff saw scores before the round's end; one line each."""

    def __post_init__(self) -> None:
        if self.made_at.tzinfo is None:
            raise ValueError("the time of making needs a zone")

    @property
    def short_rubric(self) -> str:
        return self.rubric_hash[:12]

    @property
    def made_at_utc(self) -> datetime:
        return self.made_at.astimezone(UTC).replace(microsecond=0)

    @property
    def marks(self) -> tuple[Bilingual, ...]:
        """The warnings that stand on every page."""
        illustrative = (ILLUSTRATIVE,) if self.sample else ()
        return illustrative if self.official else (*illustrative, NOT_OFFICIAL)


def head_of(provenance: Provenance) -> tuple[HeadLine, ...]:
    """The lines that every report's head carries, in their order."""
    utc = provenance.made_at_utc
    local = utc.astimezone(provenance.zone)
    status = tuple(HeadLine(Bilingual("标记", "Mark"), mark) for mark in provenance.marks)
    withdrawn = ", ".join(provenance.withdrawn)
    left_out = Bilingual("已撤回申报（不列入）", "Withdrawn by applicants, left out")
    return (
        HeadLine(Bilingual("项目", "Programme"), provenance.programme),
        *status,
        HeadLine(Bilingual("评分标准哈希值", "Rubric hash"), provenance.rubric_hash),
        HeadLine(Bilingual("日志来源", "Log origin"), provenance.log_origin),
        HeadLine(Bilingual("日志条目数", "Log size"), str(provenance.log_size)),
        HeadLine(Bilingual("日志根哈希值", "Log root"), provenance.log_root),
        HeadLine(Bilingual("案例签名数据包数", "Signed packets on cases"), str(provenance.packets)),
        *((HeadLine(left_out, withdrawn),) if withdrawn else ()),
        *(HeadLine(SEEN_EARLY, line) for line in provenance.seen_early),
        HeadLine(
            Bilingual("生成时间（UTC）", "Made at (UTC)"), utc.strftime("%Y-%m-%d %H:%M:%S UTC")
        ),
        HeadLine(
            Bilingual("生成时间（当地）", "Made at (local)"),
            same(f"{local:%Y-%m-%d %H:%M:%S} {provenance.zone.key} (UTC{_offset(local)})"),
        ),
    )


def _offset(moment: datetime) -> str:
    plain = moment.strftime("%z")
    return f"{plain[:3]}:{plain[3:5]}"
