"""The charity itself, and the people who sit at its keyboard."""

import dataclasses

from coprod_desktop.domain.text import clean_line, clean_name, clean_note


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What stands on every paper about the charity; a file holds exactly one.

    `promise_days` is the days-to-pay promise, counted from the day of the work.
    """

    organisation_id: int
    name: str
    charity_number: str = ""
    address: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    promise_days: int = 14
    four_eyes_note: str = ""
    """Why one person may prepare and approve a pay run; empty where two people must."""
    seal_key: str = ""
    """The private key, in hexadecimal, that seals the charity's papers."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Somebody who uses the program; `participant_id` where they also contribute."""

    operator_id: int
    name: str
    role: str = ""
    participant_id: int | None = None
    is_active: bool = True


def clean_organisation(organisation: Organisation) -> Organisation:
    """Return the organisation with its texts tidied; raises the errors of `text`."""
    return dataclasses.replace(
        organisation,
        name=clean_name(organisation.name),
        charity_number=clean_line(organisation.charity_number),
        address=clean_note(organisation.address),
        contact_name=clean_line(organisation.contact_name),
        contact_phone=clean_line(organisation.contact_phone),
        contact_email=clean_line(organisation.contact_email),
        four_eyes_note=clean_note(organisation.four_eyes_note),
    )
