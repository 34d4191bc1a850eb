"""Things that people made together, and how each is credited for them."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import clean_line, clean_name, fold


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Something that was made: `kind` is a free word as leaflet, film or talk."""

    output_id: int
    project_id: int
    title: str
    kind: str = ""
    made_on: datetime.date | None = None
    where: str = ""
    """Where it can be found: an address, a shelf, a programme."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What somebody is credited with on a thing that was made, as "co-author and translator".

    `named_as` is how they are named on it; empty where as on all papers.
    """

    credit_id: int
    output_id: int
    participant_id: int
    credit: str
    named_as: str = ""
    is_anonymous: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RollLine:
    """One contributor on the roll of a project; `name` is empty for who wishes not to be named."""

    name: str
    credits: tuple[str, ...] = ()


def clean_output(output: Output) -> Output:
    """Return the output with its texts tidied; raises NameMissingError, TextTooLongError."""
    return dataclasses.replace(
        output,
        title=clean_name(output.title),
        kind=clean_line(output.kind, limit=40),
        where=clean_line(output.where),
    )


def clean_credit(credit: Credit) -> Credit:
    """Return the credit with its texts tidied; raises NameMissingError, TextTooLongError."""
    return dataclasses.replace(
        credit, credit=clean_name(credit.credit), named_as=clean_line(credit.named_as)
    )


def name_on(credit: Credit, person: Participant) -> str:
    """Return how a person is named on a thing; empty where they wish not to be named."""
    return "" if credit.is_anonymous else credit.named_as or person.printed_name


def roll_of(credited: Iterable[Credit], people: Mapping[int, Participant]) -> tuple[RollLine, ...]:
    """Return the contributors by name, each name once, with what they are credited with.

    Who wishes not to be named comes last, a line for each person, without a name.
    """
    by_name: dict[tuple[int, str], list[str]] = {}
    for credit in credited:
        who = (credit.participant_id, name_on(credit, people[credit.participant_id]))
        said = by_name.setdefault(who, [])
        if credit.credit not in said:
            said.append(credit.credit)
    in_order = sorted(by_name.items(), key=lambda one: (not one[0][1], fold(one[0][1]), one[0][0]))
    return tuple(RollLine(name=name, credits=tuple(said)) for (_who, name), said in in_order)
