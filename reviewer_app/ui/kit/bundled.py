"""Where the application's own files are: fonts, icons, translations."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def bundled(folder: str) -> Traversable:
    """A folder of the package (``resources/icons``, ``translations``), which may be absent.

    In an installation it lies inside the package, in a bare checkout beside it.
    """
    package = files("reviewer_app")
    inside = package.joinpath(*folder.split("/"))
    if inside.is_dir():
        return inside
    return Path(str(package)).parent.joinpath(*folder.split("/"))
