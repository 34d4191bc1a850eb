"""Keep the things that people made: list them, credit people for them, and name them all."""

import argparse
import dataclasses
import re
from typing import Any

from coprod_desktop.cli.answers import Answer, columns
from coprod_desktop.cli.door import opened
from coprod_desktop.domain.errors import AmbiguousNameError, NotFoundError
from coprod_desktop.domain.outputs import Credit, Output, RollLine
from coprod_desktop.i18n import _
from coprod_desktop.services.office import Office
from coprod_desktop.services.outputs import CreditedPerson, MadeThing


def show(arguments: argparse.Namespace) -> Answer:
    """List what was made, the newest first, with the credits on each."""
    with opened(arguments) as office:
        things = office.outputs.all(_project_id(office, arguments))
    return Answer(told={"outputs": [_told_thing(one) for one in things]}, words=_table(things))


def _project_id(office: Office, arguments: argparse.Namespace) -> int | None:
    return office.projects.named(arguments.project).project_id if arguments.project else None


def _told_thing(thing: MadeThing) -> dict[str, object]:
    return {
        **_told(thing.output),
        "project": thing.project,
        "credits": [
            {**_told_credit(one.credit), "participant": one.participant, "named": one.named}
            for one in thing.credited
        ],
    }


def _told(output: Output) -> dict[str, object]:
    return {
        "output": output.output_id,
        "title": output.title,
        "kind": output.kind,
        "made_on": output.made_on.isoformat() if output.made_on else None,
        "where": output.where,
    }


def _told_credit(credit: Credit) -> dict[str, object]:
    return {
        "credit": credit.credit_id,
        "as": credit.credit,
        "is_anonymous": credit.is_anonymous,
    }


def _table(things: tuple[MadeThing, ...]) -> list[str]:
    if not things:
        return [_("Nothing that was made is recorded yet.")]
    rows = [(_("Made on"), _("What"), _("Kind"), _("Project"), _("Credits"))]
    for one in things:
        day = one.output.made_on.isoformat() if one.output.made_on else ""
        credits_ = ", ".join(map(_credit_words, one.credited))
        rows.append((day, one.output.title, one.output.kind, one.project, credits_))
    return columns(rows)


def _credit_words(one: CreditedPerson) -> str:
    named = one.named or _("not named")
    return _("{name} ({credit})").format(name=named, credit=one.credit.credit)


def roll(arguments: argparse.Namespace) -> Answer:
    """Name everybody who is credited in a project, as each wishes."""
    with opened(arguments) as office:
        project = office.projects.named(arguments.project)
        lines = office.outputs.roll(project.project_id)
    told = [{"name": line.name, "as": list(line.credits)} for line in lines]
    return Answer(told={"project": project.name, "roll": told}, words=_roll_words(lines))


def _roll_words(lines: tuple[RollLine, ...]) -> list[str]:
    if not lines:
        return [_("Nobody is credited in this project yet.")]
    unnamed = _("Somebody who is not named")
    return columns([(line.name or unnamed, ", ".join(line.credits)) for line in lines])


def add(arguments: argparse.Namespace) -> Answer:
    """Record a thing that was made."""
    with opened(arguments) as office:
        new = office.outputs.add(
            Output(
                output_id=0,
                project_id=office.projects.named(arguments.project).project_id,
                title=arguments.title,
                kind=arguments.kind or "",
                made_on=arguments.made_on,
                where=arguments.where or "",
            )
        )
    return Answer(told=_told(new), words=[_("Recorded: {title}.").format(title=new.title)])


def change(arguments: argparse.Namespace) -> Answer:
    """Change what is recorded of a thing; what is not said stays."""
    said = {
        "title": arguments.new_title,
        "kind": arguments.kind,
        "made_on": arguments.made_on,
        "where": arguments.where,
    }
    with opened(arguments) as office:
        found = _thing(office, arguments)
        changed = {name: value for name, value in said.items() if value is not None}
        saved = office.outputs.save(dataclasses.replace(found, **changed))
    return Answer(told=_told(saved), words=[_("Changed: {title}.").format(title=saved.title)])


def remove(arguments: argparse.Namespace) -> Answer:
    """Remove a thing with its credits."""
    with opened(arguments) as office:
        gone = office.outputs.remove(_thing(office, arguments).output_id)
    return Answer(told=_told(gone), words=[_("Removed: {title}.").format(title=gone.title)])


def _thing(office: Office, arguments: argparse.Namespace) -> Output:
    """Return the thing of a title or a number; raises NotFoundError or AmbiguousNameError."""
    named: str = arguments.thing
    try:
        found = office.outputs.titled(named, _project_id(office, arguments))
    except NotFoundError:
        if not re.fullmatch(r"[0-9]{1,18}", named):
            raise
        return office.outputs.get(int(named))
    if len(found) > 1:
        raise AmbiguousNameError(noun="output", name=named)
    return found[0]


def credit(arguments: argparse.Namespace) -> Answer:
    """Credit somebody for a thing."""
    with opened(arguments) as office:
        thing = _thing(office, arguments)
        new = office.outputs.add_credit(
            Credit(
                credit_id=0,
                output_id=thing.output_id,
                participant_id=office.participants.named(arguments.participant).participant_id,
                credit=arguments.credit,
                named_as=arguments.named_as or "",
                is_anonymous=arguments.anonymous,
            )
        )
    words = _("Credited on {title}: {credit}.").format(title=thing.title, credit=new.credit)
    return Answer(told={**_told_credit(new), "title": thing.title}, words=[words])


def change_credit(arguments: argparse.Namespace) -> Answer:
    """Change a credit; what is not said stays, and a name to be named as ends being unnamed."""
    said: dict[str, Any] = {}
    if arguments.credit is not None:
        said["credit"] = arguments.credit
    if arguments.anonymous or arguments.named_as is not None:
        said |= {"named_as": arguments.named_as or "", "is_anonymous": arguments.anonymous}
    with opened(arguments) as office:
        found = office.outputs.credit(arguments.credit_id)
        saved = office.outputs.save_credit(dataclasses.replace(found, **said))
    return Answer(told=_told_credit(saved), words=[_("Changed the credit.")])


def remove_credit(arguments: argparse.Namespace) -> Answer:
    """Take a credit away."""
    with opened(arguments) as office:
        gone = office.outputs.remove_credit(arguments.credit_id)
    return Answer(told=_told_credit(gone), words=[_("Took the credit away.")])
