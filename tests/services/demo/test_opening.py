"""The first day: projects, people as they wish, agreements and operators."""

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Capacity, Edition, PaidBy
from coprod_desktop.services.demo.opening import (
    opening_steps,
    organisation_of,
    person_of,
    policy_of,
)
from coprod_desktop.services.demo.script import load_script
from tests.services.demo.staging import staged
from tests.services.world import World

SCRIPT = load_script()


def test_a_person_is_told_with_only_what_differs_from_the_usual() -> None:
    tomos = next(person_of(one) for one in SCRIPT.people if one["key"] == "tomos")
    assert (tomos.edition, tomos.paid_by) == (Edition.EASY_READ, PaidBy.CASH)
    assert tomos.capacity is Capacity.LIVED_EXPERIENCE


def test_the_charity_and_its_rules_are_told() -> None:
    assert organisation_of(SCRIPT).promise_days == 14
    first, second = (policy_of(told) for told in SCRIPT.charity["policy"])
    assert "hmrc-car" in first.text
    assert ("rate = 14.00" in first.text, "rate = 15.00" in second.text) == (True, True)


def test_the_first_day_fills_the_stage(file_world: World) -> None:
    stage = staged(file_world, "bethan", "gwyn", "salma")
    steps = list(opening_steps(stage))
    for step in steps:
        step.do()
    assert set(stage.people) == {"bethan", "gwyn", "salma"}
    salma = stage.people["salma"]
    agreed = stage.office.projects.engagements(participant_id=salma)
    assert [one.hourly_pence for one in agreed] == [1800, None]
    assert stage.office.bank_details.get(salma)
    operators = {one.name: one for one in file_world.records(Operator)[Operator]}
    assert operators["Gwyn Llwyd"].participant_id == stage.people["gwyn"]
    assert operators["Farida Karim"].participant_id is None
    style = stage.office.paper_style.get()
    assert (style.signed_by, style.signature, style.has_chart) == ("Bethan Pryce", b"", True)
    moments = [step.at for step in steps]
    assert moments == sorted(set(moments))
