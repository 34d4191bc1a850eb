"""Give the list of a page everything that a long list can do."""

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.lists.control import ListControl
from coprod_desktop.ui.lists.desk import ListDesk
from coprod_desktop.ui.lists.kind import ListKind
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.table_model import TableModel

if TYPE_CHECKING:
    from coprod_desktop.ui.context import Context

R = TypeVar("R")


class ListPage(Protocol, Generic[R]):
    """A page with a long list and a search field."""

    list: ListView[R]
    rows: TableModel[R]
    search: SearchField

    def put_look(self, bar: QWidget, menu: QWidget) -> None:
        """Stand the line of filters and the menu of views on the page."""


class ListPresenter(Protocol, Generic[R]):
    """A presenter that lists rows again when it is asked to."""

    looks: ListControl[R] | None

    def relist(self) -> None:
        """List what is typed, chosen and filtered now."""


def furnish(
    context: "Context", page: Any, presenter: ListPresenter[R], kind: ListKind[R]
) -> ListDesk[R]:
    """Put filters, views, flags, notes and own columns on a `ListPage` that is a QWidget."""
    told: ListPage[R] = page
    control = ListControl(context, told.list, told.rows, kind, presenter.relist)
    presenter.looks = control
    told.put_look(control.bar, control.menu)
    return ListDesk(control, page)


def search_again(field: SearchField) -> None:
    """Put the keyboard into a search field, with what stands in it ready to be written over."""
    field.setFocus()
    field.selectAll()
