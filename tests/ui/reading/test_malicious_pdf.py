"""Attachments made to do harm: they are drawn or refused, in time, and do nothing else."""

from __future__ import annotations

import math
import pickle
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reviewer_app.ui.reading.attachments import worker
from reviewer_app.ui.reading.attachments.process import FileFault, FileReader
from reviewer_app.ui.reading.attachments.wire import MOST_PIXELS, Wanted
from reviewer_app.ui.reading.attachments.worker import MOST_MEMORY

pytestmark = pytest.mark.campaign

WIDTH = 400
PATIENCE = 20  # seconds
OWN_MEMORY = 128 << 20  # bytes of code and libraries


def pdf(*objects: bytes, root: bytes = b"") -> bytes:
    """A file of these objects, numbered from 3; 1 is the catalogue, 2 the pages with page 3."""
    catalogue = b"<</Type/Catalog/Pages 2 0 R" + root + b">>"
    whole, places = b"%PDF-1.7\n", []
    for number, content in enumerate((catalogue, PAGES, *objects), 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(places) + 1, rows)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return whole + table + trailer % (len(places) + 1, len(whole))


PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def page(more: bytes = b"", *, box: bytes = b"0 0 300 400") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]" + more + b">>"


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more, content)


def acting(action: bytes) -> bytes:
    """Does this when it is opened, when its page is shown, and when a field is drawn."""
    field = b"<</Subtype/Widget/FT/Tx/T(a)/Rect[0 0 90 90]/A 4 0 R/AA<</PO 4 0 R/F 4 0 R>>>>"
    root = b"/OpenAction 4 0 R/AA<</WC 4 0 R>>/AcroForm<</Fields[5 0 R]/NeedAppearances true>>"
    return pdf(page(b"/Annots[5 0 R]/AA<</O 4 0 R>>"), action, field, root=root)


def bomb() -> bytes:
    """Half a gigabyte of spaces before a line, packed twice."""
    packer = zlib.compressobj(9)
    spaces = b" " * (1 << 20)
    packed = b"".join(packer.compress(spaces) for _ in range(512)) + packer.flush()
    content = stream(zlib.compress(packed, 9), b"/Filter[/FlateDecode/FlateDecode]")
    return pdf(page(b"/Contents 4 0 R"), content)


def drawing_itself() -> bytes:
    """A form that draws itself, three times over."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
    return pdf(
        page(b"/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>"),
        stream(b"/X Do " * 3, form),
        stream(b"/X Do"),
    )


HARMLESS = {
    "another program": acting(b"<</S/Launch/F(/bin/sh)/Win<</F(calc.exe)>>>>"),
    "a script": acting(
        b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9'\\);while\\(1\\){})>>"
    ),
    "a page of 200 inches": pdf(page(box=b"0 0 14400 14400")),
}
HARMFUL: dict[str, Callable[[], bytes]] = {
    "a page without an area": lambda: pdf(page(box=b"0 0 0 0")),
    "a tree of pages that is its own branch": lambda: pdf(page()).replace(
        b"Kids[3 0 R]", b"Kids[2 0 R]"
    ),
    "a million pages and one": lambda: pdf(page()).replace(b"/Count 1", b"/Count 9999999"),
    "a page as thin as a hair": lambda: pdf(page(box=b"0 0 0.5 100000")),
    "a form that draws itself": drawing_itself,
    "a bomb": bomb,
    "nests a hundred thousand deep": lambda: pdf(page(b"/A" + b"[" * 100_000)),
    "a tenth of itself": lambda: pdf(page())[:40],
}


@pytest.fixture
def processes() -> Iterator[list[FileReader]]:
    """What was opened is closed."""
    opened: list[FileReader] = []
    yield opened
    for reader in opened:
        reader.close()


def opened(content: bytes, processes: list[FileReader]) -> FileReader:
    """A file open in a process of its own, which is ended at the end."""
    reader = FileReader()
    processes.append(reader)
    reader.open(content)
    return reader


def memory_of(reader: FileReader) -> int:
    """The most memory that the process has used, in bytes; 0 where it has ended."""
    path = Path(f"/proc/{reader._process.pid}/status")
    if not path.exists():
        return 0
    lines = [line for line in path.read_text().splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) << 10 if lines else 0


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS)
def test_what_it_wants_is_not_done_and_the_page_is_drawn(
    content: bytes, processes: list[FileReader]
) -> None:
    began = time.monotonic()
    reader = opened(content, processes)
    drawn = reader.draw(Wanted(0, WIDTH))
    assert 0 < drawn.width * drawn.height <= MOST_PIXELS
    assert time.monotonic() - began < PATIENCE
    children = Path(f"/proc/{reader._process.pid}/task/{reader._process.pid}/children")
    assert not children.exists() or children.read_text() == ""


@pytest.mark.parametrize("made", HARMFUL.values(), ids=HARMFUL)
def test_it_is_drawn_or_refused_within_time_and_memory(
    made: Callable[[], bytes], processes: list[FileReader]
) -> None:
    began = time.monotonic()
    try:
        reader = opened(made(), processes)
        reader.draw(Wanted(0, WIDTH))
        assert memory_of(reader) < MOST_MEMORY + OWN_MEMORY
    except FileFault:
        pass
    assert time.monotonic() - began < PATIENCE
    sound = opened(pdf(page()), processes)
    assert sound.draw(Wanted(0, WIDTH)).width == WIDTH


def test_it_calls_nobody(processes: list[FileReader]) -> None:
    """Links, forms and remote files of a document that opens all of them at once."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.5)
        address = b"http://127.0.0.1:%d/seen" % listening.getsockname()[1]

        def listen() -> None:
            try:
                heard.append(listening.accept()[0].recv(1))
            except TimeoutError:
                return

        listener = threading.Thread(target=listen)
        listener.start()
        for action in (
            b"<</S/URI/URI(%b)>>" % address,
            b"<</S/SubmitForm/F<</FS/URL/F(%b)>>/Flags 4>>" % address,
            b"<</S/GoToR/F<</FS/URL/F(%b)>>/D[0/Fit]>>" % address,
            b"<</S/ImportData/F<</FS/URL/F(%b)>>>>" % address,
        ):
            reader = opened(acting(action), processes)
            assert reader.draw(Wanted(0, WIDTH)).width == WIDTH
        listener.join()
    assert heard == []


class Evil:
    """Unpickled, it would make a file: what a taken over process would like to send."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


PAGE_OF_NOTHING = struct.pack("<III", 9, 9, 36)
LIES = {
    "a kind that there is not": b"x",
    "nothing": b"",
    "half a size": b"s1234",
    "a size that is no number": b"s" + struct.pack("<dd", math.nan, 9),
    "a size without end": b"s" + struct.pack("<dd", 9, math.inf),
    "a page instead": b"p" + PAGE_OF_NOTHING + bytes(9 * 36),
}
PAGES_OF_LIES = {
    "no page": b"p",
    "fewer pixels than it says": b"p" + PAGE_OF_NOTHING + bytes(35),
    "rows shorter than they are wide": b"p" + struct.pack("<III", 9, 1, 4) + bytes(4),
    "a page without an area": b"p" + struct.pack("<III", 0, 0, 0),
}
ONE_PAGE = b"s" + struct.pack("<dd", 300, 400)


def lying(answers: tuple[bytes, ...], connection: Connection) -> None:
    """In the other process: an answer to each question, whatever it was."""
    for answer in answers:
        connection.recv_bytes()
        connection.send_bytes(answer)


def answering(monkeypatch: pytest.MonkeyPatch, *answers: bytes) -> None:
    """A process that was taken over and answers this: nothing else of it is real."""

    monkeypatch.setattr(worker, "serve", partial(lying, answers))


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_process_that_was_taken_over_is_not_believed(
    lie: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, lie)
    with pytest.raises(FileFault):
        FileReader().open(b"")


@pytest.mark.parametrize("lie", PAGES_OF_LIES.values(), ids=PAGES_OF_LIES)
def test_a_page_that_was_made_up_is_not_painted(
    lie: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, ONE_PAGE, lie)
    reader = FileReader()
    reader.open(b"")
    with pytest.raises(FileFault):
        reader.draw(Wanted(0, WIDTH))


def test_nothing_that_it_sends_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = tmp_path / "made"
    answering(monkeypatch, pickle.dumps(Evil(made)))
    with pytest.raises(FileFault):
        FileReader().open(b"")
    assert not made.exists()
