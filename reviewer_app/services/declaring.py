"""Conflicts of interest, declared case by case from the headers, before the content opens."""

from __future__ import annotations

from reviewer_app.services.rows import DeclareRow


class Declaring:
    """Declarations: a draft kept for each case at once, one packet for all that are signed."""

    def rows(self) -> tuple[DeclareRow, ...]:
        """The cases that are not declared yet, in the reviewer's order, with their drafts."""
        raise NotImplementedError

    def declared(self) -> tuple[DeclareRow, ...]:
        """What stands signed, in the reviewer's order."""
        raise NotImplementedError

    def keep(self, row: DeclareRow) -> None:
        """Keep the draft of one row; an answer of None takes it away."""
        raise NotImplementedError

    def sign(self, rows: tuple[DeclareRow, ...]) -> str:
        """Sign the answered ones of these rows in one packet; answers its id.

        Rows without an answer stay undeclared. Raises ValueError where no row has one.
        """
        raise NotImplementedError
