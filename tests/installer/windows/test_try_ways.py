"""Tests of how the trial reads program files."""

import struct
from pathlib import Path

import pytest

from installer.windows.try_ways import subsystem


@pytest.mark.parametrize("kind", [2, 3], ids=["for windows", "for a console"])
def test_a_program_file_says_for_what_it_is(tmp_path: Path, kind: int) -> None:
    """The kind stands where Microsoft's format of program files has it."""
    content = bytearray(512)
    struct.pack_into("<I", content, 0x3C, 128)
    content[128:132] = b"PE\0\0"
    optional = 128 + 4 + 20  # behind the signature and the COFF header
    struct.pack_into("<H", content, optional + 68, kind)
    program = tmp_path / "a.exe"
    program.write_bytes(bytes(content))
    assert subsystem(program) == kind
