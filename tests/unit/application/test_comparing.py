"""The command that compares any table of scores, run as its users run it."""

import json
from pathlib import Path

import pytest

from reviewer_app.comparing_command import main

BY_HAND = "case,expert,score\nA,1,8\nA,2,6\nB,2,5\nB,3,7\nC,1,9\nC,3,8\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "scores.csv"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def figures(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    assert main([*words, "--json"]) == 0
    found: dict = json.loads(capsys.readouterr().out)
    return found


def test_the_case_computed_by_hand(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(capsys, str(table), "--lambda", "1")
    leniency = {name: expert["leniency"] for name, expert in found["experts"].items()}
    assert leniency == pytest.approx({"1": 0.6, "2": -0.8, "3": 0.2})
    adjusted = {name: case["adjusted"] for name, case in found["cases"].items()}
    assert adjusted == pytest.approx({"A": 7.1, "B": 6.3, "C": 8.1})
    assert found["variances"]["residual"] == pytest.approx(1.9 / 3)
    assert (found["lambda"], found["islands"], found["freedom"]) == (1.0, 1, 3)


def test_that_strictness_cannot_be_judged_is_remarked_and_takes_no_figure_away(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = figures(capsys, str(table))
    assert "too_few_shared" in found["remarks"]
    assert all(isinstance(each["leniency"], float) for each in found["experts"].values())
    assert main([str(table), "--language", "en"]) == 0
    assert "Too few shared cases to judge strictness" in capsys.readouterr().out
    assert main([str(table), "--language", "zh_CN"]) == 0
    assert "共同评审的案例太少" in capsys.readouterr().out


def test_an_expected_rank_stands_beside_its_interval(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = figures(capsys, str(table))["cases"].values()
    assert sum(each["rank_expected"] for each in cases) == pytest.approx(1 + 2 + 3)
    assert all(each["rank_low"] <= each["rank_expected"] <= each["rank_high"] for each in cases)


def test_without_a_prior_the_likeliest_is_taken(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # RSS = 4.5 − 6.5/(1.5 + λ); 3 log RSS + 2 log(1.5 + λ) − 2 log λ is smallest at λ = 1/8
    assert figures(capsys, str(table), "--prior", "off")["lambda"] == pytest.approx(0.125)


def test_seed_top_and_draws_are_taken(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (str(table), "--top", "2", "--seed", "7", "--draws", "50")
    found = figures(capsys, *words)
    assert (found["top"], found["seed"], found["draws"]) == (2, "7", 50)
    assert sum(case["p_top"] for case in found["cases"].values()) == pytest.approx(2)
    assert figures(capsys, *words) == found


def test_the_order_of_lines_and_the_separator_change_nothing(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = figures(capsys, str(table))
    head, *lines = BY_HAND.split()
    table.write_text("\ufeff" + "\r\n".join([head, *lines[::-1]]).replace(",", ";"), "utf-8")
    assert figures(capsys, str(table)) == found


def test_what_spreadsheets_and_statistics_programs_write_is_read(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = figures(capsys, str(table))
    lines = ["case;expert;score;fit", *BY_HAND.replace(",", ";").split()[1:], "C;NA;NA;7,5"]
    with_comma = [lines[0], *(f"{line},0;nan" for line in lines[1:-1]), lines[-1]]
    table.write_text("\n".join(with_comma), "utf-8")
    again = figures(capsys, str(table))
    assert again["criteria"].keys() == {"fit"}
    assert again["experts"] == found["experts"]


def test_further_columns_of_numbers_are_criteria(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(
        "Expert,Case,fit,remark,score\n1,A,7,good,8\n2,A,,fair,6\n1,B,5,,4\n2,B,6,good,3\n", "utf-8"
    )
    found = figures(capsys, str(table))
    assert list(found["criteria"]) == ["fit"]
    assert {name: case["n"] for name, case in found["criteria"]["fit"]["cases"].items()} == {
        "A": 1,
        "B": 2,
    }
    assert found["passed_over"] == ["remark"]


def test_a_complete_table_has_all_agreement(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shrout = ["9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"]
    table.write_text(
        "case,expert,score\n"
        + "".join(
            f"{i},{j},{score}\n"
            for i, row in enumerate(shrout)
            for j, score in enumerate(row.split())
        ),
        "utf-8",
    )
    agreement = figures(capsys, str(table))["agreement"]
    assert agreement["icc"] == pytest.approx(
        {
            "ICC1": 0.165742,
            "ICC2": 0.289764,
            "ICC3": 0.714841,
            "ICC1k": 0.442797,
            "ICC2k": 0.620051,
            "ICC3k": 0.909316,
        },
        abs=5e-7,
    )
    assert 0 < agreement["kendall_w"] < 1


def test_people_read_a_table_in_their_language(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(table), "--language", "en", "--seed", "1"]) == 0
    english = capsys.readouterr().out.splitlines()
    assert english[0] == "6 scores of 3 cases by 3 experts"
    assert english[6].split()[:5] == ["1", "C", "2", "8.50", "8.33"]
    assert main([str(table), "--language", "zh_CN", "--seed", "1"]) == 0
    assert capsys.readouterr().out.startswith("3 位专家对 3 个案例给出 6 个分数")


def test_what_the_scores_cannot_give_is_nothing_with_a_reason(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text("case,expert,score\nA,1,8\nB,2,6\n", "utf-8")
    found = figures(capsys, str(table))
    assert found["lacking"] == {"fit": "no_freedom", "cases": "no_residual"}
    assert found["lambda"] is found["reml"] is found["variances"]["residual"] is None
    assert found["cases"]["A"] == {
        "n": 1,
        "mean": 8.0,
        "adjusted": 8.0,
        "se": None,
        "best_guess": None,
        "p_top": None,
        "rank_expected": None,
        "rank_low": None,
        "rank_high": None,
    }
    assert main([str(table), "--language", "en"]) == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "scores.csv cannot be read: look whether it is there and may be read."),
        (b"case,expert,score\n\xff", "scores.csv is not in UTF-8: save it as “CSV UTF-8”."),
        (b"", "scores.csv: the first line names no column “case”; case, expert and score are"),
        (b"case,expert,mark\nA,1,5", "scores.csv: the first line names no column “score”;"),
        (b"case,case,score\n", "scores.csv: the first line names the column “case” twice;"),
        (b"case,expert,score\nA,,5", "scores.csv, line 2: the column “expert” is empty;"),
        (b"case,expert,score\n\nA,1,7x", "scores.csv, line 3: “7x” in the column “score” is no"),
        (b"case,expert,score\nA,1,inf", "scores.csv, line 2: “inf” in the column “score” is no"),
        (b"case,expert,score\nA,1,\n", "scores.csv holds no score in the column “score”."),
    ],
)
def test_a_file_that_is_no_table_gets_one_sentence(
    table: Path, capsys: pytest.CaptureFixture[str], text: bytes | None, sentence: str
) -> None:
    if text is None:
        table.unlink()
    else:
        table.write_bytes(text)
    assert main([str(table), "--language", "en"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(sentence)
    assert said.count("\n") == 1
    assert main([str(table), "--language", "zh_CN"]) == 2
    assert "scores.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--lambda", "0"), "'0' is no number above 0"),
        (("--lambda", "x"), "'x' is no number above 0"),
        (("--top", "0"), "'0' is no whole number from 1 on"),
        (("--draws", "1000000"), "'1000000' is no whole number from 1 to 100000"),
    ],
)
def test_a_wrong_option_is_named(
    table: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([str(table), *words])
    assert sentence in capsys.readouterr().err
