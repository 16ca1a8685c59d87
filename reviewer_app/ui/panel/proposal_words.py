"""What the order proposes for a case, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.proposal import ORDER_UNKNOWN, Proposal, Unplaced
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import dates, panel_words
from reviewer_app.ui.panel.compared_words import joined, percent, zone

translate = QCoreApplication.translate


def proposed(proposal: Proposal | None) -> str:
    """Place, zone and outcome in a sentence or two; that nothing is proposed, and why."""
    if proposal is None:
        return translate(
            "deciding",
            "Nothing is proposed: there is no signed rule file, or no score counts yet.",
        )
    return joined([*_place(proposal), _outcome(proposal), *_waits(proposal)])


def beside(
    row: PanelCaseRow, outcome: Recommendation, proposal: Proposal | None
) -> tuple[str, ...]:
    """What to know of this very outcome: its chance, and what the experts recommend."""
    said = []
    target = 0 if proposal is None else proposal.target_of(outcome)
    if proposal is not None and target in proposal.chances:
        words = translate("deciding", "Among the best {target}: {chance}.")
        chance = percent(proposal.chances[target])
        said.append(words.format(target=panel_words.whole(target), chance=chance))
    counts = " · ".join(
        f"{panel_words.outcome(each)} {panel_words.whole(row.recommendations.get(each, 0))}"
        for each in Recommendation
    )
    words = translate("deciding", "Recommended by the experts: {counts}.")
    return (*said, words.format(counts=counts))


def leaving(outcome: Recommendation, proposal: Proposal | None) -> str:
    """Upwards or downwards; "" where it follows the order, or that proposes nothing."""
    if proposal is None or proposal.outcome is None or not proposal.is_left_by(outcome):
        return ""
    outcomes = tuple(Recommendation)
    words = translate("deciding", "This is below what the order proposes ({outcome}).")
    if outcomes.index(outcome) < outcomes.index(proposal.outcome):
        words = translate("deciding", "This is above what the order proposes ({outcome}).")
    return words.format(outcome=panel_words.outcome(proposal.outcome))


def _place(proposal: Proposal) -> list[str]:
    if proposal.issued is not None:
        return [_issued(proposal, dates.day_and_time(proposal.issued))]
    if proposal.place is None:
        return []
    words = translate("deciding", "Place {place} of {among}.")
    said = [
        words.format(
            place=panel_words.whole(proposal.place), among=panel_words.whole(proposal.among)
        )
    ]
    if proposal.zone is not None:
        words = translate("deciding", "For the best {target}: {zone}.")
        target = panel_words.whole(proposal.casebook)
        said.append(words.format(target=target, zone=zone(proposal.zone)))
    return said


def _waits(proposal: Proposal) -> list[str]:
    """Whether the case goes into a round to come."""
    if proposal.into is None:
        return []
    words = translate("deciding", "By the order it goes into round {round} (long list).")
    return [words.format(round=panel_words.whole(proposal.into))]


def _issued(proposal: Proposal, time: str) -> str:
    """Where the head's comparison puts it."""
    if proposal.place is None:
        words = translate("deciding", "The head’s comparison of {time} gives it no place.")
        return words.format(time=time)
    words = translate("deciding", "The head’s comparison of {time}: place {place} of {among}.")
    if proposal.zone is not None:
        words = translate(
            "deciding",
            "The head’s comparison of {time}: place {place} of {among}; among the best {target} "
            "with probability {chance} ({zone}).",
        )
    return words.format(
        time=time,
        place=panel_words.whole(proposal.place),
        among=panel_words.whole(proposal.among),
        target=panel_words.whole(proposal.casebook),
        chance=percent(proposal.chances.get(proposal.casebook)),
        zone="" if proposal.zone is None else zone(proposal.zone),
    )


def _outcome(proposal: Proposal) -> str:
    if proposal.outcome is not None:
        words = translate("deciding", "The order proposes: {outcome}.")
        return words.format(outcome=panel_words.outcome(proposal.outcome))
    if proposal.unplaced is Unplaced.NOT_HELD:
        return translate("deciding", "Nothing is proposed yet.")
    if proposal.unplaced is not None and proposal.unplaced in ORDER_UNKNOWN:
        return _unknown(proposal.unplaced)
    if proposal.unplaced is Unplaced.EQUAL:
        return translate(
            "deciding",
            "It shares this place with others across a line: a written reason decides.",
        )
    if proposal.unplaced is Unplaced.FEW_REVIEWS:
        return translate(
            "deciding", "Fewer reviews count than the rule file asks for: nothing is proposed."
        )
    return translate("deciding", "No score counts yet: nothing is proposed.")


def _unknown(why: Unplaced) -> str:
    """That the order of all cases is not known here, and what stands in its place."""
    if why is Unplaced.NOT_ISSUED:
        return translate(
            "deciding",
            "The order of all cases is not known yet: the head issues it once the round is closed, "
            "and as a rule before panels decide. Until then what most experts recommend stands in "
            "its place.",
        )
    if why is Unplaced.NOT_COMPARED:
        return translate(
            "deciding",
            "The head’s comparison is without this case: what most experts recommend stands in "
            "place of the order.",
        )
    if why is Unplaced.WITHOUT_PLACES:
        return translate(
            "deciding",
            "The head issued the comparison with an older version of this app, which tells no "
            "order of all cases: what most experts recommend stands in its place until it is "
            "issued once more.",
        )
    return translate(
        "deciding",
        "Its scores are not those any more that the head compared: what most experts recommend "
        "stands in place of the order until it is issued anew.",
    )
