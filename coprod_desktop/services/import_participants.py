"""Work out whom a list of people would add to the file."""

import dataclasses
from collections.abc import Callable

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
from coprod_desktop.services.import_matching import People
from coprod_desktop.services.import_results import ImportPlan, RefusedRow, refuse_formulas
from coprod_desktop.services.sentences import sentence
from coprod_desktop.spreadsheets.participants import ParticipantEntry, ReadParticipants
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(slots=True, kw_only=True)
class ParticipantPlan(ImportPlan):
    """What a list of people would add."""

    bank_details: list[BankDetails] = dataclasses.field(default_factory=list)


def plan_participants(
    reading: Reading, read: ReadParticipants, new_id: Callable[[], int]
) -> ParticipantPlan:
    """Find who is not in the file yet; somebody who is there stays as they are."""
    people = People(reading, new_id)
    plan = ParticipantPlan(
        problems=[one for one in read.problems if not one.is_note],
        notes=[one for one in read.problems if one.is_note],
        participants=people.added,
    )
    for entry in read.entries:
        try:
            _take(plan, people, entry, new_id)
        except RefusedRow as refused:
            plan.problems.append(refused.problem(entry.row))
    return plan


def _take(
    plan: ParticipantPlan, people: People, entry: ParticipantEntry, new_id: Callable[[], int]
) -> None:
    texts = {_("Name"): entry.name, _("Name on papers"): entry.name_on_papers}
    texts |= {_("E-mail"): entry.email, _("Phone"): entry.phone, _("Address"): entry.address}
    refuse_formulas(texts)
    namesakes = people.named(entry.name)
    if any(_may_be(person, entry) for person in namesakes):
        plan.already_there += 1
        return
    if namesakes:
        message = _(
            "Somebody else of this name, with another e-mail address, is there already. Make the "
            "names differ."
        )
        raise RefusedRow(_("Name"), entry.name, message)
    try:
        person = clean_participant(_participant(entry, new_id()))
        details = clean_bank_details(_details(entry, person, new_id())) if entry.sort_code else None
    except DomainError as error:
        raise RefusedRow(_("Name"), entry.name, sentence(error)) from error
    people.add(person)
    if details is not None:
        plan.bank_details.append(details)


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


def _details(entry: ParticipantEntry, person: Participant, bank_details_id: int) -> BankDetails:
    return BankDetails(
        bank_details_id=bank_details_id,
        participant_id=person.participant_id,
        account_name=entry.account_name or person.name,
        sort_code=entry.sort_code,
        account_number=entry.account_number,
    )
