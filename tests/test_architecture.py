"""The house keeps its own rules: sizes, places, names and words."""

import ast
import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "coprod_desktop"
LONGEST_FILE = 400
# Words that the mission refuses, wherever the program speaks by itself.
REFUSED = re.compile(r"empower|service user|giving back|beneficiar|employee|payroll", re.IGNORECASE)
# Files that must name a refused word, and why.
MAY_NAME_REFUSED_WORDS: dict[str, str] = {
    "resources/pay-presets/brightpay-additions.toml": "the headings that another program looks for",
    "resources/rate-cards/real-living-wage.toml": "the name and address of a magazine, as a source",
}
# Code without a test file of its own name, and where its tests are instead.
# The fast lane is one thing in three modules; its tests compare it with pricing step by step.
TESTED_ELSEWHERE: dict[str, str] = {
    "coprod_desktop/domain/policy/planning.py": "tests/domain/policy/test_lanes.py",
    "coprod_desktop/domain/policy/plans.py": "tests/domain/policy/test_lanes.py",
}
SLOW_TO_IMPORT = {
    "sqlalchemy", "alembic", "reportlab", "pikepdf", "docx", "openpyxl", "python_calamine",
}  # fmt: skip


def python_files(*folders: str) -> list[Path]:
    """List our own Python files below these folders of the project."""
    return sorted(itertools.chain.from_iterable((ROOT / name).rglob("*.py") for name in folders))


def called(path: Path) -> str:
    """Name a file as people do: from the project's folder, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """Read a file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> set[str]:
    """Name everything that a file imports, in full: `PySide6.QtCore` and `PySide6.QtCore.Qt`."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def methods_called(path: Path) -> set[str]:
    """Name every method that a file calls: `exec` of `dialog.exec()`."""
    calls = (node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))
    return {function.attr for function in calls if isinstance(function, ast.Attribute)}


def spoken(path: Path) -> Iterator[str]:
    """Give every sentence that a file hands to a translator."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"_", "N_", "ngettext", "pgettext"}:
            yield from (
                a.value
                for a in node.args
                if isinstance(a, ast.Constant) and isinstance(a.value, str)
            )


def test_no_file_is_too_long_to_read_in_one_sitting() -> None:
    sizes = {
        called(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files("coprod_desktop", "tests", "installer")
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_every_module_with_code_has_its_tests_in_the_mirrored_place() -> None:
    bare = [called(path) for path in python_files("coprod_desktop") if not has_tests(path)]
    assert sorted(set(bare) - TESTED_ELSEWHERE.keys()) == []


def has_tests(path: Path) -> bool:
    """Tell whether a module has its tests, or has nothing in it to test."""
    has_code = any(isinstance(node, ast.FunctionDef) for node in ast.walk(parsed(path)))
    if not has_code or "migrations" in path.parts:
        return True
    place = ROOT / "tests" / path.relative_to(PACKAGE).parent
    is_screen = path.parent.parent == PACKAGE / "ui" and path.parent.name != "widgets"
    return (place / f"test_{path.stem}.py").exists() or (is_screen and any(place.glob("test_*.py")))


def test_the_list_of_modules_tested_elsewhere_is_not_out_of_date() -> None:
    needless = [
        name
        for name, where in TESTED_ELSEWHERE.items()
        if not (ROOT / name).exists() or has_tests(ROOT / name) or not (ROOT / where).exists()
    ]
    assert needless == []


def test_test_folders_are_plain_folders_so_that_file_names_may_repeat() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_presenters_decide_without_touching_a_widget() -> None:
    touching = [
        called(path)
        for path in python_files("coprod_desktop/ui")
        if path.stem.endswith("presenter")
        and any(name.startswith("PySide6.QtWidgets") for name in imported(path))
    ]
    assert touching == []


def test_nothing_opens_the_network() -> None:
    opening = {
        called(path): found
        for path in python_files("coprod_desktop")
        if (found := imported(path) & {"urllib.request", "http.client", "PySide6.QtNetwork"})
    }
    # One window for each person: a second start knocks at a door that is on this computer only.
    door = PACKAGE / "ui" / "single_instance.py"
    assert opening == {called(door): {"PySide6.QtNetwork"}}
    taken = re.findall(r"from PySide6.QtNetwork import (\w+)", door.read_text())
    assert set(taken) == {"QLocalServer", "QLocalSocket"}
    assert door.read_text().count("QtNetwork") == len(taken)


def test_the_window_never_waits_inside_a_loop_of_its_own() -> None:
    waiting = {
        called(path): found
        for path in python_files("coprod_desktop")
        if (found := methods_called(path) & {"processEvents", "exec", "exec_"})
        and path != PACKAGE / "app.py"
    }
    assert waiting == {}


def test_pages_are_written_in_python() -> None:
    assert [
        path for name in ("coprod_desktop", "resources") for path in (ROOT / name).rglob("*.ui")
    ] == []


def test_no_class_is_named_for_doing_everything() -> None:
    names = [
        f"{called(path)}: {node.name}"
        for path in python_files("coprod_desktop")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and re.search(r"Manager|Helper|Util", node.name)
    ]
    assert names == []


def test_the_program_never_says_a_word_that_the_mission_refuses() -> None:
    said = {
        f"{called(path)}: {sentence}"
        for path in python_files("coprod_desktop")
        for sentence in spoken(path)
        if REFUSED.search(sentence)
    }
    assert said == set()


def test_no_shipped_text_says_a_word_that_the_mission_refuses() -> None:
    kinds = {".html", ".json", ".md", ".po", ".svg", ".toml", ".txt"}
    said = [
        called(path)
        for path in (ROOT / "resources").rglob("*")
        if path.suffix in kinds
        and called(path) not in MAY_NAME_REFUSED_WORDS
        and "licence" not in path.name.lower()
        and REFUSED.search(without_comments(path))
    ]
    assert said == []


def without_comments(path: Path) -> str:
    """Read a shipped text; a TOML comment may quote the words of a law."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".toml":
        lines = [line for line in lines if not line.startswith("#")]
    return "\n".join(lines)


@pytest.mark.parametrize("module", ["coprod_desktop.ui.main_window", "coprod_desktop.app"])
def test_the_window_is_painted_before_anything_slow_is_imported(module: str) -> None:
    question = f"import json, sys, {module}; print(json.dumps(list(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, check=True, cwd=ROOT
    )
    roots = {name.partition(".")[0] for name in json.loads(answer.stdout)}
    assert roots & SLOW_TO_IMPORT == set()


def test_every_link_between_the_documents_leads_somewhere() -> None:
    documents = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "installer").glob("*.md"),
    ]
    dead = [
        f"{called(document)}: {link}"
        for document in documents
        for link in re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
        if not link.startswith("https:") and not (document.parent / link).exists()
    ]
    assert documents
    assert dead == []
