"""Whether what a dispute dossier claims follows from the packets in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from review_protocol.canonical import parse_canonical
from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.programme import Rules
from review_protocol.failures import ProtocolFailure
from reviewer_app.services.defending.dispute_record import (
    RECORD,
    DisputeRecord,
    Signed,
    Standing,
    StatedDraw,
    StatedScore,
    decisions_in,
    standings,
)
from reviewer_app.sync.proved_acts import ProvedAct
from reviewer_app.verifying.files import Files
from reviewer_app.verifying.found import Fault, Recomputed, StandingDecision


def check_claims(
    files: Files,
    signed: Sequence[Signed],
    documents: Mapping[str, bytes],
    draws: Mapping[str, ProvedAct],
) -> Recomputed | None:
    """Compute again what the record says of the case's scores and decisions, where there is one,
    by the rules that it names: they are among the documents, by their hash.

    Answers what was found, also where the record says something else. Pseudonyms and seeds are the
    server's word and are taken as they stand.
    """
    if not files.is_there(RECORD):
        return None
    try:
        record = DisputeRecord.from_fields(parse_canonical(files.read(RECORD) or b""))
        rules = None if record.rules is None else _rules(documents.get(record.rules, b""))
    except ProtocolFailure as error:
        files.tell(RECORD, Fault.DOCUMENT, error)
        return None
    of_case = [each for each in signed if each.document.case == record.case]
    scores, decided = (
        _same(record.scores, of_case, rules),
        record.decisions == decisions_in(of_case),
    )
    if not (scores and decided and _are_proved(record.draws, draws)):
        files.tell(RECORD, Fault.CONTRADICTS)
    return _recomputed(record, of_case, rules)


def _recomputed(record: DisputeRecord, signed: Sequence[Signed], rules: Rules | None) -> Recomputed:
    found = Counter(stands for _, stands in standings(signed, rules))
    decided = decisions_in(signed)
    return Recomputed(
        case=record.case,
        rules=record.rules,
        scores={each.value: found[each] for each in Standing if found[each]},
        decision=next((_decision(each) for each in signed if decided[-1:] == (each.id,)), None),
        left_out=record.left_out,
    )


def _decision(signed: Signed) -> StandingDecision | None:
    document = signed.document
    if not isinstance(document, DecisionPacket):
        return None
    return StandingDecision(document.outcome.value, document.round, signed.leaf)


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
