"""Find words in the texts of a list and replace them, each place after a look at it."""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from coprod_desktop.domain.bulk_edits import CONTRIBUTIONS, EXPENSES, PARTICIPANTS, Entry
from coprod_desktop.domain.bulk_errors import ChangedMeanwhileError, NamesakeError
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.replacing import Hit, Replacement, ReplacePlan, replaced
from coprod_desktop.domain.text import clean_line, clean_name, clean_note, fold
from coprod_desktop.services import bulk_contributions, bulk_expenses
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import bulk_edits
from coprod_desktop.storage.work import Reading

Tidy = Callable[[str], str]
Record = Contribution | ExpenseClaim | ExpenseItem | Participant
# The fields of text of each list, by the record that has them, with how each is kept tidy.
_LINE: Mapping[type, Mapping[str, Tidy]] = {
    Contribution: {"what": clean_line, "skills": clean_line, "note": clean_line},
    ExpenseItem: {"what": clean_line},
    ExpenseClaim: {"note": clean_line},
    Participant: {
        "name": clean_name,
        "name_on_papers": clean_line,
        "email": clean_line,
        "phone": clean_line,
        "address": clean_note,
        "access_needs": clean_note,
        "wishes": clean_note,
    },
}
_KINDS: Mapping[str, tuple[type, ...]] = {
    CONTRIBUTIONS: (Contribution,),
    EXPENSES: (ExpenseItem, ExpenseClaim),
    PARTICIPANTS: (Participant,),
}


def fields_of(subject: str) -> tuple[str, ...]:
    """Return the fields of text of a list, in which words can be replaced."""
    return tuple(name for kind in _KINDS[subject] for name in _LINE[kind])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A record that may hold the words, and why it stays as it is."""

    record: Record
    row_id: int
    entry: Entry
    error: DomainError | None = None


class ReplacingService:
    """The verbs that replace words in many texts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(self, subject: str, row_ids: Sequence[int], replacement: Replacement) -> ReplacePlan:
        """Return where the words stand and what would stand there; nothing is saved.

        The ids are of contributions, expense claims or participants, as `subject` says. Raises
        NothingToFindError.
        """
        with self._desk.reading() as reading:
            return _planned(reading, subject, tuple(dict.fromkeys(row_ids)), replacement)

    def replace(self, shown: ReplacePlan, chosen: Collection[tuple[int, str]]) -> int:
        """Replace the words in the chosen hits, by their keys, as one change; return in how many.

        Raises ChangedMeanwhileError where one of them reads otherwise by now.
        """
        wanted = [hit for hit in shown.open_hits if hit.key in chosen]
        with self._desk.transaction("replace words") as work:
            now = shown
            if bulk_edits.latest_change_id(work) != shown.change_id:
                now = _planned(work, shown.subject, shown.row_ids, shown.replacement)
                there = {(hit.key, hit.before, hit.after) for hit in now.open_hits}
                if any((hit.key, hit.before, hit.after) not in there for hit in wanted):
                    raise ChangedMeanwhileError()
            for kind in _KINDS[shown.subject]:
                ours = [hit for hit in wanted if hit.field in _LINE[kind]]
                work.update_all(_with_hits(work, kind, ours))
        return len(wanted)


def _planned(
    reading: Reading, subject: str, row_ids: tuple[int, ...], replacement: Replacement
) -> ReplacePlan:
    rows = {
        CONTRIBUTIONS: _contributions,
        EXPENSES: _expenses,
        PARTICIPANTS: _participants,
    }[subject](reading, row_ids)
    hits = [hit for row in rows for hit in _hits(row, replacement)]
    if subject == PARTICIPANTS:
        hits = list(_without_namesakes(reading, hits))
    return ReplacePlan(
        subject=subject,
        row_ids=row_ids,
        replacement=replacement,
        hits=tuple(hits),
        change_id=bulk_edits.latest_change_id(reading),
    )


def _hits(row: _Row, replacement: Replacement) -> Iterator[Hit]:
    for name, tidy in _LINE[type(row.record)].items():
        if name not in replacement.fields:
            continue
        before = str(getattr(row.record, name))
        after, times = replaced(replacement, before)
        if not times:
            continue
        error = row.error
        try:
            after = tidy(after)
        except DomainError as refusal:
            error = error or refusal
        if after != before:
            yield Hit(
                entry=row.entry,
                row_id=row.row_id,
                field=name,
                before=before,
                after=after,
                times=times,
                error=error,
            )


def _with_hits(reading: Reading, kind: type, hits: Sequence[Hit]) -> Iterator[object]:
    """Give the records with the new words in them."""
    texts: dict[int, dict[str, Any]] = {}  # each record has fields of its own
    for hit in hits:
        texts.setdefault(hit.row_id, {})[hit.field] = hit.after
    records: tuple[Record, ...] = reading.among(kind, texts)
    for record in records:
        yield dataclasses.replace(record, **texts[_id_of(record)])


# --- the rows of each list ---------------------------------------------------------------------


def _contributions(reading: Reading, row_ids: Sequence[int]) -> Iterator[_Row]:
    found = reading.among(Contribution, row_ids)
    names = bulk_edits.names_of(reading, {one.participant_id for one in found})
    topped = bulk_edits.topped_up_by(reading, row_ids)
    for one in sorted(found, key=lambda one: (one.worked_on, one.contribution_id), reverse=True):
        entry = Entry(
            row_id=one.contribution_id,
            who=names[one.participant_id],
            on=one.worked_on,
            what=one.what or one.kind_of_work,
        )
        error = bulk_contributions.stays_because(one, topped)
        yield _Row(record=one, row_id=one.contribution_id, entry=entry, error=error)


def _expenses(reading: Reading, row_ids: Sequence[int]) -> Iterator[_Row]:
    claims = {one.expense_claim_id: one for one in reading.among(ExpenseClaim, row_ids)}
    items = bulk_edits.items_of_claims(reading, claims)
    names = bulk_edits.names_of(reading, {one.participant_id for one in claims.values()})
    topped = bulk_expenses.topped_up_claims(reading, items)
    stays = {key: bulk_expenses.stays_because(one, topped) for key, one in claims.items()}
    for item in items:
        claim = claims[item.expense_claim_id]
        who = names[claim.participant_id]
        entry = Entry(row_id=claim.expense_claim_id, who=who, on=item.spent_on, what=item.what)
        error = stays[claim.expense_claim_id]
        yield _Row(record=item, row_id=item.expense_item_id, entry=entry, error=error)
    for key, claim in claims.items():
        who = names[claim.participant_id]
        entry = Entry(row_id=key, who=who, on=claim.claimed_on, what=claim.note)
        yield _Row(record=claim, row_id=key, entry=entry, error=stays[key])


def _participants(reading: Reading, row_ids: Sequence[int]) -> Iterator[_Row]:
    found = reading.among(Participant, row_ids)
    for one in sorted(found, key=lambda one: fold(one.name)):
        entry = Entry(row_id=one.participant_id, who=one.name)
        yield _Row(record=one, row_id=one.participant_id, entry=entry)


def _without_namesakes(reading: Reading, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leave a name as it is that would become somebody else's."""
    taken: dict[str, set[int]] = {}
    for person in reading.find(Participant):
        taken.setdefault(fold(person.name), set()).add(person.participant_id)
    for hit in hits:
        others = taken.get(fold(hit.after), set()) - {hit.row_id}
        if hit.field == "name" and hit.error is None:
            if others:
                yield dataclasses.replace(hit, error=NamesakeError(name=hit.after))
                continue
            taken.setdefault(fold(hit.after), set()).add(hit.row_id)
        yield hit


def _id_of(record: Record) -> int:
    if isinstance(record, Contribution):
        return record.contribution_id
    if isinstance(record, ExpenseClaim):
        return record.expense_claim_id
    return record.expense_item_id if isinstance(record, ExpenseItem) else record.participant_id
