"""Lines fit their width, lose nothing, and break where a printer would break them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.reports.fonts import Faces
from reviewer_app.reports.lines import broken

_TEXTS = st.text(alphabet="中文案例，。“”（）abc ’'-1é\n　", max_size=60)


@given(text=_TEXTS, width=st.floats(20, 200))
@settings(deadline=None, max_examples=200)
def test_every_line_fits_and_nothing_is_lost(faces: Faces, text: str, width: float):
    lines = broken(text, faces.regular, 8, width)
    assert all(faces.regular.width(line, 8) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_chinese_punctuation_neither_begins_nor_ends_a_line_wrongly(faces: Faces):
    lines = broken("建设网络，共享未来（示例）。" * 4, faces.regular, 10, 60)
    assert all(line[0] not in "，。）" for line in lines)
    assert all(line[-1] != "（" for line in lines)


def test_words_stay_whole_and_an_endless_one_is_chopped(faces: Faces):
    lines = broken("Spark builds rural stations", faces.regular, 10, 70)
    assert lines == ["Spark builds", "rural stations"]
    assert len(broken("x" * 300, faces.regular, 10, 70)) > 10


def test_quotes_are_narrow_beside_latin_and_wide_beside_chinese(faces: Faces):
    face = faces.regular
    assert face.width("’", 1000) < 400
    assert face.width("it’s", 1000) < face.width("its", 1000) + 400
    assert face.width("中“中”", 1000) == 4000


def test_pieces_say_the_whole_text_and_fill_its_width(faces: Faces):
    text = "the Reader’s “Second Shelf” 与“星火”"
    pieces = faces.regular.pieces(text, 9)
    assert "".join(piece.text for piece in pieces) == text
    ends = [piece.distance for piece in pieces[1:]]
    starts = [piece.distance for piece in pieces[:-1]]
    assert all(end > start for start, end in zip(starts, ends, strict=True))
