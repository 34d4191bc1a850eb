"""The rows of the third step's lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.name_matching import Meaning, NameMatch
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.import_drafts import LEFT_OUT, NEW_PERSON, ImportDraft
from coprod_desktop.services.import_sessions import ImportCheck, ImportResult, RowChange


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A name of the sheet, and who is meant: an id, NEW_PERSON, LEFT_OUT, or None while open."""

    name: str
    rows: int
    chosen: int | None
    words: str
    likely: tuple[int, ...]

    @property
    def is_open(self) -> bool:
        """Return whether somebody has to say who is meant."""
        return self.chosen is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A project that the file lacks, and whether it is to be made."""

    name: str
    is_made: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A row that was edited since it came in, and whether the change is taken over."""

    change: RowChange

    @property
    def key(self) -> int:
        """Return the record's id."""
        return self.change.record_id

    @property
    def words(self) -> str:
        """Say what it says otherwise."""
        return "; ".join(f"{one.field}: {one.was} → {one.now}" for one in self.change.fields)


def name_rows(check: ImportCheck, draft: ImportDraft) -> list[NameRow]:
    """List names that are new or not sure, open ones first; those known for sure stay out."""
    rows, names = [], dict(check.everybody)
    for name, match in check.matches.items():
        if match.meaning is Meaning.SURE and fold(name) not in draft.people:
            continue
        count = check.name_rows.get(name, 0)
        rows.append(_name_row(name, count, match, draft.people.get(fold(name)), names))
    return sorted(rows, key=lambda row: (not row.is_open, row.name.casefold()))


def _name_row(
    name: str, count: int, match: NameMatch, decided: int | None, names: Mapping[int, str]
) -> NameRow:
    likely = tuple(person.participant_id for person in match.people)
    chosen = decided
    if decided is None and match.meaning is Meaning.NOBODY:
        chosen = NEW_PERSON
    if chosen == NEW_PERSON:
        words = _("A new person")
    elif chosen == LEFT_OUT:
        words = _("Left out")
    elif chosen is not None:
        words = names[chosen]
    elif match.meaning is Meaning.NAMESAKES:
        words = _("Several people are called so. Who is meant?")
    else:
        words = _("Did you mean {name}?").format(name=match.people[0].name)
    return NameRow(name=name, rows=count, chosen=chosen, words=words, likely=likely)


def project_rows(check: ImportCheck, draft: ImportDraft, left: dict[str, str]) -> list[ProjectRow]:
    """List new projects; `left` are those that stay out, by folded name."""
    made = [ProjectRow(name=name, is_made=True) for name in check.new_projects]
    return [*made, *(ProjectRow(name=left[one], is_made=False) for one in draft.no_projects)]


def result_words(result: ImportResult, kind: str) -> list[str]:
    """Say in sentences what an import brings, before it and after it."""
    lines = [_new_words(result.added, kind)]
    if result.minutes_total:
        time = words_for_minutes(result.minutes_total)
        lines.append(_("Time in these rows: {time}.").format(time=time))
    if result.pence_total:
        money = format_pounds(result.pence_total)
        lines.append(_("Money in these rows: {money}.").format(money=money))
    if result.people_added and kind != "participants":
        words = ngettext(
            "{count:,} person is new here.", "{count:,} people are new here.", result.people_added
        )
        lines.append(words.format(count=result.people_added))
    waiting = sum(not change.is_taken for change in result.changes)
    faulty = len({(one.sheet, one.row) for one in result.problems})
    for words, count in (
        (_("Changed since it came in, and taken over: {count:,}."), result.changed),
        (_("Edited in the sheet, and left as they are here: {count:,}."), waiting),
        (_("There already, and not brought in again: {count:,}."), result.already_there),
        (_("Left out as you chose: {count:,}."), result.left_out_by_choice),
        (_("Rows that cannot be read, and stay out: {count:,}."), faulty),
    ):
        if count:
            lines.append(words.format(count=count))
    return lines


def _new_words(count: int, kind: str) -> str:
    if kind == "participants":
        words = ngettext("New: {count:,} person.", "New: {count:,} people.", count)
    elif kind == "expenses":
        words = ngettext("New: {count:,} expense.", "New: {count:,} expenses.", count)
    elif kind == "open-workbook":
        words = ngettext("New: {count:,} record.", "New: {count:,} records.", count)
    else:
        words = ngettext("New: {count:,} piece of work.", "New: {count:,} pieces of work.", count)
    return words.format(count=count)
