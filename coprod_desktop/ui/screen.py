"""One screen of the window: what the window must know to offer and show it, and nothing more."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.list_actions import ListActions


class ScreenGroup(Enum):
    """Say under which heading of the sidebar a screen stands, in this order."""

    TOP = "top"
    LOG = "log"
    PEOPLE = "people"
    MONEY_AND_PAPERS = "money and papers"
    WHAT_WE_LEARN = "what we learn"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRow:
    """The row of a screen in the sidebar.

    `icon` is a file of `resources/icons` without ".svg". `count` is the small number at the right
    (None: no number).
    """

    key: str
    title: str
    icon: str
    group: ScreenGroup
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen(ScreenRow):
    """Keep a page and its presenter together, so that neither is lost while the other lives.

    `refresh` is called each time the screen is shown. `unsaved` names what was typed and would be
    lost with the file, such as "8 people on the session sheet"; empty where nothing would be.
    `list_actions` is what the menus can ask of the screen's list.
    """

    page: QWidget
    presenter: object
    refresh: Callable[[], None]
    unsaved: Callable[[], str] = str
    list_actions: ListActions | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterScreen(ScreenRow):
    """A screen that is made when it is first shown, so that a file opens without waiting for it."""

    make: Callable[[], Screen]
