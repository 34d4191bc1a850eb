"""Make, open or try a file, and hand the open file to the window."""

import dataclasses
import datetime
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.errors import (
    DomainError,
    FileExistsAlreadyError,
    FileReadOnlyError,
    MoneyTooLargeError,
    PassphraseTooShortError,
    PinNeededError,
    WrongPassphraseOrDamagedError,
)
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.start.page import StartPage
from coprod_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:  # the first page does without the database library and the rules of payment
    from coprod_desktop.domain.policy import PolicyVersion
    from coprod_desktop.services.key_ahead import KeyAhead
    from coprod_desktop.services.office import Office
    from coprod_desktop.services.remembered import RememberedPassphrases
    from coprod_desktop.ui.start.new_panel import NewFile

Opened = Callable[["Office", Path | None], None]
DEMO_PASSPHRASE = "nothing here is real"  # noqa: S105  # the demo's file is thrown away
_FIELD_OF = {
    PassphraseTooShortError: "passphrase",
    FileExistsAlreadyError: "place",
    FileReadOnlyError: "place",
    MoneyTooLargeError: "rate",
}


@dataclasses.dataclass(slots=True, kw_only=True)
class _Door:
    """The file that is being opened; its key is worked out once, however often a PIN is typed."""

    path: Path
    passphrase: str
    derive: "KeyAhead | None" = None

    def open(self, **seat: str) -> "Office":
        from coprod_desktop.services.key_ahead import KeyAhead
        from coprod_desktop.services.office import open_office

        self.derive = self.derive or KeyAhead(self.path, self.passphrase)
        return open_office(
            str(self.path),
            self.passphrase,
            operator=seat.get("operator"),
            pin=seat.get("pin", ""),
            forgotten=seat.get("forgotten", ""),
            derive=self.derive,
        )


class StartPresenter:
    """Answer the start page; `opened(office, path)` gets the open file, without a path the demo."""

    def __init__(
        self,
        page: StartPage,
        tasks: TaskRunner,
        preferences: Preferences,
        opened: Opened,
        word_error: Callable[[Exception], str],
        remembered: "RememberedPassphrases | None" = None,
    ) -> None:
        self._page = page
        self._remembered = remembered
        self._is_looking_up = False
        self._named: Path | None = None
        self._tasks = tasks
        self._preferences = preferences
        self._opened = opened
        self._word_error = word_error
        self._demo_folder: Path | None = None
        self._door: _Door | None = None
        page.make_requested.connect(self._make)
        page.open_requested.connect(self._open)
        page.sit_requested.connect(self._sit_down)
        page.demo_requested.connect(self._try)
        page.path_named.connect(self._look_up)

    def refresh(self, wanted: Path | None = None) -> None:
        """List the files opened before that are still there; offer the one wanted, or the last."""
        today = datetime.datetime.now().astimezone().date()
        files = [file for file in self._preferences.recent_files if file.path.is_file()]
        self._page.show_recent(files, today, wanted)

    def clear_demo(self) -> None:
        """Throw the demo's file away, once it is closed."""
        if self._demo_folder is not None:
            shutil.rmtree(self._demo_folder, ignore_errors=True)
            self._demo_folder = None

    def _make(self, answers: "NewFile") -> None:
        self._page.new.set_making(is_making=True)

        def work() -> "Office":
            from coprod_desktop.domain.organisation import Organisation
            from coprod_desktop.services.office import new_office

            answers.path.parent.mkdir(parents=True, exist_ok=True)
            return new_office(
                str(answers.path),
                answers.passphrase,
                Organisation(organisation_id=0, name=answers.organisation),
                _first_policy(answers),
                operator=answers.operator,
            )

        def done(office: "Office") -> None:
            self._page.new.set_making(is_making=False)
            self._hand_over(office, answers.path)

        self._tasks.run(work, done, self._fail_to_make)

    def _fail_to_make(self, error: Exception) -> None:
        self._page.new.set_making(is_making=False)
        if isinstance(error, OSError):
            error = FileReadOnlyError(path=error.filename)
        if not isinstance(error, DomainError):
            raise error
        self._page.new.show_problem(_FIELD_OF.get(type(error), "name"), self._word_error(error))

    def _open(self, path: Path, passphrase: str) -> None:
        door = self._door = _Door(path=path, passphrase=passphrase)
        self._page.open_file.set_opening(is_opening=True)
        self._tasks.run(door.open, self._enter, self._fail_to_open)

    # --- what this computer remembers ----------------------------------------------------------

    def _passphrases(self) -> "RememberedPassphrases":
        """Return what this computer remembers; called on the database thread."""
        if self._remembered is None:
            from coprod_desktop.services.remembered import RememberedPassphrases

            self._remembered = RememberedPassphrases()
        return self._remembered

    def look_up(self) -> None:
        """Begin to look up passphrases, once the first page is painted."""
        self._is_looking_up = True
        if self._named is not None:
            self._look_up(self._named)

    def _look_up(self, path: Path) -> None:
        """Fill in the passphrase of a file that was named, if it is remembered."""
        self._named = path
        if not self._is_looking_up:
            return

        def work() -> tuple[bool, str]:
            return self._passphrases().is_possible, self._passphrases().of(path)

        def done(found: tuple[bool, str]) -> None:
            is_possible, passphrase = found
            if is_possible:
                self._page.open_file.offer_to_remember()
                self._page.open_file.fill_in(path, passphrase)

        self._tasks.run(work, done)

    def _note(self, door: _Door) -> None:
        """Remember the passphrase that opened a file, or forget it, as was ticked."""
        is_wanted = self._page.open_file.is_to_remember

        def work() -> None:
            if is_wanted:
                self._passphrases().remember(door.path, door.passphrase)
            else:
                self._passphrases().forget(door.path)

        self._tasks.run(work, lambda _nothing: None)

    # --- opening -------------------------------------------------------------------------------

    def _fail_to_open(self, error: Exception) -> None:
        self._page.open_file.set_opening(is_opening=False)
        if isinstance(error, PinNeededError):
            names = error.facts.get("names", (error.facts.get("name"),))
            self._page.ask_who([str(name) for name in names] if isinstance(names, tuple) else [])
            return
        self._door = None
        if not isinstance(error, DomainError):
            raise error
        self._page.open_file.show_problem(
            self._word_error(error),
            is_passphrase=isinstance(error, WrongPassphraseOrDamagedError),
        )

    def _sit_down(self, name: str, pin: str, reason: str) -> None:
        door = self._door
        if door is None:
            return
        self._page.seat.set_opening(is_opening=True)

        def work() -> "Office":
            return door.open(operator=name, pin=pin, forgotten=reason)

        self._tasks.run(work, self._enter, self._fail_to_sit)

    def _fail_to_sit(self, error: Exception) -> None:
        self._page.seat.set_opening(is_opening=False)
        if not isinstance(error, DomainError):
            raise error
        self._page.seat.show_problem(self._word_error(error))

    def _enter(self, office: "Office") -> None:
        """Forget what opened the file, and hand it over."""
        door, self._door = self._door, None
        if door is not None:
            self._note(door)
        self._page.open_file.set_opening(is_opening=False)
        self._page.open_file.forget()
        self._page.forget_seat()
        if door is not None:
            self._hand_over(office, door.path)

    def _try(self) -> None:
        self._page.set_demo_opening(is_opening=True)
        self.clear_demo()
        folder = Path(tempfile.mkdtemp(prefix="coprod-demo-"))
        self._demo_folder = folder

        def work() -> "Office":
            from coprod_desktop.services.demo import build_demo

            return build_demo(str(folder / "Demo.coprod"), DEMO_PASSPHRASE)

        def done(office: "Office") -> None:
            self._page.set_demo_opening(is_opening=False)
            self._opened(office, None)

        def failed(error: Exception) -> None:
            self.clear_demo()
            if not isinstance(error, DomainError):
                self._page.set_demo_opening(is_opening=False)
                raise error
            self._page.set_demo_opening(is_opening=False, problem=self._word_error(error))

        self._tasks.run(work, done, failed)

    def _hand_over(self, office: "Office", path: Path) -> None:
        now = datetime.datetime.now(datetime.UTC)
        self._preferences.add_recent_file(path.absolute(), now)
        self._opened(office, path)


def _first_policy(answers: "NewFile") -> "PolicyVersion":
    from coprod_desktop.domain.policy import TimeBasis, simple_version

    return simple_version(
        effective_on=datetime.date(2000, 1, 1),
        basis=TimeBasis.HOUR if answers.is_paying else TimeBasis.UNPAID,
        hourly_pence=answers.hourly_pence,
    )
