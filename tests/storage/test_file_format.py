"""A stranger who follows docs/file-format.md reads the file and checks its history."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.storage import schema

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")


@pytest.fixture
def check() -> Callable[[Any], list[int]]:
    """Take the Python of the page as a stranger would copy it."""
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code is not None
    names: dict[str, Any] = {}
    exec(code[1], names)  # noqa: S102 - our own page
    found: Callable[[Any], list[int]] = names["check"]
    return found


def test_the_check_of_the_page_finds_a_whole_history_whole_and_an_altered_one_altered(
    check: Callable[[Any], list[int]], tmp_path: Path
) -> None:
    path = tmp_path / "copy.coprod"
    shutil.copy(ROOT / "tests" / "data" / "version-0001.coprod", path)
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA key='a frozen river in winter'")
    assert connection.execute("SELECT count(*) FROM changes").fetchone() == (2,)
    assert check(connection) == []
    connection.execute("UPDATE row_changes SET after = '{}' WHERE change_id = 2 AND position = 0")
    assert check(connection) == [2]
    connection.execute("UPDATE changes SET operator = 'Somebody' WHERE change_id = 1")
    assert check(connection) == [1, 2]
    connection.close()


def test_the_page_names_every_table() -> None:
    assert [name for name in schema.metadata.tables if f"`{name}`" not in PAGE] == []
