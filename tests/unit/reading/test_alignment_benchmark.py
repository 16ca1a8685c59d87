"""The benchmark measures what it says: counterparts of perturbed and of linked texts."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks._parallel_texts import Sample, labelled, perturbed, samples
from benchmarks.alignment import (
    Score,
    Words,
    aligned,
    aligner,
    lexicon_of,
    main,
    measured,
    proportional,
)

pytestmark = pytest.mark.campaign

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


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def test_one_json_object_over_all_paths_is_all_that_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs, linked = tmp_path / "pairs.json", tmp_path / "linked.json"
    pairs.write_text(json.dumps(PAIRS), encoding="utf-8")
    content = {"zh": ["94口井"], "en": ["94 wells"], "links": [[[0], [0]]]}
    linked.write_text(json.dumps(content), encoding="utf-8")
    assert main([str(pairs), str(linked), "--json", "--seed", "5", "--words", "none"]) == 0
    result = printed(capsys)
    figures = {"right_counterpart", "strict_f", "seconds"}
    assert result.keys() == {"files", *figures}
    assert [each["path"] for each in result["files"]] == [str(pairs), str(linked)]
    assert all(each.keys() == {"path", *figures} for each in result["files"])
    assert result["files"][1]["right_counterpart"] == result["files"][1]["strict_f"] == 1.0
    assert 0.9 <= result["right_counterpart"] <= 1.0


def test_a_folder_holds_labelled_texts_and_pairs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zh.gold.txt").write_text("a|有94口井。\n-|完", encoding="utf-8")
    (tmp_path / "en.gold.txt").write_text("a|There are 94 wells.", encoding="utf-8")
    (tmp_path / "pairs.json").write_text(json.dumps(PAIRS), encoding="utf-8")
    assert main([str(tmp_path), "--json"]) == 0
    names = [Path(each["path"]).name for each in printed(capsys)["files"]]
    assert names == ["pairs.json", "zh.gold.txt"]
    assert main([str(tmp_path / "en.gold.txt"), "--json"]) == 0
    assert printed(capsys)["right_counterpart"] == 1.0


def test_an_empty_side_is_no_counterpart_and_a_unit_may_be_of_any_length(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paired, linked, long = (tmp_path / f"{name}.json" for name in ("paired", "linked", "long"))
    paired.write_text(json.dumps([*PAIRS, ["无译文", ""], [None, "Nothing"]]), encoding="utf-8")
    content = {"zh": ["94口井", ""], "en": ["94 wells", "More"], "links": [[[0], [0]], [[1], [1]]]}
    linked.write_text(json.dumps(content), encoding="utf-8")
    long.write_text(json.dumps([["井" * 100_001, "well " * 100_001]]), encoding="utf-8")
    assert main([str(tmp_path), "--json", "--words", "none"]) == 0
    shares = {Path(e["path"]).stem: e["right_counterpart"] for e in printed(capsys)["files"]}
    assert shares["long"] == 1.0
    assert shares["paired"] > 0.9
    (sample,) = samples(linked, 1).values()
    assert (sample.zh, sample.en) == (("94口井",), ("94 wells", "More"))
    assert sample.links[1] == (frozenset(), frozenset({1}))


def test_other_files_of_a_folder_are_named_and_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pairs.json").write_text(json.dumps(PAIRS), encoding="utf-8")
    others = {"object": '{"zh": []}', "numbers": "[1, 2]", "broken": "[[", "threes": '[["a"]]'}
    for name, content in others.items():
        (tmp_path / f"{name}.json").write_text(content, encoding="utf-8")
    (tmp_path / "zh.gold.txt").write_text("a|甲", encoding="utf-8")
    assert main([str(tmp_path), "--json", "--words", "none"]) == 0
    out, err = capsys.readouterr()
    assert [Path(each["path"]).stem for each in json.loads(out)["files"]] == ["pairs"]
    assert all(f"{name}.json" in err for name in others)
    assert main([str(tmp_path / "object.json")]) == 2


def test_the_glossary_is_left_out_unless_it_is_asked_for() -> None:
    assert not [g for g in lexicon_of(Words.DICTIONARY).glosses("精品案例") if g.weight > 1]
    assert [g for g in lexicon_of(Words.GLOSSARY).glosses("精品案例") if g.weight > 1]


@pytest.mark.parametrize(("name", "least"), [("story", 0.95), ("news", 0.97)])
def test_a_dictionary_finds_sentences_of_texts_without_figures(name: str, least: float) -> None:
    """Texts of other kinds than those that were measured while the method was made."""
    file = Path(__file__).parent / "pairs" / f"{name}.json"
    method = aligner(lexicon_of(Words.DICTIONARY))
    for words, floor, ceiling in ((method, least, 1.0), (aligned, 0.0, least)):
        total = Score(0, 0, 0, 0, 0, 0.0)
        for seed in range(6):
            (sample,) = samples(file, seed).values()
            total += measured(sample, words)
        assert floor <= total.share <= ceiling


def test_every_process_finds_the_same(tmp_path: Path) -> None:
    """The order of a set depends on the process, and a sum of floats on the order."""
    pairs = tmp_path / "pairs.json"
    pairs.write_text(json.dumps(PAIRS), encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from benchmarks.alignment import *\n"
        "from benchmarks.alignment import _units\n"
        "sample = next(iter(samples(Path(sys.argv[1]), SEED).values()))\n"
        "units = [_units(side) for side in (sample.zh, sample.en)]\n"
        "print(align(*units, lexicon_of(Words.GLOSSARY)).model_dump_json())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(pairs)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[3],
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_absent_texts_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "No parallel texts" in capsys.readouterr().err
