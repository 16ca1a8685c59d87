"""A slip in the arguments is one sentence in the operator's language, and nothing is done."""

from __future__ import annotations

import re

import pytest

from central_server.cli.arguments.formatter import columns, wrapped
from central_server.cli.arguments.language import wanted_language
from central_server.cli.main import COMMANDS
from central_server.cli.parser import build_parser
from central_server.cli.words import WORDS
from review_protocol.documents.text import Language
from tests.unit.intake.test_commands import Operator

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def operator(tmp_path, capsys) -> Operator:
    """Without a server."""
    return Operator(tmp_path / "nowhere", capsys)


def slip(operator, capsys, *words, lang="en"):
    """What is said of a mistake in the arguments, on the one line of it."""
    with pytest.raises(SystemExit) as ended:
        operator.types(*words, lang=lang)
    said, complained = capsys.readouterr()
    assert (ended.value.code, said, complained.count("\n")) == (2, "", 1)
    return complained


SLIPS = [
    ((), "Say what is to be done: a command.", "请给出命令。"),
    (("frob",), "There is no command “frob”.", "没有命令“frob”。"),
    (("init",), "This is still needed: --root-key, --origin.", "还须给出：--root-key、--origin。"),
    (("invite",), "One of these is needed: --name, --from, --again.",
     "须给出其中一项：--name、--from、--again。"),
    (("verify", "nope"), "“nope” means nothing to this command.", "此命令没有“nope”这一参数。"),
    (("status", "--bad"), "“--bad” means nothing to this command.", "此命令没有“--bad”这一参数。"),
    (("invite", "--name", "A", "--again", "b"), "--again and --name do not go together.",
     "--again 与 --name 不能同用。"),
    (("assign", "--seed"), "--seed: give a value.", "--seed：请给出值。"),
    (("intake",), "This is still needed: FILE.", "还须给出：FILE。"),
    (("serve", "--behind-proxy=3"), "--behind-proxy takes no value, and “3” was given.",
     "--behind-proxy 不带值，却给出了“3”。"),
    (("invite", "--name", "A", "--role", "boss"),
     "--role: “boss” is not among reviewer, chair, head, staff.",
     "--role：“boss”不在可选值之内：reviewer、chair、head、staff。"),
    (("serve", "--port", "70000"), "--port: “70000” is not a whole number from 0 to 65,535.",
     "--port：“70000”不是 0 至 65,535 的整数。"),
    (("log", "frob"), "verify: “frob” is not it.", "verify：不能是“frob”。"),
    (("log",), "This is still needed: verify.", "还须给出：verify。"),
    (("assign", "--seed", "xyz"), "--seed: “xyz” is not a seed: give an even number of hex digits.",
     "--seed：“xyz”不是种子：请给出偶数个十六进制数字。"),
    (("stat",), "There is no command “stat”.", "没有命令“stat”。"),
    (("import", "x", "--ho", "y"), "“--ho y” means nothing to this command.",
     "此命令没有“--ho y”这一参数。"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "english", "chinese"), SLIPS)
def test_a_slip_is_one_sentence_in_ones_language(operator, capsys, words, english, chinese):
    said = slip(operator, capsys, *words)
    assert said.startswith(english + " See `central-server")
    said = slip(operator, capsys, *words, lang="zh")
    assert said.startswith(chinese + "详见 central-server")


@pytest.mark.parametrize("blank", ["", "  ", "\t\n", "\u3000", "x" * 501])
@pytest.mark.parametrize(
    "words",
    [
        ("withdraw-case", "C-1"),
        ("reinstate-case", "C-1"),
        ("revoke", "d-x", "--from-leaf", 1),
        ("close-round", 1),
        ("extend-round", 1, "--closes", "2026-07-31T23:00"),
        ("pseudonyms", "--to", "key.json"),
    ],
)
def test_a_reason_is_more_than_spaces(operator, capsys, words, blank):
    said = slip(operator, capsys, *words, "--reason", blank)
    assert said.startswith("--reason: say why in 1 to 500 characters, not spaces alone")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://x.org",
        "reviews.example.org",
        "https://",
        "https://x.org:99999",
        "https://x.org:port",
        "https://x.org?a=1",
        "https://a b.org",
        "https://me@x.org",
        "https://[::1",
        "",
    ],
)
def test_a_letter_names_an_address_that_a_desk_can_reach(operator, capsys, address):
    said = slip(operator, capsys, "invite", "--name", "A", "--server", address)
    assert "is not a server's address" in said


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_every_help_is_in_ones_language(operator, capsys, command):
    with pytest.raises(SystemExit) as ended:
        operator.types(command.name, "--help", lang="zh")
    assert ended.value.code == 0
    said = capsys.readouterr().out
    usage, about, *groups = [each for each in said.split("\n\n") if each.strip()]
    assert usage.startswith("用法：central-server")
    assert HAN.search(about)
    assert [each.splitlines()[0] for each in groups][-1] == "通用选项："
    assert not re.search(r"^(usage|options|positional)", said, re.MULTILINE)
    assert max(columns(line) for line in said.splitlines()) <= 80


def test_every_command_is_explained_and_stands_once():
    names = [each.name for each in COMMANDS]
    assert len(names) == len(set(names))
    assert set(names) < set(WORDS)


def test_the_version_is_shown(operator, capsys):
    with pytest.raises(SystemExit) as ended:
        operator.types("--version")
    assert ended.value.code == 0
    assert re.fullmatch(r"central-server \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    "argv",
    [
        ["--lang", "zh", "status"],
        ["--language", "zh", "status"],
        ["status", "--lang=zh"],
        ["status", "--language=zh"],
    ],
)
def test_the_language_has_two_names(argv):
    assert wanted_language(argv, {"LANG": "en_GB.UTF-8"}) is Language.ZH
    assert build_parser(Language.EN, COMMANDS).parse_args(argv).lang == "zh"


def test_the_languages_that_people_read_are_not_that_of_the_messages():
    argv = ["invite", "--name", "A", "--languages", "zh"]
    assert wanted_language(argv, {"LANG": "en_GB.UTF-8"}) is Language.EN


def test_chinese_is_wrapped_by_columns_and_keeps_its_punctuation():
    text = "其新设备须由本人读出六个核对词（confirm-device）后，方可获得内容。"
    lines = wrapped(text, 30)
    assert "".join(lines) == text
    assert all(columns(line) <= 31 for line in lines)  # a mark may hang out by itself
    assert not any(line[0] in "，。）" or line[-1] == "（" for line in lines)
    assert wrapped("one two three", 7) == ["one two", "three"]
