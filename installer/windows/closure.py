"""Prove that every program file of the bundle finds each file that it needs on a Windows 10."""

import struct
from collections.abc import Iterator
from pathlib import Path

_BINARIES = {".dll", ".exe", ".pyd"}
# What every Windows 10 has itself; whoever adds a name looks it up at Microsoft first.
_OF_WINDOWS = frozenset(
    """
    advapi32 authz bcrypt bcryptprimitives cabinet cfgmgr32 comctl32 comdlg32 crypt32 cryptbase
    d2d1 d3d11 d3d12 d3d9 dbghelp dcomp dnsapi dwmapi dwrite dxgi gdi32 gdiplus hid icuin icuuc
    imm32 iphlpapi kernel32 mpr mscms msi msimg32 msvcrt mswsock ncrypt netapi32 normaliz ntdll
    ole32 oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 rstrtmgr secur32 setupapi shcore
    shell32 shlwapi uiautomationcore user32 userenv usp10 uxtheme version winhttp winmm
    winspool.drv wintrust wldap32 ws2_32 wtsapi32
    """.split()
)
_API_SETS = ("api-ms-win-", "ext-ms-win-")
_IMPORTS, _DELAYED = 1, 13


def missing(bundle: Path) -> list[str]:
    """Name what is neither in the bundle nor Windows' own, as `who needs what`."""
    there = {path.name.lower() for path in binaries(bundle)}
    return [
        f"{path.relative_to(bundle).as_posix()} needs {name}"
        for path in binaries(bundle)
        for name in sorted(imports(path.read_bytes()))
        if name not in there and not is_of_windows(name)
    ]


def binaries(bundle: Path) -> list[Path]:
    """List every program file and library of the bundle."""
    return sorted(path for path in bundle.rglob("*") if path.suffix.lower() in _BINARIES)


def is_of_windows(name: str) -> bool:
    """Tell whether Windows 10 brings this library itself."""
    return name.startswith(_API_SETS) or name.removesuffix(".dll") in _OF_WINDOWS


def imports(content: bytes) -> set[str]:
    """Name the libraries that a program file asks for, at its start or later, in small letters.

    Raises ValueError for what is no program file. The format is Microsoft's “PE Format”.
    """
    header = _number(content, 0x3C)
    if content[:2] != b"MZ" or content[header : header + 4] != b"PE\0\0":
        raise ValueError("This is no Windows program file.")
    sections = _sections(content, header)
    optional = header + 24
    is_64 = struct.unpack_from("<H", content, optional)[0] == 0x20B
    tables = optional + (112 if is_64 else 96)
    found: set[str] = set()
    for table, size, name_at in ((_IMPORTS, 20, 12), (_DELAYED, 32, 4)):
        address = _number(content, tables + 8 * table)
        if address:
            found |= set(_names(content, sections, _offset(sections, address), size, name_at))
    return found


def _sections(content: bytes, header: int) -> list[tuple[int, int, int]]:
    """Give each section's address in memory, its length and its place in the file."""
    count, length = struct.unpack_from("<H12xH", content, header + 6)
    first = header + 24 + length
    found = []
    for index in range(count):
        size, address, raw_size, raw = struct.unpack_from("<4I", content, first + 40 * index + 8)
        found.append((address, max(size, raw_size), raw))
    return found


def _names(
    content: bytes, sections: list[tuple[int, int, int]], start: int, size: int, name_at: int
) -> Iterator[str]:
    """Read the names out of a table whose last row is empty."""
    while name := _number(content, start + name_at):
        place = _offset(sections, name)
        yield content[place : content.index(b"\0", place)].decode("ascii").lower()
        start += size


def _offset(sections: list[tuple[int, int, int]], address: int) -> int:
    for begin, length, raw in sections:
        if begin <= address < begin + length:
            return address - begin + raw
    raise ValueError("An address lies outside of the file.")


def _number(content: bytes, place: int) -> int:
    return int(struct.unpack_from("<I", content, place)[0])
