"""Who is there already is recognised: nobody is doubled, and no letter is written over."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from central_server.inviting import PersonForm
from central_server.recognising import KnownPerson, known_among, same_person
from central_server.store import schema
from review_protocol.documents.people import InvitationLetter, Role
from tests.unit.intake.forms import Folder, case
from tests.unit.intake.test_commands import PEOPLE, Operator

SERVER = ("--server", "https://reviews.example.org")


@pytest.fixture
def operator(founded, capsys, tmp_path) -> Operator:
    """Of a server with a programme and nobody in it."""
    operator = Operator(founded, capsys)
    assert operator.types("import", Folder(tmp_path / "import").case(case("C-2")).path) == 0
    return operator


@pytest.fixture
def listed(tmp_path):
    """Writes people.json of these."""

    def write(*people):
        path = tmp_path / "people.json"
        path.write_text(json.dumps({**PEOPLE, "people": people}), encoding="utf-8")
        return path

    return write


def everything(operator):
    """People, invitations and leaves."""
    tables = (schema.person.c.id, schema.invitation.c.id, schema.leaf.c.position)
    return [sorted(operator.rows(select(each))) for each in tables]


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_second_run_doubles_nobody_and_leaves_the_letters(operator, listed, tmp_path):
    people, letters = listed(*PEOPLE["people"]), tmp_path / "letters"
    run = ("invite", "--from", people, *SERVER, "--letters", letters)
    assert operator.types(*run) == 0
    before, written = everything(operator), files(letters)
    for lang, words in (("en", "is there already"), ("zh", "未邀请任何人")):
        assert operator.types(*run, lang=lang) == 1
        assert operator.complained.count("\n") == 1
        assert all(each["name"] in operator.complained for each in PEOPLE["people"])
        assert words.replace("is there", "are there") in operator.complained
        assert "invite --again" in operator.complained
    assert (everything(operator), files(letters)) == (before, written)


def test_those_who_are_new_can_be_invited_alone(operator, listed, tmp_path):
    letters = tmp_path / "letters"
    run = ("invite", *SERVER, "--letters", letters, "--from")
    assert operator.types(*run, listed(*PEOPLE["people"])) == 0
    written = files(letters)
    people = listed(*PEOPLE["people"], {"name": "Zoë", "role": "staff"})
    assert operator.types(*run, people) == 1
    assert "--only-new invites the 1 other alone" in operator.complained
    assert operator.types(*run, people, "--only-new") == 0
    assert "4 people were there already and passed over.\n1 invitation" in operator.said
    assert files(letters).items() > written.items()
    assert set(files(letters)) - set(written) == {"05-staff-zoë.invitation"}
    assert operator.types(*run, people, "--only-new") == 0
    assert "5 people were there already" in operator.said
    assert len(operator.rows(select(schema.person))) == 5


def test_who_lost_a_letter_gets_another_beside_it(operator, tmp_path):
    letters = tmp_path / "letters"
    assert operator.types("invite", "--name", "Amina", *SERVER, "--letters", letters) == 0
    (person,) = operator.rows(select(schema.person.c.id))
    again = ("invite", "--again", person.id, *SERVER, "--letters", letters)
    assert operator.types(*again) == 0
    found = [InvitationLetter.from_body(each) for _, each in sorted(files(letters).items())]
    assert [each.person_name for each in found] == ["Amina", "Amina"]
    assert found[0].code != found[1].code
    assert len(operator.rows(select(schema.person))) == 1


def test_one_letter_is_not_written_over_another(operator, tmp_path):
    letter = tmp_path / "amina.invitation"
    assert operator.types("invite", "--name", "Amina", *SERVER, "--letter", letter) == 0
    before, content = everything(operator), letter.read_bytes()
    assert operator.types("invite", "--name", "Jonas", *SERVER, "--letter", letter) == 1
    assert operator.complained.startswith(f"{letter} exists, and no letter is written over")
    assert (everything(operator), letter.read_bytes()) == (before, content)


def test_letters_of_an_invitation_that_failed_are_gone(operator, listed, tmp_path):
    """The second name is too long for a file: the first letter would hold a code of nobody."""
    letters = tmp_path / "letters"
    people = listed(PEOPLE["people"][0], {"name": "字" * 200, "role": "staff"})
    before = everything(operator)
    assert operator.types("invite", "--from", people, *SERVER, "--letters", letters) == 1
    assert "too long" in operator.complained
    assert (everything(operator), letters.exists()) == (before, False)


def test_a_member_of_staff_has_one_voice(operator, listed):
    mara = {"name": "Mara Okoro", "role": "staff", "email": "mara@example.org"}
    assert operator.types("invite", "--from", listed(mara)) == 0
    for other in (
        {"name": "Mara Okoro", "role": "staff"},
        {"name": " mara  OKORO", "role": "staff"},
        {"name": "M. Okoro", "role": "staff", "email": "Mara@Example.org"},
        {"name": "Mara Okoro", "role": "reviewer"},
    ):
        assert operator.types("invite", "--from", listed(other)) == 1
        assert operator.complained.startswith("Mara Okoro (p-")
    assert len(operator.rows(select(schema.person))) == 1


def test_a_namesake_is_another_person_where_the_operator_says_so(operator):
    who = ("invite", "--name", "Li Na")
    assert operator.types(*who, "--email", "one@example.org") == 0
    assert operator.types(*who, "--email", "two@example.org") == 0
    assert operator.types(*who) == 1
    assert operator.types(*who, "--email", "one@example.org", "--namesake") == 1
    assert operator.types(*who, "--namesake") == 0
    assert len(operator.rows(select(schema.person))) == 3


def test_one_list_names_nobody_twice(operator, listed):
    people = listed(*PEOPLE["people"], {"name": "amina", "role": "staff"})
    before = everything(operator)
    assert operator.types("invite", "--from", people) == 1
    assert operator.complained.startswith("amina is in the list twice")
    assert everything(operator) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--name", "A", "--only-new"), "--only-new goes with --from"),
        (("--again", "p-x", "--namesake"), "--namesake is said of one person"),
        (("--again", "p-x", "--country", "KE"), "--country is said of one person"),
        (("--name", "A", *SERVER, "--letter", "none/a"), "none is not a folder"),
    ],
)
def test_options_that_do_not_go_together_are_told(operator, words, sentence):
    assert operator.types("invite", *words) == 1
    assert operator.complained.startswith(sentence)


@pytest.mark.parametrize(
    "words",
    [
        *(("--role", "reviewer"), ("--panel", "connect"), ("--organisation", "Makerere")),
        *(("--country", "KE"), ("--languages", "zh"), ("--areas", "economy")),
        ("--email", "a@example.org"),
    ],
)
@pytest.mark.parametrize(("lang", "sentence"), [("en", "said of one person"), ("zh", "给出的一人")])
def test_what_is_said_of_one_person_is_not_passed_over_beside_a_file(
    operator, listed, words, lang, sentence
):
    before = everything(operator)
    assert operator.types("invite", "--from", listed(*PEOPLE["people"]), *words, lang=lang) == 1
    assert operator.complained.startswith(words[0])
    assert sentence in operator.complained
    assert everything(operator) == before


def test_a_wrong_role_is_one_problem(operator, listed):
    assert operator.types("invite", "--from", listed({"name": "A", "role": "boss"})) == 1
    assert operator.complained.splitlines() == [
        f"Nothing was taken from {listed()}. Problems: 1.",
        "  people.json, field people[0].role: “boss” is not one of reviewer, chair, head or staff.",
    ]
    assert operator.types("invite", "--from", listed()) == 1
    assert "field people: this must not be empty." in operator.complained


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Li Na", None), ("li na", None), True),
        (("Ｌｉ Na", None), ("Li Na", None), True),
        (("Li Na", "a@x.org"), ("Li Na", "b@x.org"), False),
        (("Li Na", "a@x.org"), ("Lina", "A@X.org"), True),
        (("Li Na", "a@x.org"), ("Li Na", None), True),
        (("Li Na", "a@x.org"), ("Lina", None), False),
    ],
)
def test_who_is_one_person(one, other, same):
    first, second = (KnownPerson("p-x", *each) for each in (one, other))
    assert same_person(first, second) is same is same_person(second, first)


def test_a_namesake_with_the_same_address_is_known_all_the_same():
    form = PersonForm(name="Li Na", role=Role.STAFF, email="a@x.org")
    known = [KnownPerson("p-1", "Li Na", None), KnownPerson("p-2", "Lina", "a@x.org")]
    assert [each.id for each in known_among([form], known)] == ["p-1", "p-2"]
    assert [each.id for each in known_among([form], known, namesake=True)] == ["p-2"]


def test_a_deputy_is_invited_and_shown_as_one(operator, listed):
    chair = {"name": "Li Na", "role": "chair", "panel": "all"}
    path = listed(chair | {"name": "Jana", "deputy": True}, chair)
    assert operator.types("invite", "--from", path) == 0
    assert operator.types("invite", "--name", "Omar", "--role", "head", "--deputy") == 0
    assert "head/deputy" in operator.said
    assert operator.types("people") == 0
    roles = {line.split()[-1]: line.split()[1] for line in operator.said.splitlines()[:3]}
    assert roles == {"Jana": "chair/deputy", "Na": "chair", "Omar": "head/deputy"}
    assert operator.rows(select(schema.person.c.deputy).order_by(schema.person.c.name)) == [
        *((1,), (0,), (1,))
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_reviewer_has_no_deputy(operator, lang):
    before = everything(operator)
    run = ("invite", "--name", "Omar", "--role", "reviewer", "--deputy")
    assert operator.types(*run, lang=lang) == 1
    assert {"en": "and a reviewer has none", "zh": "没有副手"}[lang] in operator.complained
    assert everything(operator) == before


def test_somebody_who_is_there_is_named_a_deputy_and_no_more(operator):
    operator.types("invite", "--name", "Omar", "--role", "head")
    leaves = len(operator.rows(select(schema.leaf)))
    assert operator.types("name-deputy", "Omar") == 0
    assert "is a deputy now" in operator.said
    assert operator.rows(select(schema.person.c.deputy)) == [(1,)]
    assert operator.types("name-deputy", "Omar", lang="zh") == 1
    assert operator.complained == "Omar 已是副手。\n"
    assert operator.types("name-deputy", "Omar", "--no-more") == 0
    assert operator.rows(select(schema.person.c.deputy)) == [(0,)]
    assert operator.types("name-deputy", "Omar", "--no-more") == 1
    assert operator.complained == "Omar is no deputy.\n"
    assert len(operator.rows(select(schema.leaf))) == leaves + 2


def test_a_reviewer_is_named_no_deputy(operator):
    operator.types("invite", "--name", "Omar")
    assert operator.types("name-deputy", "Omar") == 1
    assert "only chairs and heads have deputies" in operator.complained
