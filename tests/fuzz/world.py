"""One small deployment with a document of each kind, from fixed keys: what is mutated."""

from functools import cache

from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.answers import Arrived, DeviceRow
from review_protocol.documents.batch import (
    FileEntry,
    FileRole,
    Manifest,
    ManifestCase,
    Release,
    WrappedKeys,
)
from review_protocol.documents.file_quotes import with_file_quotes
from review_protocol.documents.handover import Handover, HandoverReply
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.notice import NoticeKind
from review_protocol.documents.packet import DeclarationPacket
from review_protocol.documents.people import Revocation, Role
from review_protocol.documents.programme import RoundState
from review_protocol.documents.stated_facts import Fact
from review_protocol.envelope import Envelope
from review_protocol.keys import ExchangeKey, SigningKey, VerifyKey
from review_protocol.opening import opened_packet, sealed
from review_protocol.sealing import encrypt_file
from tests.builders.documents import (
    Chain,
    a_case,
    a_declaration,
    a_fact,
    a_file_quote,
    a_programme,
    a_round,
    a_rubric,
    some_answers,
)
from tests.builders.handed_over import a_notice
from tests.builders.panel_acts import ALONE, NEWER_ON_A_CASE, ON_A_CASE, alone, on_a_case
from tests.builders.two_staff import agrees, asks_for_scores
from tests.builders.world import NOW, SignedWorld

DEVICE, OTHER_DEVICE = SigningKey(b"\x07" * 32), SigningKey(b"\x17" * 32)
EXCHANGE = ExchangeKey(b"\x06" * 32)
FILE_KEY = b"\x21" * 32
PLAIN_FILES = (b"", b"%PDF-1.4\n%%EOF\n", bytes(range(256)), "论据充分。".encode() * 200)


class Deployment(SignedWorld):
    """The world with one enrolled person, her packets, her batch and her notices."""

    def __init__(self) -> None:
        super().__init__(leaves=5)
        self.certificate = self.certified(DEVICE, EXCHANGE)
        self.packets = _packets(self.deployment)
        self.receipts = [self.certificate_receipt(self.certificate)] + [
            self.packet_receipt(packet)
            for packet in (
                opened_packet(each.to_bytes(), KEYS.get).document for each in self.packets
            )
            if packet is not None
        ]
        self.files = [encrypt_file(FILE_KEY, each, randomness=_fixed) for each in PLAIN_FILES]
        self.manifest = sealed(self._manifest(), self.server)
        self.release = sealed(self._release(), self.server)
        self.revocation = sealed(
            Revocation(
                deployment=self.deployment,
                kid=DEVICE.key_id,
                from_leaf=7,
                reason="lost",
                issued=NOW,
            ),
            self.server,
        )
        self.notices = [
            sealed(a_notice(about, deployment=self.deployment, number=number), self.server)
            for number, about in enumerate(NoticeKind, 1)
        ]

    def reply(self) -> HandoverReply:
        """An answer to a hand-over, with something of everything."""
        arrived = zip(self.packets, self.receipts[1:], strict=True)
        return HandoverReply(
            deployment=self.deployment,
            person="p-one",
            kid=DEVICE.key_id,
            arrived=tuple(
                Arrived(packet=each.document_id, disposition=Disposition.COUNTED, receipt=receipt)
                for each, receipt in list(arrived)[:2]
            ),
            rejected=(),
            changes=(),
            devices=(DeviceRow(kid=DEVICE.key_id, name="laptop", issued=NOW),),
            round=RoundState(round=a_round(), opened=NOW, closed=None),
            releases=(to_base64(self.release.to_bytes()),),
            notices=tuple(to_base64(each.to_bytes()) for each in self.notices[:2]),
            manifest=to_base64(self.manifest.to_bytes()),
            trust=to_base64(self.trust_envelope.to_bytes()),
            log=self.checkpoint(),
            known_size=0,
            consistency=(),
            issued=NOW,
        )

    def handover(self, *packets: Envelope) -> Handover:
        return Handover(
            deployment=self.deployment,
            kid=DEVICE.key_id,
            known=None,
            notices=2,
            packets=tuple(to_base64(each.to_bytes()) for each in packets),
        )

    def _manifest(self) -> Manifest:
        case = a_case()
        return Manifest(
            deployment=self.deployment,
            number=3,
            person="p-one",
            role=Role.REVIEWER,
            panel=None,
            round=a_round(),
            programme=a_programme().id,
            rubric=a_rubric().id,
            rules=None,
            cases=(
                ManifestCase(number=case.number, version=1, headers=case.headers.id, case=case.id),
            ),
            files=tuple(
                FileEntry(
                    role=FileRole.CASE,
                    case=case.number,
                    sha256=sha256_hex(plain),
                    length=len(plain),
                    cipher_sha256=sha256_hex(cipher),
                    cipher_length=len(cipher),
                )
                for plain, cipher in zip(PLAIN_FILES, self.files, strict=True)
            ),
            wrapped=(WrappedKeys(kid=DEVICE.key_id, sealed=to_base64(b"keys")),),
            oldest_app="0.1.0",
            issued=NOW,
            expires="2026-12-31T00:00:00Z",
        )

    def _release(self) -> Release:
        return Release(
            deployment=self.deployment,
            manifest=self.manifest.document_id,
            person="p-one",
            cases=(a_case().number,),
            wrapped=WrappedKeys(kid=DEVICE.key_id, sealed=to_base64(b"more keys")),
            issued=NOW,
        )


KEYS: dict[str, VerifyKey] = {key.key_id: key.public for key in (DEVICE, OTHER_DEVICE)}


@cache
def the_deployment() -> Deployment:
    """The same in every process."""
    return Deployment()


def _packets(deployment: str) -> list[Envelope]:
    """One of each form, and two of another device."""
    chain, case, rubric = Chain(DEVICE, deployment), a_case(), a_rubric()
    chain.accept(a_programme())
    declared = (a_declaration(case.number, case.headers.id, conflict=True),)
    chain.sign(DeclarationPacket, round=1, manifest="e" * 64, declarations=declared)
    score = chain.score(case, rubric)
    amended = chain.amend(case, rubric, score.document_id)
    chain.withdraw(case, rubric, amended.document_id)
    chain.recuse(case, rubric)
    chain.decide(case, rubric, "panel-a")
    chain.close_round()
    chain.resolve(case, rubric, score.document_id, amended.document_id)
    chain.confirm(score.document_id, denied=(amended.document_id,))
    chain.rotate(SigningKey(b"\x08" * 32), ExchangeKey(b"\x09" * 32))
    chain.erase("e" * 64)
    chain.ask("哪一版为准？", case=case.number)
    quoting = with_file_quotes(some_answers(), [a_file_quote()])
    quoted = chain.score(case, rubric, answers=quoting)
    chain.amend(case, rubric, quoted.document_id, answers=quoting)
    agrees(chain, asks_for_scores(chain))
    chain.state_facts(case, rubric, a_fact(Fact.COUNTRIES, disputed="埃及 rather than 约旦"))
    for model in ON_A_CASE | NEWER_ON_A_CASE:
        on_a_case(chain, model, case, rubric)
    for model in ALONE:
        alone(chain, model)
    chain.sign(RulingPacket, packet=score.document_id, counts=True, reason="断网三天")
    other = Chain(OTHER_DEVICE, deployment)
    other.score(case, rubric, 3)
    other.ask("第二台电脑")
    return chain.signed + other.signed


def _fixed(length: int) -> bytes:
    return b"\x33" * length
