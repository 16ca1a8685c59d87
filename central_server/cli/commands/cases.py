"""The commands about single cases: withdraw-case, reinstate-case."""

from __future__ import annotations

import argparse

from central_server.cli.arguments.options import Options
from central_server.cli.session import Session, open_home
from central_server.reinstating import reinstate_case
from central_server.withdrawing_cases import withdraw_case


class WithdrawCase:
    """Takes a case out of the review, because its applicant withdrew it."""

    name = "withdraw-case"

    def takes(self, options: Options) -> None:
        """Which, and why."""
        options.first("case", "case-number", metavar="NUMBER")
        options.reason()

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Withdraw it, and tell who has to do with it."""
        with open_home(session) as server, server.log.appending(server.store) as group:
            told = withdraw_case(
                group,
                arguments.case,
                reason=arguments.reason,
                issuer=server.issuer,
                now=server.now(),
            )
        session.tell("case-withdrawn", case=arguments.case, count=told)
        return 0


class ReinstateCase:
    """Takes a withdrawn case back into the review."""

    name = "reinstate-case"

    def takes(self, options: Options) -> None:
        """Which, and why."""
        options.first("case", "case-number", metavar="NUMBER")
        options.reason()

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Reinstate it, and tell who has to do with it."""
        with open_home(session) as server, server.log.appending(server.store) as group:
            done = reinstate_case(
                group,
                arguments.case,
                reason=arguments.reason,
                issuer=server.issuer,
                now=server.now(),
            )
        session.tell("case-reinstated", case=arguments.case, count=done.told, judged=done.judged)
        return 0
