"""What the window's menus can ask of the list on a screen."""

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.domain.list_extracts import ListExtract


@dataclass(frozen=True, slots=True, kw_only=True)
class ListActions:
    """The wishes that a list answers; everything here is called in the window's thread.

    `subject` is the table whose records the rows are, such as "contributions". `export_rows` gives
    every row of the list with its filters, in the columns it shows (its `rows` are to be read on
    the database thread). `selected_ids` gives the ids of the selected rows that are here, and
    `chosen_ids` a function to call on the database thread for the ids of all selected rows, or of
    every row of the list with its filters where fewer than two rows are selected.
    """

    subject: str
    export_rows: Callable[[], ListExtract]
    selected_ids: Callable[[], tuple[int, ...]]
    chosen_ids: Callable[[], Callable[[], tuple[int, ...]]]
    focus_search: Callable[[], None]
    clear_filters: Callable[[], None]
    copy_rows: Callable[[], None]
    choose_columns: Callable[[], None]
    change_zoom: Callable[[int], None]
