"""Each gate goes red when the fault that it is there for is planted."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_TOOLS = Path(sys.executable).parent

# The contract, the module to plant in, the line that breaks the contract, and the words of the red.
CONTRACTS = [
    ("layers", "services", "import coprod_desktop.ui", ".services -> coprod_desktop.ui"),
    ("layers", "storage", "import coprod_desktop.banking", ".storage -> coprod_desktop.banking"),
    ("layers", "utils", "", "utils"),
    ("screens", "ui/home", "import coprod_desktop.ui.start", ".ui.home -> coprod_desktop.ui.start"),
    (
        "screens",
        "ui/home",
        "import coprod_desktop.ui.main_window",
        ".home -> coprod_desktop.ui.main",
    ),
    ("screens", "ui/widgets", "import coprod_desktop.ui.start", "widgets -> coprod_desktop.ui.st"),
    ("domain-is-plain", "domain", "import coprod_desktop.i18n", "domain -> coprod_desktop.i18n"),
    (
        "services-are-the-door",
        "ui",
        "import coprod_desktop.storage",
        "ui -> coprod_desktop.storage",
    ),
    ("qt-in-the-window", "services", "import PySide6.QtCore", ".services -> PySide6"),
    ("databases-in-storage", "services", "import sqlalchemy", ".services -> sqlalchemy"),
    ("pdf-in-documents", "services", "import reportlab.lib", ".services -> reportlab"),
    ("sheets-in-spreadsheets", "services", "import openpyxl", ".services -> openpyxl"),
    ("no-network", "services", "import http.client", ".services -> http"),
    ("no-cycles", "domain/home", "import coprod_desktop.domain.start", ".home"),
]
# The rule, the file it would stand in, and the code that breaks it.
RULES = [
    ("D103", "coprod_desktop/domain/x.py", "def value() -> int:\n    return 1\n"),
    (
        "D401",
        "coprod_desktop/domain/x.py",
        'def value() -> int:\n    """Gives 1."""\n    return 1\n',
    ),
    ("DTZ005", "coprod_desktop/domain/x.py", "import datetime\n\nnow = datetime.datetime.now()\n"),
    ("BLE001", "coprod_desktop/ui/x.py", "try:\n    x = 1\nexcept Exception:\n    x = 2\n"),
    ("S110", "coprod_desktop/ui/x.py", "try:\n    x = 1\nexcept Exception:\n    pass\n"),
    ("T201", "coprod_desktop/services/x.py", 'print("a name")\n'),
    ("G004", "coprod_desktop/services/x.py", 'import logging\n\nlogging.info(f"{1}")\n'),
    ("S608", "coprod_desktop/storage/x.py", "q = \"SELECT * FROM t WHERE n = '%s'\" % input()\n"),
    ("PLR0915", "coprod_desktop/domain/x.py", "def f() -> None:\n" + "    x = 1\n" * 41),
    ("N806", "coprod_desktop/domain/x.py", "def f() -> None:\n    camelCase = 1\n"),
    ("TID251", "coprod_desktop/ui/x.py", "from PySide6.QtSql import QSqlDatabase\n"),
    ("TID251", "coprod_desktop/ui/x.py", "from PySide6.QtCharts import QChart\n"),
    ("TID251", "tests/test_x.py", "from unittest.mock import Mock\n"),
    (
        "TID251",
        "coprod_desktop/ui/x.py",
        "from PySide6.QtWidgets import QApplication\n\nQApplication.processEvents()\n",
    ),
    ("ERA001", "coprod_desktop/domain/x.py", "# x = old_value()\n"),
    (
        "PT009",
        "tests/test_x.py",
        "class TestX:\n    def test_x(self):\n        self.assertTrue(1)\n",
    ),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the package and its settings to where a fault does no harm."""
    shutil.copytree(
        ROOT / "coprod_desktop",
        tmp_path / "coprod_desktop",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("contract", "package", "line", "words"), CONTRACTS)
def test_import_linter_sees_a_broken_contract(
    copy: Path, contract: str, package: str, line: str, words: str
) -> None:
    inside = copy / "coprod_desktop"
    plant(inside / "ui/start/__init__.py", "")
    plant(inside / "domain/start/__init__.py", "import coprod_desktop.domain.home")
    plant(inside / "domain/home/__init__.py", "")
    plant(inside / package / "__init__.py", line)
    red = lint_imports(copy, contract)
    assert "1 broken" in red.stdout
    assert words in red.stdout
    assert red.returncode == 1


def plant(path: Path, line: str) -> None:
    """Add a line to a module, or make the module of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def lint_imports(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """Check one contract in a copy of the project."""
    return subprocess.run(
        [_TOOLS / "lint-imports", "--no-cache", "--no-logo", "--contract", contract],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("rule", "name", "code"), RULES)
def test_ruff_sees_a_broken_rule(rule: str, name: str, code: str) -> None:
    red = subprocess.run(
        [_TOOLS / "ruff", "check", "--no-cache", "--stdin-filename", name, "-"],
        cwd=ROOT,
        input=f'"""Hold a fault."""\n\n{code}',
        capture_output=True,
        text=True,
        check=False,
    )
    assert red.returncode == 1
    assert f"{rule} " in red.stdout


def test_mypy_sees_a_function_without_types(tmp_path: Path) -> None:
    fault = tmp_path / "fault.py"
    fault.write_text("def half(pence):\n    return pence / 2\n", encoding="utf-8")
    settings = ROOT / "pyproject.toml"
    red = subprocess.run(
        [_TOOLS / "mypy", "--config-file", settings, "--cache-dir", tmp_path / "cache", fault],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert red.returncode == 1
    assert "[no-untyped-def]" in red.stdout


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("import warnings\n\ndef test_x():\n    warnings.warn('old')\n", "UserWarning: old"),
        ("import pytest\n\n@pytest.mark.quick\ndef test_x():\n    pass\n", "'quick' not found"),
        ("import pytest\n\n@pytest.mark.xfail\ndef test_x():\n    pass\n", "[XPASS(strict)]"),
        (
            "from PySide6.QtCore import qWarning\n\n"
            "def test_x(qtbot):\n    qWarning('Timers cannot be stopped')\n",
            "Failure: Qt messages with level WARNING",
        ),
    ],
)
def test_pytest_fails_on_what_is_only_a_warning_elsewhere(
    tmp_path: Path, fault: str, words: str
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_fault.py").write_text(fault, encoding="utf-8")
    red = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert red.returncode != 0
    assert words in red.stdout
