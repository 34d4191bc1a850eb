"""Work out whom a list of people would add to the file."""

import dataclasses
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.bank_details import is_same_account, masked_number, recorded
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import (
    BankDetails,
    Capacity,
    ContactBy,
    Edition,
    PaidBy,
    Participant,
    clean_bank_details,
    clean_participant,
)
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.import_drafts import ImportDraft, Progress
from coprod_desktop.services.import_matching import LeftOutError, People, name_people
from coprod_desktop.services.import_results import (
    ROWS_A_STEP,
    ImportPlan,
    RefusedRow,
    no_progress,
    refuse_formulas,
    stamp,
)
from coprod_desktop.services.sentences import sentence
from coprod_desktop.spreadsheets.participants import ParticipantEntry, ReadParticipants
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(slots=True, kw_only=True)
class ParticipantPlan(ImportPlan):
    """What a list of people would add, and which accounts of people who are there it changes."""

    new_accounts: Iterable[BankDetails] = ()
    changed_accounts: Iterable[BankDetails] = ()


def plan_participants(
    reading: Reading,
    reads: Sequence[ReadParticipants],
    desk: Desk,
    draft: ImportDraft,
    progress: Progress = no_progress,
) -> ParticipantPlan:
    """Find who is not in the file yet; somebody who is there stays as they are.

    Only another account is taken over, as a change that somebody else has to check.
    """
    people = People(reading, desk.new_id, draft.people)
    accounts = _Accounts(reading, desk)
    plan = ParticipantPlan(
        participants=people.added,
        new_accounts=accounts.added.values(),
        changed_accounts=accounts.changed.values(),
    )
    total = sum(len(read.entries) for read in reads)
    done = 0
    for read in reads:
        plan.problems += [one for one in read.problems if not one.is_note]
        plan.notes += [one for one in read.problems if one.is_note]
        for entry in read.entries:
            if done % ROWS_A_STEP == 0:
                progress(done, total)
            done += 1
            try:
                _take(plan, people, accounts, entry)
            except RefusedRow as refused:
                plan.problems.append(refused.problem(entry.row))
            except LeftOutError:
                plan.left_out_by_choice += 1
        stamp(plan, read)
    name_people(plan, people, reads, asks=draft.asks)
    return plan


def add_accounts(work: Work, plan: ParticipantPlan) -> None:
    """Save the accounts of a plan."""
    work.add_all(BankDetails, plan.new_accounts)
    work.update_all(plan.changed_accounts)


class _Accounts:
    """The accounts of the file and of the sheet so far, by person."""

    def __init__(self, reading: Reading, desk: Desk) -> None:
        self._desk = desk
        self._in_file = {one.participant_id: one for one in reading.find(BankDetails)}
        self.added: dict[int, BankDetails] = {}
        self.changed: dict[int, BankDetails] = {}

    def known(self, participant_id: int) -> BankDetails | None:
        """Return the account that a person has by now."""
        return (
            self.added.get(participant_id)
            or self.changed.get(participant_id)
            or self._in_file.get(participant_id)
        )

    def take(self, details: BankDetails) -> None:
        """Take an account over, recorded as a change where the person has another."""
        person_id = details.participant_id
        kept = recorded(
            self.known(person_id),
            details,
            changed_by_id=self._desk.operator.operator_id,
            changed_at=self._desk.now(),
        )
        (self.changed if person_id in self._in_file else self.added)[person_id] = kept

    def new_id(self) -> int:
        """Return an id for a new record."""
        return self._desk.new_id()


def _take(
    plan: ParticipantPlan, people: People, accounts: _Accounts, entry: ParticipantEntry
) -> None:
    texts = {_("Name"): entry.name, _("Name on papers"): entry.name_on_papers}
    texts |= {_("E-mail"): entry.email, _("Phone"): entry.phone, _("Address"): entry.address}
    refuse_formulas(texts)
    decided = people.decided(entry.name) or people.also_written(entry.name)
    is_new = people.is_new(entry.name)
    namesakes = [one for one in people.named(entry.name) if not (is_new and people.is_in_file(one))]
    same = [person for person in namesakes if _may_be(person, entry)]
    if decided is not None and not is_new:
        same = [decided]
    if same:
        plan.already_there += 1
        if entry.sort_code:
            _take_account(plan, accounts, entry, same)
        return
    if namesakes:
        message = _(
            "Somebody else of this name, with another e-mail address, is there already. Make the "
            "names differ."
        )
        raise RefusedRow(_("Name"), entry.name, message)
    try:
        person = clean_participant(_participant(entry, accounts.new_id()))
        details = _details(entry, person, accounts) if entry.sort_code else None
    except DomainError as error:
        raise RefusedRow(_("Name"), entry.name, sentence(error)) from error
    people.add(person)
    if details is not None:
        accounts.take(details)


def _take_account(
    plan: ParticipantPlan, accounts: _Accounts, entry: ParticipantEntry, same: list[Participant]
) -> None:
    """Take over the account of somebody who is there, and say so beside the row."""
    if len(same) > 1:
        words = _("Several people have this name, so this account was left out. Write it by hand.")
        plan.notes.append(_note(entry, words))
        return
    (person,) = same
    try:
        details = _details(entry, person, accounts)
    except DomainError as error:
        raise RefusedRow(_("Name"), entry.name, sentence(error)) from error
    known = accounts.known(person.participant_id)
    if known is not None and is_same_account(known, details):
        return
    accounts.take(details)
    if known is None:
        words = _("{name} was here without an account. This one was added.")
    else:
        words = _(
            "{name} has another account in the file. This one was taken over, and nobody is paid "
            "into it until somebody else has checked it."
        )
    plan.notes.append(_note(entry, words.format(name=person.name)))


def _note(entry: ParticipantEntry, message: str) -> Problem:
    return Problem(
        row=entry.row,
        column=_("Account number"),
        value=masked_number(entry.account_number),
        message=message,
        is_note=True,
    )


def _may_be(person: Participant, entry: ParticipantEntry) -> bool:
    """Say whether somebody of the same name is the same: no e-mail address says otherwise."""
    addresses = {fold(person.email), fold(entry.email)} - {""}
    return len(addresses) < 2


def _participant(entry: ParticipantEntry, participant_id: int) -> Participant:
    return Participant(
        participant_id=participant_id,
        name=entry.name,
        name_on_papers=entry.name_on_papers,
        capacity=entry.capacity or Capacity.LIVED_EXPERIENCE,
        contact_by=entry.contact_by or ContactBy.POST,
        email=entry.email,
        phone=entry.phone,
        address=entry.address,
        paid_by=entry.paid_by or PaidBy.BANK,
        edition=entry.edition or Edition.STANDARD,
        language=entry.language or "en",
    )


def _details(entry: ParticipantEntry, person: Participant, accounts: _Accounts) -> BankDetails:
    return clean_bank_details(
        BankDetails(
            bank_details_id=accounts.new_id(),
            participant_id=person.participant_id,
            account_name=entry.account_name or person.name,
            sort_code=entry.sort_code,
            account_number=entry.account_number,
        )
    )
