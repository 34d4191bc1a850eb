"""Bring in thousands of damaged spreadsheets: `python -m tests.campaigns.mangled_sheets`.

    python -m tests.campaigns.mangled_sheets [--files 20000] [--seed 1] [--processes 2]

Each file is made from a sound one by a damage drawn from the seed (`tests.mangling`), and brought
in by a process of its own, as people, time, expenses or an open workbook, tried or in earnest. A
fault is anything but a result or a sentence for the reader: a crash, more than 5 seconds of the
processor, more than 500 MB, or a file that changed although the sheet was refused. The suite does
a short version of it (`tests/spreadsheets/test_mangled_sheets.py`).
"""

import argparse
import collections
import dataclasses
import json
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.services.import_results import ImportResult
from coprod_desktop.services.office import Office, open_office
from coprod_desktop.storage.keys import derive_key, salt_of
from tests.mangling import a_damaged_sheet
from tests.services.world import PASSPHRASE, World

MOST_SECONDS = 5.0
MOST_BYTES = 500_000_000
_GIVEN_UP_SECONDS = 60.0
_LIMIT_BYTES = 4_000_000_000  # so that a fault of ours harms nobody else on this computer
_KINDS = ("contributions", "participants", "expenses", "open_workbook")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one file; `fault` is empty where all was well."""

    seed: int
    name: str
    told: str
    seconds: float
    peak_bytes: int
    fault: str


def try_one(seed: int, base: Path, folder: Path, most_seconds: float = MOST_SECONDS) -> Outcome:
    """Damage a sheet and bring it in, in a process of its own."""
    place = Path(tempfile.mkdtemp(dir=folder))
    sheet = a_damaged_sheet(random.Random(seed), place)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _run_child(seed, base, place, sheet, writer)
    os.close(writer)
    status, used, is_hanging = _wait(child)
    with os.fdopen(reader, "rb") as pipe:
        told = json.loads(pipe.read() or b'{"told": "", "fault": "it told nothing"}')
    shutil.rmtree(place, ignore_errors=True)
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
    fault = str(told["fault"])
    if is_hanging or seconds > most_seconds:
        fault = f"{seconds:.1f} s of the processor"
    elif status:
        fault = f"ended with status {status}"
    elif peak > MOST_BYTES:
        fault = f"{peak / 1e6:,.0f} MB"
    return Outcome(
        seed=seed, name=sheet.name, told=str(told["told"]), seconds=seconds, peak_bytes=peak,
        fault=fault,
    )  # fmt: skip


def _try(asked: tuple[int, Path, Path, float]) -> Outcome:
    return try_one(*asked)


def _wait(child: int) -> tuple[int, resource.struct_rusage, bool]:
    """Wait for a process, and end it where it goes on for a minute."""
    until = time.monotonic() + _GIVEN_UP_SECONDS
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used, False
        if time.monotonic() > until:
            os.kill(child, 9)
            _done, status, used = os.wait4(child, 0)
            return status, used, True
        time.sleep(0.005)


def _run_child(seed: int, base: Path, place: Path, sheet: Path, writer: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_LIMIT_BYTES, _LIMIT_BYTES))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        told, fault = _bring_in(seed, base, place, sheet)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        told, fault = "", f"{type(error).__name__}: {error}"[:300]
    os.write(writer, json.dumps({"told": told, "fault": fault}).encode())
    os._exit(0)


def _bring_in(seed: int, base: Path, place: Path, sheet: Path) -> tuple[str, str]:
    """Bring a sheet in and say what came of it, and what is not as it should be."""
    path = place / "file.coprod"
    shutil.copy(base, path)
    office = open_office(str(path), PASSPHRASE, derive=lambda _passphrase, _salt: _KEYS[base])
    before = office.history.latest(1)[0]
    try:
        result = _import(office, sheet, seed)
    except DomainError as error:
        told, fault = type(error).__name__, ""
        if office.history.latest(1)[0] != before:
            fault = "refused, and yet the file changed"
    else:
        told, fault = ("tried" if result.is_dry_run else "brought in"), ""
        has_changed = office.history.latest(1)[0] != before
        if has_changed and (result.is_dry_run or not (result.added or result.people_added)):
            fault = "nothing came in, and yet the file changed"
    office.close()
    return told, fault


def _import(office: Office, sheet: Path, seed: int) -> ImportResult:
    kind, is_dry_run = _KINDS[seed % 4], seed % 8 >= 4
    result: ImportResult = getattr(office.imports, kind)(sheet, is_dry_run=is_dry_run)
    return result


_KEYS: dict[Path, str] = {}


def make_base(folder: Path) -> Path:
    """Make the file that each sheet is brought into a copy of; loads all that reading needs."""
    path, sheet = folder / "Rivermead.coprod", folder / "sound.csv"
    world = World.make(str(path))
    world.person()
    sheet.write_text("Date,Name,Hours,Amount\n2026-07-09,Aisha Rahman,2:30,£4.60\n", "utf-8")
    for kind in (world.office.imports.contributions, world.office.imports.expenses):
        kind(sheet, is_dry_run=True)
    world.office.close()
    _KEYS[path] = derive_key(PASSPHRASE, salt_of(path))
    return path


def campaign(files: int, first_seed: int, processes: int, most_seconds: float) -> list[Outcome]:
    """Try many files, some at a time, and print what came of them."""
    told: collections.Counter[str] = collections.Counter()
    slowest = largest = 0.0
    faults: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        base = make_base(Path(folder))
        seeds = range(first_seed, first_seed + files)
        wanted = [(seed, base, Path(folder), most_seconds) for seed in seeds]
        with get_context("fork").Pool(processes) as pool:
            for one in pool.imap_unordered(_try, wanted, chunksize=20):
                told[one.told or "fault"] += 1
                slowest, largest = max(slowest, one.seconds), max(largest, one.peak_bytes)
                if one.fault:
                    faults.append(one)
                    _say(f"FAULT seed {one.seed} {one.name}: {one.fault}")
    _say(", ".join(f"{count} {what}" for what, count in told.most_common()))
    most = f"slowest {slowest:.1f} s, most {largest / 1e6:.0f} MB"
    _say(f"{files} files, {len(faults)} faults; {most}")
    return faults


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Run the campaign; 0 when there was no fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS)
    asked = parser.parse_args(arguments)
    faults = campaign(asked.files, asked.seed, asked.processes, asked.seconds)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
