"""An invented charity with one pay run, for the tests of its steps at the command line."""

import datetime
import shutil
from pathlib import Path

from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity, PaidBy, Participant
from coprod_desktop.domain.policy import simple_version
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.services.office import Office, new_office, open_office
from tests.builders import a_bank_details, a_project, an_organisation
from tests.cli.runner import PASSPHRASE
from tests.invented import WORKED_ON

PAY_ON = datetime.date(2026, 11, 20)
SPENT_ON = datetime.date(2026, 11, 5)
VOUCHER_ON = datetime.date(2026, 11, 4)


def run_files(folder: Path) -> Path:
    """Write two files with one run: £34.60 and £30.00 by bank, £12.00 by voucher, £24.00 cash.

    Aisha has £30.00 for work and a fare of £4.60; Bronwen is paid by bank, and by voucher for one
    hour; Ceri wishes to give her cash back. Grace prepared the run.
    """
    path = folder / "prepared.coprod"
    office = new_office(
        str(path),
        PASSPHRASE,
        an_organisation(),
        simple_version(effective_on=WORKED_ON.replace(year=2020), hourly_pence=1200),
        operator="Grace Okafor",
    )
    office.operators.add("Idris Vaughan")
    fill(office)
    office.pay_runs.prepare(WORKED_ON.replace(day=30), PAY_ON)
    office.close()
    later = shutil.copy(path, folder / "exported.coprod")
    office = open_office(str(later), PASSPHRASE, operator="Idris Vaughan")
    office.pay_runs.approve(1)
    office.payment_files.record(1)
    office.close()
    return folder


def fill(office: Office) -> None:
    """Add a project of a fund, three people, and their approved work and fare."""
    project = office.projects.add(a_project(fund="Lottery")).project_id
    people = {}
    for name, method in (
        ("Aisha Rahman", PaidBy.BANK),
        ("Bronwen Pugh", PaidBy.BANK),
        ("Ceri Walsh", PaidBy.CASH),
    ):
        person = office.participants.add(Participant(participant_id=0, name=name, paid_by=method))
        people[name] = person.participant_id
        if method is PaidBy.BANK:
            office.bank_details.save(
                a_bank_details(participant_id=person.participant_id, account_name=name.upper())
            )
    for name, day, minutes, choice in (
        ("Aisha Rahman", WORKED_ON, 150, Choice.ACCEPT),
        ("Bronwen Pugh", WORKED_ON, 150, Choice.ACCEPT),
        ("Bronwen Pugh", VOUCHER_ON, 60, Choice.VOUCHER),
        ("Ceri Walsh", WORKED_ON, 120, Choice.DONATE),
    ):
        office.contributions.log(
            Contribution(
                contribution_id=0,
                participant_id=people[name],
                project_id=project,
                worked_on=day,
                minutes=minutes,
                kind_of_work="Meeting",
                capacity=Capacity.LIVED_EXPERIENCE,
                what="Steering group",
                pay=Pay.PAID,
                choice=choice,
            )
        )
    fare = ExpenseLine(spent_on=SPENT_ON, kind=ExpenseKind.BUS, what="Bus there", pence=460)
    office.expenses.log(
        ExpenseEntry(
            participant_id=people["Aisha Rahman"],
            project_id=project,
            claimed_on=SPENT_ON,
            lines=(fare,),
        )
    )
    office.approvals.approve_up_to(WORKED_ON.replace(day=30))
