"""What verifying a panel's packets found, in words without a technical term."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.people import Role
from reviewer_app.models.dossier import Doubt
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.dossier import Standing
from reviewer_app.services.panel.heads_comparison import IssuedComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.verification import (
    Failed,
    Fork,
    Gap,
    Signer,
    Verification,
    Verified,
)
from reviewer_app.ui import dates, terms
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate
MOST_NUMBERS = 6


def line(found: Verified, at: str) -> str:
    """One quiet line: how many packets of how many experts, when, and up to where in the log."""
    if found.uncounted:
        text = translate(
            "trust",
            "Not counted, because they could not be verified: {bad} · {packets} of {experts} "
            "verified {time} · log no. {size}",
        )
    elif not found.is_whole:
        text = translate(
            "trust",
            "{packets} of {experts}, all verified {time}; in what experts signed, something is "
            "missing or does not fit · log no. {size}",
        )
    else:
        text = translate("trust", "{packets} of {experts}, all verified {time} · log no. {size}")
    return text.format(
        bad=packets(found.uncounted),
        packets=packets(found.packets),
        experts=experts(found.experts),
        time=dates.day_and_time(at),
        size=whole(found.log_size),
    )


def deputy(standing: Standing) -> str:
    """What a deputy is told first; "" for everybody else."""
    if not standing.deputy:
        return ""
    if not standing.decides:
        return translate("trust", "You are a deputy here: no case is yours to decide at present")
    text = translate("trust", "You are a deputy here: yours to decide is {cases}")
    return text.format(cases=numbers(sorted(standing.decides)))


def numbers(cases: Sequence[str]) -> str:
    """Some of these by number, and how many more."""
    some = ", ".join(cases[:MOST_NUMBERS])
    more = len(cases) - MOST_NUMBERS
    return f"{some} (+{whole(more)})" if more > 0 else some


def packets(count: int) -> str:
    if count == 1:
        return translate("trust", "1 packet")
    return translate("trust", "{count} packets").format(count=whole(count))


def experts(count: int) -> str:
    if count == 1:
        return translate("trust", "1 expert")
    return translate("trust", "{count} experts").format(count=whole(count))


def heading(found: Verification) -> str:
    if found.is_whole:
        return translate("trust", "Every packet verified")
    if found.uncounted:
        return translate("trust", "Not everything could be verified")
    return translate("trust", "Something is missing or does not fit")


def what_is_checked() -> str:
    return translate(
        "trust",
        "Of each packet this computer checked the signature by the device’s certified key, the "
        "certificate in the log, the receipt, and its place among all that the device signed. What "
        "fails is counted nowhere.",
    )


def troubles(found: Verification) -> tuple[str, ...]:
    """What failed, is missing or does not fit, one sentence each."""
    return (
        *map(_failed, found.failed),
        *map(_gap, found.gaps),
        *map(_fork, found.forks),
    )


def notes(found: Verification) -> tuple[str, ...]:
    """What is in order, and worth knowing."""
    said = []
    if found.bridged:
        text = translate(
            "trust",
            "Not shown to you, and proved by the log to stand in their places: {packets}.",
        )
        said.append(text.format(packets=packets(found.bridged)))
    if not found.chains_known:
        said.append(
            translate(
                "trust",
                "This server does not tell which packets you are not shown: whether one is "
                "missing cannot be said.",
            )
        )
    if found.revoked:
        text = translate("trust", "Signed by a key that was revoked, and not counted: {packets}.")
        said.append(text.format(packets=packets(found.revoked)))
    if found.newer:
        text = translate(
            "trust", "Written by a newer version of the app, and not to be read here: {packets}."
        )
        said.append(text.format(packets=packets(found.newer)))
    return tuple(said)


def signer(who: Signer) -> str:
    """An expert by number, others by their role."""
    if who.pseudonym is not None:
        return terms.expert(who.pseudonym)
    match who.role:
        case Role.CHAIR:
            return translate("trust", "a chair")
        case Role.HEAD:
            return translate("trust", "the head")
        case Role.STAFF:
            return translate("trust", "the secretariat")
        case Role.REVIEWER:
            return translate("trust", "an expert")
        case None:
            return translate("trust", "an unknown device")
    assert_never(who.role)


def _failed(failed: Failed) -> str:
    return translate("trust", "{packets} of {who}: {reason}; not counted.").format(
        packets=packets(failed.packets), who=signer(failed.signer), reason=_reason(failed.doubt)
    )


def _reason(doubt: Doubt) -> str:
    match doubt:
        case Doubt.DEVICE:
            return translate("trust", "the log does not prove that this device was certified")
        case Doubt.SIGNATURE:
            return translate("trust", "it is not what the certified device signed")
        case Doubt.RECEIPT:
            return translate("trust", "its receipt does not prove that the log took it")
        case Doubt.CHANGE:
            return translate(
                "trust", "the log does not prove what is said to have changed how it stands"
            )
    assert_never(doubt)


def _gap(gap: Gap) -> str:
    if gap.packets == 1:
        text = translate(
            "trust", "No. {first} that {who} signed is missing, though later ones are here."
        )
    else:
        text = translate(
            "trust",
            "No. {first} to {last} that {who} signed are missing, though later ones are here.",
        )
    return text.format(who=signer(gap.signer), first=whole(gap.first), last=whole(gap.last))


def _fork(fork: Fork) -> str:
    return translate(
        "trust",
        "What {who} signed as no. {seq} does not fit: there are two of that number, or it follows "
        "another packet than the one before it.",
    ).format(who=signer(fork.signer), seq=whole(fork.seq))


def issued_heading(issued: IssuedComparison) -> str:
    return translate("trust", "Programme-wide comparison of {day}, signed by the head").format(
        day=dates.day_and_time(issued.at)
    )


def issued_sentence(issued: IssuedComparison) -> str:
    """Of what it is, and whether the same scores are counted here."""
    said = [
        translate(
            "trust",
            "From {packets} of all panels. Beside it stands what this computer makes of the scores "
            "that you may see.",
        ).format(packets=packets(issued.counted))
    ]
    if issued.superseded:
        said.append(translate("trust", "It takes the place of an earlier one."))
    if issued.same_inputs:
        said.append(translate("trust", "Exactly the same scores are counted here."))
    if not issued.same_rules:
        said.append(translate("trust", "It was made by another rule file than is here."))
    return joined(said)


def issued_differs(issued: IssuedComparison) -> str:
    """Which cases rest on other scores here; "" where none does."""
    if not issued.differing:
        return ""
    return translate(
        "trust", "Other scores are counted here than the head counted, of: {cases}."
    ).format(cases=numbers([each.number for each in issued.differing]))


def grounds(table: PanelTable, found: PanelComparison | None) -> list[tuple[str, str]]:
    """What the figures were computed from, by name and hash; what is not known is left out."""
    told = [
        (translate("trust", "Rubric"), table.rubric.id),
        (
            translate("trust", "Log {origin}, {size} entries").format(
                origin=table.log_origin, size=whole(table.log_size)
            ),
            table.log_root,
        ),
    ]
    if found is not None:
        told += [
            (translate("trust", "Rule file"), found.rules),
            (translate("trust", "Packets that count"), found.inputs),
            (translate("trust", "Seed of the draws"), found.seed or ""),
        ]
    return [(name, value) for name, value in told if value]
