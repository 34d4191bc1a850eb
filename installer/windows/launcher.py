"""Compile the small program that people double-click, with icon and version information."""

from pathlib import Path

from installer.console import ROOT, run
from installer.windows.places import HERE, PROGRAM, VERSION, WORK

ICON = ROOT / "resources" / "icons" / "coprod.ico"
_PUBLISHER = "Coprod Desktop"
# Qt takes the icon of this name for its windows, and Windows the first one for the file.
_RESOURCES = """#include <winver.h>
IDI_ICON1 ICON "{icon}"
1 24 "{manifest}"
VS_VERSION_INFO VERSIONINFO
FILEVERSION {commas}
PRODUCTVERSION {commas}
FILEOS 0x40004
FILETYPE 1
BEGIN
 BLOCK "StringFileInfo" BEGIN BLOCK "080904B0" BEGIN
  VALUE "CompanyName", "{publisher}"
  VALUE "FileDescription", "Coprod Desktop"
  VALUE "FileVersion", "{version}"
  VALUE "InternalName", "Coprod"
  VALUE "LegalCopyright", "Apache-2.0"
  VALUE "OriginalFilename", "{program}"
  VALUE "ProductName", "Coprod Desktop"
  VALUE "ProductVersion", "{version}"
 END END
 BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x809, 1200 END
END
"""


def make_launcher(program: Path) -> None:
    """Compile the launcher to `program`; the same source gives the same bytes."""
    resources, compiled = WORK / "launcher.rc", WORK / "launcher.res"
    resources.write_text(version_information(VERSION), encoding="utf-8")
    run("x86_64-w64-mingw32-windres", resources, "-O", "coff", "-o", compiled)
    flags = ("-Os", "-s", "-mwindows", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")
    source = HERE / "launcher.c"
    run("x86_64-w64-mingw32-gcc", *flags, "-o", program, source, compiled)


def version_information(version: str) -> str:
    """Write the resources of the launcher; Windows wants four numbers where we have three."""
    return _RESOURCES.format(
        icon=ICON,
        manifest=HERE / "launcher.manifest",
        commas=version.replace(".", ",") + ",0",
        version=version,
        program=PROGRAM,
        publisher=_PUBLISHER,
    )
