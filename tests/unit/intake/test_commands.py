"""The operator's commands, as typed: their sentences, exit codes, and what they leave."""

from __future__ import annotations

import getpass
import json
import socket
import string
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, update

from central_server.cli.arguments.language import language_from
from central_server.cli.main import main
from central_server.cli.words import WORDS
from central_server.home import Home
from central_server.store import schema
from central_server.store.store import open_store
from review_protocol.crockford import decode_code, invitation_id
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.documents.text import Language
from tests.unit.intake.forms import Folder, case

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)
PEOPLE = {
    "format": "practice-people/1",
    "people": [
        {"name": "Amina", "role": "reviewer", "country": "KE", "languages": ["en"]},
        {"name": "林曦", "role": "reviewer", "country": "CN"},
        {"name": "Jonas", "role": "reviewer", "organisations": ["Partner"]},
        {"name": "Chair", "role": "chair", "panel": "all"},
    ],
}


class Operator:
    """Types commands at noon of 15 June 2026."""

    def __init__(self, home, capsys):
        self.home = home
        self._capsys = capsys

    def types(self, *words, lang="en"):
        argv = ["--home", str(self.home), "--lang", lang, *map(str, words)]
        code = main(argv, clock=lambda: NOON)
        self.said, self.complained = self._capsys.readouterr()
        return code

    def rows(self, query):
        store = open_store(Home(self.home).database_url)
        with store.write() as connection:
            answer = connection.execute(query)
            rows = answer.all() if answer.returns_rows else []
        store.close()
        return rows


@pytest.fixture
def operator(founded, capsys):
    return Operator(founded, capsys)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "import").case(case("C-2", partners=[]))


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.json"
    path.write_text(json.dumps(PEOPLE), encoding="utf-8")
    return path


def test_from_nothing_to_an_open_round(tmp_path, capsys, folder, people, monkeypatch):
    monkeypatch.setenv("CENTRAL_ROOT_PASSPHRASE", "correct horse")
    operator = Operator(tmp_path / "new", capsys)
    assert operator.types("init", "--root-key", tmp_path / "r.key", "--origin", "x.org/1") == 0
    assert operator.said.startswith(f"Founded {tmp_path / 'new'}: deployment ")
    assert operator.types("import", folder.path) == 0
    assert "2 cases new, 0 changed, 0 unchanged" in operator.said
    assert operator.types("invite", "--from", people) == 0
    assert operator.types("assign", "--seed", "00") == 0
    assert "Round 1: 4 reviews given; 2 cases, 2 reviews each, 3 experts" in operator.said
    assert operator.types("open-round", 1) == 0
    assert "until 2026-07-31 18:00 (Asia/Shanghai), which is 2026-07-31T10:00:00Z" in operator.said
    assert operator.types("status", lang="zh") == 0
    assert "第 1 轮：进行中" in operator.said
    assert operator.types("log", "verify") == 0
    assert "The log is right: 5 leaves, 5 checkpoints, 0 packets" in operator.said
    assert operator.types("close-round", 1, "--reason", "the end", "--before-deadline") == 0
    assert operator.complained == ""


def test_problems_of_an_import_go_to_stderr_one_a_line(operator, folder):
    folder.case(case("C-3", area="sport"))
    assert operator.types("import", folder.path) == 1
    assert operator.said == ""
    assert operator.complained.splitlines() == [
        f"Nothing was taken from {folder.path}. Problems: 1.",
        "  cases/C-3/case.json, field area: “sport” is not one of infrastructure, culture, "
        "economy, security or governance.",
    ]


def test_a_letter_carries_the_printed_code_and_only_its_owner_reads_it(operator, folder, tmp_path):
    operator.types("import", folder.path)
    letter = tmp_path / "amina.invitation"
    who = ("--name", "Amina", "--country", "KE", "--server", "https://r.example.org")
    assert operator.types("invite", *who, "--letter", letter) == 0
    read = InvitationLetter.from_body(letter.read_bytes())
    assert (read.server, read.person_name) == ("https://r.example.org", "Amina")
    assert read.role is Role.REVIEWER
    assert read.code in operator.said
    assert letter.stat().st_mode & 0o777 == 0o600
    (row,) = operator.rows(select(schema.invitation))
    assert row.id == invitation_id(decode_code(read.code))
    assert (row.created, row.expires) == ("2026-06-15T12:00:00Z", "2026-07-15T12:00:00Z")


def test_somebody_known_is_invited_again(operator, folder):
    operator.types("import", folder.path)
    operator.types("invite", "--name", "Amina")
    (row,) = operator.rows(select(schema.person.c.id))
    assert operator.types("invite", "--again", row.id) == 0
    assert len(operator.rows(select(schema.person))) == 1
    assert len(operator.rows(select(schema.invitation))) == 2


def test_nobody_is_invited_where_one_cannot_be(operator, folder, people):
    operator.types("import", folder.path)
    PEOPLE_WITH_ERROR = json.loads(people.read_text(encoding="utf-8"))
    PEOPLE_WITH_ERROR["people"][3]["panel"] = "moon"
    people.write_text(json.dumps(PEOPLE_WITH_ERROR), encoding="utf-8")
    assert operator.types("invite", "--from", people) == 1
    assert operator.complained == (
        "Chair: the programme has no panel “moon”; nobody was invited.\n"
    )
    assert operator.rows(select(schema.person)) == []


def test_a_conflict_is_replaced_and_what_stands_is_not_moved(operator, folder, people):
    for words in (("import", folder.path), ("invite", "--from", people), ("assign",)):
        assert operator.types(*words) == 0
    before = operator.rows(select(schema.assignment))
    person = next(row.person for row in before if row.case_number == "C-2")
    operator.rows(
        insert(schema.declaration).values(
            person=person, case_number="C-2", round=1, answer="conflict", packet="0" * 64
        )
    )
    assert operator.types("assign") == 0
    after = operator.rows(select(schema.assignment))
    assert set(before) < set(after)
    (added,) = set(after) - set(before)
    assert (added.case_number, added.person != person) == ("C-2", True)


def test_cases_that_lack_reviews_are_listed_and_the_code_is_1(operator, folder, people):
    operator.types("import", folder.path)
    operator.types("invite", "--from", people)
    assert operator.types("assign", "--reviews", 3) == 1
    assert "C-1 has 2 of 3 reviews; 2 experts may review it." in operator.said
    assert operator.complained.startswith("1 case lacks reviews: invite experts")


@pytest.mark.parametrize("given", [(), ("--reviews", 1)])
def test_opening_asks_for_the_reviews_that_were_assigned(operator, folder, people, given):
    operator.types("import", folder.path)
    operator.types("invite", "--from", people)
    assert operator.types("assign", *given) == 0
    assert operator.types("open-round", 1) == 0
    assert "fewer reviewers" not in operator.said


def test_opening_tells_of_cases_without_the_reviews_that_were_meant(operator, folder, people):
    operator.types("import", folder.path)
    operator.types("invite", "--from", people)
    assert operator.types("assign", "--reviews", 3) == 1
    assert operator.types("open-round", 1) == 0
    assert "1 case has fewer reviewers than 3: run `assign --round 1`." in operator.said


def test_who_declined_gets_nothing(operator, folder, people):
    operator.types("import", folder.path)
    operator.types("invite", "--from", people)
    operator.rows(update(schema.invitation).values(declined="2026-06-10T00:00:00Z"))
    assert operator.types("assign") == 1
    assert operator.complained == ("Cases: 2, reviewers: 0. Import and invite first.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("open-round", 7), "There is no round 7 (rounds: 1)."),
        (("close-round", 1, "--reason", "x"), "Round 1 was never opened: `open-round 1` opens it."),
        (("open-round", 1, "--closes", "2026-06-01T18:00"),
         "Round 1 would close at 2026-06-01T10:00:00Z, which is past: give --closes."),
        (("open-round", 1, "--closes", "tomorrow"),
         "“tomorrow” is not a time: write 2026-07-31T23:00."),
        (("open-round", 1, "--closes", "2026-08-01T00:00"),
         "2026-08-01T00:00 is midnight in Asia/Shanghai, which people take for two different "
         "days: write 18:00 or 23:59."),
        (("invite", "--name", "C", "--role", "chair"),
         "C: a chair needs a --panel; nobody was invited."),
        (("invite", "--name", "C", "--country", "XX"),
         "C: “XX” is no code of a country (region); nobody was invited."),
        (("invite", "--name", "C", "--letters", "x"),
         "A letter names the server: give its address by --server."),
        (("invite", "--again", "p-x"),
         "There is nobody with the id p-x: `people` lists everybody."),
    ],
)  # fmt: skip
def test_a_failure_is_one_sentence(operator, folder, words, sentence):
    operator.types("import", folder.path)
    assert operator.types(*words) == 1
    assert (operator.said, operator.complained) == ("", sentence + "\n")


def test_a_round_does_not_open_on_the_sample_rubric_outside_a_demonstration(operator, folder):
    operator.types("import", folder.programme(illustrative=False).path)
    assert operator.types("open-round", 1) == 1
    assert "the rubric is only this project's sample" in operator.complained


def test_a_missing_home_is_told(tmp_path, capsys):
    operator = Operator(tmp_path / "nowhere", capsys)
    assert operator.types("status") == 1
    assert "is not the folder of a central server" in operator.complained


def test_a_changed_leaf_is_found(operator, folder):
    operator.types("import", folder.path)
    leaf = schema.leaf
    (row,) = operator.rows(select(leaf).where(leaf.c.position == 1))
    operator.rows(
        update(leaf).where(leaf.c.position == 1).values(entry=row.entry.replace(b"T12", b"T13"))
    )
    assert operator.types("log", "verify") == 1
    assert operator.complained.startswith("The log is wrong at checkpoint 2")


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("assign", "--round", "one"),
        ("assign", "--reviews", "0"),
        ("open-round", "10"),
        ("invite",),
        ("invite", "--name", "C", "--days", "99999999999"),
        ("invite", "--name", "C", "--days", "-3"),
        ("serve", "--port", "70000"),
        ("assign", "--seed", "xyz"),
    ],
)
def test_a_slip_in_the_arguments_is_2(operator, words):
    with pytest.raises(SystemExit) as ended:
        operator.types(*words)
    assert ended.value.code == 2


@pytest.mark.parametrize(("lang", "text"), [("en", "found a new server"), ("zh", "建立新服务器")])
def test_help_is_readable_in_both_languages(operator, capsys, lang, text):
    with pytest.raises(SystemExit) as ended:
        operator.types("--help", lang=lang)
    assert ended.value.code == 0
    assert text in capsys.readouterr().out


def test_both_languages_name_the_same_facts():
    def facts(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {
        key for key, (english, chinese) in WORDS.items() if facts(english) != facts(chinese)
    } == set()


def test_the_language_follows_the_terminal():
    assert language_from({"LANG": "zh_CN.UTF-8"}) is Language.ZH
    assert language_from({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}) is Language.EN
    assert language_from({}) is Language.EN


LAPTOP = "laptop[U+001B][2J"
"""A name that would clear the terminal."""


def test_a_lost_device_is_revoked_from_a_leaf_on(operator, folder):
    operator.types("import", folder.path)
    operator.types("invite", "--name", "Amina")
    (invitation,) = operator.rows(select(schema.invitation))
    kid = "d-aaaaaaaaaaaaaaaa"
    operator.rows(
        insert(schema.device).values(
            kid=kid,
            person=invitation.person,
            signing_key=b"\1" * 32,
            exchange_key=b"\2" * 32,
            name="laptop\x1b[2J\n",
            certificate=b"",
            leaf=1,
            issued="2026-06-15T12:00:00Z",
        )
    )
    assert operator.types("devices") == 0
    assert operator.said.splitlines()[0].split() == [kid, invitation.person, "1", "–", LAPTOP]
    assert operator.types("revoke", kid, "--from-leaf", 99, "--reason", "Lost") == 1
    assert operator.complained == (
        "The log has 3 leaves: give --from-leaf from 0 to 3; nothing was revoked.\n"
    )
    assert operator.types("revoke", kid, "--from-leaf", 1, "--reason", "Lost") == 0
    assert operator.said.startswith(f"{kid} is revoked from leaf 1 on; 0 packets")
    assert operator.types("devices") == 0
    assert operator.said.splitlines()[0].split()[3] == "1"
    assert operator.types("revoke", "d-bbbbbbbbbbbbbbbb", "--from-leaf", 1, "--reason", "?") == 1
    assert "no device d-bbbbbbbbbbbbbbbb" in operator.complained


def test_a_letter_that_cannot_be_written_invites_nobody(operator, folder, tmp_path):
    operator.types("import", folder.path)
    (tmp_path / "file").write_text("in the way")
    letter = tmp_path / "file" / "letter.json"
    words = ("invite", "--name", "C", "--server", "https://x.org", "--letter", letter)
    assert operator.types(*words) == 1
    assert str(letter.parent) in operator.complained
    assert operator.rows(select(schema.person)) == []


@pytest.mark.parametrize(("lang", "words"), [("en", "is taken"), ("zh", "已被占用")])
def test_a_port_in_use_is_told(operator, folder, lang, words):
    operator.types("import", folder.path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert operator.types("serve", "--port", port, lang=lang) == 1
    assert f"127.0.0.1:{port}" in operator.complained
    assert words in operator.complained
    assert operator.complained.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--certfile", "cert.pem"), "cert.pem alone is not enough"),
        (("--keyfile", "key.pem"), "key.pem alone is not enough"),
        (("--certfile", "cert.pem", "--keyfile", "missing.pem"), "missing.pem cannot be read"),
        (("--certfile", "cert.pem", "--keyfile", "key.pem"), "TLS takes --certfile and --keyfile"),
    ],
)
def test_tls_files_that_do_not_do_are_told_before_listening(
    operator, folder, tmp_path, monkeypatch, options, sentence
):
    monkeypatch.chdir(tmp_path)
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).write_text("not PEM")
    operator.types("import", folder.path)
    assert operator.types("serve", *options) == 1
    assert sentence in operator.complained


def test_a_port_file_without_a_folder_is_told_before_listening(operator, folder, tmp_path):
    operator.types("import", folder.path)
    assert operator.types("serve", "--port-file", tmp_path / "no" / "port") == 1
    assert "check --port-file" in operator.complained


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"", b"short\n"])
def test_a_passphrase_that_will_not_do_founds_nothing(tmp_path, capsys, content):
    operator = Operator(tmp_path / "new", capsys)
    secret = tmp_path / "passphrase"
    if content is not None:
        secret.write_bytes(content)
    before = set(tmp_path.iterdir())
    words = ("init", "--root-key", tmp_path / "r.key", "--origin", "x.org/1")
    assert operator.types(*words, "--passphrase-file", secret) == 1
    assert operator.complained.count("\n") == 1
    assert set(tmp_path.iterdir()) == before


def test_init_without_a_keyboard_says_so_and_founds_nothing(tmp_path, capsys, monkeypatch):
    def no_keyboard(prompt):
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", no_keyboard)
    operator = Operator(tmp_path / "new", capsys)
    before = set(tmp_path.iterdir())
    assert operator.types("init", "--root-key", tmp_path / "r.key", "--origin", "x.org/1") == 1
    assert "use --passphrase-file" in operator.complained
    assert operator.complained.count("\n") == 1
    assert set(tmp_path.iterdir()) == before
