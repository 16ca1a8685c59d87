"""Reads the project's own source for the tests of its architecture."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("review_protocol", "reviewer_app", "central_server")


@dataclass(frozen=True)
class Module:
    """One Python file, by its path from the root of the repository."""

    path: str

    @property
    def name(self) -> str:
        """The dotted name under which it is imported."""
        return self.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    @cached_property
    def text(self) -> str:
        return (ROOT / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def every_node(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        return (node for node in self.every_node if isinstance(node, kinds))

    def imports(self) -> Iterator[tuple[str, int]]:
        """Dotted names of what is imported, `from a import b` as `a.b`, with the line."""
        for node in self.nodes(ast.Import, ast.ImportFrom):
            for alias in node.names:
                prefix = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                yield prefix + alias.name, node.lineno

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the last part of the called name."""
        for node in self.nodes(ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node

    def at(self, line: int, fault: str) -> str:
        return f"{self.path}:{line} {fault}"


def files() -> list[str]:
    """What belongs to the repository: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return sorted({name for name in names if name and (ROOT / name).is_file()})


@cache
def module(path: str) -> Module:
    """A file, read and parsed once."""
    return Module(path)


def modules(*folders: str) -> list[Module]:
    """The Python files under these folders of the repository, or all."""
    return [
        module(name)
        for name in files()
        if name.endswith(".py")
        and (not folders or name.startswith(tuple(f"{f}/" for f in folders)))
    ]
