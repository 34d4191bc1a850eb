"""What this person prefers on this computer: window, language, colours, files opened before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT_LIMIT = 8
TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)


def settings_folder() -> Path:
    """Name the folder of this person's window settings."""
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "Coprod"


def documents_folder() -> Path:
    """Name the folder that new files are offered in."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place)) / "Coprod"


class ThemeChoice(StrEnum):
    """Choose the colours: as the computer does, or always light, or always dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentFile:
    """One file opened before."""

    path: Path
    opened_at: datetime


class Preferences:
    """Read and keep preferences in an INI file; a value nobody can read counts as not set."""

    def __init__(self, path: Path | None = None) -> None:
        """Use `path`, or `window.ini` in this person's settings folder."""
        self._settings = QSettings(
            str(path or settings_folder() / "window.ini"), QSettings.Format.IniFormat
        )

    @property
    def theme(self) -> ThemeChoice:
        """Return the chosen colours; the computer's choice unless set."""
        text = self._text("window/theme")
        return ThemeChoice(text) if text in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("window/theme", choice.value)

    @property
    def text_percent(self) -> int:
        """Return the size of text, one of TEXT_PERCENTS; 100 unless set."""
        percent = self._number("window/text_percent")
        return percent if percent in TEXT_PERCENTS else 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._settings.setValue("window/text_percent", percent)

    @property
    def is_compact(self) -> bool:
        """Say whether table rows are low (24 px) rather than usual (32 px)."""
        return bool(self._settings.value("window/compact_rows", False, type=bool))

    @is_compact.setter
    def is_compact(self, is_compact: bool) -> None:
        self._settings.setValue("window/compact_rows", is_compact)

    @property
    def language(self) -> str:
        """Return "en" or "cy"; English unless set."""
        return self._text("window/language") or "en"

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("window/language", code)

    @property
    def window_geometry(self) -> QByteArray:
        """Return what `QWidget.saveGeometry` gave; empty unless set."""
        value = self._settings.value("window/geometry", QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def last_operator_id(self) -> int | None:
        """Return who was at the keyboard last; None unless set."""
        return self._number("file/last_operator_id") or None

    @last_operator_id.setter
    def last_operator_id(self, operator_id: int) -> None:
        self._settings.setValue("file/last_operator_id", operator_id)

    @property
    def files_folder(self) -> Path:
        """Return the folder that files for finance went into last, or that of new files."""
        place = self._text("file/files_folder")
        return Path(place) if place else documents_folder()

    @files_folder.setter
    def files_folder(self, folder: Path) -> None:
        self._settings.setValue("file/files_folder", str(folder))

    def list_columns(self, list_name: str) -> tuple[str, tuple[str, ...]] | None:
        """Return how a list went out last: the ending of its file and the keys of its columns."""
        kind, _colon, keys = self._text(f"exports/{list_name}").partition(":")
        return (kind, tuple(keys.split(","))) if keys else None

    def keep_list_columns(self, list_name: str, kind: str, keys: Iterable[str]) -> None:
        """Remember how a list went out; only names of columns are kept, never what is in them."""
        self._settings.setValue(f"exports/{list_name}", f"{kind}:{','.join(keys)}")

    def statement_columns(self, headings_key: str) -> str:
        """Return what was said about the columns under such headings; empty unless set."""
        return self._text(f"statement_columns/{headings_key}")

    def keep_statement_columns(self, headings_key: str, said: str) -> None:
        """Remember what was said about the columns of a bank's statement."""
        self._settings.setValue(f"statement_columns/{headings_key}", said)

    @property
    def recent_files(self) -> tuple[RecentFile, ...]:
        """Return the files opened before, the latest first, at most RECENT_LIMIT."""
        found = []
        for at in range(self._settings.beginReadArray("recent")):
            self._settings.setArrayIndex(at)
            found.append(_recent_file(self._text("path"), self._text("opened_at")))
        self._settings.endArray()
        return tuple(file for file in found if file is not None)

    def add_recent_file(self, path: Path, opened_at: datetime) -> None:
        """Put a file at the front of the files opened before; `opened_at` in UTC."""
        rest = [file for file in self.recent_files if file.path != path]
        self._keep_recent([RecentFile(path=path, opened_at=opened_at), *rest][:RECENT_LIMIT])

    def forget_recent_file(self, path: Path) -> None:
        """Take a file off the list; the file itself is not touched."""
        self._keep_recent([file for file in self.recent_files if file.path != path])

    def _keep_recent(self, files: list[RecentFile]) -> None:
        self._settings.remove("recent")
        self._settings.beginWriteArray("recent", len(files))
        for at, file in enumerate(files):
            self._settings.setArrayIndex(at)
            self._settings.setValue("path", str(file.path))
            self._settings.setValue("opened_at", file.opened_at.astimezone(UTC).isoformat())
        self._settings.endArray()

    def _text(self, key: str) -> str:
        return str(self._settings.value(key, "", type=str))

    def _number(self, key: str) -> int:
        text = self._text(key)
        return int(text) if text.isascii() and text.isdigit() else 0


def _recent_file(path: str, opened_at: str) -> RecentFile | None:
    try:
        return RecentFile(path=Path(path), opened_at=datetime.fromisoformat(opened_at))
    except ValueError:  # somebody edited the file by hand
        return None
