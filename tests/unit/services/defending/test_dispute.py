"""The dispute dossier of a case, written by a real desk and verified as a stranger would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from pypdf import PdfReader

from review_protocol.canonical import canonical, parse_canonical
from review_protocol.documents.draws import Draw
from review_protocol.documents.leaf import ActLeaf, Disposition
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CriterionAnswer
from reviewer_app.__main__ import main
from reviewer_app.errors import NotPermitted
from reviewer_app.models.draws import keep_draws
from reviewer_app.services.defending.case_proofs import case_proofs
from reviewer_app.services.defending.dispute import SavedDispute
from reviewer_app.services.defending.dispute_record import DisputeRecord, Standing, standings
from reviewer_app.verifying.folder import verified_folder
from reviewer_app.verifying.found import Fault
from tests.builders.panel import APanel, Told, a_panel, some_answers
from tests.builders.sample import the_sample
from tests.builders.world import NOW
from tests.unit.services.test_evidence_files import verified, with_new_sums

pytestmark = pytest.mark.campaign


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("panel"), experts=5) as panel:
        case = panel.case(0)
        first = panel.experts[1].score(case, 9)
        panel.experts[1].amend(case, first, 8)
        panel.experts[2].score(case, 6, disposition=Disposition.HELD_LATE)
        panel.experts[3].score(case, 7)
        panel.experts[3].recuse(case)
        slip = panel.experts[4].score(case, 2)
        panel.experts[4].withdraw(case, slip)
        panel.experts[5].score(case, 7)
        panel.collect()
        give_out(panel)
        panel.close_round()
        decision = panel.desk.services.panel.decide(case.number, Recommendation.CASEBOOK, "so")
        panel.desk.receive(decision)
        yield panel


RECORD, SEED = "ab" * 32, "5e" * 32


def give_out(panel: APanel) -> None:
    """The server tells of two runs of the assignment, of which the second is for another case."""
    runs = ((RECORD, None), ("cd" * 32, panel.case(1).number))
    draws = []
    for record, case in runs:
        act = ActLeaf(type="act/1", act="assign", subject=record, received=NOW)
        receipt = panel.desk.world.receipt(act.entry())
        draws.append(
            Draw(
                round=1,
                made=NOW,
                reviews_per_case=5,
                case=case,
                seed=SEED,
                record=record,
                receipt=receipt,
            )
        )
    with panel.desk.store.write() as connection:
        keep_draws(connection, draws, 1)


def saved(panel: APanel, folder: Path) -> SavedDispute:
    return panel.desk.services.disputes.save(panel.case(0).number, folder)


def sample_people() -> set[str]:
    """What the people of the demonstration are called."""
    told = json.loads((files("reviewer_app.resources") / "demo/people.json").read_bytes())
    return {each["name"] for each in told["people"]}


def text_of(pages: Path) -> str:
    """As somebody searches it, lines and all."""
    found = (page.extract_text() for page in PdfReader(pages).pages)
    return " ".join(" ".join(found).split())


def record_in(folder: Path) -> DisputeRecord:
    return DisputeRecord.from_body((folder / "dispute.json").read_bytes())


def test_it_says_of_each_score_whether_it_counts_and_why(panel: APanel, tmp_path: Path):
    folder = Path(saved(panel, tmp_path).folder)
    record = record_in(folder)
    assert [(each.pseudonym, each.standing) for each in record.scores] == [
        (1, Standing.SUPERSEDED),
        (1, Standing.COUNTS),
        (2, Standing.HELD),
        (3, Standing.RECUSED),
        (4, Standing.WITHDRAWN),
        (5, Standing.COUNTS),
    ]
    assert record.scores[2].disposition is Disposition.HELD_LATE
    assert (len(record.decisions), record.left_out) == (1, 0)


def test_a_score_of_a_round_that_does_not_count_is_told_apart(tmp_path: Path):
    with a_panel(tmp_path, experts=3) as panel:
        rules = the_sample().rules
        assert 2 in rules.counted_rounds
        case = panel.case(0)
        one, two, three = panel.experts.values()
        one.score(case, 9)
        cannot = CriterionAnswer(criterion="benefits", mark="cannot_judge", comment="no figures")
        answers = some_answers(6)
        rest = tuple(each for each in answers.criteria if each.criterion != "benefits")
        two.score(case, answers=answers.model_copy(update={"criteria": (*rest, cannot)}))
        three.score(case, 4)
        panel.collect()
        with panel.desk.store.read() as connection:
            signed = case_proofs(connection, case.number).signed
        none_of_it = rules.model_copy(update={"counted_rounds": (2,)})
        assert [each for _, each in standings(signed, rules)] == [
            Standing.COUNTS,
            Standing.CANNOT_JUDGE,
            Standing.COUNTS,
        ]
        assert {each for _, each in standings(signed, none_of_it)} == {Standing.OTHER_ROUND}
        folder = Path(saved(panel, tmp_path).folder)
        record = record_in(folder)
        assert [each.standing for each in record.scores] == [
            Standing.COUNTS,
            Standing.CANNOT_JUDGE,
            Standing.COUNTS,
        ]
        assert verified_folder(folder).wrong == ()
        assert "Counts in the criteria it answers" in text_of(folder / "dossier-en.pdf")
        rewritten(folder, rules="ee" * 32)  # no such rules in the folder
        assert [each.file for each in verified_folder(folder).wrong] == ["dispute.json"]


def rewritten(folder: Path, **changed: object) -> None:
    record = parse_canonical((folder / "dispute.json").read_bytes())
    assert isinstance(record, dict)
    (folder / "dispute.json").write_bytes(canonical({**record, **changed}))
    with_new_sums(folder)


def test_the_seed_of_the_assignment_is_told_and_its_act_proved(panel: APanel, tmp_path: Path):
    folder = Path(saved(panel, tmp_path).folder)
    (draw,) = record_in(folder).draws
    assert (draw.seed, draw.record, draw.case) == (SEED, RECORD, None)
    assert [each.name for each in (folder / "draws").iterdir()] == [RECORD]
    assert SEED in text_of(folder / "dossier-en.pdf").replace(" ", "")


def test_an_assignment_whose_entry_is_another_ones_is_told(panel: APanel, tmp_path: Path):
    folder = Path(saved(panel, tmp_path).folder)
    (folder / "draws" / RECORD).rename(folder / "draws" / ("ef" * 32))
    with_new_sums(folder)
    wrong = {each.file: each.fault for each in verified_folder(folder).wrong}
    assert wrong[f"draws/{'ef' * 32}/receipt.tlog-proof"] is Fault.DRAW
    assert wrong["dispute.json"] is Fault.CONTRADICTS
    assert verified(folder).returncode == 1


def test_a_stranger_verifies_it_twice(panel: APanel, tmp_path: Path):
    done = saved(panel, tmp_path)
    folder = Path(done.folder)
    found = verified_folder(folder)
    assert (found.wrong, len(found.packets), len(found.devices)) == ((), done.packets, 6)
    assert panel.case(0).id in found.documents
    ran = verified(folder)
    assert ran.returncode == 0, ran.stdout


def test_verifying_tells_what_it_computed_again(panel: APanel, tmp_path: Path, capsys):
    folder = saved(panel, tmp_path).folder
    assert main(["verify", folder, "--language", "en"]) == 0
    told = capsys.readouterr().out
    for said in (
        "Computed again from the packets and the rules",
        "Scores and amendments: 6. 2 count, 1 replaced by a later one, 1 withdrawn, 1 recused, "
        "1 not counted by the log.",
        "The decision that stands: Casebook (round 1, entry no. ",
        "signed on 6 devices of several people",
        "dossier-en.pdf, dossier-zh.pdf: pages to read. Nobody signed them",
    ):
        assert said in told
    assert main(["verify", folder, "--language", "zh_CN"]) == 0
    told = capsys.readouterr().out
    assert "现行决定：收录（第1轮" in told
    assert "：评分（WIC-2026-001）" in told
    of_packets = [line.partition("：")[2] for line in told.splitlines() if "packets/" in line]
    english = {"score", "decision", "counted", "held", "recusal", "amendment", "withdrawal"}
    assert english.intersection(" ".join(of_packets).split()) == set()


def test_a_program_is_told_what_was_computed_again(panel: APanel, tmp_path: Path, capsys):
    folder = Path(saved(panel, tmp_path).folder)
    assert main(["verify", "--json", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    found = told["recomputed"]
    assert (told["right"], found["case"]) == (True, panel.case(0).number)
    assert found["scores"] == {
        "counts": 2, "superseded": 1, "withdrawn": 1, "recused": 1, "held": 1
    }  # fmt: skip
    assert (found["decision"]["outcome"], found["decision"]["round"]) == ("casebook", 1)
    assert told["pages"] == ["dossier-en.pdf", "dossier-zh.pdf"]
    rewritten(folder, decisions=[], scores=[])
    assert main(["verify", "--json", str(folder)]) == 1
    lying = json.loads(capsys.readouterr().out)
    assert (lying["right"], lying["recomputed"]) == (False, found)


def test_people_read_why_each_score_counts_and_nobody_by_name(panel: APanel, tmp_path: Path):
    folder = Path(saved(panel, tmp_path).folder)
    english = text_of(folder / "dossier-en.pdf")
    for said in (
        "The decision that stands: Casebook",
        "Chair of the panel",
        "Replaced by a later one",
        "Held: received late",
        "The expert recused later",
        "Withdrawn by the expert",
        "Expert 05",
        "Recommended by the experts:",
        "Every comment of the reviews that count, as it was written.",
        "The panel did not discuss the case.",
        "There is no citation.",
        verified_folder(folder).root_sha256,
    ):
        assert said in english
    assert "现行决定：收录" in text_of(folder / "dossier-zh.pdf")
    names = {panel.desk.services.desk.overview().person_name, *sample_people()}
    assert len(names) > 10
    pages = (english, text_of(folder / "dossier-zh.pdf"))
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert [name for name in names if any(name in page for page in pages)] == []
    assert [name for name in names if any(name.encode() in each for each in contents)] == []


def test_a_deputys_decision_is_told_as_a_deputys(tmp_path: Path):
    with a_panel(tmp_path / "desk") as panel:
        case = panel.case(0)
        panel.experts[1].score(case, 8)
        chairs, heads = panel.colleague(Role.CHAIR, "connect"), panel.colleague(Role.HEAD)
        stands_in = panel.colleague(Role.CHAIR, "elsewhere")  # no deputy for the server
        for each in (chairs, heads, stands_in):
            each.decide(case, Recommendation.CASEBOOK)
        panel.told = Told(deputies=[each.key.key_id for each in (chairs, heads)])
        panel.collect()
        folder = Path(saved(panel, tmp_path).folder)
        english = text_of(folder / "dossier-en.pdf")
        assert "Deputy of the head" in english
        assert "Chair of the panel" not in english
        assert "评审委员会主任的副手" in text_of(folder / "dossier-zh.pdf").replace(" ", "")


@pytest.mark.parametrize(
    "change", ["standing", "score left out", "decision left out", "assignment left out"]
)
def test_a_record_that_claims_something_else_is_told(panel: APanel, tmp_path: Path, change: str):
    folder = Path(saved(panel, tmp_path).folder)
    fields = parse_canonical((folder / "dispute.json").read_bytes())
    assert isinstance(fields, dict)
    scores = fields["scores"]
    assert isinstance(scores, list)
    if change == "standing":
        scores[0]["standing"] = "counts"
    elif change == "score left out":
        del scores[-1]
    elif change == "decision left out":
        fields["decisions"] = []
    else:
        fields["draws"] = []
    (folder / "dispute.json").write_bytes(canonical(fields))
    with_new_sums(folder)
    wrong = [(each.file, each.fault) for each in verified_folder(folder).wrong]
    assert wrong == [("dispute.json", Fault.CONTRADICTS)]


def test_a_packet_that_was_taken_out_is_missed(panel: APanel, tmp_path: Path):
    folder = Path(saved(panel, tmp_path).folder)
    for each in (folder / "packets/0001-score").iterdir():
        each.unlink()
    (folder / "packets/0001-score").rmdir()
    with_new_sums(folder)
    assert "dispute.json" in [each.file for each in verified_folder(folder).wrong]


def test_a_withheld_case_has_none(tmp_path: Path):
    with a_panel(tmp_path, declared=False) as panel:
        panel.experts[1].score(panel.case(0), 9)
        panel.collect()
        with pytest.raises(NotPermitted):
            saved(panel, tmp_path)
        assert not list(tmp_path.glob("dispute-*"))
