"""The lists in words: what they rest on, how firm each place is, what minima would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import OrderingFigure, Recommendation
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.proposed_rows import (
    LongList,
    ProposedList,
    ProposedLists,
    ProposedPlace,
    UnderMinima,
)
from reviewer_app.services.panel.stability import FIRM, Stability
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate
Stabilities = Mapping[str, Stability]
MOST_NAMED = 6
FEW = 6


def choice(outcome: Recommendation, target: int) -> str:
    """A list as it is chosen."""
    if outcome is Recommendation.OUTSTANDING:
        text = translate("lists", "Outstanding Cases: {target}")
    else:
        text = translate("lists", "Casebook: {target}")
    return text.format(target=whole(target))


def long_choice(count: int) -> str:
    return translate("lists", "Long list: {count}").format(count=whole(count))


def said_of_list(shown: ProposedList, moved: Stabilities | None) -> str:
    """What it rests on, how sure it is, and who is left out, a sentence each."""
    said = [_rests_on(shown), *_elsewhere(shown), *_decides(shown), *_sure(shown)]
    if moved is not None and len(shown.order) > shown.target:
        said.append(_checks(shown, moved))
    if shown.undecided:
        text = translate(
            "lists", "The line would part {count} equal cases: a written reason decides."
        )
        said.append(text.format(count=whole(len(shown.undecided))))
    if shown.too_few:
        text = translate(
            "lists",
            "On no list, with fewer than {fewest} full scores: {cases}.",
        )
        said.append(text.format(fewest=whole(shown.fewest), cases=_numbers(shown.too_few)))
    return joined(said)


def withheld(lists: ProposedLists) -> str:
    """That cases are hidden, where any are."""
    if not lists.withheld:
        return ""
    text = translate(
        "lists",
        "Not the official list: cases that you may not see are in no list and no figure here "
        "({count}).",
    )
    return text.format(count=whole(lists.withheld))


def _rests_on(shown: ProposedList) -> str:
    by_raw = shown.ordering is OrderingFigure.RAW_MEAN
    if by_raw:
        text = translate("lists", "{all} cases by mean, from the reviews of {rounds}.")
    else:
        text = translate("lists", "{all} cases by adjusted mean, from the reviews of {rounds}.")
    return text.format(all=whole(len(shown.order)), rounds=rounds(shown.rounds))


def rounds(numbers: Sequence[int]) -> str:
    """One round, or those that are fitted together."""
    if len(numbers) == 1:
        return translate("lists", "round {number}").format(number=whole(numbers[0]))
    first = translate("lists", ", ").join(map(whole, numbers[:-1]))
    return translate("lists", "rounds {first} and {last} together").format(
        first=first, last=whole(numbers[-1])
    )


def _elsewhere(shown: ProposedList) -> list[str]:
    if not shown.elsewhere:
        return []
    text = translate(
        "lists",
        "Of its {all} places {count} are decided by somebody else, on cases hidden from you; the "
        "order fills {target}.",
    )
    every = whole(shown.target + shown.elsewhere)
    return [text.format(all=every, count=whole(shown.elsewhere), target=whole(shown.target))]


def _decides(shown: ProposedList) -> list[str]:
    if shown.decides > shown.rounds[-1]:
        text = translate("lists", "Round {number} decides; so it stands now.")
        return [text.format(number=whole(shown.decides))]
    return []


def _sure(shown: ProposedList) -> list[str]:
    if len(shown.order) <= shown.target:
        text = translate("lists", "There are no more cases than the {target} places.")
        return [text.format(target=whole(shown.target))]
    if shown.expected is None:
        return []
    text = translate("lists", "Of these {target} we expect {number} to belong.")
    return [text.format(target=whole(shown.target), number=whole(round(shown.expected)))]


def _checks(shown: ProposedList, moved: Stabilities) -> str:
    leaving = sum(each.number in moved for each in shown.listed)
    if not leaving:
        return translate("lists", "None would leave the list in any check.")
    text = translate("lists", "{count} would leave the list in at least one check.")
    return text.format(count=whole(leaving))


def said_of_long_list(found: LongList) -> str:
    """Why these cases, and how they stand."""
    first = translate(
        "lists",
        "The smallest set that holds 95% of those that belong among the best {target}. Round "
        "{round} would read these {count} cases; {left} are left out.",
    ).format(
        target=whole(found.target),
        round=whole(found.into),
        count=whole(len(found.cases)),
        left=whole(len(found.left_out)),
    )
    everybody = (*found.cases, *found.left_out)
    zones = [each.compared.zones.get(found.target) for each in everybody]
    second = translate(
        "lists", "Now {in} are in, {discuss} are to be discussed, {out} are out."
    ).format(
        **{zone.value: whole(sum(each is zone for each in zones)) for zone in Zone},
    )
    if not found.too_few:
        return joined([first, second])
    third = translate(
        "lists", "{count} are on it because they have too few reviews for a place."
    ).format(count=whole(len(found.too_few)))
    return joined([first, second, third])


def moved_by(each: Stability | None) -> str:
    """By what it would change sides, in a cell."""
    if each is None:
        return "–"
    if each.holds:
        return translate("lists", "nothing")
    parts = []
    if each.raw:
        parts.append(translate("lists", "raw means"))
    if each.robust:
        parts.append(translate("lists", "robust fit"))
    if each.experts:
        many = whole(len(each.experts))
        parts.append(translate("lists", "experts: {count}").format(count=many))
    if each.reviews:
        many = whole(len(each.reviews))
        parts.append(translate("lists", "own reviews: {count}").format(count=many))
    return translate("lists", ", ").join(parts)


def place_on_list(place: ProposedPlace) -> str:
    """Where it stands among the Casebook, by the reviews that decide this list, if that is another
    place than among all."""
    if place.compared.place is not None and place.position < place.compared.place:
        text = translate("lists", "Among the cases that may be on this list its place is {place}.")
        return text.format(place=whole(place.position))
    return ""


def place_sentence(
    place: ProposedPlace, shown: ProposedList, moved: Stabilities | None, experts: int
) -> str:
    """How firmly a case stands where it stands; so many experts were left out in turn."""
    if moved is None or len(shown.order) <= shown.target:
        return ""
    checks = 2 + experts + place.compared.reviews
    each = moved.get(place.number, FIRM)
    if each.holds:
        return translate(
            "lists",
            "It stays on this side of the line in all {checks} checks: by raw means, with far "
            "scores counting less, without any one expert or any one of its {reviews} reviews.",
        ).format(checks=whole(checks), reviews=whole(place.compared.reviews))
    on_it = place.position <= shown.target
    said = []
    if each.raw:
        said.append(translate("lists", "by raw means"))
    if each.robust:
        said.append(translate("lists", "with far scores counting less"))
    if each.experts:
        said.append(translate("lists", "without {experts}").format(experts=_experts(each.experts)))
    if each.reviews:
        text = translate("lists", "without the review by {experts}")
        said.append(text.format(experts=_experts(each.reviews)))
    whole_list = translate("lists", "; ").join(said)
    stays = whole(checks - each.moves)
    text = (
        translate("lists", "In {stays} of {checks} checks it stays; it would leave {how}.")
        if on_it
        else translate("lists", "In {stays} of {checks} checks it stays; it would enter {how}.")
    )
    return text.format(stays=stays, checks=whole(checks), how=whole_list)


def _experts(pseudonyms: Sequence[int]) -> str:
    named = [terms.expert(each) for each in pseudonyms[:MOST_NAMED]]
    if len(pseudonyms) > MOST_NAMED:
        named.append("…")
    return translate("lists", " or ").join(named)


def beside(found: UnderMinima, shown: ProposedList) -> list[str]:
    """What minima would change."""
    if not found.enter:
        return [translate("lists", "The list meets these minima as it is.")]
    said = [
        translate("lists", "Would enter: {cases}").format(cases=_names(found.enter)),
        translate("lists", "Would leave: {cases}").format(cases=_names(found.leave)),
    ]
    if found.expected is not None:
        text = translate("lists", "Of that list we expect {number} of {target} to belong.")
        number = whole(round(found.expected))
        said.append(text.format(number=number, target=whole(shown.target)))
    return said


def _names(places: Sequence[ProposedPlace]) -> str:
    """Number and place of each."""
    text = translate("lists", "{case} (place {place})")
    named = [text.format(case=each.number, place=whole(each.position)) for each in places]
    return translate("lists", ", ").join(named)


def _numbers(cases: Sequence[str]) -> str:
    listed = translate("lists", ", ").join(cases[:FEW])
    if len(cases) <= FEW:
        return listed
    more = whole(len(cases) - FEW)
    return translate("lists", "{cases} and {more} more").format(cases=listed, more=more)


def share(listed: int, among: int) -> str:
    """So many of so many."""
    return translate("lists", "{listed} of {among}").format(
        listed=whole(listed), among=whole(among)
    )
