"""Looks for secrets in files, in every form in which a program leaves them behind by accident."""

import base64
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

SHORTEST = 8
"""Bytes; a shorter form would be found in random bytes."""


def forms(canary: str | bytes) -> Iterator[tuple[str, bytes]]:
    """A secret as UTF-8, UTF-16, hex and base64, at any place of a longer base64 text; and as text
    is escaped in JSON, in Python and in addresses."""
    raws = {"raw": canary} if isinstance(canary, bytes) else _encoded(canary)
    for name, raw in raws.items():
        yield name, raw
        yield f"{name} in hex", raw.hex().encode()
        yield f"{name} in capital hex", raw.hex().upper().encode()
        for shift in range(3):
            found = base64.b64encode(bytes(shift) + raw)
            whole = found[4 if shift else 0 :][: (len(raw) - 4) // 3 * 4]
            yield f"{name} in base64", whole
            yield f"{name} in base64 for addresses", whole.translate(bytes.maketrans(b"+/", b"-_"))


def traces(places: list[Path], canaries: Mapping[str, str | bytes]) -> list[str]:
    """Where which secret was found, as `file: secret (form)`; contents and names of files."""
    wanted = [
        (name, form, raw)
        for name, canary in canaries.items()
        for form, raw in forms(canary)
        if len(raw) >= SHORTEST
    ]
    found = set()
    for place in places:
        for path in [place, *place.rglob("*")]:
            content = str(path).encode() + (path.read_bytes() if path.is_file() else b"")
            for name, form, raw in wanted:
                if raw in content:
                    found.add(f"{path.name}: {name} ({form})")
    return sorted(found)


def _encoded(text: str) -> dict[str, bytes]:
    escaped = {
        "escaped in JSON": json.dumps(text)[1:-1],
        "escaped in Python": ascii(text)[1:-1],
        "escaped in an address": quote(text),
    }
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    return {code: text.encode(code) for code in codes} | {
        name: form.encode() for name, form in escaped.items() if form != text
    }
