"""A panel of experts whose signed packets a chair's or staff's desk has collected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import (
    CollectedPacket,
    Expert,
    LogView,
    PacketsAnswer,
    PanelAssignment,
)
from review_protocol.documents.case import Case
from review_protocol.documents.leaf import Disposition, DispositionLeaf
from review_protocol.documents.packet import (
    AmendmentPacket,
    CasePacket,
    ConflictKind,
    DecisionPacket,
    Packet,
    RecusalPacket,
    RecusalReason,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    CaseFiguresPacket2,
    Chance,
    ComparisonPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation, RoundState, Rules
from review_protocol.documents.score import Answers, LanguageRead
from review_protocol.documents.stated_facts import FactsPacket, StatedFact
from review_protocol.envelope import read_envelope
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import sealed
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.services.believed import trust_of
from reviewer_app.sync.collecting import Collecting
from reviewer_app.sync.dossier import CollectingDossier
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.builders.panel_acts import ALONE, ON_A_CASE
from tests.builders.panel_told import Answering, case_in
from tests.builders.panel_told import Told as Told
from tests.builders.panel_told import never as never
from tests.builders.panel_told import print_nothing as print_nothing
from tests.builders.sample import the_sample
from tests.builders.world import NOW, SignedWorld

_Packet = TypeVar("_Packet", bound=CasePacket)
_Alone = TypeVar("_Alone", bound=Packet)


@dataclass
class AnExpert:
    """One expert's device; every act signs a packet and has it receipted by the world's log."""

    world: SignedWorld
    pseudonym: int | None
    sent: list[CollectedPacket] = field(default_factory=list)
    last: str | None = None
    round: int = 1
    role: Role = Role.REVIEWER
    panels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        number = self.pseudonym or 0
        name = "expert" if self.role is Role.REVIEWER else "-".join((self.role, *self.panels))
        seed = sha256(f"{name} {number}".encode()).digest()
        self.key, exchange = SigningKey(seed), ExchangeKey(seed)
        person = f"p-{name.replace('-', '')}{number}"
        self.certificate = self.world.certified(
            self.key, exchange, person=person, roles=(self.role,), panels=self.panels
        )
        self.certificate_receipt = self.world.certificate_receipt(self.certificate, person=person)

    def row(self) -> Expert:
        return Expert(
            kid=self.key.key_id,
            pseudonym=self.pseudonym,
            certificate=to_base64(self.certificate.to_bytes()),
            receipt=self.certificate_receipt,
        )

    def score(
        self,
        case: Case,
        mark: int | None = 7,
        *,
        answers: Answers | None = None,
        disposition: Disposition = Disposition.COUNTED,
        signer: SigningKey | None = None,
    ) -> str:
        packet = self._on(
            ScorePacket,
            case,
            answers=answers or some_answers(mark),
            language_read=LanguageRead.BOTH,
        )
        return self._send(packet, disposition, signer)

    def amend(self, case: Case, supersedes: str, mark: int) -> str:
        packet = self._on(
            AmendmentPacket,
            case,
            answers=some_answers(mark),
            language_read=LanguageRead.BOTH,
            supersedes=supersedes,
            reason="read again",
        )
        return self._send(packet, Disposition.COUNTED)

    def withdraw(self, case: Case, supersedes: str) -> str:
        packet = self._on(WithdrawalPacket, case, supersedes=supersedes, reason="a slip")
        return self._send(packet, Disposition.COUNTED)

    def decide(
        self, case: Case, outcome: Recommendation, panel: str = "connect", reason: str = "agreed"
    ) -> str:
        packet = self._on(
            DecisionPacket,
            case,
            panel=panel,
            outcome=outcome,
            based_on=(),
            reason=reason,
            supersedes=None,
        )
        return self._send(packet, Disposition.COUNTED)

    def act(self, model: type[_Packet], case: Case, **fields: object) -> str:
        """Anything else that is said of a case."""
        return self._send(self._on(model, case, **fields), Disposition.COUNTED)

    def alone(self, model: type[_Alone], **fields: object) -> str:
        """Something that is said of many cases at once."""
        return self._send(self._next(model, **fields), Disposition.COUNTED)

    def state_facts(self, case: Case, *facts: StatedFact) -> str:
        return self._send(self._on(FactsPacket, case, facts=facts), Disposition.COUNTED)

    def change(self, at: int, disposition: Disposition, *, proved: bool = True) -> None:
        """The server says that a packet's disposition changed, with the leaf of that or without."""
        packet = read_envelope(from_base64(self.sent[at].envelope)).document_id
        leaf = DispositionLeaf(
            type="disposition/1",
            packet=packet,
            disposition=disposition,
            act="0" * 64,
            received=NOW,
        )
        change = self.world.receipt(leaf.entry()) if proved else None
        said = {"disposition": disposition, "change": change}
        self.sent[at] = self.sent[at].model_copy(update=said)

    def recuse(self, case: Case, conflict: ConflictKind | None = ConflictKind.FAMILY) -> str:
        reason = RecusalReason.CONFLICT if conflict else RecusalReason.NOT_COMPETENT
        packet = self._on(
            RecusalPacket,
            case,
            reason=reason,
            conflict=conflict,
            comment="",
            supersedes=None,
        )
        return self._send(packet, Disposition.COUNTED)

    def _on(self, model: type[_Packet], case: Case, **fields: object) -> _Packet:
        """The next packet of this kind on a case."""
        about = {
            "round": self.round,
            "manifest": "0" * 64,
            "case": case.number,
            "case_hash": case.id,
            "rubric": the_sample().rubric.id,
        }
        return self._next(model, **about | fields)

    def _next(self, model: type[_Alone], **fields: object) -> _Alone:
        seq = len(self.sent) + 1
        stem = {
            "header": self.world.header(self.key, seq, self.last),
            "nonce": sha256(b"%d %d" % (self.pseudonym or 0, seq)).hexdigest()[:32],
            "checkpoint": None,
            "claimed": NOW,
        }
        return model.model_validate(stem | fields)

    def _send(
        self, packet: Packet, disposition: Disposition, signer: SigningKey | None = None
    ) -> str:
        envelope = sealed(packet, signer or self.key)
        leaf = self.world.tree.size
        receipt = self.world.packet_receipt(packet, disposition)
        self.sent.append(
            CollectedPacket(
                envelope=to_base64(envelope.to_bytes()),
                receipt=receipt,
                disposition=disposition,
                change=None,
                leaf=leaf,
            )
        )
        self.last = packet.id
        return packet.id


@dataclass
class APanel:
    """A desk that may see scores, and the experts."""

    desk: ADesk
    experts: dict[int, AnExpert]
    declared: dict[tuple[str, int], str | None] = field(default_factory=dict)
    told: Told | None = None
    """What the server tells beside the packets; nothing by default, as an older one."""

    def case(self, at: int) -> Case:
        return self.desk.cases[at]

    def colleague(self, role: Role, *panels: str) -> AnExpert:
        """Another of the panel's people, who reviews nothing; what they sign is collected too."""
        made = AnExpert(self.desk.world, None, role=role, panels=panels)
        self.experts[-len(self.experts)] = made
        return made

    def collect(self, *more: CollectedPacket) -> int:
        """The desk collects all that the experts have sent; answers how many were new."""
        sent = [packet for expert in self.experts.values() for packet in expert.sent]
        hidden = () if self.told is None else {each.case for each in self.told.withheld}
        packets = [each for each in sent if case_in(each) not in hidden]
        unseen = [each for each in sent if case_in(each) in hidden]
        answer = PacketsAnswer(
            nonce="0" * 32,
            packets=tuple(sorted([*packets, *more], key=lambda packet: packet.leaf)),
            experts=tuple(expert.row() for expert in self.experts.values()),
            assignments=tuple(
                PanelAssignment(
                    case=case.number,
                    pseudonym=pseudonym,
                    declared=self.declared.get((case.number, pseudonym), "none"),
                )
                for case in self.desk.cases
                for pseudonym in self.experts
                if pseudonym > 0
            ),
            scope="0" * 64,
            next_leaf=self.desk.world.tree.size,
            log=LogView(checkpoint=self.desk.world.checkpoint(), consistency=()),
            request_nonce="-",
        )
        with self.desk.store.read() as connection:
            dossier = None if self.told is None else self.told.answer(answer, unseen)
            session = Answering("a builder", trust_of(connection), answer, dossier)
        with self.desk.store.write() as connection:
            keep_fact(connection, FactName.CHECKPOINT, answer.log.checkpoint)
        new = Collecting(self.desk.store).collect(session, print_nothing, never, NOW)
        CollectingDossier(self.desk.store).collect(session, never)
        return new

    def issue(
        self,
        *places: int,
        among: int = 40,
        supersedes: str | None = None,
        by: AnExpert | None = None,
    ) -> str:
        """The head has compared all panels and issued it: this panel's cases stand at these places,
        the best 20 are proposed for the Casebook."""
        head = by or self.colleague(Role.HEAD)
        said = ALONE[ComparisonPacket] | {"supersedes": supersedes}
        packet = head.alone(ComparisonPacket, **said)
        counted = {row.number: row.overall for row in self.desk.services.panel.table().rows}
        for case, place in zip(self.desk.cases, places, strict=False):
            is_in = place <= 20
            head.act(
                CaseFiguresPacket2,
                case,
                **ON_A_CASE[CaseFiguresPacket]
                | {
                    "comparison": packet,
                    "reviews": counted[case.number].n,
                    "raw": f"{counted[case.number].mean or 0:.6f}",
                    "place": place,
                    "among": among,
                    "proposed": (
                        Recommendation.CASEBOOK if is_in else Recommendation.NOT_IN_CASEBOOK
                    ),
                    "chances": (
                        Chance(target=6, probability="0.010000"),
                        Chance(target=20, probability="0.970000" if is_in else "0.030000"),
                    ),
                    "rank_low": max(1, place - 4),
                    "rank_high": min(among, place + 4),
                },
            )
        self.collect()
        return packet

    def open_round(self, number: int) -> None:
        """The server says that another round is open; what experts sign now belongs to it."""
        later = the_sample().round.model_copy(update={"number": number})
        state = RoundState(round=later, opened=NOW, closed=None)
        with self.desk.store.write() as connection:
            keep_fact(connection, FactName.ROUND, state.model_dump_json())
        for expert in self.experts.values():
            expert.round = number

    def close_round(self, number: int = 1, at: str = NOW) -> None:
        """The server says that the round is closed."""
        present = the_sample().round.model_copy(update={"number": number})
        state = RoundState(round=present, opened=NOW, closed=at)
        with self.desk.store.write() as connection:
            keep_fact(connection, FactName.ROUND, state.model_dump_json())


@contextmanager
def a_panel(
    folder: Path,
    *,
    cases: int = 3,
    experts: int = 3,
    role: Role = Role.CHAIR,
    declared: bool = True,
    held: bool = True,
    rules: Rules | None = None,
) -> Iterator[APanel]:
    """A chair's desk (or the head's, or staff's) and experts 1 … n, who have sent nothing yet.

    Chair and head have declared no conflict on any case, unless `declared` is false; the first
    round is closed for them, unless `held` is false: then nothing can be decided.
    """
    panel = "connect" if role is Role.CHAIR else None
    with a_desk(
        folder, cases=cases, role=role, panel=panel, person_name="Lin Wei", rules=rules
    ) as desk:
        if role is not Role.STAFF and declared:
            desk.receive(desk.declare())
            desk.release()
        world = desk.world
        made = APanel(desk, {number: AnExpert(world, number) for number in range(1, experts + 1)})
        if role is not Role.STAFF and held:
            made.close_round()
        yield made


def one_round() -> Rules:
    """The sample's rule file, where the first round decides both targets."""
    decides = {"casebook_round": 1, "outstanding_round": 1, "counted_rounds": (1,)}
    return the_sample().rules.model_copy(update=decides)
