"""The verbs about lists, bulk edits, imports and figures, each done on the scene of all verbs."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.bulk_edits import ContributionEdit, ExpenseEdit, ParticipantEdit
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.list_looks import Look
from coprod_desktop.domain.own_columns import OwnColumn, OwnKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.rates import OwnRate
from coprod_desktop.domain.replacing import Replacement, Search
from coprod_desktop.domain.row_marks import Flag
from coprod_desktop.domain.session_starts import SessionStart
from coprod_desktop.services.quick_entry import QuickEntry
from tests.builders import WORKED_ON, a_limit_watch
from tests.services.sheet_files import a_sheet
from tests.services.world import World

SUBJECT = "contributions"
A_WORKBOOK = "import open workbook"  # comes into an empty file, so it has a test of its own


class AScene(Protocol):
    """What these verbs need of the scene."""

    person: Participant
    other: Participant
    work: Contribution
    draft: Contribution
    claim: ExpenseClaim
    item: ExpenseItem


Do = Callable[[World, AScene, Path], object]


def furnish(world: World, person: Participant) -> None:
    """Add what the verbs below change, take away or put back."""
    office = world.office
    remove_with_more(world)
    office.name_aliases.add(person.participant_id, "Ayesha R.")
    office.saved_views.save(SUBJECT, "Mine", Look())
    office.own_columns.add(SUBJECT, "Room", OwnKind.TEXT)
    office.session_templates.keep("Tuesdays", start(world))
    office.rates.correct("car", Decimal("45.5"), datetime.date(2027, 1, 1), source_title="HMRC")


def start(world: World) -> SessionStart:
    """Return a session without its day."""
    return SessionStart(project_id=world.project.project_id, kind_of_work="Meeting", title="Tea")


def _view(world: World) -> int:
    return world.office.saved_views.named(SUBJECT, "Mine").saved_view_id


def _column(world: World) -> int:
    column: OwnColumn = world.records(OwnColumn)[OwnColumn][0]
    return column.own_column_id


def _template(world: World) -> int:
    return world.office.session_templates.all()[0].session_template_id


def _edit(
    world: World, ids: list[int], edit: ContributionEdit | ExpenseEdit | ParticipantEdit
) -> None:
    assert world.office.bulk_edits.save(world.office.bulk_edits.plan(ids, edit))


def _replace(world: World, scene: AScene) -> None:
    search = Search(words="Steering", is_whole_words=True)
    wanted = Replacement(search=search, by="Planning", fields=("what",))
    shown = world.office.replacing.plan(SUBJECT, [scene.work.contribution_id], wanted)
    assert world.office.replacing.replace(shown, {hit.key for hit in shown.open_hits})


def remove_with_more(world: World) -> int:
    """Remove work in one change with something else, which is changed again; return its number.

    So the removal cannot be taken back as a whole.
    """
    person = world.person("Zofia Nowak")
    logged = world.log(person, what="Tea")
    with world.office.desk.transaction("remove contribution") as work:
        work.remove(logged)
        work.update(replace(person, phone="1"))
    number = world.office.history.latest(1)[0].change_id
    world.office.participants.save(replace(person, phone="2"))
    return number


def _remove_alias(world: World, scene: AScene) -> None:
    (alias,) = world.office.name_aliases.of_participant(scene.person.participant_id)
    world.office.name_aliases.remove(alias.name_alias_id)


def _sheet(folder: Path, *lines: str) -> Path:
    return a_sheet(folder / "sheet.csv", *lines)


MORE_VERBS: dict[str, Do] = {
    "save view": lambda w, s, f: w.office.saved_views.save(SUBJECT, "All", Look()),
    "rename view": lambda w, s, f: w.office.saved_views.rename(_view(w), "Ours"),
    "remove view": lambda w, s, f: w.office.saved_views.remove(_view(w)),
    "add column": lambda w, s, f: w.office.own_columns.add(SUBJECT, "Seen", OwnKind.TICK),
    "rename column": lambda w, s, f: w.office.own_columns.rename(_column(w), "Hall"),
    "fill column": lambda w, s, f: w.office.own_columns.set_value(
        _column(w), [s.work.contribution_id], "Blue"
    ),
    "remove column": lambda w, s, f: w.office.own_columns.remove(_column(w)),
    "flag rows": lambda w, s, f: w.office.row_marks.set_flag(
        SUBJECT, [s.work.contribution_id], Flag.RED
    ),
    "note on rows": lambda w, s, f: w.office.row_marks.set_note(
        SUBJECT, [s.work.contribution_id], "Ask"
    ),
    "keep session template": lambda w, s, f: w.office.session_templates.keep("Fridays", start(w)),
    "rename session template": lambda w, s, f: w.office.session_templates.rename(
        _template(w), "Mondays"
    ),
    "remove session template": lambda w, s, f: w.office.session_templates.remove(_template(w)),
    "add participants": lambda w, s, f: w.office.participants.add_all(["Mair Huws", "Ola Brand"]),
    "add name alias": lambda w, s, f: w.office.name_aliases.add(s.person.participant_id, "A. R."),
    "remove name alias": lambda w, s, f: _remove_alias(w, s),
    "edit several contributions": lambda w, s, f: _edit(
        w, [s.draft.contribution_id], ContributionEdit(minutes=45)
    ),
    "edit several expenses": lambda w, s, f: _edit(
        w, [s.claim.expense_claim_id], ExpenseEdit(spent_on=WORKED_ON - datetime.timedelta(days=1))
    ),
    "edit several participants": lambda w, s, f: _edit(
        w, [s.person.participant_id], ParticipantEdit(language="cy")
    ),
    "quick entry": lambda w, s, f: w.office.quick_entry.save(
        QuickEntry(
            participant_ids=(s.person.participant_id,),
            project_id=w.project.project_id,
            day=WORKED_ON,
            minutes=20,
            kind_of_work="Meeting",
        )
    ),
    "replace words": lambda w, s, f: _replace(w, s),
    "correct figure": lambda w, s, f: w.office.rates.correct(
        "car", Decimal("46"), datetime.date(2027, 2, 1), source_title="HMRC"
    ),
    "remove figure": lambda w, s, f: w.office.rates.remove_correction(
        w.records(OwnRate)[OwnRate][0].own_rate_id
    ),
    "say circumstances": lambda w, s, f: w.office.expenses.say_circumstances(
        s.item.expense_item_id, "A line"
    ),
    "import participants": lambda w, s, f: w.office.imports.participants(
        _sheet(f, "Name,Phone", "Mair Huws,029 2018 0666")
    ),
    "import contributions": lambda w, s, f: w.office.imports.contributions(
        _sheet(f, "Date,Name,Hours,Project", "12/11/2026,Mair Huws,2,Garden")
    ),
    "import expenses": lambda w, s, f: w.office.imports.expenses(
        _sheet(f, "Date,Name,Amount,What,Project", "12/11/2026,Mair Huws,4.60,Bus,Garden")
    ),
    "put back": lambda w, s, f: w.office.history.removed.put_back(
        w.office.history.removed.things(1)[0].change_id
    ),
}
# Taking it back forgets what was told in confidence, so that it is not done again.
FORGETS: dict[str, Do] = {
    "watch a limit": lambda w, s, f: w.office.limits.save(
        a_limit_watch(participant_id=s.person.participant_id)
    ),
}
