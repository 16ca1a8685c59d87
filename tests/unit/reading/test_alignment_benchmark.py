"""The benchmark measures what it says: counterparts of perturbed and of linked texts."""

import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.alignment import Sample, aligned, labelled, main, measured, perturbed, proportional

PAIRS = [
    (f"第{n}段，共{n * 37}人参加。", f"Paragraph {n}: {n * 37} people took part.")
    for n in range(40)
]


def a_sample(zh: tuple[str, ...], en: tuple[str, ...], *links: tuple[set[int], set[int]]) -> Sample:
    return Sample("sample", zh, en, tuple((frozenset(a), frozenset(b)) for a, b in links))


def test_perturbation_is_the_same_for_the_same_seed() -> None:
    first, again = (perturbed("x", PAIRS, Random("seed/x")) for _ in range(2))
    assert first == again
    assert first != perturbed("x", PAIRS, Random("other/x"))


def test_perturbation_drops_and_merges_and_loses_no_link() -> None:
    sample = perturbed("x", PAIRS * 5, Random(1))
    assert sorted(i for a, _ in sample.links for i in a) == list(range(len(sample.zh)))
    assert sorted(j for _, b in sample.links for j in b) == list(range(len(sample.en)))
    assert any(len(a) == 2 for a, _ in sample.links)
    assert any(not a for a, _ in sample.links)


def test_a_wrong_counterpart_and_a_wrong_gap_are_both_wrong() -> None:
    texts = ("有94口井。", "有1,126人。"), ("There are 94 wells.", "There are 1,126 people.")
    assert measured(a_sample(*texts, ({0}, {0}), ({1}, {1})), aligned).share == 1.0
    assert measured(a_sample(*texts, ({0}, {1}), ({1}, {0})), aligned).share == 0.0
    assert measured(a_sample(*texts, ({0}, {0}), ({1}, set())), aligned).share == 0.5


def test_labels_link_both_sides() -> None:
    sample = labelled("x", ["a|甲", "-|乙", "b|丙"], ["a,b|A and B", "-|C"])
    assert sample.zh == ("甲", "乙", "丙")
    assert sample.links == (
        (frozenset({0}), frozenset({0})),
        (frozenset({2}), frozenset({0})),
    )


def test_scrolling_in_proportion_is_right_for_equal_texts() -> None:
    sample = a_sample(("一一", "二二"), ("one", "two"), ({0}, {0}), ({1}, {1}))
    assert measured(sample, proportional).share == 1.0


def test_the_last_line_is_one_json_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.json"
    file.write_text(json.dumps(PAIRS), encoding="utf-8")
    assert main([str(file), "--json", "--seed", "5"]) == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (result["benchmark"], result["seed"]) == ("alignment", 5)
    assert result["sets"]["pairs"]["aligned"]["right"] >= 0.9


def test_linked_texts_are_taken_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "linked.json"
    content = {"zh": ["94口井"], "en": ["94 wells"], "links": [[[0], [0]]]}
    file.write_text(json.dumps(content), encoding="utf-8")
    assert main([str(file), "--json"]) == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["sets"]["linked"]["aligned"]["units"] == 2


def test_absent_texts_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "No parallel texts" in capsys.readouterr().err
