"""What people made is written down with a credit for each of those who are in the telling."""

from coprod_desktop.services.demo.made_things import made_steps
from coprod_desktop.services.demo.script import load_script
from coprod_desktop.services.office import Office
from tests.services.demo.staging import staged
from tests.services.world import World


def test_only_what_somebody_in_this_telling_made_is_written_down(file_world: World) -> None:
    stage = staged(file_world, "ngozi")
    stage.people["ngozi"] = file_world.person("Ngozi Okonkwo").participant_id
    (step,) = made_steps(stage)
    step.do()
    (thing,) = stage.office.outputs.all()
    assert thing.output.kind == "talk"
    assert [one.participant for one in thing.credited] == ["Ngozi Okonkwo"]
    assert list(made_steps(staged(file_world))) == []


def test_everything_is_written_down_after_it_was_there() -> None:
    for told in load_script().papers["made"]:
        assert told.get("made_on", told["told_on"]) <= told["told_on"]


def test_people_are_named_as_they_wish_or_not_at_all(demo: Office) -> None:
    made = {thing.output.title: thing for thing in demo.outputs.all()}
    assert len(made) == 6
    named = {one.participant: one.named for one in made["The letter you take home"].credited}
    assert named["Llŷr ap Huw"] == "Llŷr"
    assert named["Małgorzata Zielińska"] == "Gosia Zielińska"
    assert named["Ffion Haf Madoc"] == ""
    assert made["What we pay, and why"].output.made_on is None
    projects = {project.project_id: project.name for project in demo.projects.open_projects()}
    home = next(key for key, name in projects.items() if name == "Leaving hospital well")
    roll = demo.outputs.roll(home)
    assert (roll[-1].name, roll[-1].credits) == ("", ("Co-author",))
