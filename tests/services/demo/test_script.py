"""The story's files fit together, and everything in them is invented and plainly said."""

import re

from coprod_desktop.services.demo.script import dice, load_script

SCRIPT = load_script()
KEYS = [person["key"] for person in SCRIPT.people]
PROJECTS = {project["key"] for project in SCRIPT.charity["project"]}


def test_every_key_is_one_persons_and_the_operators_come_first() -> None:
    assert len(KEYS) == len(set(KEYS)) == 24
    assert KEYS[:2] == ["bethan", "gwyn"]
    assert {one["person"] for one in SCRIPT.charity["operator"] if "person" in one} <= set(KEYS)


def test_everybody_and_every_project_that_is_named_is_there() -> None:
    money = SCRIPT.money
    told = [*SCRIPT.work, *money["claim"], *money["support"], *money["change_of_mind"]]
    told += [money[name] for name in ("correction", "new_account", "new_way_to_pay", "question")]
    made = SCRIPT.papers["made"]
    told += [credit for thing in made for credit in thing["credits"]]
    told += [SCRIPT.papers["letter"], SCRIPT.papers["check"]]
    told += [row for session in SCRIPT.sessions for row in session.get("row", ())]
    assert {one["who"] for one in told} <= set(KEYS)
    named = {one["project"] for one in (*SCRIPT.sessions, *SCRIPT.work, *money["claim"])}
    assert named == PROJECTS
    assert {thing["project"] for thing in made} < PROJECTS
    members = {key for project in SCRIPT.charity["project"] for key in project["members"]}
    assert members <= set(KEYS)


def test_sessions_are_on_working_days() -> None:
    assert [one["title"] for one in SCRIPT.sessions if one["on"].weekday() > 4] == []
    assert [one["what"] for one in SCRIPT.work if one["on"].weekday() > 4] == []
    made = SCRIPT.papers["made"]
    assert [one["title"] for one in made if one["told_on"].weekday() > 4] == []


def test_accounts_telephones_and_addresses_are_of_nobody() -> None:
    for person in SCRIPT.people:
        if "bank" in person:
            assert person["bank"]["sort_code"].startswith("00-")
        assert re.fullmatch(r"|07700 900\d{3}|029 2018 0\d{3}", person.get("phone", ""))
        assert person.get("email", ".example").endswith(".example")
    charity = SCRIPT.charity["organisation"]
    assert "invented" in charity["charity_number"]
    assert charity["contact_phone"].startswith("029 2018 0")


def test_a_skill_has_no_comma_since_commas_part_skills() -> None:
    assert [s for person in SCRIPT.people for s in person["skills"] if "," in s] == []


def test_chance_falls_alike_for_one_seed_and_purpose_only() -> None:
    assert dice(1, "a").random() == dice(1, "a").random()
    assert dice(1, "a").random() != dice(1, "b").random() != dice(2, "b").random()
