"""The commands about rounds: assign, open-round, extend-round, close-round."""

from __future__ import annotations

import argparse
import secrets
import sys
from zoneinfo import ZoneInfo

from central_server.assigning import Assigning, Wish, assign_round, lacking_reviews
from central_server.assignment_records import wanted_reviews
from central_server.cli.arguments.options import Options
from central_server.cli.arguments.readers import whole
from central_server.cli.bad_argument import BadArgument
from central_server.cli.session import OpenHome, Session, open_home
from central_server.cli.words import say
from central_server.clock import moment
from central_server.conducting import close_round, extend_round, open_round
from central_server.documents import current_programme
from central_server.intake.moments import in_zone, is_midnight, stamp
from central_server.linking import CROSSING_PERCENT
from review_protocol.documents.programme import Round

_SEED_LENGTH = 16
_NUMBER = whole(1, 9)


class Assign:
    """Gives the round's cases what they lack."""

    name = "assign"

    def takes(self, options: Options) -> None:
        """Which round, how many reviews, and the draw."""
        options.option("--round", metavar="N", read=_NUMBER, usual=1)
        options.option("--reviews", metavar="N", read=whole(1, 50))
        options.option("--most", metavar="N", read=whole(1, 100_000))
        options.option("--seed", metavar="HEX", read=_seed)
        options.flag("--again", "repeat")
        options.flag("--all", "all-cases")
        options.option("--case", "one-case", metavar="NUMBER")
        options.option("--add", "add-reviewers", metavar="N", read=whole(1, 50))
        options.option("--to", "one-reviewer", metavar="PERSON")
        options.flag("--panels-cross")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Give it; 1 where cases still lack reviews afterwards."""
        wish = _wish(arguments)
        with open_home(session) as server:
            done = assign_round(
                server.store,
                server.log,
                arguments.round,
                wish,
                seed=arguments.seed or secrets.token_bytes(_SEED_LENGTH),
                now=server.now(),
            )
        outcome = done.outcome
        session.tell(
            "assigned",
            round=arguments.round,
            added=len(outcome.added),
            cases=done.cases,
            wanted=done.reviews_per_case,
            reviewers=done.reviewers,
            fewest=min(outcome.loads.values()),
            most=max(outcome.loads.values()),
            ties=sum(row.country_tie for row in outcome.added),
            seed=done.seed,
        )
        _tell_across(session, done, wish)
        if outcome.islands > 1 and wish.one is None:
            session.tell("islands", count=outcome.islands)
        for lack in outcome.unmet:
            session.tell(
                "unmet",
                case=lack.case,
                found=lack.found,
                wanted=lack.wanted,
                eligible=lack.eligible,
            )
        if outcome.unmet:
            print(say(session.language, "unmet-act", count=len(outcome.unmet)), file=sys.stderr)
            return 1
        return 0


class OpenRound:
    """Opens a round."""

    name = "open-round"

    def takes(self, options: Options) -> None:
        """Which, and until when."""
        options.first("round", "round", metavar="N", read=_NUMBER)
        options.option("--closes", metavar="WHEN")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Open it, and say which cases lack reviewers."""
        with open_home(session) as server:
            zone = _zone(server)
            closes = None if arguments.closes is None else _deadline(arguments.closes, zone)
            state = open_round(
                server.store, server.log, arguments.round, now=server.now(), closes=closes
            )
            with server.store.read() as connection:
                wanted = wanted_reviews(connection, arguments.round)
                lacks = lacking_reviews(connection, arguments.round, wanted)
        session.tell("opened", **_until(state.round, zone))
        if lacks:
            session.tell("opened-lacking", count=len(lacks), wanted=wanted, round=arguments.round)
        return 0


class ExtendRound:
    """Gives an open round a later deadline."""

    name = "extend-round"

    def takes(self, options: Options) -> None:
        """Which, until when, and why."""
        options.first("round", "round", metavar="N", read=_NUMBER)
        options.option("--closes", metavar="WHEN", needed=True)
        options.reason(needed=False)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Extend it, and tell everybody."""
        with open_home(session) as server:
            zone = _zone(server)
            closes = _deadline(arguments.closes, zone)
            with server.log.appending(server.store) as group:
                state, told = extend_round(
                    group,
                    arguments.round,
                    closes=closes,
                    reason=arguments.reason,
                    issuer=server.issuer,
                    now=server.now(),
                )
        session.tell("extended", count=told, **_until(state.round, zone))
        return 0


class CloseRound:
    """Closes a round."""

    name = "close-round"

    def takes(self, options: Options) -> None:
        """Which, and why."""
        options.first("round", "round", metavar="N", read=_NUMBER)
        options.reason()
        options.flag("--before-deadline")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Close it."""
        with open_home(session) as server:
            state = close_round(
                server.store,
                server.log,
                arguments.round,
                reason=arguments.reason,
                issuer=server.issuer,
                now=server.now(),
                before_deadline=arguments.before_deadline,
            )
        session.tell("closed", round=arguments.round, utc=state.closed)
        return 0


def _wish(arguments: argparse.Namespace) -> Wish:
    """What was typed; raises BadArgument where it does not go together."""
    more = [each for each in (arguments.add, arguments.to) if each is not None]
    if len(more) != (0 if arguments.case is None else 1):
        raise BadArgument(
            "--case goes with --add or with --to: which case, and how many more experts, or whom.",
            "--case 须与 --add 或 --to 之一同用：哪个案例，再增加几位专家，或交给谁。",
        )
    if arguments.case is not None and (arguments.all or arguments.reviews is not None):
        raise BadArgument(
            "--case is one case, which --add or --to gives to more: leave --all and --reviews out.",
            "--case 指一个案例，由 --add 或 --to 增加评审：请去掉 --all 和 --reviews。",
        )
    return Wish(
        reviews_per_case=arguments.reviews,
        most=arguments.most,
        again=arguments.again,
        all_cases=arguments.all,
        one=None if arguments.case is None else (arguments.case, arguments.add or 1),
        to=arguments.to,
        across_percent=CROSSING_PERCENT if arguments.panels_cross else 0,
    )


def _tell_across(session: Session, done: Assigning, wish: Wish) -> None:
    """How many reviews cross panels, and what may be done where they are few."""
    across, reviews = done.outcome.across, done.outcome.reviews
    if done.panels < 2 or wish.one is not None or not reviews:
        return
    session.tell("across", count=across, percent=100 * across // reviews)
    if 100 * across < CROSSING_PERCENT * reviews:
        session.tell("across-short" if wish.across_percent else "across-few")


def _seed(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise BadArgument(
            f"“{text}” is not a seed: give an even number of hex digits.",
            f"“{text}”不是种子：请给出偶数个十六进制数字。",
        ) from error


def _zone(server: OpenHome) -> ZoneInfo:
    """In which the programme's deadlines are read and told."""
    with server.store.read() as connection:
        return ZoneInfo(current_programme(connection).zone)


def _deadline(text: str, zone: ZoneInfo) -> str:
    """A deadline as it was typed, as a timestamp; raises BadArgument."""
    closes = in_zone(text, zone)
    if closes is None:
        raise BadArgument(
            f"“{text}” is not a time: write 2026-07-31T23:00.",
            f"“{text}”不是时间：请写成 2026-07-31T23:00。",
        )
    if is_midnight(closes):
        raise BadArgument(
            f"{text} is midnight in {zone.key}, which people take for two different days: "
            "write 18:00 or 23:59.",
            f"{text} 在 {zone.key} 是零点，容易误认日期：请写 18:00 或 23:59。",
        )
    return stamp(closes)


def _until(which: Round, zone: ZoneInfo) -> dict[str, object]:
    """The facts of a sentence on a round's deadline."""
    local = moment(which.closes).astimezone(zone)
    return {
        "round": which.number,
        "local": f"{local:%Y-%m-%d %H:%M}",
        "zone": zone.key,
        "utc": which.closes,
    }
