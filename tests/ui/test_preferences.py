"""Preferences come back as they were kept, and a broken file counts as an empty one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from coprod_desktop.ui.preferences import (
    RECENT_LIMIT,
    Preferences,
    ThemeChoice,
    documents_folder,
    settings_folder,
)

NINE = datetime(2026, 11, 19, 9, 3, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def test_everything_comes_back_in_the_next_session(path: Path) -> None:
    first = Preferences(path)
    first.theme = ThemeChoice.DARK
    first.text_percent = 150
    first.is_compact = True
    first.language = "cy"
    first.window_geometry = QByteArray(b"\x00\x01geometry")
    first.last_operator_id = 7
    first.add_recent_file(Path("/home/nia/Afon, Together.coprod"), NINE)
    del first
    second = Preferences(path)
    assert second.theme is ThemeChoice.DARK
    assert second.text_percent == 150
    assert second.is_compact is True
    assert second.language == "cy"
    assert second.window_geometry == QByteArray(b"\x00\x01geometry")
    assert second.last_operator_id == 7
    assert [(f.path, f.opened_at) for f in second.recent_files] == [
        (Path("/home/nia/Afon, Together.coprod"), NINE)
    ]


def test_nothing_kept_means_the_usual(path: Path) -> None:
    fresh = Preferences(path)
    assert (fresh.theme, fresh.text_percent, fresh.language) == (ThemeChoice.SYSTEM, 100, "en")
    assert fresh.is_compact is False
    assert fresh.window_geometry.isEmpty()
    assert fresh.last_operator_id is None
    assert fresh.recent_files == ()


def test_a_file_somebody_broke_counts_as_nothing_kept(path: Path) -> None:
    path.write_text(
        "[window]\ntheme=mauve\ntext_percent=lots\n[file]\nlast_operator_id=-3\n"
        "[recent]\nsize=1\n1\\path=x\n1\\opened_at=yesterday\n"
    )
    broken = Preferences(path)
    assert (broken.theme, broken.text_percent) == (ThemeChoice.SYSTEM, 100)
    assert broken.last_operator_id is None
    assert broken.recent_files == ()


def test_the_latest_file_comes_first_once_and_the_list_stays_short(path: Path) -> None:
    kept = Preferences(path)
    for number in range(RECENT_LIMIT + 3):
        kept.add_recent_file(Path(f"{number}.coprod"), NINE + timedelta(days=number))
    kept.add_recent_file(Path("5.coprod"), NINE + timedelta(days=99))
    names = [file.path.name for file in kept.recent_files]
    assert names[0] == "5.coprod"
    assert len(names) == len(set(names)) == RECENT_LIMIT
    kept.forget_recent_file(Path("5.coprod"))
    assert "5.coprod" not in [file.path.name for file in kept.recent_files]


def test_settings_and_documents_have_folders_of_their_own() -> None:
    folders = {settings_folder(), documents_folder()}
    assert len(folders) == 2
    assert all(folder.is_absolute() and folder.name == "Coprod" for folder in folders)


def test_the_folder_of_files_for_finance_is_that_of_new_files_until_another_is_chosen(
    path: Path,
) -> None:
    preferences = Preferences(path)
    assert preferences.files_folder == documents_folder()
    preferences.files_folder = Path("/home/nia/Finance, 2026")
    assert Preferences(path).files_folder == Path("/home/nia/Finance, 2026")


def test_what_was_said_about_columns_is_kept_apart_for_each_kind_of_file(path: Path) -> None:
    Preferences(path).keep_statement_columns("a1", '{"day": "Date, posted"}')
    assert Preferences(path).statement_columns("a1") == '{"day": "Date, posted"}'
    assert Preferences(path).statement_columns("b2") == ""
