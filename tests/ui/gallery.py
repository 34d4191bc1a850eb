"""Draw every part of the window into pictures, to look at beside the drawings.

Run: QT_QPA_PLATFORM=offscreen python tests/ui/gallery.py FOLDER
"""

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.preferences import ThemeChoice
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button, danger_button, link_button, primary_button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.columns import Align, Column, Mark, fixed_rows
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.form import Form
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.paid_unpaid_pair import PaidUnpaidPair, Side
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.table_model import TableModel
from coprod_desktop.ui.widgets.why_panel import WhyLine, WhyPanel

TODAY = datetime.date(2026, 11, 19)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One invented row."""

    name: str
    part: str
    minutes: str
    swatch: Swatch
    paid: str
    offer: str
    is_late: bool = False
    is_ticked: bool = True


LINES = (
    Line(name="Amina Yusuf", part="Lived experience", minutes="3:30", swatch=Swatch.PAID,
         paid="Paid", offer="£87.50"),
    Line(name="Catrin Llŷr", part="Lived experience", minutes="3:00", swatch=Swatch.PAID,
         paid="Paid", offer="£75.00"),
    Line(name="Dariusz Wójcik", part="Carer", minutes="3:00", swatch=Swatch.PART,
         paid="Part paid, £50.00", offer="£75.00", is_late=True),
    Line(name="Delyth Prosser", part="Carer", minutes="3:30", swatch=Swatch.UNPAID,
         paid="Unpaid, by choice", offer="£87.50", is_ticked=False),
    Line(name="Małgorzata Zielińska", part="Carer", minutes="3:00", swatch=Swatch.PAID,
         paid="Paid", offer="£1,175.00"),
    Line(name="محمد السيد Mohammed", part="Lived experience", minutes="4:05",
         swatch=Swatch.UNPAID, paid="Unpaid", offer="£93.75"),
)  # fmt: skip


def sample_list(tasks: ImmediateTasks) -> ListView[Line]:
    """Return a list with every kind of cell."""
    columns: tuple[Column[Line], ...] = (
        Column(key="tick", title="", text=lambda _r: "", width_em=2.6, tick=lambda r: r.is_ticked),
        Column(key="name", title="Name", text=lambda r: r.name, width_em=13, is_stretch=True),
        Column(key="part", title="Taking part as", text=lambda r: r.part, width_em=10,
               is_secondary=True),
        Column(key="time", title="Time", text=lambda r: r.minutes, width_em=5, align=Align.RIGHT),
        Column(key="paid", title="Paid or unpaid", text=lambda r: r.paid, width_em=11,
               swatch=lambda r: r.swatch),
        Column(key="offer", title="Offer", text=lambda r: r.offer, width_em=6,
               align=Align.RIGHT, is_sortable=True),
        Column(key="why", title="", text=lambda _r: "why?", width_em=4, is_link=True),
        Column(key="look", title="Look at", width_em=8,
               text=lambda r: "3 days late" if r.is_late else "",
               icon=lambda r: Mark("circle-alert", "bad") if r.is_late else None,
               colour=lambda r: "bad" if r.is_late else "ink", is_secondary=True),
    )  # fmt: skip
    model = TableModel(columns, tasks, tint=lambda r: "warn_tint" if r.is_late else None)
    view = ListView(model, "People to pay")
    model.load(fixed_rows(LINES))
    view.set_totals({"name": "6 people", "time": "20:05", "offer": "£1,593.75"})
    view.show_sort("offer", is_descending=True)
    return view


def sample_fields() -> QWidget:
    """Return a row of fields as on the session sheet."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    projects = ChoiceEdit("Project", [Choice(1, "Getting Home Well"), Choice(2, "Llŷr’s group")])
    projects.set_value(1)
    day = DateEdit("Date", str, lambda: TODAY)
    day.set_day(TODAY)
    time = DurationEdit("Time", str)
    time.set_minutes(90)
    money = MoneyEdit("Fare", str)
    money.set_pence(460)
    kind = QComboBox()
    kind.addItems(["Design workshop", "Ward visit"])
    for text, field, stretch in (
        ("Project", projects, 3), ("Date", day, 3), ("Time", time, 1), ("Fare", money, 1),
        ("Kind of work", kind, 2),
    ):  # fmt: skip
        row.addWidget(FieldBox(text, field), stretch=stretch)
    return holder


class SamplePage(Page):
    """A page with a bit of everything."""

    def __init__(self, tasks: ImmediateTasks) -> None:
        super().__init__("What needs doing", "Thursday 19 November 2026")
        self.header.add_action(Button("Add a participant", icon_name="user-plus"))
        self.header.set_primary(primary_button("Log a session", shortcut="Ctrl+L"))
        self.body.addWidget(sample_fields())
        self.list = sample_list(tasks)
        self.body.addWidget(self.list, stretch=1)
        self.body.addWidget(label("Nothing else waits.", "quiet"))


def sample_controls(tasks: ImmediateTasks) -> QWidget:
    """Return every control in its states."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setSpacing(12)
    buttons = QHBoxLayout()
    disabled = primary_button("Save")
    disabled.setEnabled(False)
    for button in (
        primary_button("Save 12 contributions", shortcut="Ctrl+S"),
        Button("Paste from Excel", icon_name="clipboard-paste"),
        link_button("Show them"), danger_button("Delete for good"), disabled, Button("Back"),
    ):  # fmt: skip
        buttons.addWidget(button)
    buttons.addStretch()
    grid.addLayout(buttons, 0, 0, 1, 2)
    for at, kind in enumerate(MessageKind):
        bar = MessageBar(kind, f"12 contributions saved for {kind.value} Siân.",
                         (("Show them", nothing), ("Undo", nothing)))  # fmt: skip
        grid.addWidget(bar, 1 + at, 0, 1, 2)
    form = Form()
    form.add_field("name", "Name", MoneyEdit("Name", str), "As it should stand on letters.")
    form.add_field("note", "Note", QPlainTextEdit())
    form.show_error("name", "“12.345” is not an amount of money. Type pounds and pence.")
    grid.addWidget(form, 5, 0)
    ticks = QVBoxLayout()
    for made in (QCheckBox("Ticked"), QCheckBox("Not ticked"), QRadioButton("Clear print"),
                 QRadioButton("Large print")):  # fmt: skip
        made.setChecked(made.text() in ("Ticked", "Clear print"))
        ticks.addWidget(made)
    ticks.addWidget(EmptyState("users", "Nobody is here yet.", "Add the people you work with.",
                               primary_button("Add a participant")))  # fmt: skip
    grid.addLayout(ticks, 5, 1)
    return sheet


def sample_parts() -> QWidget:
    """Return the larger parts: cards, pair, notice, segments, panel."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(24, 24, 24, 24)
    left = QVBoxLayout()
    left.setSpacing(12)
    steps = SegmentedBar("Steps", [
        Segment(key="1", text="1 Prepared", icon="circle-check", colour="good"),
        Segment(key="2", text="2 Approve", icon="circle-dot"),
        Segment(key="3", text="3 Make the files", icon="circle"),
    ])  # fmt: skip
    steps.choose("2")
    filters = SegmentedBar("Filter", [Segment(key="all", text="All", count=14),
                                      Segment(key="old", text="Out of date", count=4)])  # fmt: skip
    left.addWidget(steps)
    left.addWidget(filters)
    left.addWidget(SearchField("Search or do anything"))
    pair = PaidUnpaidPair()
    pair.show_sides(
        Side(figure="32 h 20 min", lines=("£618.75 to pay", "and 7 h 35 min in salary")),
        Side(figure="13 h 45 min", lines=("£343.75 worth, same rate", "travel, choice or trustee")),
    )
    left.addWidget(pair)
    left.addWidget(NoticeCard("Row 10: over the weekly limit that Siân chose",
                              "The limit is 5 h a week. With Monday’s 1 h 30 min, this makes more.",
                              "Private to people who log sessions. Never printed, blocks nothing.",
                              (("Show Siân’s week", nothing), ("Keep as agreed", nothing)),
                              ))  # fmt: skip
    left.addWidget(NoticeCard("New account since pay run 22", "Ended 2216, now 8157.",
                              is_tinted=True))  # fmt: skip
    card = Card("people to pay", "2 are late. You promised money within 14 days.", figure="12")
    card.add_head_action(Button("Open pay run 23"))
    card.body.addWidget(label("Ines Carvalho", "strong"))
    left.addWidget(card)
    left.addStretch()
    row.addLayout(left, stretch=1)
    why = WhyPanel()
    why.explain("Why £87.50?", "Design workshop, Tuesday 17 November 2026", [
        WhyLine(what="Paid work", amount="3 h 30 min", swatch=Swatch.PAID),
        WhyLine(what="Meeting", amount="£62.50", because="2 h 30 min at £25.00 an hour"),
        WhyLine(what="Preparation", amount="£25.00", because="1 h 00 min at £25.00 an hour"),
        WhyLine(what="Offer", amount="£87.50", because="No rounding was needed."),
        WhyLine(what="Unpaid work", amount="0 h 40 min", swatch=Swatch.UNPAID),
        WhyLine(what="Travel time", amount="£16.67",
                because="40 min at £25.00 an hour. Our policy records travel and does not pay it."),
    ], [("file-text", "Involvement payments, version 4, rules 2 and 5, from 1 April 2026"),
        ("lock", "Promised on 9 November and fixed when saved.")])  # fmt: skip
    row.addWidget(why)
    return sheet


def nothing() -> None:
    """Do nothing, as sample actions do."""


def settle(milliseconds: int = 60) -> None:
    """Let Qt finish its painting."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def draw(folder: Path) -> None:
    """Draw everything, light and dark, at 100% and 200%."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    tasks = ImmediateTasks()
    window = MainWindow(theme)
    window.resize(1440, 868)
    for key, title, icon, group, count in (
        ("home", "Home", "house", ScreenGroup.TOP, None),
        ("sheet", "Session sheet", "clipboard-list", ScreenGroup.LOG, None),
        ("contributions", "Contributions", "list-checks", ScreenGroup.LOG, None),
        ("expenses", "Expenses", "receipt", ScreenGroup.LOG, 2),
        ("participants", "Participants", "users", ScreenGroup.PEOPLE, None),
        ("projects", "Projects", "folder", ScreenGroup.PEOPLE, None),
        ("runs", "Pay runs", "banknote", ScreenGroup.MONEY_AND_PAPERS, 1),
        ("statements", "Statements", "file-text", ScreenGroup.MONEY_AND_PAPERS, 4),
        ("fair", "Recognition & fairness", "scale", ScreenGroup.WHAT_WE_LEARN, None),
        ("history", "History and undo", "history", ScreenGroup.FOOT, None),
    ):  # fmt: skip
        page = SamplePage(tasks)
        window.add_screen(Screen(key=key, title=title, icon=icon, group=group, count=count,
                                 page=page, presenter=None, refresh=nothing))  # fmt: skip
    window.show_screen("home")
    window.menus.set_operator("Nia Morgan")
    window.menus.set_undo("12 contributions saved")
    window.status.set_saved("All changes saved, 10:42")
    window.status.set_backup("Backup on drive E: today at 09:03")
    window.status.set_figures(["64 participants", "5 projects"])
    window.show_message(MessageKind.GOOD, "12 contributions saved for the design workshop of "
                        "17 November.", (("Show them", nothing), ("Undo", nothing)))  # fmt: skip
    window.show()
    controls = sample_controls(tasks)
    controls.resize(1000, 640)
    controls.show()
    parts = sample_parts()
    parts.resize(1000, 700)
    parts.show()
    dialog = FormDialog("Log an expense", "Log this expense", window)
    dialog.form.add_field("who", "Who", ChoiceEdit("Who", [Choice(1, "Catrin Llŷr")]))
    dialog.form.add_row((("day", "Day", DateEdit("Day", str, lambda: TODAY)),
                         ("fare", "Amount", MoneyEdit("Amount", str))))  # fmt: skip
    dialog.open()
    for percent in (100, 200):
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            theme.set_text_percent(percent)
            theme.choose(choice)
            parts.resize(1000 * percent // 100, 700 * percent // 100)
            settle()
            for name, widget in (("window", window), ("controls", controls), ("parts", parts),
                                 ("dialog", dialog)):  # fmt: skip
                widget.grab().save(str(folder / f"{name}-{choice.value}-{percent}.png"))
    dialog.reject()
    for widget in (dialog, controls, parts, window):
        widget.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    draw(target)
