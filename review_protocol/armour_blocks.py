"""Finds blocks of text armour in what mail programs made of it, and takes each apart.

Everything works on bytes with bounded patterns: time and memory grow with the file and no faster.
Quoting, wrapping, spaces, invisible characters, HTML and quoted-printable never carry meaning in a
block, so all of it is taken out before header and text are read.
"""

from __future__ import annotations

import binascii
import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from review_protocol.file_failures import BlockAltered, BlockCut, NewerForm, TooMany

ARMOUR_FORM = 1
MOST_BLOCKS = 1000


class Purpose(StrEnum):
    """What a block is, in the words of its first line."""

    HAND_IN = "HAND-IN"
    RECEIPTS = "RECEIPTS"


@dataclass(frozen=True, slots=True)
class ArmourPart:
    """One block that is as it was written: a part (from 1) of the bytes with this hash."""

    purpose: Purpose
    deployment: str
    device: str
    part: int
    of: int
    sha256: str
    content: bytes
    line: int = 1
    """Where the block starts in its file."""

    def header(self) -> str:
        """The header's lines, the last of which checks the others and the content."""
        return f"{self._header()}Check: {self.check()}\n"

    def check(self) -> str:
        """16 characters of hex SHA-256 over purpose, header and content."""
        checked = f"{self.purpose}\n{self._header()}".encode() + self.content
        return hashlib.sha256(checked).hexdigest()[:16]

    def _header(self) -> str:
        return (
            f"Format: {ARMOUR_FORM}\nDeployment: {self.deployment}\nDevice: {self.device}\n"
            f"Part: {self.part}/{self.of}\nLength: {len(self.content)}\nSHA-256: {self.sha256}\n"
        )


@dataclass(frozen=True, slots=True)
class DamagedBlock:
    """A block that is not whole; `sha256` is what it claims, None where that cannot be read."""

    failure: BlockCut | BlockAltered | NewerForm
    sha256: str | None


_GAP = rb"(?:[\s>|]|=20|=\r?\n|&nbsp;|&gt;|\xc2\xa0|<[^<>]{0,80}>){1,24}"
_DASH = rb"(?:-|=2D|\xe2\x80[\x90-\x95])"
_NAME = re.compile(
    rb"PRACTICE%bREVIEW%b(?:(HAND)%bIN|RECEIPTS)%b{0,10}" % (_GAP, _GAP, _DASH, _DASH)
)
_BEFORE_NAME = re.compile(rb"%b{2,10}\s?(BEGIN|END)%b\Z" % (_DASH, _GAP))
_LOOK_BACK = 250

_SOFT_BREAK = re.compile(rb"=[ \t]{0,100}\r?\n")
_MOST_QUOTED = 100_000
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")
_TAG = re.compile(rb"<[^<>]{0,200}>")
_ENTITY = re.compile(rb"&(?:#([0-9]{1,5})|#[xX]([0-9a-fA-F]{1,4})|[a-z]{2,6});")
_INVISIBLE = re.compile(
    rb"\xe2\x80[\x80-\x8f\xa8-\xaf]|\xe2\x81\xa0|\xef\xbb\xbf|\xc2[\xa0\xad]|\xe3\x80\x80|\xa0"
)
_OTHER_DASH = re.compile(rb"\xe2\x80[\x90-\x95]")
_PIECE = 1 << 16
"""Longer than whatever is taken out; and nothing that is has its first character inside."""
_WHITE = b" \t\r\n\v\f>|"

_FORM = re.compile(rb"Format:([0-9]{1,6})")
_HEADER = re.compile(
    rb"Format:1Deployment:([0-9a-f]{64})Device:(d-[a-z2-7]{16})Part:([0-9]{1,4})/([0-9]{1,4})"
    rb"Length:([0-9]{1,9})SHA-256:([0-9a-f]{64})Check:([0-9a-f]{16})"
)
_LONGEST_HEADER = 300
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A first or last line of a block, by its place in the file."""

    begins: bool
    purpose: Purpose
    start: int
    end: int
    line: int


def read_parts(content: bytes) -> list[ArmourPart | DamagedBlock]:
    """Every block in the content of a file, in its order; raises TooMany."""
    content = _in_bytes(content)
    found: list[ArmourPart | DamagedBlock] = []
    opened: _Mark | None = None
    for mark in _marks(content):
        if opened is not None:
            raw = content[opened.end : mark.start]
            found.append(_part(opened, raw, whole=not mark.begins))
        elif not mark.begins:
            found.append(DamagedBlock(BlockCut(mark.line, None, None, None), None))
        opened = mark if mark.begins else None
    if opened is not None:
        found.append(_part(opened, content[opened.end :], whole=False))
    return found


def _in_bytes(content: bytes) -> bytes:
    """One byte a character of the block, also where an editor saved the text as UTF-16."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace").encode("utf-8", "replace")
    return content


def _marks(content: bytes) -> Iterator[_Mark]:
    line, counted, marks = 1, 0, 0
    for name in _NAME.finditer(content):
        window = content[max(0, name.start() - _LOOK_BACK) : name.start()]
        before = _BEFORE_NAME.search(window)
        if before is None:
            continue
        marks += 1
        if marks > 2 * MOST_BLOCKS:
            raise TooMany("blocks", MOST_BLOCKS)
        start = name.start() - len(window) + before.start()
        line += content.count(b"\n", counted, start)
        counted = start
        purpose = Purpose.HAND_IN if name[1] else Purpose.RECEIPTS
        yield _Mark(before[1] == b"BEGIN", purpose, start, name.end(), line)


def _part(mark: _Mark, raw: bytes, *, whole: bool) -> ArmourPart | DamagedBlock:
    """The part after a first line; `whole` where its last line was found too."""
    compact = _compact(raw)
    form = _FORM.match(compact)
    if form is not None and int(form[1]) != ARMOUR_FORM:
        return DamagedBlock(NewerForm(mark.line, int(form[1])), None)
    header = _HEADER.match(compact)
    if header is None:
        if whole or len(compact) > _LONGEST_HEADER:
            return DamagedBlock(BlockAltered(mark.line, None, None, "header"), None)
        return DamagedBlock(BlockCut(mark.line, None, None, None), None)
    return _with_content(mark, header, compact[header.end() :], whole=whole)


def _with_content(
    mark: _Mark, header: re.Match[bytes], rest: bytes, *, whole: bool
) -> ArmourPart | DamagedBlock:
    deployment, device, sha256, check = (header[n].decode() for n in (1, 2, 6, 7))
    part, of, length = (int(header[n]) for n in (3, 4, 5))
    needed = (4 * length + 2) // 3
    text = rest.rstrip(b"=") if whole else rest[:needed]
    clean = _BASE64.match(text)
    read = 0 if clean is None else clean.end()
    if read < needed and (read == len(text) or not whole):
        missing = length - read * 3 // 4
        return DamagedBlock(BlockCut(mark.line, part, of, missing), sha256)
    altered = DamagedBlock(BlockAltered(mark.line, part, of, "text"), sha256)
    if len(text) != needed or read != needed:
        return altered
    try:
        content = binascii.a2b_base64(text + b"=" * (-needed % 4), strict_mode=True)
    except binascii.Error:
        return altered
    found = ArmourPart(mark.purpose, deployment, device, part, of, sha256, content, mark.line)
    if found.check() == check and 1 <= part <= of:
        return found
    if of == 1 and hashlib.sha256(content).hexdigest() == sha256:
        return DamagedBlock(BlockAltered(mark.line, part, of, "header"), sha256)
    return altered


def _compact(raw: bytes) -> bytes:
    """The block's characters without what mail added; `=` is left where it may be padding."""
    if b"=" in raw:
        raw = b"".join(_SOFT_BREAK.sub(b"", piece) for piece in _pieces(raw, b"="))
        raw = _QUOTED.sub(_quoted, raw.replace(b"=20", b""), _MOST_QUOTED)
    if b"<" in raw:
        raw = b"".join(_TAG.sub(b"", piece) for piece in _pieces(raw, b"<"))
    if b"&" in raw:
        raw = raw.replace(b"&gt;", b"").replace(b"&nbsp;", b"")
        raw = b"".join(_ENTITY.sub(_meant, piece) for piece in _pieces(raw, b"&"))
    if not raw.isascii():
        raw = _INVISIBLE.sub(b"", _OTHER_DASH.sub(b"-", raw))
    return raw.translate(None, delete=_WHITE)


def _pieces(raw: bytes, opener: bytes) -> Iterator[bytes]:
    """`raw` in pieces that end before an `opener`: a substitution needs ten times its piece."""
    start = 0
    while start < len(raw):
        end = start + _PIECE
        if end < len(raw):
            before = raw.rfind(opener, start + 1, end)
            end = end if before < 0 else before
        yield raw[start:end]
        start = end


def _quoted(escape: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escape[1].decode())


def _meant(entity: re.Match[bytes]) -> bytes:
    """The ASCII character of a numeric entity; nothing for `&gt;`, `&nbsp;` and their like."""
    decimal, hexadecimal = entity[1], entity[2]
    if decimal is None and hexadecimal is None:
        return b""
    number = int(hexadecimal, 16) if decimal is None else int(decimal)
    return bytes([number]) if number < 128 else b""
