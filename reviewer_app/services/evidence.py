"""Evidence that a stranger can check with openssl, sha256sum and the shell alone."""

from __future__ import annotations

from pathlib import Path

from reviewer_app.services.rows import EvidenceReport


class Evidence:
    """Saves receipted packets with everything that proves their arrival."""

    def save(self, folder: Path, cases: tuple[str, ...] | None = None) -> EvidenceReport:
        """Write the evidence of these cases (None: of everything receipted) into a new folder
        inside `folder`; each receipt is verified before it is written.

        Raises DiskFull, FolderReadOnly, StorageFault.
        """
        raise NotImplementedError
