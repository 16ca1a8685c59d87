"""The commands about files: batch-file, intake."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from central_server.batch_archive import write_batch
from central_server.cli.arguments.options import Options
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.cli.words.failures.files import Unread, unread_sentence
from central_server.cli.words.failures.sentences import failure_sentence
from central_server.cli.words.failures.system import system_sentence
from central_server.clock import MonotoneClock
from central_server.files import write_whole
from central_server.handover import CannotTakeIn, HandedOver, Intake, joined
from central_server.shown import in_a_line
from review_protocol.armour import ARMOUR_LIMIT, RECEIPTS_SUFFIX, Armoured, read_armour
from review_protocol.failures import TooLarge
from review_protocol.file_failures import NoBlock, TooMany

_TOGETHER = Path()
"""Stands for all files where parts of one hand-over lie in several."""


class BatchFile:
    """Writes a person's batch as one file."""

    name = "batch-file"

    def takes(self, options: Options) -> None:
        """Whose batch, and where it goes."""
        options.first("person", "batch-person", metavar="PERSON")
        options.file("--out", "batch-out", needed=True)
        options.flag("--no-attachments", "no-attach")

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Write it."""
        with open_home(session) as server:
            written = write_batch(
                server.store,
                server.log,
                server.home,
                server.issuer,
                arguments.person,
                arguments.out,
                attachments=not arguments.no_attachments,
                now=server.now(),
            )
        session.tell(
            "batch-written",
            manifest=written.manifest,
            name=written.name,
            person=written.person,
            cases=written.cases,
            released=written.released,
            files=written.files,
            mib=f"{written.size / (1 << 20):.1f}",
            path=written.path,
        )
        if written.left_out:
            session.tell("batch-left-out", count=written.left_out)
        return 0


class TakeIn:
    """Takes hand-in files in and writes the replies."""

    name = "intake"

    def takes(self, options: Options) -> None:
        """The files, and where the replies go."""
        options.first("files", "intake-files", metavar="FILE", read=Path, many=True)
        options.option("--reply-dir", metavar="DIR", read=Path)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Take all in that can be; 1 where something could not."""
        found, left = _read(session, arguments.files)
        with open_home(session) as server, ThreadPoolExecutor(1, "verifying") as beside:
            clock = MonotoneClock(server.clock)
            taking = Intake(server.store, server.log, server.keys, clock, beside)
            for path, blocks in found.items():
                replies: dict[str, list[tuple[Armoured, HandedOver]]] = defaultdict(list)
                for block in blocks:
                    try:
                        taken = taking.take(block)
                    except CannotTakeIn as failure:
                        left += 1
                        _complain(session, path, failure_sentence(failure, session.language))
                        continue
                    replies[taken.kid].append((block, taken))
                    _tell(session, path, taken)
                for answered in replies.values():
                    _write_reply(session, arguments.reply_dir, path, arguments.files[0], answered)
        if left:
            print(say(session.language, "intake-left", count=left), file=sys.stderr)
        return 1 if left else 0


def _read(session: Session, paths: Sequence[Path]) -> tuple[Mapping[Path, Sequence[Armoured]], int]:
    """The hand-overs by the file that they are whole in, and how many things were wrong."""
    contents: dict[Path, bytes] = {}
    left = 0
    for path in paths:
        try:
            if path.stat().st_size > ARMOUR_LIMIT:
                raise TooLarge(path.stat().st_size, ARMOUR_LIMIT)
            content = path.read_bytes()
            read_armour([content])
        except (TooLarge, TooMany) as failure:
            left += 1
            _complain(session, path, unread_sentence(failure, session.language))
        except OSError as error:
            left += 1
            print(system_sentence(error, path, session.language), file=sys.stderr)
        else:
            contents[path] = content
    together = read_armour(contents.values())
    wrong = {_facts(each) for each in together.failures}
    found: dict[Path, Sequence[Armoured]] = {}
    known: set[Armoured] = set()
    for path, content in contents.items():
        reading = read_armour([content])
        found[path] = [each for each in reading.found if each not in known]
        known |= set(reading.found)
        for each in reading.failures:
            if isinstance(each, NoBlock) or _facts(each) in wrong:
                left += 1
                _complain(session, path, unread_sentence(each, session.language))
    found[_TOGETHER] = [each for each in together.found if each not in known]
    return found, left


def _facts(failure: Unread) -> tuple[object, ...]:
    return type(failure), *vars(failure).values()


def _tell(session: Session, path: Path, taken: HandedOver) -> None:
    counts = taken.counts
    session.tell(
        "took-in",
        path=path.name or "–",
        name=taken.name,
        person=taken.person,
        kid=taken.kid,
        new=counts.new,
        known=counts.known,
        not_counting=counts.not_counting,
        rejected=counts.rejected,
    )


def _write_reply(
    session: Session,
    folder: Path | None,
    path: Path,
    first: Path,
    answered: Sequence[tuple[Armoured, HandedOver]],
) -> None:
    """One file for a device; its name is the same whenever the same is handed in."""
    source = path if path != _TOGETHER else first
    digest = hashlib.sha256(b"".join(block.sealed for block, _ in answered)).hexdigest()[:8]
    target = (folder or source.parent) / f"{source.stem}-{digest}{RECEIPTS_SUFFIX}"
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(target, joined([taken for _, taken in answered]).encode("ascii"))
    session.tell("reply-written", path=target)


def _complain(session: Session, path: Path, sentence: str) -> None:
    print(f"{in_a_line(path.name) or '–'}: {sentence}", file=sys.stderr)
