"""Six words for a device's keys: a list whose words no ear and no slip takes for each other."""

import re
from itertools import pairwise

import pytest

from review_protocol.device_words import (
    LIST_LENGTH,
    DeviceWord,
    device_words,
    heard_words,
    word_list,
    wrong_places,
)

KEYS = {"signing_key": b"\x01" * 32, "exchange_key": b"\x02" * 32}
DEPLOYMENT = "d" * 64
WORDS = device_words(DEPLOYMENT, **KEYS)
FIRST = [
    ("needle", "桌布"),
    ("routine", "峡谷"),
    ("public", "点头"),
    ("small", "封面"),
    ("ladle", "山羊"),
    ("skull", "湖泊"),
]


def test_there_is_a_word_for_each_ten_bits() -> None:
    assert len(word_list()) == LIST_LENGTH == 1 << 10


def test_english_words_are_short_plain_and_begin_each_with_its_own_four_letters() -> None:
    words = [word.en for word in word_list()]
    assert [word for word in words if not re.fullmatch("[a-z]{4,7}", word)] == []
    assert [(a, b) for a, b in pairwise(sorted(words)) if a[:4] == b[:4]] == []


def test_no_english_word_is_one_letter_from_another() -> None:
    words = {word.en for word in word_list()}
    shorter = {(word[:place] + word[place + 1 :], word) for word in words for place in range(7)}
    assert [pair for pair in shorter if pair[0] in words and pair[0] != pair[1]] == []
    changed = [
        word[:place] + "?" + word[place + 1 :] for word in words for place in range(len(word))
    ]
    assert len(set(changed)) == len(changed)


def test_chinese_words_have_two_characters_and_no_two_have_the_same() -> None:
    words = [word.zh for word in word_list()]
    assert [word for word in words if not re.fullmatch("[\u4e00-\u9fff]{2}", word)] == []
    assert len({frozenset(word) for word in words}) == len(words)


def test_chinese_words_sound_different_where_neighbouring_sounds_are_one() -> None:
    """As many speakers say them: zh as z, ch as c, sh as s, a final ng as n; and without tones."""
    heard: dict[str, str] = {}
    for word in word_list():
        assert re.fullmatch("[a-z]{2,12}", word.syllables)
        sound = word.syllables
        for fine, coarse in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")):
            sound = sound.replace(fine, coarse)
        assert sound not in heard, (word.zh, heard[sound])
        heard[sound] = word.zh


def test_no_english_word_is_the_sound_of_a_chinese_one() -> None:
    assert {word.en for word in word_list()} & {word.syllables for word in word_list()} == set()


def test_the_words_of_keys_are_these_for_ever() -> None:
    assert [(word.en, word.zh) for word in WORDS] == FIRST


def test_other_keys_and_another_deployment_have_other_words() -> None:
    others = (
        device_words(DEPLOYMENT, **{**KEYS, "signing_key": b"\x03" * 32}),
        device_words(DEPLOYMENT, **{**KEYS, "exchange_key": b"\x03" * 32}),
        device_words("e" * 64, **KEYS),
    )
    assert len({WORDS, *others}) == 4


@pytest.mark.parametrize("language", ["en", "zh", "syllables"])
def test_either_language_may_be_typed(language: str) -> None:
    typed = ", ".join(getattr(word, language).upper() for word in WORDS)
    assert wrong_places(WORDS, heard_words(typed)) == ()


def test_three_letters_are_enough_and_two_are_not() -> None:
    assert wrong_places(WORDS, [word.en[:3] for word in WORDS]) == ()
    assert wrong_places(WORDS, [word.en[:2] for word in WORDS]) == (1, 2, 3, 4, 5, 6)


def test_other_words_missing_ones_and_too_many_are_told_by_their_place() -> None:
    said = [word.en for word in WORDS]
    assert wrong_places(WORDS, [*said[:2], "zzz", *said[3:]]) == (3,)
    assert wrong_places(WORDS, said[:4]) == (5, 6)
    assert wrong_places(WORDS, [*said, "more"]) == (7,)
    assert wrong_places(WORDS, said[::-1]) != ()
    assert wrong_places(WORDS, []) == (1, 2, 3, 4, 5, 6)


def test_what_is_typed_may_be_wide_and_marked() -> None:
    assert heard_words("１. Ａｂｓｅｎｔ，2) 牡丹 、 ") == ("1", "absent", "2", "牡丹")


def test_a_beginning_is_no_word_of_another_language() -> None:
    word = DeviceWord("absent", "牡丹", "mudan")
    assert not word.is_heard_as("牡")
    assert not word.is_heard_as("mud")
