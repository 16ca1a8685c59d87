"""Whether what a dispute dossier claims follows from the packets in it."""

from __future__ import annotations

from collections.abc import Sequence

from review_protocol.canonical import parse_canonical
from review_protocol.failures import ProtocolFailure
from reviewer_app.services.dispute_record import (
    DisputeRecord,
    Signed,
    StatedScore,
    decisions_in,
    standings,
)
from reviewer_app.verifying.files import Files
from reviewer_app.verifying.found import Fault

RECORD = "dispute.json"


def check_claims(files: Files, signed: Sequence[Signed]) -> None:
    """Compute again what the record says of the case's scores and decisions, where there is one.

    Pseudonyms are the server's word and are taken as they stand.
    """
    if not files.is_there(RECORD):
        return
    try:
        record = DisputeRecord.from_fields(parse_canonical(files.read(RECORD) or b""))
    except ProtocolFailure as error:
        files.tell(RECORD, Fault.DOCUMENT, error)
        return
    of_case = [each for each in signed if each.document.case == record.case]
    if record.decisions != decisions_in(of_case) or not _same(record.scores, of_case):
        files.tell(RECORD, Fault.CONTRADICTS)


def _same(stated: Sequence[StatedScore], signed: Sequence[Signed]) -> bool:
    found = [(each.id, stands, each.disposition) for each, stands in standings(signed)]
    return found == [(each.packet, each.standing, each.disposition) for each in stated]
