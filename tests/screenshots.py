"""Take pictures of every screen and paper of the demo: `python -m tests.screenshots`.

They go to docs/screenshots; names of screens, or "papers", take only those. The demo and its clock
are fixed, so the same code gives the same pictures on the same computer.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from coprod_desktop.app import Application
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.demo import DEMO_NOW, build_demo
from coprod_desktop.services.office import Office, open_office
from coprod_desktop.ui.cash.page import CashPage
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.papers.drawing import page_images
from coprod_desktop.ui.papers.periods import usual_periods
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.preferences import Preferences, ThemeChoice
from coprod_desktop.ui.projects.page import ProjectsPage
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.statements.dialogs import PeriodDialog
from coprod_desktop.ui.statements.page import StatementsPage
from tests.screens_of_lists import contributions_filtered, history, import_check, reports
from tests.screens_of_papers import another_paper, papers_look, wording

P = TypeVar("P", bound=QWidget)
FOLDER = Path(__file__).parent.parent / "docs" / "screenshots"
SIZE = (1440, 900)
PASSPHRASE = "nothing here is real"
PAPER_DOTS = 100
_PATIENCE = 1200  # times 50 milliseconds


class Camera:
    """The program in front of a camera; it waits until everything stands still."""

    def __init__(self, app: QApplication, home: Path, folder: Path) -> None:
        self.application = Application(
            app, Preferences(home / "window.ini"), folder=Path("Documents")
        )
        self.window = self.application.window
        self.home = home
        self._folder = folder
        self._is_busy = False
        self.application.tasks.is_busy.connect(self._note_busy)  # type: ignore[attr-defined]
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()

    def _note_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy

    def settle(self) -> None:
        """Wait until the database thread and the window have nothing left to do."""
        for _round in range(2):
            QTest.qWait(150)
            for _patience in range(_PATIENCE):
                if not self._is_busy:
                    break
                QTest.qWait(50)
        QTest.qWait(250)

    def page(self, key: str, kind: type[P]) -> P:
        """Show a screen and return its page."""
        self.window.show_screen(key)
        self.settle()
        found = self.window.findChild(kind)
        assert found is not None, key
        return found

    def do(self, work: Callable[[], object]) -> None:
        """Have something done on the database thread, and wait for it."""
        self.application.tasks.run(work, lambda _done: None)
        self.settle()

    def _stop_the_clock(self) -> None:
        """Say at the foot of the window what it would say at the demo's own time."""
        if self.application.office is not None:
            self.window.status.set_saved(f"All changes saved, {DEMO_NOW:%H:%M}")
            self.window.status.set_backup(f"Backed up on {DEMO_NOW:%d %b} at {DEMO_NOW:%H:%M}")

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture in light and in dark."""
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            self.application.theme.choose(choice)
            self.settle()
            self._stop_the_clock()
            shown = widget or self.window
            self.keep(shown.grab().toImage(), f"{name}-{choice.value}")
        self.application.theme.choose(ThemeChoice.LIGHT)

    def take_large(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture with text at 200%."""
        self.application.theme.set_text_percent(200)
        self.settle()
        self._stop_the_clock()
        self.keep((widget or self.window).grab().toImage(), f"{name}-200-percent")
        self.application.theme.set_text_percent(100)
        self.settle()

    def keep(self, image: QImage, name: str) -> None:
        """Write a picture in the 256 colours nearest to its own, a third as large that way."""
        plain = image.convertToFormat(QImage.Format.Format_RGB888)
        size, line = (plain.width(), plain.height()), plain.bytesPerLine()
        picture = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", line)
        few = picture.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        path = self._folder / f"{name}.png"
        few.save(path, "PNG", optimize=True)
        sys.stdout.write(f"{path.name}  {path.stat().st_size // 1024} KB\n")

    def open(self, office: Office, path: Path) -> None:
        """Show an open file."""
        self.application.show_office(office, path)
        self.settle()
        # The operator's button was made under the mouse, and would look pointed at for ever.
        QTest.mouseMove(self.window, self.window.rect().center())
        for part in self.window.findChildren(QAbstractButton):
            part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)

    def close(self) -> None:
        """Close the file and the program."""
        self.application.close_file()
        self.settle()
        self.application.tasks.shutdown()
        self.window.hide()


# --- the screens ---------------------------------------------------------------------------------


def session_sheet(camera: Camera) -> None:
    """Show a session of eight people: paid, part paid, unpaid, declined."""
    page = camera.page("session_sheet", SessionSheetPage)
    fields, sheet = page.fields, page.sheet
    fields.project.set_value(_first_project(camera))
    fields.starts.set_value(10 * 60)
    fields.ends.set_value(12 * 60 + 30)
    fields.title.setText("What the telephone test showed")
    fields.title.setCursorPosition(0)
    fields.place.setText("Llyfrgell Pontarfon")
    page.changed.emit()
    camera.settle()
    lines = (
        ("Abdirahman", "0:30", "", "Translating", "paid", "4.60 bus"),
        ("Aoife", "", "0:40", "", "paid", ""),
        ("Declan", "", "", "", "declined", ""),
        ("Gwyn Llwyd", "0:30", "", "Chairing", "", ""),
        ("Hodan", "", "1:00", "Welcoming newcomers", "part 20", "12 miles car"),
        ("Llŷr", "", "", "", "unpaid", ""),
        ("Małgorzata", "", "", "", "paid", "5.20 train"),
        ("Ngozi", "", "1h", "", "voucher", ""),
    )
    places = (
        Place.NAME, Place.PREPARED, Place.TRAVELLED, Place.SKILLS, Place.ANSWER, Place.EXPENSE,
    )  # fmt: skip
    for number, cells in enumerate(lines):
        for place, text in zip(places, cells, strict=True):
            if text:
                sheet.put(number, place, text)
    page.grid.view.go_to(len(lines), Place.NAME)
    camera.settle()
    camera.take("session-sheet")
    camera.take_large("session-sheet")


def _first_project(camera: Camera) -> int:
    office = camera.application.office
    assert office is not None
    found: list[int] = []
    camera.application.tasks.run(
        lambda: office.projects.open_projects()[0].project_id, found.append
    )
    camera.settle()
    return found[0]


def contributions(camera: Camera) -> None:
    """Show all work, with the reasons of one amount."""
    page = camera.page("contributions", ContributionsPage)
    page.list.table.selectRow(2)
    page.why_requested.emit(page.list.current_row())
    camera.settle()
    camera.take("contributions")


def expenses(camera: Camera) -> None:
    """Show the claims, and one of them beside the list."""
    page = camera.page("expenses", ExpensesPage)
    page.list.table.selectRow(0)
    camera.settle()
    camera.take("expenses")


def participants(camera: Camera) -> None:
    """Show everybody, one person beside the list, and the form about that person."""
    page = camera.page("participants", ParticipantsPage)
    page.list.table.selectRow(2)
    camera.settle()
    camera.take("participants")
    page.open_requested.emit(page.list.current_row())
    camera.settle()
    (dialog,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    camera.take("participant", dialog)
    dialog.close()
    camera.settle()


def projects(camera: Camera) -> None:
    """Show the projects, and what one is honest about."""
    page = camera.page("projects", ProjectsPage)
    page.list.table.selectRow(0)
    camera.settle()
    camera.take("projects")


def pay_runs(camera: Camera) -> None:
    """Show the pay runs, and the newest of them."""
    page = camera.page("pay_runs", PayRunsPage)
    camera.take("pay-runs")
    page.open_requested.emit(page.rows.row_at(0))
    camera.settle()
    camera.take("pay-run")


def cash(camera: Camera) -> None:
    """Show the cash box."""
    camera.page("cash", CashPage)
    camera.take("cash")


def statements(camera: Camera) -> None:
    """Show the statements of the last quarter, with the paper of one person."""
    page = camera.page("statements", StatementsPage)
    page.dates_requested.emit()
    (dialog,) = [one for one in page.findChildren(PeriodDialog) if one.isVisible()]
    dialog.usual.set_value("last quarter")
    dialog.save_requested.emit()
    camera.settle()
    page.list.table.selectRow(3)
    camera.settle()
    camera.take("statements")
    camera.take_large("statements")


SCREENS: tuple[Callable[[Camera], None], ...] = (
    session_sheet,
    contributions,
    expenses,
    participants,
    projects,
    pay_runs,
    cash,
    statements,
    another_paper,
    wording,
    papers_look,
    contributions_filtered,
    reports,
    import_check,
    history,
)


# --- the papers ----------------------------------------------------------------------------------


def papers(camera: Camera, office: Office, folder: Path) -> None:
    """Keep the first page of each paper, and of the sheet that finance opens."""
    quarter = usual_periods(DEMO_NOW.date())[1]
    row = office.statements.list(quarter.from_on, quarter.to_on)[3]
    assert row.statement_id is not None
    paper(camera, office.statements.paper(row.statement_id), "paper-statement")
    settled = [one for one in office.pay_runs.summaries() if one.state is RunState.SETTLED]
    made = office.payment_files.export(settled[0].number, folder)
    paper(camera, made.sheet_pdf.read_bytes(), "paper-payment-sheet")
    paper(camera, made.remittances[0].read_bytes(), "paper-remittance")
    for path, name in (
        (made.control_sheet, "paper-control-sheet"),
        (made.cash_sheet, "paper-cash-sheet"),
    ):
        if path is not None:
            paper(camera, path.read_bytes(), name)
    if shutil.which("soffice") is None:
        sys.stdout.write("LibreOffice is not here, so there is no picture of the spreadsheet.\n")
        return
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder / "printed"), str(made.sheet_xlsx),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    printed = folder / "printed" / f"{made.sheet_xlsx.stem}.pdf"
    paper(camera, printed.read_bytes(), "paper-payment-spreadsheet")


def paper(camera: Camera, pdf: bytes, name: str) -> None:
    """Keep the first page of a PDF."""
    camera.keep(page_images(pdf, PAPER_DOTS)[0], name)


# --- all of them ---------------------------------------------------------------------------------


@contextmanager
def demo(home: Path) -> Iterator[tuple[Office, Path]]:
    """Make the demo, and open it at the moment at which its story ends."""
    path = home / "Side by Side Pontarfon.coprod"
    build_demo(str(path), PASSPHRASE, clock=lambda: DEMO_NOW).close()
    office = open_office(str(path), PASSPHRASE, clock=lambda: DEMO_NOW)
    yield office, path


def main(arguments: list[str]) -> int:
    """Take the pictures; names of screens or "papers" take only those."""
    app = QApplication(sys.argv[:1])
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        os.environ["XDG_DATA_HOME"] = place  # copies of the demo are not for this computer's own
        camera = Camera(app, home, FOLDER)
        wanted = set(arguments)
        if not wanted or "start" in wanted:
            camera.settle()
            camera.take("start")
        with demo(home) as (office, path):
            if not wanted or "papers" in wanted:
                papers(camera, office, home / "papers")
            camera.open(office, path)
            for screen in SCREENS:
                if not wanted or screen.__name__ in wanted:
                    screen(camera)
        camera.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
