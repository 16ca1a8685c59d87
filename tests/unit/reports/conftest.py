"""The app's own fonts, read once."""

import pytest

from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import Faces, bundled_fonts, load_faces


@pytest.fixture(scope="session")
def fonts() -> FontFiles:
    return bundled_fonts()


@pytest.fixture(scope="session")
def faces(fonts: FontFiles) -> Faces:
    return load_faces(fonts)
