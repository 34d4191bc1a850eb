"""Disks that are small or cannot be written to, where the computer lets us make them."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Make a disk in memory of this size at a folder; skip where only an administrator may."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("Only root on Linux may make a small disk.")
    folder.mkdir()
    made = _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    if made.returncode:
        pytest.skip(f"No small disk can be made here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        _run("umount", "-l", str(folder))


def forbid_writing(folder: Path) -> None:
    """Make a small disk read-only, as a DVD or a locked stick is."""
    assert _run("mount", "-o", "remount,ro", str(folder)).returncode == 0


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)
