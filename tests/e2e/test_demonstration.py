"""The demonstration's own parts: simulated experts, its folder, and its final check."""

import json
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from random import Random

import pytest

from review_protocol.documents.score import CANNOT_JUDGE
from review_protocol.documents.text import Language
from reviewer_app.demo.__main__ import main
from reviewer_app.demo.checking import NotAsPromised, check_packets, packets_of
from reviewer_app.demo.comments import Comments
from reviewer_app.demo.folder import AlreadyRunning, NotOurFolder, empty, held
from reviewer_app.demo.holdings import packets_held
from reviewer_app.demo.judging import Temper, judged, texts_of
from reviewer_app.reading.quotes import found_again
from tests.builders.sample import some_cases
from tests.e2e.world import PASSPHRASE, World

pytestmark = pytest.mark.campaign


def test_simulated_sheets_are_complete_repeatable_and_quote_the_case():
    comments = Comments.bundled()
    temper = Temper(0.3, tuple(Language), Language.EN)
    for case in some_cases(40):
        sheet = judged(case, temper, comments, Random(case.number))
        assert sheet == judged(case, temper, comments, Random(case.number))
        assert not sheet.missing()
        for answer in sheet.criteria:
            assert answer.mark == CANNOT_JUDGE or 1 <= int(answer.mark or 0) <= 10
            for quote in answer.quotes:
                text = texts_of(case, quote.element, quote.language)
                assert found_again(quote, text) == (quote.start, quote.end)


def test_the_pool_has_sixty_sentences_on_marks_each_in_both_languages():
    text = (files("reviewer_app.resources") / "demo" / "comments.json").read_text("utf-8")
    pool = json.loads(text)
    on_marks = [
        sentence
        for criterion in ("conceptual_fit", "international_cooperativeness", "benefits")
        for band in pool[criterion].values()
        for sentence in band
    ]
    assert len(on_marks) >= 60
    for language in ("zh", "en"):
        assert len({sentence[language] for sentence in on_marks}) == len(on_marks)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(NotOurFolder):
        empty(tmp_path)
    assert (tmp_path / "thesis.txt").exists()
    own = tmp_path / "demo"
    empty(own)
    (own / "something").mkdir()
    empty(own)
    assert [path.name for path in own.iterdir()] == ["demonstration"]


def test_a_second_demonstration_leaves_the_folder_of_a_running_one(tmp_path, capsys):
    own = tmp_path / "demo"
    with held(own):
        empty(own)  # spares the lock
        (own / "ready").touch()
        assert main(["--play", "--folder", str(own)]) == 1
        assert "is running in" in capsys.readouterr().err
        assert (own / "ready").exists()
    with held(own):
        empty(own)
    assert not (own / "ready").exists()


def test_the_lock_goes_with_a_killed_demonstration(tmp_path):
    own = tmp_path / "demo"
    code = (
        "import sys, time, pathlib\n"
        "from reviewer_app.demo.folder import held\n"
        f"with held(pathlib.Path({str(own)!r})):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunning), held(own):
            pass
        other.kill()
        other.wait()
        with held(own):
            pass


def test_the_final_check_finds_what_the_server_does_not_hold(world: World):
    desk = world.desk("Ada").ready()
    desk.score(desk.numbers[0], 7)
    desk.sync()
    world.close_desk("Ada")
    packets = packets_of(world.profile("Ada"), PASSPHRASE)
    held = dict(packets_held(world.server.home))
    assert check_packets(packets, held) == len(held) == 3
    lost = {packet: each for packet, each in held.items() if packet != next(iter(held))}
    with pytest.raises(NotAsPromised):
        check_packets(packets, lost)
    with pytest.raises(NotAsPromised):
        check_packets(replace(packets, receipts={next(iter(held)): None}), held)
    first, second, *_ = packets.receipts
    swapped = {first: packets.receipts[second]}
    with pytest.raises(NotAsPromised):
        check_packets(replace(packets, receipts=swapped), held)
