"""A desk that has collected as many signed and receipted reviews as a benchmark wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy import Connection, insert

from review_protocol.canonical import sha256_hex
from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.leaf import Disposition, packet_entry
from review_protocol.documents.packet import KnownCheckpoint, ScorePacket
from review_protocol.documents.people import Role
from review_protocol.documents.score import Answers, CriterionAnswer, LanguageRead, Quote
from review_protocol.documents.text import Element, Language
from review_protocol.envelope import Envelope
from review_protocol.opening import sealed
from review_protocol.translog import Receipt, leaf_hash, receipt_texts
from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.collected import CollectedRow, ExpertRow, keep_collected, keep_experts
from reviewer_app.models.facts import FactName, keep_fact
from tests.builders.desk import ADesk, some_answers
from tests.builders.panel import AnExpert, a_panel
from tests.builders.sample import the_sample
from tests.builders.world import NOW, ORIGIN, SignedWorld

REVIEWS = 5
PAGE = 500
"""Packets whose receipts share a checkpoint, as they come from a server."""
_SAID = "The partners share costs and staff; element 2 names who does what, with figures for 2024. "
_QUOTED = "In 2024 four more countries joined the fund, and two landing stations were opened."


@contextmanager
def a_collected_panel(folder: Path, cases: int, experts: int) -> Iterator[ADesk]:
    """Staff's desk after the round, with five reviews of each case."""
    with a_panel(folder, experts=experts, role=Role.STAFF) as panel:
        panel.close_round()
        _collect(panel.desk, tuple(panel.experts.values()), cases)
        yield panel.desk


def _collect(desk: ADesk, experts: tuple[AnExpert, ...], cases: int) -> None:
    chance, headers = Random(11), desk.cases[0].headers
    with desk.store.write() as connection:
        keep_experts(
            connection,
            [
                ExpertRow(
                    each.key.key_id,
                    each.pseudonym,
                    each.certificate.to_bytes(),
                    each.certificate_receipt,
                )
                for each in experts
            ],
        )
        waiting: list[_Sent] = []
        for at in range(cases):
            _write_down(connection, headers, number := f"B-{at:05}", 100 + at)
            for expert in chance.sample(experts, REVIEWS):
                waiting.append(_Sent(expert, _review(desk.world, expert, number, chance)))
            if len(waiting) >= PAGE or at == cases - 1:
                _receive(connection, desk.world, waiting)
                waiting.clear()
        keep_fact(connection, FactName.CHECKPOINT, desk.world.checkpoint())


class _Sent:
    """A review, and its leaf."""

    def __init__(self, expert: AnExpert, packet: ScorePacket) -> None:
        self.id, self.case, self.kid = packet.id, packet.case, packet.header.kid
        self.envelope: Envelope = sealed(packet, expert.key)
        self.entry = packet_entry(
            *(self.id, self.kid, packet.header.chain, packet.header.seq, NOW, Disposition.COUNTED)
        )
        expert.last = self.id


def _receive(connection: Connection, world: SignedWorld, waiting: list[_Sent]) -> None:
    """Into the log, and with receipts under one checkpoint into the database."""
    places = world.tree.append([leaf_hash(each.entry) for each in waiting])
    proofs, note = world.tree.inclusion_proofs(places), world.checkpoint()
    receipts = receipt_texts(
        Receipt(each.entry, at, proof, note)
        for each, at, proof in zip(waiting, places, proofs, strict=True)
    )
    rows = [
        CollectedRow(
            *(each.id, ScorePacket.kind, each.case, each.kid, Disposition.COUNTED, at),
            *(each.envelope.to_bytes(), receipt),
        )
        for each, at, receipt in zip(waiting, places, receipts, strict=True)
    ]
    keep_collected(connection, rows)


def _review(world: SignedWorld, expert: AnExpert, case: str, chance: Random) -> ScorePacket:
    expert.round += 1  # counts what this expert has signed
    seq = expert.round - 1
    return ScorePacket(
        header=world.header(expert.key, seq, expert.last),
        nonce=sha256(f"{expert.pseudonym} {seq}".encode()).hexdigest()[:32],
        checkpoint=KnownCheckpoint(origin=ORIGIN, size=5, root="c" * 64),
        claimed=NOW,
        round=1,
        manifest="0" * 64,
        case=case,
        case_hash=sha256_hex(case.encode()),
        rubric=the_sample().rubric.id,
        answers=_answers(chance),
        language_read=LanguageRead.BOTH,
    )


def _answers(chance: Random) -> Answers:
    """A sheet of the length that experts write: a quote and some sentences a criterion."""
    answers = some_answers()
    for empty in answers.criteria:
        start = chance.randrange(400)
        quote = Quote(
            language=Language.EN,
            element=Element.INTERNATIONAL_COOPERATION,
            paragraph=chance.randrange(9),
            start=start,
            end=start + len(_QUOTED),
            exact=_QUOTED,
            before="in the second year. ",
            after=" The agreement",
            text_hash="b" * 64,
        )
        answers = answers.replaced(
            CriterionAnswer(
                criterion=empty.criterion,
                mark=chance.randint(3, 10),
                comment=_SAID * chance.randint(1, 2),
                quotes=(quote,),
            )
        )
    return answers


def _write_down(connection: Connection, headers: CaseHeaders, number: str, position: int) -> None:
    """The row of a case that nobody has opened here."""
    connection.execute(
        insert(case_table),
        {
            "number": number, "version": 1, "position": position,
            "headers_hash": f"{position:064}", "headers": headers.body(),
            "case_hash": sha256_hex(number.encode()),
            "title_zh": headers.name.zh or "", "title_en": headers.name.en or "",
            "area": headers.area, "applicant_country": headers.applicant.country,
            "countries": 2, "joint": 1, "flags": "", "in_batch": 1,
        },
    )  # fmt: skip
