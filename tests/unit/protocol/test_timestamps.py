"""Times that have the form of one and are none are refused wherever a document is read."""

import pytest
from pydantic import TypeAdapter, ValidationError

from review_protocol.documents.base import Timestamp
from review_protocol.documents.people import Trust
from review_protocol.failures import MalformedDocument
from tests.builders.documents import NOW
from tests.unit.protocol.test_succession import BEFORE

TIMES = TypeAdapter(Timestamp)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2025-02-29T12:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T23:59:60Z",
        "0000-01-01T00:00:00Z",
    ],
)
def test_a_moment_that_there_is_not_is_refused(text):
    with pytest.raises(ValidationError):
        TIMES.validate_python(text)
    body = BEFORE.body().replace(BEFORE.issued.encode(), text.encode())
    with pytest.raises(MalformedDocument):
        Trust.from_body(body)


def test_others_are_taken_as_they_are():
    for text in (NOW, "2024-02-29T23:59:59Z"):
        assert TIMES.validate_python(text) == text
