"""What of the panel's room is defended on paper: the case in front, or all of a list."""

from __future__ import annotations

from reviewer_app.ui.defending import Defending
from reviewer_app.ui.defending_menu import DefendingMenu
from reviewer_app.ui.panel.case_page import CasePage
from reviewer_app.ui.panel.lists.page import ListsPage
from reviewer_app.ui.panel.view_model import PanelViewModel


def case_defending(panel: PanelViewModel, defending: Defending, page: CasePage) -> DefendingMenu:
    """Of the case in front; of none that is hidden."""

    def cases() -> tuple[str, ...]:
        opened = panel.case.state.opened
        return () if opened is None or opened.row.withheld else (opened.row.number,)

    return DefendingMenu(defending, cases, page, page.banner)


def list_defending(panel: PanelViewModel, defending: Defending, page: ListsPage) -> DefendingMenu:
    """Of the cases of the list that is shown, in its order."""

    def cases() -> tuple[str, ...]:
        found = panel.lists.state
        if found.shown is not None:
            return tuple(each.number for each in found.shown.listed)
        if found.lists is None or found.lists.long_list is None:
            return ()
        return tuple(each.number for each in found.lists.long_list.cases)

    return DefendingMenu(defending, cases, page, page.banner, is_list=True)
