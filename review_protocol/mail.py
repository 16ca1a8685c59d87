"""What lies in a saved mail: attachments as they were attached, for who drags the mail itself in.

Only base64 is undone here: text that mail sends as text is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser

_HEADER = re.compile(rb"\s*[!-9;-~]{1,70}:")
_BASE64 = re.compile(rb"^content-transfer-encoding:\s*base64\s*$", re.IGNORECASE | re.MULTILINE)
_NESTS = re.compile(rb"multipart/|message/", re.IGNORECASE)
_MOST_NESTED = 50
"""Parts within parts: a mail has a few, and each is a level of the reader's stack."""
MOST_PARTS = 500


def attachments_in(content: bytes, limit: int) -> Iterator[bytes]:
    """The parts of a saved mail that were sent in base64, undone; nothing where it is no mail.

    At most MOST_PARTS of it, and `limit` bytes together; what comes after is passed over.
    """
    if not _HEADER.match(content) or not _BASE64.search(content):
        return
    if sum(1 for _ in _NESTS.finditer(content)) > _MOST_NESTED:
        return
    mail: Message[str, str] = BytesParser().parsebytes(content)
    for number, part in enumerate(mail.walk()):
        encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
        if part.is_multipart() or encoding != "base64":
            continue
        found = part.get_payload(decode=True)
        if not isinstance(found, bytes) or number >= MOST_PARTS or len(found) > limit:
            return
        limit -= len(found)
        yield found
