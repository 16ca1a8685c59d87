"""Where a case was being read and what of it, as the desk keeps it: said in its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from review_protocol.documents.text import Element, Language
from reviewer_app.services.rows import ReadingPlace
from reviewer_app.ui.reading.anchoring import Anchor
from reviewer_app.ui.reading.pace import Stretch, stretches
from reviewer_app.ui.reading.prepared import TITLE, Block, Prepared


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a case that is opened: the line where its reader was, of each other side
    that was free of the first a line of its own, and what had been read."""

    anchor: Anchor | None = None
    apart: tuple[Anchor, ...] = ()
    read: frozenset[Stretch] = frozenset()


def place_of(known: Known, prepared: Prepared) -> ReadingPlace:
    """What is kept: the lines, and the units read in each language."""
    units: dict[str, dict[str, list[int]]] = {}
    for stretch, blocks in stretches(prepared):
        if stretch in known.read:
            for there in blocks:
                sides = units.setdefault(there.element, {})
                sides.setdefault(there.language, []).append(there.unit)
    anchor = known.anchor or beginning(prepared)
    more: list[object] = [anchor.language, anchor.offset, units]
    more.append([[a.language, a.element, a.unit, a.offset, _kept(a)] for a in known.apart])
    more.append(_kept(anchor))
    said = json.dumps(more, separators=(",", ":"))
    return ReadingPlace(anchor.element, max(anchor.unit, TITLE), said)


def kept_place(place: ReadingPlace | None, prepared: Prepared) -> Known:
    """What was kept; what another version of the app wrote is passed over."""
    if place is None:
        return Known()
    try:
        language, offset, units, *more = json.loads(place.more)
        below = float(more[1]) if len(more) > 1 else 0.0
        anchor = Anchor(Language(language), place.element, place.unit, int(offset), below)
        read = frozenset(_stretches(prepared, units))
        apart = tuple(_anchors(more[0])) if more else ()
    except (ValueError, TypeError, AttributeError):
        return Known(Anchor(prepared.languages[0], place.element, place.unit))
    begun = (anchor.element, anchor.unit, apart) != (Element.BACKGROUND, TITLE, ())
    return Known(anchor if begun else None, apart, read)


def beginning(prepared: Prepared) -> Anchor:
    """The first line of a case."""
    return Anchor(prepared.languages[0], Element.BACKGROUND, TITLE)


def renewed(known: Known, before: Prepared, now: Prepared) -> Known:
    """The same in another version of the case: the lines, and the stretches all of whose texts
    were read before."""
    return Known(
        carried(known.anchor, before, now) if known.anchor else None,
        tuple(carried(each, before, now) for each in known.apart),
        carried_stretches(known.read, before, now),
    )


def carried_stretches(
    read: frozenset[Stretch], before: Prepared, now: Prepared
) -> frozenset[Stretch]:
    """The stretches of another version that say nothing but what stood in those read before."""
    known = {_saying(b) for stretch, blocks in stretches(before) if stretch in read for b in blocks}
    return frozenset(
        stretch for stretch, blocks in stretches(now) if known.issuperset(map(_saying, blocks))
    )


def carried(anchor: Anchor, before: Prepared, now: Prepared) -> Anchor:
    """The same line in another version; where its own text is no longer there, as far below the
    last text before it that still is."""
    old = [unit.text for unit in before.texts[anchor.element, anchor.language].units]
    new = [unit.text for unit in now.texts[anchor.element, anchor.language].units]
    for at in range(min(anchor.unit, len(old) - 1), -1, -1):
        same = [unit for unit, text in enumerate(new) if text == old[at]]
        if same:
            nearest = min(same, key=lambda unit: abs(unit - at))
            return replace(anchor, unit=min(nearest + anchor.unit - at, len(new) - 1))
    return replace(anchor, unit=min(anchor.unit, len(new) - 1))


def _saying(block: Block) -> tuple[Element, Language, str]:
    return block.element, block.language, block.text


def _anchors(said: Sequence[Sequence[object]]) -> Iterator[Anchor]:
    for language, element, unit, offset, *below in said:
        yield Anchor(
            Language(str(language)),
            Element(str(element)),
            int(str(unit)),
            int(str(offset)),
            float(str(below[0])) if below else 0.0,
        )


def _kept(anchor: Anchor) -> float:
    """A line is hardly higher than fifty pixels: a thousandth of it is seen by nobody."""
    return round(anchor.below, 3)


def _stretches(
    prepared: Prepared, units: Mapping[str, Mapping[str, Iterable[int]]]
) -> Iterator[Stretch]:
    known = {
        (element, language, unit)
        for element, sides in units.items()
        for language, numbers in sides.items()
        for unit in numbers
    }
    if not known:
        return
    for stretch, blocks in stretches(prepared):
        if any((b.element, b.language, b.unit) in known for b in blocks):
            yield stretch
