"""What many contributions, lines of expenses or participants can become: the fields of each."""

import datetime
import enum
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.bulk_edits import (
    CONTRIBUTIONS,
    EXPENSES,
    BulkEdit,
    ContributionEdit,
    ExpenseEdit,
    ParticipantEdit,
    TextEdit,
)
from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.paper_choices import LANGUAGES
from coprod_desktop.domain.participants import Capacity, ContactBy, Edition, PaidBy
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.ui.bulk.tick_grid import TickGrid, WordsEdit
from coprod_desktop.ui.bulk.words import difference_word, field_word, value_words
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.duration_edit import DurationEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.words import (
    capacity_word,
    contact_word,
    edition_word,
    expense_kind_word,
    language_word,
    paid_by_word,
    pay_word,
)

E = TypeVar("E", bound=enum.StrEnum)
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What can be chosen, and how a day and a failure are told."""

    projects: Sequence[Project]
    kinds: Sequence[str]
    word_error: WordError
    today: Callable[[], datetime.date]


class EditFields(TickGrid):
    """The fields of one kind of entry."""

    def edit(self) -> BulkEdit | None:
        """Return what is ticked; None, with its sentence shown, where something is missing."""
        raise NotImplementedError

    def _chosen(self, key: str, edit: ChoiceEdit[V]) -> V | None:
        """Return the value of a ticked choice."""
        return edit.value() if self.is_ticked(key) else None

    def _words(self, key: str, edit: WordsEdit) -> TextEdit | None:
        return edit.edit() if self.is_ticked(key) else None

    def _have_all(self, values: dict[str, object]) -> bool:
        """Say whether every ticked field has a value, and ask for the first that has none."""
        return all(
            self.require(key, is_there=value not in (None, ""))
            for key, value in values.items()
            if self.is_ticked(key)
        )


class ContributionFields(EditFields):
    """What contributions become."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._day = DateEdit(field_word("worked_on"), known.word_error, known.today)
        self._time = DurationEdit(field_word("minutes"), known.word_error)
        projects = [Choice(one.project_id, one.name) for one in known.projects]
        self._project = ChoiceEdit(field_word("project"), projects)
        kinds = dict.fromkeys((*known.kinds, *KINDS_OF_WORK))
        self._kind = ChoiceEdit(field_word("kind_of_work"), [Choice(one, one) for one in kinds])
        self._capacity = _members("capacity", Capacity, capacity_word)
        self._pay = _members("pay", Pay, pay_word)
        self._what = line_field(field_word("what"))
        self._skills = WordsEdit(field_word("skills"))
        self._note = WordsEdit(field_word("note"))
        for key, field in (
            *(("worked_on", self._day), ("minutes", self._time), ("project", self._project)),
            *(("kind_of_work", self._kind), ("capacity", self._capacity), ("pay", self._pay)),
            *(("what", self._what), ("skills", self._skills), ("note", self._note)),
        ):
            self.add(key, field_word(key), field)

    def edit(self) -> ContributionEdit | None:
        """Return what is ticked; None, with its sentence shown, where something is missing."""
        if not self.settle():
            return None
        what = self._what.text().strip()
        values: dict[str, object] = {
            "worked_on": self._day.day(),
            "minutes": self._time.minutes(),
            "project": self._project.value(),
            "kind_of_work": self._kind.value(),
            "capacity": self._capacity.value(),
            "pay": self._pay.value(),
            "what": what,
        }
        if not self._have_all(values):
            return None
        return ContributionEdit(
            worked_on=self._day.day() if self.is_ticked("worked_on") else None,
            minutes=self._time.minutes() if self.is_ticked("minutes") else None,
            project_id=self._chosen("project", self._project),
            kind_of_work=self._chosen("kind_of_work", self._kind),
            capacity=self._chosen("capacity", self._capacity),
            pay=self._chosen("pay", self._pay),
            what=what if self.is_ticked("what") else None,
            skills=self._words("skills", self._skills),
            note=self._words("note", self._note),
        )


class ExpenseFields(EditFields):
    """What the lines of claims become, all of them or `only` those of one kind."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._kind = _members("kind", ExpenseKind, expense_kind_word)
        self._day = DateEdit(field_word("spent_on"), known.word_error, known.today)
        self._what = line_field(difference_word(EXPENSES, "what"))
        self.add("kind", field_word("kind"), self._kind)
        self.add("spent_on", field_word("spent_on"), self._day)
        self.add("what", difference_word(EXPENSES, "what"), self._what)
        only: list[Choice[ExpenseKind | None]] = [Choice(None, _("All lines of these claims"))]
        only += [Choice(one, expense_kind_word(one)) for one in ExpenseKind]
        self.only = ChoiceEdit(_("Only lines of the kind"), only)
        self.add_plain(_("Only lines of the kind"), self.only)

    def edit(self) -> ExpenseEdit | None:
        """Return what is ticked; None, with its sentence shown, where something is missing."""
        if not self.settle() or not self.only.settle():
            return None
        what = self._what.text().strip()
        values: dict[str, object] = {
            "kind": self._kind.value(),
            "spent_on": self._day.day(),
            "what": what,
        }
        if not self._have_all(values):
            return None
        return ExpenseEdit(
            kind=self._chosen("kind", self._kind),
            spent_on=self._day.day() if self.is_ticked("spent_on") else None,
            what=what if self.is_ticked("what") else None,
            only_kind=self.only.value(),
        )


class ParticipantFields(EditFields):
    """What is kept about several people becomes."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._capacity = _members("capacity", Capacity, capacity_word)
        self._contact = _members("contact_by", ContactBy, contact_word)
        self._paid_by = _members("paid_by", PaidBy, paid_by_word)
        self._edition = _members("edition", Edition, edition_word)
        languages = [Choice(code, language_word(code)) for code in LANGUAGES]
        self._language = ChoiceEdit(field_word("language"), languages)
        taking = [Choice(one, value_words("is_active", one)) for one in (True, False)]
        self._is_active = ChoiceEdit(field_word("is_active"), taking)
        self._wishes = WordsEdit(field_word("wishes"))
        for key, field in (
            *(("capacity", self._capacity), ("contact_by", self._contact)),
            *(("paid_by", self._paid_by), ("edition", self._edition)),
            *(("language", self._language), ("is_active", self._is_active)),
            ("wishes", self._wishes),
        ):
            self.add(key, field_word(key), field)

    def edit(self) -> ParticipantEdit | None:
        """Return what is ticked; None, with its sentence shown, where something is missing."""
        if not self.settle():
            return None
        values: dict[str, object] = {
            "capacity": self._capacity.value(),
            "contact_by": self._contact.value(),
            "paid_by": self._paid_by.value(),
            "edition": self._edition.value(),
            "language": self._language.value(),
            "is_active": self._is_active.value(),
        }
        if not self._have_all(values):
            return None
        return ParticipantEdit(
            capacity=self._chosen("capacity", self._capacity),
            contact_by=self._chosen("contact_by", self._contact),
            paid_by=self._chosen("paid_by", self._paid_by),
            edition=self._chosen("edition", self._edition),
            language=self._chosen("language", self._language),
            is_active=self._chosen("is_active", self._is_active),
            wishes=self._words("wishes", self._wishes),
        )


def fields_for(subject: str, known: Known) -> EditFields:
    """Return the fields for the entries of a list."""
    if subject == CONTRIBUTIONS:
        return ContributionFields(known)
    return ExpenseFields(known) if subject == EXPENSES else ParticipantFields(known)


def _members(field: str, kind: type[E], word: Callable[[E], str]) -> ChoiceEdit[E]:
    return ChoiceEdit(field_word(field), [Choice(member, word(member)) for member in kind])
