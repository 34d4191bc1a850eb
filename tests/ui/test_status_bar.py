"""The foot of the window says what is saved."""

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.status_bar import StatusBar


def test_what_is_saved_stands_left_and_figures_right(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.set_saved("All changes saved, 10:42")
    bar.set_backup("Backup on drive E: today at 09:03")
    bar.set_figures(["64 participants", "5 projects"])
    assert list(bar.words) == [
        "All changes saved, 10:42",
        "Backup on drive E: today at 09:03",
        "64 participants",
        "5 projects",
    ]
    bar.set_figures(["1 participant"])
    bar.set_backup("")
    assert list(bar.words) == ["All changes saved, 10:42", "1 participant"]
    assert bar.height() == 28
