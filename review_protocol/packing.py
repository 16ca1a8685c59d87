"""Bytes made smaller on their way, and unpacked within bounds: one byte of form, size, content."""

from __future__ import annotations

import sys

from review_protocol.failures import CannotOpen, TooLarge

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_SIZE_LENGTH = 8
_STORED, _COMPRESSED = b"\x00", b"\x01"
_COMPRESSION_LEVEL = 3
_LARGEST_WINDOW_LOG = 27


def packed(content: bytes) -> bytes:
    """Compressed (zstd) where that helps: a byte of form, eight bytes of size, the content."""
    small = zstd.compress(content, level=_COMPRESSION_LEVEL)
    form, inner = (_COMPRESSED, small) if len(small) < len(content) else (_STORED, content)
    return form + len(content).to_bytes(_SIZE_LENGTH, "big") + inner


def unpacked(content: bytes, limit: int) -> bytes:
    """What was packed, at most `limit` bytes.

    Raises CannotOpen (no such form) and TooLarge; a decompression bomb is refused before it is
    unpacked, or at the size that it claimed.
    """
    if len(content) < 1 + _SIZE_LENGTH:
        raise CannotOpen("form")
    form, inner = content[:1], content[1 + _SIZE_LENGTH :]
    size = int.from_bytes(content[1 : 1 + _SIZE_LENGTH], "big")
    if size > limit:
        raise TooLarge(size, limit)
    if form == _COMPRESSED:
        inner = _decompressed(inner, size)
    elif form != _STORED:
        raise CannotOpen("form")
    if len(inner) != size:
        raise CannotOpen("content")
    return inner


def _decompressed(content: bytes, size: int) -> bytes:
    """At most one byte more than `size`, which is enough to see that it lied."""
    window: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW_LOG}
    unpacker = zstd.ZstdDecompressor(options=window)
    try:
        plaintext = unpacker.decompress(content, max_length=size + 1)
    except zstd.ZstdError as error:
        raise CannotOpen("content") from error
    if not unpacker.eof or unpacker.unused_data:
        raise CannotOpen("content")
    return plaintext
