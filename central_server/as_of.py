"""What was known at an earlier moment: a packet that had come by then is judged on that."""

from __future__ import annotations

from dataclasses import replace

from central_server.known import CaseFacts, Known


def known_as_of(known: Known, moment: str) -> Known:
    """The same with rounds and texts of cases as they were then; a withdrawn case stays so."""
    rounds = {
        number: state
        if state.closed is None or state.closed <= moment
        else state.model_copy(update={"closed": None})
        for number, state in known.rounds.items()
    }
    cases = {number: _as_of(case, moment) for number, case in known.cases.items()}
    closed = known.closings or {}
    closings = {number: closed_at for number, closed_at in closed.items() if closed_at <= moment}
    return replace(known, rounds=rounds, cases=cases, closings=closings)


def _as_of(case: CaseFacts, moment: str) -> CaseFacts:
    texts = [case_hash for since, case_hash in case.texts if since <= moment]
    return replace(case, case_hash=texts[-1]) if texts else case
