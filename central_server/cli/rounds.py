"""The commands about rounds: assign, open-round, close-round."""

from __future__ import annotations

import argparse
import secrets
import sys
from zoneinfo import ZoneInfo

from central_server.assigning import assign_round, lacking_reviews, wanted_reviews
from central_server.cli.failures import BadArgument
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.clock import moment
from central_server.conducting import close_round, open_round
from central_server.documents import current_programme
from central_server.intake.moments import in_zone, is_midnight, stamp

_SEED_LENGTH = 16


def assign(session: Session, arguments: argparse.Namespace) -> int:
    """Give what lacks; 1 where cases still lack reviews afterwards."""
    with open_home(session) as server:
        done = assign_round(
            server.store,
            server.log,
            arguments.round,
            seed=_seed(arguments.seed),
            now=server.now(),
            reviews_per_case=arguments.reviews,
            most=arguments.most,
            again=arguments.again,
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
    if outcome.islands > 1:
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


def open_(session: Session, arguments: argparse.Namespace) -> int:
    """Open a round, or move its deadline."""
    with open_home(session) as server:
        with server.store.read() as connection:
            zone_name = current_programme(connection).zone
        zone = ZoneInfo(zone_name)
        closes = None if arguments.closes is None else deadline(arguments.closes, zone)
        state = open_round(
            server.store, server.log, arguments.round, now=server.now(), closes=closes
        )
        with server.store.read() as connection:
            wanted = wanted_reviews(connection, arguments.round)
            lacks = lacking_reviews(connection, arguments.round, wanted)
    local = moment(state.round.closes).astimezone(zone)
    session.tell(
        "opened",
        round=arguments.round,
        local=f"{local:%Y-%m-%d %H:%M}",
        zone=zone_name,
        utc=state.round.closes,
    )
    if lacks:
        session.tell("opened-lacking", count=len(lacks), wanted=wanted, round=arguments.round)
    return 0


def close(session: Session, arguments: argparse.Namespace) -> int:
    """Close a round."""
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


def _seed(text: str | None) -> bytes:
    if text is None:
        return secrets.token_bytes(_SEED_LENGTH)
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise BadArgument(
            f"“{text}” is not a seed: give an even number of hex digits.",
            f"“{text}”不是种子：请给出偶数个十六进制数字。",
        ) from error


def deadline(text: str, zone: ZoneInfo) -> str:
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
