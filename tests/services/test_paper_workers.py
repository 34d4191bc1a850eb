"""Papers made in other processes are the same, come in order, and stop when they are to stop."""

import itertools
import json
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator

import pytest

from coprod_desktop.domain.errors import LetterMissingError
from coprod_desktop.services.paper_making import PaperOrder, make
from coprod_desktop.services.paper_workers import FEW, PaperWorkers, processors
from tests.builders import a_statement_content

OWN = {"en": {"The work you did": "What you have done"}}


def order(number: int) -> PaperOrder:
    return PaperOrder(content=a_statement_content(number=f"S-2026-{number:04}", expenses=()))


def wanted(count: int) -> Iterator[tuple[int, tuple[PaperOrder, ...]]]:
    """Ask for one paper of each, for none of the third and for two of the fifth."""
    for number in range(count):
        times = {2: 0, 4: 2}.get(number, 1)
        yield number, tuple(order(number) for _ in range(times))


@pytest.mark.parametrize("processes", [0, 2])
def test_papers_come_in_order_with_the_words_of_the_charity(processes: int) -> None:
    with PaperWorkers[int](OWN, 20, processes=processes) as workers:
        made = list(workers.make_all(wanted(20)))
    assert [number for number, _papers in made] == list(range(20))
    assert [len(papers) for _number, papers in made[:6]] == [1, 1, 0, 1, 2, 1]
    for number, papers in made[::7]:
        assert all(paper == make(order(number), OWN) for paper in papers)
    assert make(order(1), OWN) != make(order(1), {})


def test_few_papers_are_made_in_this_process() -> None:
    with PaperWorkers[int]({}, FEW) as workers:
        assert len(list(workers.make_all(wanted(3)))) == 3
        assert workers._pool is None
    assert 1 <= processors() <= 4


def test_only_a_few_are_asked_for_ahead() -> None:
    asked: list[int] = []

    def counted() -> Iterator[tuple[int, tuple[PaperOrder, ...]]]:
        for number, orders in wanted(400):
            asked.append(number)
            yield number, orders

    with PaperWorkers[int]({}, 400, processes=2) as workers:
        made = workers.make_all(counted())
        next(made)
        assert len(asked) < 60
    # Left early: nothing of the rest is made, and the processes have ended.
    assert len(asked) < 60


def test_where_other_processes_cannot_work_the_papers_are_made_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with PaperWorkers[int]({}, 20, processes=2) as workers:
        made = workers.make_all(wanted(20))
        first = list(itertools.islice(made, 1))
        for process in multiprocessing.active_children():
            process.kill()
        rest = list(made)
    assert [number for number, _papers in (*first, *rest)] == list(range(20))
    assert rest[-1][1] == (make(order(19), {}),)


def test_what_no_font_has_is_told_as_if_it_were_made_here() -> None:
    strange = PaperOrder(content=a_statement_content(name="\N{DESERET CAPITAL LETTER LONG I}"))
    with PaperWorkers[str]({}, 2, processes=2) as workers, pytest.raises(LetterMissingError):
        list(workers.make_all([("strange", (strange,))]))


def test_a_worker_knows_neither_windows_nor_databases() -> None:
    question = """
import datetime, json, sys
from coprod_desktop.domain.papers import CertificateContent, Sender
from coprod_desktop.services import paper_workers
from coprod_desktop.services.paper_making import PaperOrder
day = datetime.date(2026, 11, 3)
content = CertificateContent(
    sender=Sender(organisation="Rivermead Together"), number="C-2026-0001", issued_on=day,
    name="Aisha Rahman", from_on=day, to_on=day, minutes_paid=60, minutes_unpaid=30,
)
paper_workers._begin({})
(paper,) = paper_workers._make_some([PaperOrder(content=content)])
assert paper.startswith(b"%PDF")
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, check=True, text=True
    )
    loaded = set(json.loads(answer.stdout))
    assert "reportlab" in loaded
    assert not {"PySide6", "sqlalchemy", "sqlcipher3", "alembic", "openpyxl"} & loaded
