"""Saved mails: the attachment is read out of them, and what is no mail is left as it is."""

import time
from email.message import EmailMessage

import pytest

from review_protocol.armour import Armoured, armour_texts, read_armour
from review_protocol.file_failures import BlockAltered, BlockCut, NoBlock
from review_protocol.mail import MOST_PARTS, attachments_in
from tests.unit.protocol.test_armour import handed_in, text_of, whole

LIMIT = 1 << 20


def a_mail(*attachments: bytes, crlf: bool = True) -> bytes:
    """As a mail program saves it."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ada <ada@x.org>", "office@x.org", "我的评分"
    mail.set_content("各位好：\n请查收。\n-- \nAda")
    for number, content in enumerate(attachments, 1):
        name = f"part-{number}.review-handin"
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    text = mail.as_bytes()
    return text.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") if crlf else text


@pytest.mark.parametrize("crlf", [True, False])
def test_an_attachment_is_read_out_of_the_saved_mail(crlf: bool) -> None:
    content = handed_in()
    mail = a_mail(text_of(content).encode(), crlf=crlf)
    assert b"PRACTICE REVIEW" not in mail
    assert read_armour([mail]) == whole(content)


def test_a_forwarded_mail_is_read_too() -> None:
    content = handed_in()
    inner = EmailMessage()
    inner["Subject"] = "hand-in"
    inner.set_content("x")
    inner.add_attachment(
        text_of(content).encode(), maintype="application", subtype="x", filename="a.review-handin"
    )
    outer = EmailMessage()
    outer["Subject"] = "Fwd: hand-in"
    outer.set_content("see below")
    outer.add_attachment(inner)
    assert read_armour([outer.as_bytes()]) == whole(content)


def test_parts_may_lie_in_several_mails_and_beside_a_plain_file() -> None:
    content = handed_in(3000)
    first, second, third = (text.encode() for text in armour_texts(content, part_size=1000))
    assert read_armour([a_mail(first, second), third]) == whole(content)
    assert read_armour([a_mail(third), a_mail(second), a_mail(first)]) == whole(content)


def test_a_mail_without_a_block_has_none() -> None:
    (failure,) = read_armour([a_mail(b"a picture")]).failures
    assert isinstance(failure, NoBlock)


def test_what_is_damaged_in_the_attachment_is_told() -> None:
    text = text_of(handed_in()).encode()
    (cut,) = read_armour([a_mail(text[: len(text) // 2])]).failures
    assert isinstance(cut, BlockCut)
    altered = a_mail(text.replace(b"\n\n", b"\n\nAAAA", 1))
    (failure,) = read_armour([altered]).failures
    assert isinstance(failure, BlockAltered)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no mail", b"\xff\xfe\x00:", b": x\n\ny"])
def test_what_is_no_mail_has_no_attachments(content: bytes) -> None:
    assert list(attachments_in(content, LIMIT)) == []


def test_attachments_are_bounded_in_bytes_and_in_number() -> None:
    one = b"x" * 1000
    assert list(attachments_in(a_mail(one, one, one), 2500)) == [one, one]
    part = b"Content-Transfer-Encoding: base64\n\neHg=\n"
    many_parts = b"--b\n" + b"--b\n".join([part] * (MOST_PARTS + 50)) + b"--b--\n"
    mail = b"Content-Type: multipart/mixed; boundary=b\n\n" + many_parts
    assert len(list(attachments_in(mail, LIMIT))) < MOST_PARTS


@pytest.mark.parametrize("kind", [b"message/rfc822", b"multipart/mixed; boundary=b"])
def test_a_mail_in_a_mail_in_a_mail_is_given_up_in_time(kind: bytes) -> None:
    nested = b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: base64\n\n--b\n"
    started = time.monotonic()
    assert list(attachments_in(nested * 20_000, LIMIT)) == []
    assert time.monotonic() - started < 5


def test_base64_that_is_none_is_no_crash() -> None:
    mail = b"Content-Transfer-Encoding: base64\n\n\x00\xff===not base64===\n"
    assert all(isinstance(each, bytes) for each in attachments_in(mail, LIMIT))
    assert isinstance(read_armour([mail]).failures[0], NoBlock)


def test_the_same_block_as_text_and_attached_is_one() -> None:
    content: Armoured = handed_in()
    mail = EmailMessage()
    mail.set_content(text_of(content))
    mail.add_attachment(
        text_of(content).encode(), maintype="application", subtype="x", filename="a"
    )
    assert read_armour([mail.as_bytes()]) == whole(content)
