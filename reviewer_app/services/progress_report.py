"""The report of how far everybody is: counts alone, for staff at any time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from review_protocol.documents.answers import ProgressAnswer
from review_protocol.translog.checkpoint import Checkpoint
from review_protocol.translog.notes import parse_note
from reviewer_app.reports.outline import Report
from reviewer_app.reports.provenance import Provenance
from reviewer_app.reports.score_report import progress_report
from reviewer_app.reports.text import Bilingual
from reviewer_app.services.report_rows import bilingual, progress_rows, zone_of
from reviewer_app.services.standing import standing_programme, standing_rubric


def progress_report_of(
    connection: Connection, answer: ProgressAnswer, *, made_at: datetime
) -> Report:
    """What the server answered as a report; raises ValueError where this desk has no programme."""
    programme, rubric = standing_programme(connection), standing_rubric(connection)
    if programme is None or rubric is None:
        raise ValueError("this desk has no batch yet")
    checkpoint = Checkpoint.parse(parse_note(answer.log.checkpoint).text)
    number = answer.round.round.number if answer.round else 1
    provenance = Provenance(
        programme=bilingual(programme.name),
        rubric_hash=rubric.id,
        log_origin=checkpoint.origin,
        log_size=checkpoint.size,
        log_root=checkpoint.root.hex(),
        packets=answer.packets,
        made_at=made_at,
        zone=zone_of(programme.zone),
        sample=programme.illustrative or rubric.sample,
        official=True,
    )
    round_name = Bilingual(f"第{number}轮", f"Round {number}")
    return progress_report(provenance, round_name, tuple(progress_rows(answer)))
