"""Text armour: what mail does to a block is forgiven, what changes it is told exactly."""

import hashlib
import html
import quopri
import textwrap
import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.armour import (
    ARMOUR_LIMIT,
    Armoured,
    ArmourReading,
    Purpose,
    armour_texts,
    read_armour,
)
from review_protocol.exchange import HANDOVER_LIMIT
from review_protocol.failures import TooLarge
from review_protocol.file_failures import (
    BlockAltered,
    BlockCut,
    NewerForm,
    NoBlock,
    OtherDeployment,
    OtherDevice,
    PartsMissing,
    TooMany,
)

DEPLOYMENT, DEVICE = "5d" * 32, "d-k7wq3m5xp2ctfraz"


def handed_in(length: int = 1000, purpose: Purpose = Purpose.HAND_IN) -> Armoured:
    content = hashlib.shake_256(b"%d" % length).digest(length)
    return Armoured(purpose, DEPLOYMENT, DEVICE, content)


def text_of(content: Armoured) -> str:
    (text,) = armour_texts(content)
    return text


def read(*texts: str) -> ArmourReading:
    return read_armour(text.encode() for text in texts)


def whole(*contents: Armoured) -> ArmourReading:
    return ArmourReading(contents, ())


def wrapped(text: str, width: int) -> str:
    """As a mail program that takes the text for paragraphs."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(textwrap.fill(each, width) for each in paragraphs)


def cut_lines(text: str, width: int) -> str:
    """As a program that breaks every line at this width, wherever that is."""
    return "\n".join(
        line[start : start + width]
        for line in text.split("\n")
        for start in range(0, max(1, len(line)), width)
    )


def quoted(text: str, times: int) -> str:
    return "".join(f"{'> ' * times}{line}\n" for line in text.split("\n"))


def in_html(text: str) -> str:
    lines = html.escape(text).replace("+", "&#43;").replace("/", "&#x2F;").split("\n")
    return "<html><body><p>" + "<br>\r\n".join(lines) + "</p></body></html>"


def without_line_breaks(text: str) -> str:
    return f"<div>{'<br/>'.join(text.split(chr(10)))}</div>"


MAIL: dict[str, Callable[[str], str]] = {
    "as it was": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "old Mac lines": lambda text: text.replace("\n", "\r"),
    "spaces at both ends": lambda text: "\n".join(f"  {line} \t " for line in text.split("\n")),
    "empty lines between": lambda text: text.replace("\n", "\n\n"),
    "no empty line": lambda text: text.replace("\n\n", "\n"),
    "quoted": lambda text: quoted(text, 1),
    "quoted four times": lambda text: quoted(text, 4),
    "wrapped at 50": lambda text: wrapped(text, 50),
    "wrapped at 76": lambda text: wrapped(text, 76),
    "broken at 50": lambda text: cut_lines(text, 50),
    "quoted, then wrapped": lambda text: wrapped(quoted(text, 2), 72),
    "wrapped, then quoted": lambda text: quoted(wrapped(text, 50), 3),
    "in a letter": lambda text: f"敬启者：\n\nThe PRACTICE REVIEW hand-in:\n{text}\n-- \n李明\n",
    "byte order mark": lambda text: "\ufeff" + text,
    "html": in_html,
    "html on one line": without_line_breaks,
    "quoted-printable": lambda text: quopri.encodestring(text.encode()).decode(),
    "quoted-printable with spaces": lambda text: quopri.encodestring(
        text.replace("\n", " \n").encode()
    ).decode(),
    "quoted-printable dashes": lambda text: text.replace("-----", "=2D----"),
    "quoted-printable html": lambda text: quopri.encodestring(in_html(text).encode()).decode(),
    "dashes made beautiful": lambda text: text.replace("-----", "——-"),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "zero-width spaces": lambda text: text.replace("\n", "\u200b\n"),
}


@pytest.mark.parametrize("length", [0, 1, 2, 999, 1000, 1001])
@pytest.mark.parametrize("way", MAIL)
def test_a_block_survives(way: str, length: int) -> None:
    content = handed_in(length)
    assert read(MAIL[way](text_of(content))) == whole(content)


def test_the_form_is_what_the_protocol_says() -> None:
    content = b"receipts" * 8
    header = [
        "Format: 1",
        f"Deployment: {DEPLOYMENT}",
        f"Device: {DEVICE}",
        "Part: 1/1",
        "Length: 64",
        f"SHA-256: {hashlib.sha256(content).hexdigest()}",
    ]
    checked = "".join(f"{line}\n" for line in ("RECEIPTS", *header)).encode() + content
    assert text_of(Armoured(Purpose.RECEIPTS, DEPLOYMENT, DEVICE, content)).split("\n") == [
        "-----BEGIN PRACTICE REVIEW RECEIPTS-----",
        *header,
        f"Check: {hashlib.sha256(checked).hexdigest()[:16]}",
        "",
        "cmVjZWlwdHNyZWNlaXB0c3JlY2VpcHRzcmVjZWlwdHNyZWNlaXB0c3JlY2VpcHRz",
        "cmVjZWlwdHNyZWNlaXB0cw==",
        "-----END PRACTICE REVIEW RECEIPTS-----",
        "",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "latin-1"])
def test_an_editor_saved_it_in_its_own_encoding(encoding: str) -> None:
    letter = "" if encoding == "latin-1" else "请查收。\n"
    content = handed_in()
    file = (letter + text_of(content)).encode(encoding)
    assert read_armour([file]) == whole(content)


@given(st.binary(max_size=3000), st.integers(1, 200), st.sampled_from(list(MAIL)))
def test_any_bytes_come_back(sealed: bytes, part_size: int, way: str) -> None:
    content = Armoured(Purpose.HAND_IN, DEPLOYMENT, DEVICE, sealed)
    texts = armour_texts(content, part_size=max(part_size, len(sealed) // 40 + 1))
    assert read(MAIL[way]("\n".join(reversed(texts)))) == whole(content)


def test_two_blocks_in_a_file_are_both_read() -> None:
    first, second = handed_in(500), handed_in(600, Purpose.RECEIPTS)
    assert read(f"One:\n{text_of(first)}\nTwo:\n{text_of(second)}") == whole(first, second)


def test_the_same_block_twice_is_one() -> None:
    content = handed_in()
    assert read(text_of(content), quoted(text_of(content), 1)) == whole(content)


def test_parts_come_in_any_order_from_several_files() -> None:
    content = handed_in(1000)
    one, two, three = armour_texts(content, part_size=400)
    assert read(three, one + two) == whole(content)


def test_a_missing_part_is_named() -> None:
    one, _, three, _ = armour_texts(handed_in(1000), part_size=300)
    (failure,) = read(one, three).failures
    assert isinstance(failure, PartsMissing)
    assert (failure.missing, failure.of) == ((2, 4), 4)


def test_an_altered_part_is_named_and_not_missing_besides() -> None:
    one, two, three = armour_texts(handed_in(1000), part_size=400)
    altered = two[:-60] + ("A" if two[-60] != "A" else "B") + two[-59:]
    (failure,) = read(one, altered, three).failures
    assert isinstance(failure, BlockAltered)
    assert (failure.part, failure.of, failure.where) == (2, 3, "text")


def test_what_is_whole_elsewhere_is_not_damaged() -> None:
    content = handed_in()
    text = text_of(content)
    assert read(text, text[:-100]) == whole(content)


@given(st.data())
def test_one_other_character_never_passes_unseen(data: st.DataObject) -> None:
    """Except in the words of the first and last line, which say nothing of the content."""
    content = handed_in(300)
    text = text_of(content)
    start, end = text.index("Format"), text.index("-----END")
    at = data.draw(st.integers(start, end - 1).filter(lambda n: not text[n].isspace()))
    other = data.draw(
        st.characters(min_codepoint=33, max_codepoint=126).filter(lambda c: c != text[at])
    )
    reading = read(text[:at] + other + text[at + 1 :])
    if text[at] == "=" and reading.found:
        assert reading == whole(content)  # padding says nothing either
    else:
        assert not reading.found
        assert isinstance(reading.failures[0], BlockAltered | BlockCut | NewerForm)


@pytest.mark.parametrize("place", ["Deployment: ", "Device: d-", "SHA-256: ", "Check: "])
def test_a_slip_in_the_header_is_not_taken_for_another_deployment(place: str) -> None:
    text = text_of(handed_in())
    at = text.index(place) + len(place)
    altered = text[:at] + ("b" if text[at] != "b" else "c") + text[at + 1 :]
    (failure,) = read("Dear Sir,\n" + altered).failures
    assert isinstance(failure, BlockAltered)
    assert (failure.line, failure.part, failure.of) == (2, 1, 1)


def test_a_character_that_no_block_has_is_an_altered_text() -> None:
    text = text_of(handed_in())
    at = text.index("\n\n") + 70
    (failure,) = read(text[:at] + "*" + text[at + 1 :]).failures
    assert isinstance(failure, BlockAltered)
    assert failure.where == "text"


@given(st.integers(min_value=45))
def test_a_cut_end_never_passes_unseen(kept: int) -> None:
    content = handed_in(300)
    text = text_of(content)
    last = text.index("\n-----END")
    kept = 45 + (kept - 45) % (last - 45)
    (failure,) = read(text[:kept]).failures
    assert isinstance(failure, BlockCut)
    if failure.missing is not None:
        characters = len("".join(text[kept:last].split()).rstrip("="))
        assert abs(failure.missing - characters * 3 / 4) <= 2


def test_a_lost_last_line_loses_nothing() -> None:
    content = handed_in(300)
    text = text_of(content)
    assert read(text[: text.index("-----END") + 12]) == whole(content)


def test_a_line_lost_in_the_middle_is_told_in_bytes() -> None:
    text = text_of(handed_in(1000))
    lines = text.split("\n")
    (failure,) = read("\n".join(lines[:12] + lines[13:])).failures
    assert isinstance(failure, BlockCut)
    assert (failure.part, failure.of, failure.missing) == (1, 1, 48)


def test_a_lost_beginning_is_a_cut() -> None:
    text = text_of(handed_in(300))
    (failure,) = read(text[30:]).failures
    assert isinstance(failure, BlockCut)
    assert (failure.line, failure.part) == (len(text.split("\n")) - 1, None)


def test_the_next_block_is_read_after_a_cut_one() -> None:
    first, second = handed_in(500), handed_in(600)
    reading = read(text_of(first)[:400] + "\n" + text_of(second))
    assert reading.found == (second,)
    assert [type(each) for each in reading.failures] == [BlockCut]


def test_a_newer_form_is_said_to_be_newer() -> None:
    (failure,) = read(text_of(handed_in()).replace("Format: 1", "Format: 2")).failures
    assert isinstance(failure, NewerForm)
    assert failure.form == 2


@pytest.mark.parametrize("file", [b"", b"Dear Sir", b"\x89PNG\r\n", b"PRACTICE REVIEW HAND-IN"])
def test_another_file_has_no_block(file: bytes) -> None:
    (failure,) = read_armour([file]).failures
    assert isinstance(failure, NoBlock)


def test_another_deployment_or_device_is_told_before_any_key_is_tried() -> None:
    content = handed_in()
    content.require(deployment=DEPLOYMENT, device=DEVICE)
    with pytest.raises(OtherDeployment):
        content.require(deployment="00" * 32)
    with pytest.raises(OtherDevice):
        content.require(deployment=DEPLOYMENT, device="d-" + "a" * 16)


def test_more_than_a_hand_over_is_not_written() -> None:
    with pytest.raises(TooLarge):
        armour_texts(Armoured(Purpose.HAND_IN, DEPLOYMENT, DEVICE, bytes(HANDOVER_LIMIT + 1)))


def test_a_hundred_megabytes_are_refused_unread() -> None:
    with pytest.raises(TooLarge):
        read_armour([bytes(100_000_000)])


def test_too_many_blocks_are_refused() -> None:
    with pytest.raises(TooMany):
        read_armour([text_of(handed_in(0)).encode() * 1001])


@pytest.mark.parametrize(
    "junk", [b"PRACTICE ", b"-----", b"&gt;", b"&#43;", b"=3D", b"<a ", b"<br>", b"\xff", b"A"]
)
def test_junk_takes_bounded_time_and_memory(junk: bytes) -> None:
    """Of a 32nd of what a file may have; a slow machine keeps this time by far."""
    size = ARMOUR_LIMIT // 32
    file = b"-----BEGIN PRACTICE REVIEW HAND-IN-----\n" + junk * (size // len(junk))
    tracemalloc.start()
    try:
        started = time.process_time()
        reading = read_armour([file])
        seconds = time.process_time() - started
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert not reading.found
    assert [isinstance(each, BlockAltered | BlockCut) for each in reading.failures] == [True]
    assert peak < 8 * size
    assert seconds < 30


@given(st.binary(max_size=2000))
def test_nothing_but_expected_failures_comes_of_any_bytes(junk: bytes) -> None:
    text = text_of(handed_in(100)).encode()
    for file in (junk, text[:50] + junk, text[:-50] + junk, text + junk):
        for each in read_armour([file]).found:
            assert each == handed_in(100)
