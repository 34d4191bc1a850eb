"""Do the program's main job once with invented people, and write down what came of it."""

import contextlib
import datetime
import hashlib
import io
import json
import os
import platform
import shutil
import sys
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop import __version__
from coprod_desktop.cli import main as coprod
from coprod_desktop.domain.participants import Capacity

if TYPE_CHECKING:  # loaded only by the step that makes papers
    from coprod_desktop.services.paper_making import PaperOrder

RESULT = "self-test.json"
_PASSPHRASE = "invented people only"  # noqa: S105  it locks a file of invented people
_VARIABLE = "COPROD_PASSPHRASE"
_QUARTER = ("--from", "2026-07-01", "--to", "2026-09-30")
_UP_TO = ("--up-to", "2026-11-30")
# Nobody passes their own payments: one approves the work, one prepares, one approves the run.
_COORDINATOR, _TREASURER, _TRUSTEE = (
    ("--operator", name) for name in ("Bethan Pryce", "Farida Karim", "Gwyn Llwyd")
)
_NEW, _DEMO = "Tŷ’r Afon.coprod", "Demo.coprod"
_PROJECT = "Gardd gymunedol"
_NAMES = ("Siân Llŷr-Ŵyn", "مريم الصالح")
Told = dict[str, object]


def run_self_test(folder: Path) -> int:
    """Do every step in `folder` and write `self-test.json`; 0 where all of it is right.

    What earlier runs left there is removed. Nothing outside of `folder` is read or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    result = folder / RESULT
    result.unlink(missing_ok=True)
    told: Told = {
        "version": __version__,
        "python": platform.python_version(),
        "platform": sys.platform,
        "steps": {},
    }
    is_right = _do_steps(folder, told)
    told["is_right"] = is_right
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    result.write_text(text, encoding="utf-8")
    return 0 if is_right else 1


def _do_steps(folder: Path, told: Told) -> bool:
    """Do one step after the other until one fails; `told` holds what each came to."""
    steps: tuple[tuple[str, Callable[[Path], Told]], ...] = (
        ("new file", _new_file),
        ("session", _log_session),
        ("demo", _demo),
        ("statements", _statements),
        ("word file", _word_file),
        ("spreadsheets", _spreadsheets),
        ("pay run", _pay_run),
        ("two processes", _two_processes),
        ("check", _check),
        ("window", _window_parts),
    )
    done: dict[str, Told] = {}
    told["steps"] = done
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = _PASSPHRASE
    try:
        for name, step in steps:
            try:
                done[name] = step(folder)
            except Exception:  # noqa: BLE001  whatever it is, it is written down and told
                done[name] = {"failed": traceback.format_exc()}
                return False
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before
    return True


def _new_file(folder: Path) -> Told:
    file = folder / _NEW
    file.unlink(missing_ok=True)
    _coprod("new", file, "--organisation", "Cwmni Tŷ’r Afon", "--hourly-rate", "25.00")
    if file.read_bytes()[:6] == b"SQLite":
        raise ValueError("The new file is not encrypted.")
    return {"is_encrypted": True}


def _log_session(folder: Path) -> Told:
    """Log a session of two people through the office, as the window does."""
    from coprod_desktop.domain.participants import Participant
    from coprod_desktop.domain.projects import Project
    from coprod_desktop.services.office import open_office
    from coprod_desktop.services.sessions import SessionEntry, SessionRow

    office = open_office(str(folder / _NEW), _PASSPHRASE)
    try:
        project = office.projects.add(Project(project_id=0, name=_PROJECT))
        people = [
            office.participants.add(Participant(participant_id=0, name=name)) for name in _NAMES
        ]
        rows = tuple(
            SessionRow(
                participant_id=person.participant_id,
                capacity=Capacity.LIVED_EXPERIENCE,
                minutes=(("meeting", 90),),
            )
            for person in people
        )
        office.sessions.log(
            SessionEntry(
                project_id=project.project_id,
                title="Planning",
                held_on=datetime.date(2026, 11, 2),
                kind_of_work="meeting",
                rows=rows,
            )
        )
        names = [person.name for person in office.participants.everybody()]
    finally:
        office.close()
    totals = _coprod("totals", folder / _NEW, "--by", "participant")
    return {"names": sorted(names), "totals": totals["sum"]}


def _demo(folder: Path) -> Told:
    file = folder / _DEMO
    file.unlink(missing_ok=True)
    made = _coprod("demo", file)
    totals = _coprod("totals", file, "--by", "participant")
    return {"minutes": made["minutes"], "totals": totals["sum"]}


def _statements(folder: Path) -> Told:
    """Issue a quarter's statements and check that each is a sealed PDF."""
    out = _emptied(folder / "statements")
    issued = _coprod("statements", folder / _DEMO, *_QUARTER, "--out", out)["issued"]
    papers = sorted(out.glob("*.pdf"))
    for paper in papers:
        _coprod("verify", paper)
    if not isinstance(issued, list) or len(papers) != len(issued):
        raise ValueError(f"{len(papers)} statements lie in the folder.")
    figures = ("participant", "minutes_paid", "minutes_unpaid", "payments_pence", "value_pence")
    return {"issued": [{name: one[name] for name in figures} for one in issued]}


def _word_file(folder: Path) -> Told:
    """Issue a paper with pictures, also as a Word file."""
    out = _emptied(folder / "word")
    words = ("what-i-did", "--participant", "Salma Al-Haddad", "--print", "easy-read")
    made = _coprod("paper", folder / _DEMO, *words, "--out", out, "--docx")
    with zipfile.ZipFile(str(made["docx"])) as packed:
        pictures = [name for name in packed.namelist() if name.startswith("word/media/")]
    return {"number": made["number"], "pictures": len(pictures)}


def _spreadsheets(folder: Path) -> Told:
    """Write the open workbook, and read it and a list of somebody's own."""
    out = _emptied(folder / "sheets")
    workbook, own = out / "all.xlsx", out / "own.csv"
    written = _coprod("export", folder / _DEMO, workbook)
    row = f"2026-11-03,{_NAMES[0]},1.5,{_PROJECT}"
    own.write_text(f"Date,Name,Hours,Project\n{row}\n", encoding="utf-8")
    read = _coprod("import", folder / _NEW, own, "--as", "contributions", "--dry-run")
    again = _coprod("import", folder / _DEMO, workbook, "--as", "open-workbook", "--dry-run")
    return {
        "rows_written": written["rows"],
        "rows_there": again["already_there"],
        "minutes_read": read["minutes_total"],
        "people_added": read["people_added"],
    }


def _pay_run(folder: Path) -> Told:
    """Approve, prepare, approve as another, and write the payment sheet and the bank's file."""
    file, out = folder / _DEMO, _emptied(folder / "pay-run")
    _coprod("approve", file, *_UP_TO, *_TRUSTEE)
    prepared = _coprod("pay-run", file, "prepare", *_UP_TO, *_COORDINATOR)
    run = str(prepared["run"])
    _coprod("pay-run", file, "approve", run, *_TREASURER)
    made = _coprod("pay-run", file, "export", run, "--out", out, "--layout", "plain")
    return {
        "total_pence": prepared["total_pence"],
        "payments": prepared["payments"],
        "bank_file_sha256": _digest(Path(str(made["bank_file"])).read_bytes()),
        "payment_sheet_sha256": _sheets_digest(Path(str(made["payment_sheet"]))),
    }


def _two_processes(_folder: Path) -> Told:
    """Make certificates in two processes, as a large batch does, and here: they are the same."""
    import concurrent.futures
    import multiprocessing

    from coprod_desktop.services.paper_making import make
    from coprod_desktop.services.paper_workers import PaperWorkers

    orders = [_certificate(number) for number in range(1, 33)]
    here = [make(order, {}) for order in orders]
    with PaperWorkers[int]({}, len(orders), processes=2) as workers:
        batch = [made for _at, (made,) in workers.make_all((0, (one,)) for one in orders)]
    context = multiprocessing.get_context("spawn")  # workers that fail are not told of above
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        there = list(pool.map(_made_with_its_process, orders))
    is_same = here == batch == [made for made, _process in there]
    is_elsewhere = os.getpid() not in {process for _made, process in there}
    if not is_same or not is_elsewhere:
        raise ValueError(f"Made elsewhere: {is_elsewhere}; the same papers: {is_same}.")
    return {"papers": len(batch)}


def _made_with_its_process(order: "PaperOrder") -> tuple[bytes, int]:
    from coprod_desktop.services.paper_making import make

    return make(order, {}), os.getpid()


def _certificate(number: int) -> "PaperOrder":
    from coprod_desktop.domain.papers import CertificateContent, Sender
    from coprod_desktop.services.paper_making import PaperOrder

    content = CertificateContent(
        sender=Sender(organisation="Cwmni Tŷ’r Afon"),
        number=f"C-2026-{number:04}",
        issued_on=datetime.date(2026, 11, 22),
        name=_NAMES[number % 2],
        from_on=datetime.date(2026, 7, 1),
        to_on=datetime.date(2026, 9, 30),
        minutes_paid=60 * number,
        minutes_unpaid=30,
    )
    return PaperOrder(content=content, language="en+cy")


def _check(folder: Path) -> Told:
    """Have both files proved: pages, totals, links and history."""
    found = {name: _coprod("check", folder / name) for name in (_NEW, _DEMO)}
    return {"is_sound": {name: one["is_sound"] for name, one in found.items()}}


def _window_parts(_folder: Path) -> Told:
    """Load every module of the window, so that a missing part shows."""
    import importlib
    import pkgutil

    package = importlib.import_module("coprod_desktop.ui")
    names = [one.name for one in pkgutil.walk_packages(package.__path__, "coprod_desktop.ui.")]
    for name in ("coprod_desktop.app", *names):
        importlib.import_module(name)
    return {"modules": len(names)}


def _coprod(*words: str | Path) -> Told:
    """Do one command of ours and give its answer; raises ValueError with its words if refused."""
    answer, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(answer), contextlib.redirect_stderr(said):
        code = coprod([*(str(word) for word in words), "--json"])
    if code:
        raise ValueError(f"{' '.join(str(word) for word in words)}: {said.getvalue()}")
    told: Told = json.loads(answer.getvalue())
    return told


def _sheets_digest(workbook: Path) -> str:
    """Sum up what stands on the sheets; the workbook itself also tells when it was made."""
    with zipfile.ZipFile(workbook) as packed:
        sheets = sorted(name for name in packed.namelist() if name.startswith("xl/worksheets/"))
        return _digest(b"".join(packed.read(name) for name in sheets))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
