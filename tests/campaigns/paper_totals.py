"""Compare totals on paper with the totals of the file: `python -m tests.campaigns.paper_totals`.

    python -m tests.campaigns.paper_totals [--entries 10000] [--seed 1]

Random work and expenses of random people are put into a real file; then every statement is issued
in a random edition and language, and the sums that stand on its paper are read from the PDF and
compared with those of the totals service. The suite does a short version of it
(`tests/services/test_paper_totals.py`).
"""

import argparse
import dataclasses
import datetime
import random
import re
import sys
import tempfile
import time
from pathlib import Path

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.services.statements import Issued
from tests.builders import (
    a_bank_details,
    a_contribution,
    a_participant,
    an_expense_claim,
    an_expense_item,
)
from tests.paper_reading import paper_text
from tests.services.world import World

FROM, TO = datetime.date(2026, 7, 1), datetime.date(2026, 9, 30)
_MOST_OF_ONE_PERSON = 60
_FORMS = [(edition, language) for edition in Edition for language in ("en", "cy", "en+cy")]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The five figures of somebody's time and money."""

    minutes_paid: int
    minutes_unpaid: int
    payments_pence: int
    reimbursements_pence: int
    value_pence: int


def fill(world: World, entries: int, chance: random.Random) -> None:
    """Put random work and expenses of random people into a file."""
    project_id, made = world.project.project_id, 0
    with world.office.desk.transaction("make ready") as work:
        while made < entries:
            count = min(entries - made, chance.randint(1, _MOST_OF_ONE_PERSON))
            person = a_participant(name=f"Person {made:05}")
            work.add(person, a_bank_details(participant_id=person.participant_id))
            some = [_work(person, project_id, chance) for _ in range(chance.randint(0, count))]
            work.add_all(Contribution, some)
            claim = an_expense_claim(
                participant_id=person.participant_id,
                project_id=project_id,
                claimed_on=TO,
                state=chance.choice((WorkState.LOGGED, WorkState.APPROVED)),
            )
            work.add_all(ExpenseClaim, [claim])
            items = [_item(claim, chance) for _ in range(count - len(some))]
            work.add_all(ExpenseItem, items)
            made += count


def _day(chance: random.Random) -> datetime.date:
    """Choose a day; one of ten is just outside the period."""
    days = (TO - FROM).days
    return FROM + datetime.timedelta(days=chance.randint(-days // 20, days + days // 20))


def _work(person: Participant, project_id: int, chance: random.Random) -> Contribution:
    pay, choice = chance.choice(list(Pay)), chance.choice(list(Choice))
    rate, minutes = chance.choice((0, 1, 799, 1200, 1333, 2550)), chance.randint(1, 1440)
    worth = (minutes * rate + 30) // 60
    offered = worth if pay is Pay.PAID else 0
    agreed = {Choice.DECLINE: 0, Choice.PART: offered // 3}.get(choice, offered)
    return a_contribution(
        participant_id=person.participant_id,
        project_id=project_id,
        activity_id=None,
        worked_on=_day(chance),
        minutes=minutes,
        pay=pay,
        choice=choice if offered else Choice.ACCEPT,
        rate_pence=rate,
        offered_pence=offered,
        agreed_pence=agreed,
        state=chance.choice((WorkState.LOGGED, WorkState.APPROVED)),
    )


def _item(claim: ExpenseClaim, chance: random.Random) -> ExpenseItem:
    claimed = chance.choice((0, 1, 99, 460, 123_456))
    return an_expense_item(
        expense_claim_id=claim.expense_claim_id,
        spent_on=_day(chance),
        claimed_pence=claimed,
        agreed_pence=chance.randint(0, claimed),
    )


def compare(world: World, chance: random.Random) -> int:
    """Issue every statement and compare; return how many papers were read."""
    rows = world.office.totals.rows("participant", FROM, TO)
    names = [field.name for field in dataclasses.fields(Sums)]
    sums = {row.name: Sums(**{name: getattr(row, name) for name in names}) for row in rows}
    issued = world.office.statements.issue(FROM, TO)
    assert {one.participant for one in issued} >= {
        name for name, one in sums.items() if one.minutes_paid or one.minutes_unpaid
    }
    for one in issued:
        expected = sums.get(one.participant, Sums(**dict.fromkeys(names, 0)))
        assert Sums(**{name: getattr(one.statement, name) for name in names}) == expected
        _compare_paper(world, one, expected, chance)
    again = world.office.statements.issue(FROM, TO)
    assert [one.statement for one in again] == [one.statement for one in issued]
    return len(issued)


def _compare_paper(world: World, one: Issued, expected: Sums, chance: random.Random) -> None:
    """Look for each sum on the paper, in the standard edition and in another one."""
    service, statement_id = world.office.statements, one.statement.statement_id
    content = world.office.statements.content(one.statement.participant_id, FROM, TO)
    edition, language = chance.choice(_FORMS)
    standard = service.paper(statement_id)
    other = service.in_another_form(statement_id, edition, language)
    assert service.paper(statement_id) == standard
    assert service.in_another_form(statement_id, edition, language) == other
    back_pence = content.reimbursements_pence - content.reimbursed_pence
    money = (content.paid_pence, content.to_come_pence, content.reimbursed_pence, back_pence)
    wanted = [f"£{pence / 100:,.2f}" for pence in (*money, expected.value_pence) if pence]
    assert content.paid_pence + content.to_come_pence == expected.payments_pence
    assert content.reimbursements_pence == expected.reimbursements_pence
    for paper in (standard, other):
        text = _plain(paper_text(paper))
        missing = [figure for figure in wanted if figure not in text]
        assert not missing, (one.statement.number, edition, language, missing)
    for minutes in (expected.minutes_paid, expected.minutes_unpaid):
        if minutes:
            assert hours(minutes) in _plain(paper_text(standard)), (one.statement.number, minutes)


def hours(minutes: int) -> str:
    """Write time as the paper does: "1 hour 5 minutes"."""
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole:,} hour{'s' * (whole != 1)}"] if whole else []
    parts += [f"{rest} minute{'s' * (rest != 1)}"] if rest else []
    return " ".join(parts)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def run(entries: int, seed: int, folder: Path) -> int:
    """Fill a file and compare everything in it; return how many papers were read."""
    chance = random.Random(seed)
    world = World.make(str(folder / "Totals.coprod"))
    try:
        fill(world, entries, chance)
        world.settled_run()  # what is approved is paid, the rest is still to come
        return compare(world, chance)
    finally:
        world.office.close()


def main() -> None:
    """Compare as many entries as asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--entries", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    told, began = arguments.parse_args(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        papers = run(told.entries, told.seed, Path(folder))
    seconds = time.monotonic() - began
    sys.stdout.write(
        f"{told.entries} entries, {papers} statements, in {seconds:.0f} s: all agree\n"
    )


if __name__ == "__main__":
    main()
