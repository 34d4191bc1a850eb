"""The check of the bundle names every library that a program file asks for and nobody brings."""

import struct
from pathlib import Path

import pytest

from installer.windows.closure import imports, missing

_FIRST = 0x1000  # where the only section lies in memory
_RAW = 0x200  # and in the file


def program(*names: str, delayed: tuple[str, ...] = ()) -> bytes:
    """Make the least that is a 64-bit Windows program file asking for these libraries."""
    rows, texts = b"", b""
    places: dict[str, int] = {}
    text_at = _FIRST + 20 * (len(names) + 1) + 32 * (len(delayed) + 1)
    for name in (*names, *delayed):
        places[name] = text_at + len(texts)
        texts += name.encode() + b"\0"
    for name in names:
        rows += struct.pack("<5I", 0, 0, 0, places[name], 0)
    rows += bytes(20)
    delayed_at = _FIRST + len(rows)
    for name in delayed:
        rows += struct.pack("<8I", 1, places[name], 0, 0, 0, 0, 0, 0)
    rows += bytes(32)
    tables = bytearray(16 * 8)
    struct.pack_into("<I", tables, 8, _FIRST if names else 0)
    struct.pack_into("<I", tables, 8 * 13, delayed_at if delayed else 0)
    optional = struct.pack("<H", 0x20B) + bytes(110) + bytes(tables)
    section = b".data\0\0\0" + struct.pack("<4I", len(rows + texts), _FIRST, 0x1000, _RAW)
    head = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40)
    head += b"PE\0\0" + struct.pack("<2H12x2H", 0x8664, 1, len(optional), 0)
    return (head + optional + section.ljust(40, b"\0")).ljust(_RAW, b"\0") + rows + texts


def test_names_what_is_asked_for_at_the_start_and_later() -> None:
    content = program("KERNEL32.dll", "Qt6Core.dll", delayed=("Late.dll",))
    assert imports(content) == {"kernel32.dll", "qt6core.dll", "late.dll"}


def test_a_program_that_asks_for_nothing_needs_nothing() -> None:
    assert imports(program()) == set()


def test_what_is_no_program_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no Windows program file"):
        imports(b"MZ" + bytes(200))


def test_what_is_in_the_bundle_or_in_windows_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "Coprod.exe").write_bytes(program("USER32.dll", "Part.dll"))
    needs = program("api-ms-win-crt-heap-l1-1-0.dll", "Gone.dll")
    (tmp_path / "lib" / "part.dll").write_bytes(needs)
    assert missing(tmp_path) == ["lib/part.dll needs gone.dll"]
