"""Leave out of the libraries what the program never loads."""

import shutil
from pathlib import Path

# Of Qt only this stays: what the window uses, and what that needs by itself. No translations of
# its own words: the program loads none, and there is no Welsh one.
_QT_MODULES = ("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg", "Pdf", "PdfWidgets")
_QT_FILES = {
    *(f"Qt{name}.pyd" for name in _QT_MODULES),
    *(f"Qt6{name}.dll" for name in _QT_MODULES),
    "pyside6.abi3.dll",
    "__init__.py",
    "_config.py",
    "_git_pyside_version.py",
}
_QT_PLUGINS = {
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",  # the self-test needs no screen
    "imageformats/qgif.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "iconengines/qsvgicon.dll",
    "styles/qmodernwindowsstyle.dll",
}
# Of Python this goes: a second SQLite, older than the one of the wheel, and sounds.
# Its TLS stays, though the program does not use it: psycopg, for a shared database, loads it.
_PYTHON_NEEDLESS = ("_sqlite3.pyd", "sqlite3.dll", "winsound.pyd")
# Of the other libraries this goes; everything else stays.
_NEEDLESS = (
    "*.pyi",
    "*.pyx",
    "*.pxd",
    "*.lib",
    "*.c",
    "*.cpp",
    "*.h",
    "py.typed",
    "PIL/_avif.*",
    "PIL/_webp.*",
    "PIL/_imagingft.*",
    "PIL/_imagingcms.*",
    "PIL/_imagingtk.*",
    "lxml/objectify.*",
    "lxml/sax.*",
    "lxml/html",
    "lxml/includes",
    "lxml/isoschematron",
    "rapidfuzz/*_avx2.*",
    "rapidfuzz/distance/*_avx2.*",
    "reportlab/fonts",
    "reportlab/graphics/samples",
    "docx/templates/default-docx-template",  # default.docx is made of it, and is there
    "sqlalchemy/testing",
    "alembic/testing",
    "alembic/templates",
    "mako/testing",
    # Only cffi's compiled part is loaded, by cryptography. With the rest there, win32ctypes would
    # take it, and with it pycparser, where Python's own ctypes does.
    "cffi",
    "pycparser",
    "win32ctypes/tests",
    "uharfbuzz/_harfbuzz_test.*",
    "holidays/locale",
    "holidays/financial/[!_]*",
    "pikepdf/pdfa",
    "shiboken6/concrt140.dll",
    "shiboken6/vcamp140.dll",
    "shiboken6/vccorlib140.dll",
    "shiboken6/vcomp140.dll",
)


def trim_qt(folder: Path) -> None:
    """Keep of `PySide6` what is on the list; raises FileNotFoundError where that is missing."""
    keep = {folder / name for name in _QT_FILES}
    keep |= {folder / "plugins" / name for name in _QT_PLUGINS}
    for path in sorted(keep):
        if not path.exists():
            raise FileNotFoundError(path)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in keep:
            path.unlink()


def trim_python(folder: Path) -> None:
    """Take out of Windows' Python what the program never loads."""
    for name in _PYTHON_NEEDLESS:
        (folder / name).unlink()


def trim_others(folder: Path) -> None:
    """Take out of the other libraries what is named needless."""
    for pattern in _NEEDLESS:
        is_anywhere = "/" not in pattern and "*" in pattern
        for path in sorted(folder.rglob(pattern) if is_anywhere else folder.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
