"""The programme's own terms are explained in its texts; countries have the organiser's names."""

import pytest

from review_protocol.documents.base import Document
from review_protocol.documents.own_tables import (
    Glossary,
    GlossaryTerm,
    NamedCountries,
    NamedCountry,
)
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from tests.ui.reading.room import ZH
from tests.ui.screens import words_of

CASE = "WIC-2026-001"
TRANSLATION = "the gateway of our programme"


@pytest.fixture
def room(one_room):
    yield one_room
    one_room.desk.bring()


class NewKind(Document):
    """What a later version of the protocol might add."""

    kind = "new-kind"


def test_a_term_is_explained_as_the_programme_translates_it(room):
    room.desk.bring(Glossary(terms=(GlossaryTerm(zh="网关", en=TRANSLATION),)))
    screen = room.screen(CASE)
    side = screen.reading.state.opened.prepared.sides[ZH]
    block = next(at for at, each in enumerate(side.blocks) if "网关" in each.text)
    place = Pointed(ZH, block, side.blocks[block].text.index("网关") + 1)
    found = screen.view.middle.texts.explaining.at(place)
    assert found.words == f"网关: {TRANSLATION} (a term of the programme)"


def test_countries_have_the_organisers_names_in_its_order(room):
    rows = (
        NamedCountry(code="ET", zh="埃国", en="Land of Origins", aliases=()),
        NamedCountry(code="CN", zh="中国", en="China (organiser)", aliases=()),
    )
    room.desk.bring(NamedCountries(countries=rows, traps=()), NewKind())
    screen = room.screen(CASE)
    screen.reading.show_leaf(Leaf.FACTS)
    words = words_of(screen.view.middle.facts)
    assert "China (organiser)" in words
    ordered = screen.reading.state.opened.facts.countries
    assert [each.code for each in ordered][:2] == ["ET", "CN"]
