"""Time a whole batch of statements, numbered and kept, beside platypus making the same papers.

Run it with `python -m tests.benchmarks.bench_statement_batch [--people N] [--processes N]`. Each
person has forty pieces of work, two pages. Only ratios are worth keeping: that of the time that
passes needs an idle computer; that of the processors' work does not, and says what two processors
could do. Memory is what the first process has at most, and that before the batch.
"""

import argparse
import datetime
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Participant
from coprod_desktop.paths import resource as resource_path
from coprod_desktop.services import paper_workers
from coprod_desktop.services.office import Office, open_office
from tests.benchmarks.bench_papers import platypus_pdf
from tests.builders import a_contribution, a_participant
from tests.services.world import PASSPHRASE, World

LINES = 40
FROM, TO = datetime.date(2026, 7, 1), datetime.date(2026, 9, 30)
_WORDS = "planned met wrote read phoned leaflet ward group visitors about leaving hospital".split()


def main() -> None:
    """Print statements a second, the ratios, and memory."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=1000)
    arguments.add_argument("--processes", type=int, default=2)
    arguments.add_argument("--fill", type=Path)
    told = arguments.parse_args()
    paper_workers._MOST_PROCESSES = told.processes
    if told.fill:
        _fill(told.fill, told.people)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Batch.coprod"
        # In a process of its own, so that what it takes is not counted here.
        again = [
            sys.executable,
            "-m",
            "tests.benchmarks.bench_statement_batch",
            "--fill",
            str(path),
        ]
        subprocess.run([*again, "--people", str(told.people)], check=True)
        office = open_office(str(path), PASSPHRASE)
        floor, before = _floor(office), _memory()
        passed, worked = _issue(office)
        office.close()
    ours, theirs = told.people / passed, 1 / floor
    sys.stdout.write(
        f"{told.people} statements, numbered and kept    {ours:8.1f} a second\n"
        f"untagged platypus, one process    {theirs:8.1f} a second of work\n"
        f"ratio of the time that passed     {ours / theirs:8.2f}\n"
        f"ratio of the work, once           {told.people * floor / worked:8.2f}\n"
        f"the same on {told.processes} processors          "
        f"{told.processes * told.people * floor / worked:8.2f}\n"
        f"memory before / at most           {before} / {_memory()} MB\n"
    )


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _fill(path: Path, people: int) -> None:
    """Make a file with these people and their work."""
    world, chance = World.make(str(path)), random.Random(20261122)
    project_id = world.project.project_id
    persons = [a_participant(name=f"Person {number:05}") for number in range(people)]
    work = [
        a_contribution(
            participant_id=person.participant_id,
            project_id=project_id,
            activity_id=None,
            worked_on=FROM + datetime.timedelta(days=2 * line),
            what=" ".join(chance.choices(_WORDS, k=chance.randint(3, 9))).capitalize(),
            minutes=15 * chance.randint(1, 20),
            pay=Pay.UNPAID if chance.random() < 0.3 else Pay.PAID,
        )
        for person in persons
        for line in range(LINES)
    ]
    with world.office.desk.transaction("make ready") as change:
        change.add_all(Participant, persons)
        change.add_all(Contribution, work)
    world.office.close()


def _floor(office: Office) -> float:
    """Return the seconds of work that platypus takes for one of these statements."""
    for name, file in (("Plain", "Regular"), ("PlainBold", "Bold")):
        path = resource_path("fonts", f"AtkinsonHyperlegibleNext-{file}.ttf")
        pdfmetrics.registerFont(TTFont(name, str(path)))
    some = office.participants.everybody()[:30]
    contents = [office.statements.content(one.participant_id, FROM, TO) for one in some]
    platypus_pdf(contents[0])
    began = time.process_time()
    for content in contents:
        platypus_pdf(content)
    return (time.process_time() - began) / len(contents)


def _issue(office: Office) -> tuple[float, float]:
    """Return the seconds that passed and the seconds of work of all processes."""
    began, worked = time.monotonic(), _worked()
    office.statements.issue(FROM, TO)
    return time.monotonic() - began, _worked() - worked


def _worked() -> float:
    every = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in every)


if __name__ == "__main__":
    main()
