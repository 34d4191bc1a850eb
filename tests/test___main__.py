"""The window starts from the command line with a file, and closes again."""

import subprocess
import sys
from pathlib import Path

_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import coprod_desktop.app as app

def leave():
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    print(len(windows), windows[0].windowTitle() if windows else "")
    for window in windows:
        window.close()

shown = app.Application.show_start
def show_start(self, path=None):
    shown(self, path)
    if path is not None:
        QTimer.singleShot(200, leave)
app.Application.show_start = show_start
from coprod_desktop.__main__ import main
sys.exit(main())
"""


def test_the_window_opens_and_leaves(tmp_path: Path) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path / "Afon.coprod")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "1 Coprod"), done.stderr


_PREPARE = """
import sys
import coprod_desktop.app as app

prepare = app.Application.prepare
def prepare_and_leave(self):
    from PySide6.QtCore import QTimer
    slow = {"sqlalchemy", "coprod_desktop.ui.session_sheet.screen"}
    print("painted", sorted(slow & set(sys.modules)))
    prepare(self)
    self.waiting = QTimer(interval=20)
    self.waiting.timeout.connect(lambda: slow <= set(sys.modules) and self.window.close())
    self.waiting.start()
app.Application.prepare = prepare_and_leave
sys.exit(app.run(sys.argv))
"""


def test_what_is_slow_to_load_loads_by_itself_after_the_window_was_painted(tmp_path: Path) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", _PREPARE],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "painted []"), done.stderr
