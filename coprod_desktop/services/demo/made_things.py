"""What people made together, written down once it was there, with a credit for each of them."""

from collections.abc import Iterator
from functools import partial

from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.services.demo.script import Told
from coprod_desktop.services.demo.stage import Stage, without
from coprod_desktop.services.demo.steps import Step, moment


def made_steps(stage: Stage) -> Iterator[Step]:
    """Tell when each thing was written down; none of which nobody in this telling is credited."""
    for told in stage.script.papers["made"]:
        if any(credit["who"] in stage.keys for credit in told["credits"]):
            at = moment(told["told_on"], 12, 7)
            yield Step(at=at, by="bethan", do=partial(_write_down, stage, told))


def _write_down(stage: Stage, told: Told) -> None:
    fields = without(told, "project", "told_on", "credits")
    output = Output(output_id=0, project_id=stage.projects[told["project"]], **fields)
    output_id = stage.office.outputs.add(output).output_id
    for one in told["credits"]:
        if one["who"] in stage.keys:
            credit = Credit(
                credit_id=0,
                output_id=output_id,
                participant_id=stage.people[one["who"]],
                **without(one, "who"),
            )
            stage.office.outputs.add_credit(credit)
