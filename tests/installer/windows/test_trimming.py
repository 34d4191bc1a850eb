"""What the program loads stays in the bundle, and what nobody loads goes."""

import re
from pathlib import Path

import pytest

from installer.windows.trimming import trim_others, trim_python, trim_qt

ROOT = Path(__file__).resolve().parents[3]
_KEPT = (
    *(f"Qt{name}.pyd" for name in ("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg")),
    *(f"Qt6{name}.dll" for name in ("Core", "Gui", "Widgets", "PrintSupport", "Svg", "Network")),
    *("QtPdf.pyd", "QtPdfWidgets.pyd", "Qt6Pdf.dll", "Qt6PdfWidgets.dll", "pyside6.abi3.dll"),
    *("__init__.py", "_config.py", "_git_pyside_version.py"),
    *(f"plugins/platforms/{name}.dll" for name in ("qwindows", "qoffscreen")),
    *(f"plugins/imageformats/{name}.dll" for name in ("qgif", "qico", "qjpeg", "qsvg")),
    "plugins/iconengines/qsvgicon.dll",
    "plugins/styles/qmodernwindowsstyle.dll",
)


def laid_out(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_of_qt_only_what_is_on_the_list_stays(tmp_path: Path) -> None:
    needless = ("Qt6Quick.dll", "qml/QtQuick/qmldir", "opengl32sw.dll", "translations/qtbase_de.qm")
    laid_out(tmp_path, *_KEPT, *needless)
    trim_qt(tmp_path)
    assert left(tmp_path) == set(_KEPT)
    assert not (tmp_path / "qml").exists()


def test_a_qt_without_a_part_that_is_needed_is_refused(tmp_path: Path) -> None:
    laid_out(tmp_path, *(name for name in _KEPT if name != "Qt6Pdf.dll"))
    with pytest.raises(FileNotFoundError, match="Qt6Pdf"):
        trim_qt(tmp_path)


def test_every_part_of_qt_that_the_program_imports_is_on_the_list() -> None:
    words = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "coprod_desktop").rglob("*.py")
    )
    # Some load only when they are needed: those lines are indented.
    used = set(re.findall(r"^\s*from PySide6\.(\w+) import", words, re.MULTILINE))
    used |= set(re.findall(r"^\s*from PySide6 import (Qt\w+)", words, re.MULTILINE))
    assert {"QtCore", "QtNetwork"} <= used
    assert {f"{name}.pyd" for name in used} <= set(_KEPT)


def test_of_other_libraries_only_what_is_named_goes(tmp_path: Path) -> None:
    kept = {"lxml/etree.pyd", "PIL/_imaging.pyd", "docx/templates/default.docx", "six.py"}
    kept |= {"_cffi_backend.cp313-win_amd64.pyd", "win32ctypes/core/ctypes/_dll.py"}
    laid_out(tmp_path, *kept, "lxml/html/diff.pyd", "PIL/_avif.cp313.pyd", "docx/types.pyi")
    laid_out(tmp_path, "cffi/api.py", "pycparser/c_ast.py", "win32ctypes/tests/test_backends.py")
    trim_others(tmp_path)
    assert left(tmp_path) == kept


def test_nothing_of_the_program_asks_for_what_goes_of_python(tmp_path: Path) -> None:
    kept = {"_ssl.pyd", "libssl-3.dll", "python313.dll"}
    gone = ("_sqlite3.pyd", "sqlite3.dll", "winsound.pyd")
    laid_out(tmp_path, *kept, *gone)
    trim_python(tmp_path)
    assert left(tmp_path) == kept
    words = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "coprod_desktop").rglob("*.py")
    )
    assert re.findall(r"^\s*(?:import|from) (?:sqlite3|winsound)\b", words, re.MULTILINE) == []
