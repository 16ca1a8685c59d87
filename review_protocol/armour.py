"""Sealed bytes as text that survives mail: written strictly, read through what mail does to it.

Only form is checked here: who sealed what, and what is in it, opening says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from review_protocol.armour_blocks import (
    ArmourPart,
    DamagedBlock,
    Purpose,
    read_parts,
)
from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.exchange import HANDOVER_LIMIT
from review_protocol.failures import TooLarge
from review_protocol.file_failures import (
    BlockAltered,
    BlockCut,
    NewerForm,
    NoBlock,
    OtherDeployment,
    OtherDevice,
    PartsMissing,
)
from review_protocol.mail import attachments_in

__all__ = [
    "ARMOUR_LIMIT",
    "HAND_IN_SUFFIX",
    "RECEIPTS_SUFFIX",
    "ArmourReading",
    "Armoured",
    "Purpose",
    "armour_texts",
    "read_armour",
]

HAND_IN_SUFFIX = ".review-handin"
RECEIPTS_SUFFIX = ".review-receipts"

ARMOUR_LIMIT = 64 << 20
"""Bytes of one file that is read."""
PART_SIZE = 4 << 20
"""Sealed bytes in one block, where a message may not be longer."""
_LINE = 64


@dataclass(frozen=True, slots=True)
class Armoured:
    """Sealed bytes, and for what, where and whom they are; `device` handed in, or is answered."""

    purpose: Purpose
    deployment: str
    device: str
    sealed: bytes

    def require(self, *, deployment: str, device: str | None = None) -> None:
        """Raises OtherDeployment or OtherDevice, before any key is tried."""
        if self.deployment != deployment:
            raise OtherDeployment(deployment, self.deployment)
        if device is not None and self.device != device:
            raise OtherDevice(device, self.device)


@dataclass(frozen=True, slots=True)
class ArmourReading:
    """What was found whole in some files, each once, and what was wrong with the rest."""

    found: tuple[Armoured, ...]
    failures: tuple[NoBlock | BlockCut | BlockAltered | PartsMissing | NewerForm, ...]


def armour_texts(content: Armoured, *, part_size: int = PART_SIZE) -> tuple[str, ...]:
    """The text blocks of this content, one for each `part_size` bytes; raises TooLarge.

    They may lie in one file, or travel in as many messages, in any order.
    """
    if len(content.sealed) > HANDOVER_LIMIT:
        raise TooLarge(len(content.sealed), HANDOVER_LIMIT)
    sha256 = sha256_hex(content.sealed)
    starts = range(0, max(1, len(content.sealed)), part_size)
    return tuple(
        _text(
            ArmourPart(
                content.purpose,
                content.deployment,
                content.device,
                number,
                len(starts),
                sha256,
                content.sealed[start : start + part_size],
            )
        )
        for number, start in enumerate(starts, 1)
    )


def read_armour(files: Iterable[bytes]) -> ArmourReading:
    """Everything in the content of these files, saved mails with attachments among them; parts
    may be spread over them.

    What is damaged here and whole there is not a failure. Raises TooLarge (a file of more than
    ARMOUR_LIMIT bytes) and TooMany (blocks in one file).
    """
    parts: list[ArmourPart] = []
    damaged: list[DamagedBlock] = []
    for content in files:
        if len(content) > ARMOUR_LIMIT:
            raise TooLarge(len(content), ARMOUR_LIMIT)
        for text in (content, *attachments_in(content, ARMOUR_LIMIT)):
            for each in read_parts(text):
                if isinstance(each, ArmourPart):
                    parts.append(each)
                else:
                    damaged.append(each)
    if not parts and not damaged:
        return ArmourReading((), (NoBlock(),))
    return _assembled(parts, damaged)


def _assembled(parts: Iterable[ArmourPart], damaged: Iterable[DamagedBlock]) -> ArmourReading:
    wholes: dict[tuple[object, ...], dict[int, ArmourPart]] = {}
    for part in parts:
        of_whole = (part.purpose, part.deployment, part.device, part.sha256, part.of)
        wholes.setdefault(of_whole, {}).setdefault(part.part, part)
    found: list[Armoured] = []
    incomplete: list[PartsMissing | BlockAltered] = []
    broken = list(damaged)
    for by_number in wholes.values():
        first = next(iter(by_number.values()))
        missing = tuple(n for n in range(1, first.of + 1) if n not in by_number)
        if missing:
            known = {(each.sha256, _part_of(each)) for each in broken}
            if any((first.sha256, number) not in known for number in missing):
                incomplete.append(PartsMissing(missing, first.of))
            continue
        sealed = b"".join(by_number[n].content for n in range(1, first.of + 1))
        if sha256_hex(sealed) != first.sha256:
            incomplete.append(BlockAltered(first.line, None, first.of, "text"))
            continue
        found.append(Armoured(first.purpose, first.deployment, first.device, sealed))
    whole = {sha256_hex(each.sealed) for each in found}
    failures = [each.failure for each in broken if each.sha256 not in whole]
    return ArmourReading(tuple(found), (*failures, *incomplete))


def _part_of(block: DamagedBlock) -> int | None:
    return None if isinstance(block.failure, NewerForm) else block.failure.part


def _text(part: ArmourPart) -> str:
    first, last = (f"-----{word} PRACTICE REVIEW {part.purpose}-----" for word in ("BEGIN", "END"))
    text = to_base64(part.content)
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return "\n".join((first, part.header(), *lines, last)) + "\n"
