"""What experts say of the facts stands beside their reviews, and in the place of none."""

from review_protocol.documents.stated_facts import Fact
from tests.builders.documents import a_fact
from tests.builders.panel import a_panel


def test_facts_stand_beside_the_review_and_the_newest_of_an_expert_stand(tmp_path):
    with a_panel(tmp_path) as panel:
        one, two, three = panel.experts.values()
        case = panel.case(0)
        one.score(case, 5)
        one.state_facts(case, a_fact(Fact.JOINT), a_fact(Fact.ELIGIBILITY))
        one.state_facts(case, a_fact(Fact.JOINT, "Only a supplier."))
        two.state_facts(case, a_fact(Fact.COUNTRIES))
        three.score(case, 8)
        panel.collect()
        opened = panel.desk.services.panel.open(case.number)
    said = [opinion.facts for opinion in opened.opinions]
    assert said == [(a_fact(Fact.JOINT, "Only a supplier."),), (a_fact(Fact.COUNTRIES),), ()]
    assert [cell.composite for cell in opened.row.cells] == [5.0, None, 8.0]
    assert opened.row.overall.n == 2
