"""No published vector lies unused: each folder beside the repository has a test that reads it."""

from pathlib import Path

HERE = Path(__file__).parent
READ_BY = {
    "ed25519_test.json": "test_keys.py",
    "jcs": "test_canonical.py",
    "merkle": "test_merkle.py",
    "checkpoints": "test_log_texts.py",
}
"""What lies in the folder, and the test module that names it."""


def test_every_published_vector_has_its_test(shared: Path) -> None:
    found = {path.name for path in (shared / "vectors").iterdir() if path.suffix != ".md"}
    assert found == set(READ_BY)
    for name, module in READ_BY.items():
        assert f'"{name}"' in (HERE / module).read_text(encoding="utf-8"), name


def test_every_file_of_a_folder_is_read(shared: Path) -> None:
    """The tests read by pattern or by number: these are all that there are."""
    vectors = shared / "vectors"
    assert sorted(path.stem for path in (vectors / "jcs").glob("*.in")) == sorted(
        path.stem for path in (vectors / "jcs").glob("*.out")
    )
    text = (HERE / "test_canonical.py").read_text(encoding="utf-8")
    for path in (vectors / "jcs").glob("*.in"):
        assert f'"{path.stem}"' in text, path.name
    notes = {path.name for path in (vectors / "checkpoints").iterdir() if path.is_file()}
    assert notes == {"checkpoint", *(f"checkpoint.{size}" for size in range(16))}
    kinds = {path.name for path in (vectors / "merkle").iterdir()}
    assert kinds == {"inclusion", "consistency"}
