"""One program at a time writes a file; the next one learns who has it."""

import os
import socket
import threading
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import FileInUseError, FileReadOnlyError
from coprod_desktop.storage.lock import WriterLock
from tests.storage import processes
from tests.storage.places import forbid_writing, small_disk
from tests.storage.world import new_file


def test_the_second_learns_who_has_the_file(path: Path) -> None:
    first, second = WriterLock(path), WriterLock(path)
    first.take()
    with pytest.raises(FileInUseError) as refusal:
        second.take()
    assert refusal.value.facts == {
        "path": path,
        "process": os.getpid(),
        "host": socket.gethostname(),
    }
    first.free()
    second.take()
    second.free()


def test_a_lock_that_is_free_leaves_nothing_beside_the_file(path: Path) -> None:
    lock = WriterLock(path)
    lock.take()
    assert [found.name for found in path.parent.iterdir()] == ["Rivermead.coprod.lock"]
    lock.free()
    lock.free()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("left", [b"", b" ", b"\x00\xff", b' {"process": 1', b' {"host": "x"}'])
def test_what_a_killed_program_left_is_taken_over(path: Path, left: bytes) -> None:
    path.with_name("Rivermead.coprod.lock").write_bytes(left)
    lock = WriterLock(path)
    lock.take()
    with pytest.raises(FileInUseError) as refusal:
        WriterLock(path).take()
    assert refusal.value.facts["process"] == os.getpid()
    lock.free()


def test_of_many_at_once_one_has_it(path: Path) -> None:
    held: list[int] = []
    busiest: list[int] = []

    def try_often() -> None:
        for _each in range(200):
            lock = WriterLock(path)
            try:
                lock.take()
            except FileInUseError:
                continue
            held.append(1)
            busiest.append(len(held))
            held.pop()
            lock.free()

    threads = [threading.Thread(target=try_often) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(busiest) == {1}


def test_another_process_has_it_until_it_is_killed(path: Path) -> None:
    new_file(str(path)).close()
    process = processes.start("hold", path)
    lock = WriterLock(path)
    with pytest.raises(FileInUseError) as refusal:
        lock.take()
    assert refusal.value.facts["process"] == process.pid
    processes.kill(process)
    lock.take()
    lock.free()


def test_a_place_that_cannot_be_written_to_is_said_to_be_so(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "1m") as stick:
        forbid_writing(stick)
        with pytest.raises(FileReadOnlyError):
            WriterLock(stick / "Rivermead.coprod").take()
    with pytest.raises(FileReadOnlyError):
        WriterLock(tmp_path / "no folder" / "Rivermead.coprod").take()


def test_a_full_disk_does_not_keep_anybody_out(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "64k") as stick:
        (stick / "filler").write_bytes(bytes(64 * 1024))
        lock = WriterLock(stick / "Rivermead.coprod")
        lock.take()
        with pytest.raises(FileInUseError) as refusal:
            WriterLock(stick / "Rivermead.coprod").take()
        assert refusal.value.facts["process"] == ""
        lock.free()
