"""Whether what a dispute dossier claims follows from the packets in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from review_protocol.canonical import parse_canonical
from review_protocol.documents.programme import Rules
from review_protocol.failures import ProtocolFailure
from reviewer_app.services.defending.dispute_record import (
    RECORD,
    DisputeRecord,
    Signed,
    StatedDraw,
    StatedScore,
    decisions_in,
    standings,
)
from reviewer_app.sync.proved_acts import ProvedAct
from reviewer_app.verifying.files import Files
from reviewer_app.verifying.found import Fault


def check_claims(
    files: Files,
    signed: Sequence[Signed],
    documents: Mapping[str, bytes],
    draws: Mapping[str, ProvedAct],
) -> None:
    """Compute again what the record says of the case's scores and decisions, where there is one,
    by the rules that it names: they are among the documents, by their hash.

    Pseudonyms and seeds are the server's word and are taken as they stand.
    """
    if not files.is_there(RECORD):
        return
    try:
        record = DisputeRecord.from_fields(parse_canonical(files.read(RECORD) or b""))
        rules = None if record.rules is None else _rules(documents.get(record.rules, b""))
    except ProtocolFailure as error:
        files.tell(RECORD, Fault.DOCUMENT, error)
        return
    of_case = [each for each in signed if each.document.case == record.case]
    scores, decided = (
        _same(record.scores, of_case, rules),
        record.decisions == decisions_in(of_case),
    )
    if not (scores and decided and _are_proved(record.draws, draws)):
        files.tell(RECORD, Fault.CONTRADICTS)


def _rules(body: bytes) -> Rules:
    return Rules.from_fields(parse_canonical(body))


def _same(stated: Sequence[StatedScore], signed: Sequence[Signed], rules: Rules | None) -> bool:
    found = [(each.id, stands, each.disposition) for each, stands in standings(signed, rules)]
    return found == [(each.packet, each.standing, each.disposition) for each in stated]


def _are_proved(stated: Sequence[StatedDraw], draws: Mapping[str, ProvedAct]) -> bool:
    """Whether each that claims an entry of the log has it here, and nothing else is here."""
    named = {each.record: each for each in stated if each.leaf is not None}
    return named.keys() == draws.keys() and all(
        (named[record].leaf, named[record].made) == (act.leaf, act.received)
        for record, act in draws.items()
    )
