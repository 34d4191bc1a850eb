"""What people made is recorded and listed from the command line, and everybody is named."""

from pathlib import Path

from tests.cli.runner import Coprod

PROJECT = ("--project", "Better Waiting Rooms")
LEAFLET = ("add", "Leaving hospital", *PROJECT, "--kind", "Leaflet", "--made-on", "2026-08-20")


def test_a_thing_is_recorded_listed_changed_and_removed(coprod: Coprod, full: Path) -> None:
    assert coprod.told("outputs", full) == {"outputs": []}
    assert coprod("outputs", full).out == "Nothing that was made is recorded yet.\n"
    made = coprod.told("outputs", full, *LEAFLET)
    assert (made["title"], made["kind"], made["made_on"]) == (
        "Leaving hospital",
        "Leaflet",
        "2026-08-20",
    )
    changed = coprod.told(
        "outputs", full, "change", "leaving HOSPITAL", "--title", "Going home", "--where", "Wards"
    )
    assert changed == {**made, "title": "Going home", "where": "Wards"}
    coprod.told("outputs", full, "add", "A bench", "--project", "Garden")
    listed = coprod.told("outputs", full)["outputs"]
    assert [(one["title"], one["project"]) for one in listed] == [
        ("Going home", "Better Waiting Rooms"),
        ("A bench", "Garden"),
    ]
    of_garden = coprod.told("outputs", full, "list", "--project", "Garden")["outputs"]
    assert [one["title"] for one in of_garden] == ["A bench"]
    coprod.told("outputs", full, "remove", listed[1]["output"])
    assert len(coprod.told("outputs", full)["outputs"]) == 1


def test_a_title_that_several_have_needs_the_project(coprod: Coprod, full: Path) -> None:
    coprod.told("outputs", full, *LEAFLET)
    coprod.told("outputs", full, "add", "Leaving hospital", "--project", "Garden")
    words = coprod.refused("outputs", full, "remove", "Leaving hospital")
    assert words.startswith("Several people or things are called “Leaving hospital”")
    coprod.told("outputs", full, "remove", "Leaving hospital", "--project", "Garden")
    assert "A poem" in coprod.refused("outputs", full, "remove", "A poem")
    for number in ("1", "9" * 30):
        assert "no longer in the file" in coprod.refused("outputs", full, "remove", number)


def test_people_are_credited_and_named_as_they_wish(coprod: Coprod, full: Path) -> None:
    coprod.told("outputs", full, *LEAFLET)
    credit = ("outputs", full, "credit", "Leaving hospital", "--participant")
    mine = coprod.told(*credit, "Aisha Rahman", "--as", "author", "--named-as", "A. R.")
    hidden = coprod.told(*credit, "Bronwen Pugh", "--as", "voice", "--anonymous")
    roll = coprod.told("outputs", full, "roll", *PROJECT)
    assert roll["roll"] == [{"name": "A. R.", "as": ["author"]}, {"name": "", "as": ["voice"]}]
    said = coprod("outputs", full, "roll", *PROJECT).out.splitlines()
    assert [line.split("  ")[0] for line in said] == ["A. R.", "Somebody who is not named"]
    assert "A. R. (author), not named (voice)" in coprod("outputs", full).out
    coprod.told("outputs", full, "change-credit", hidden["credit"], "--named-as", "B. Pugh")
    coprod.told("outputs", full, "change-credit", mine["credit"], "--as", "co-author")
    roll = coprod.told("outputs", full, "roll", *PROJECT)
    assert roll["roll"] == [
        {"name": "A. R.", "as": ["co-author"]},
        {"name": "B. Pugh", "as": ["voice"]},
    ]
    coprod.told("outputs", full, "change-credit", mine["credit"], "--anonymous")
    coprod.told("outputs", full, "remove-credit", hidden["credit"])
    roll = coprod.told("outputs", full, "roll", *PROJECT)
    assert roll["roll"] == [{"name": "", "as": ["co-author"]}]
    assert coprod.refused("outputs", full, "remove-credit", hidden["credit"])


def test_what_is_not_known_is_refused(coprod: Coprod, full: Path) -> None:
    assert "Nowhere" in coprod.refused("outputs", full, "roll", "--project", "Nowhere")
    words = coprod.refused("outputs", full, "credit", "A poem", "--participant", "X", "--as", "y")
    assert "A poem" in words
    assert coprod("outputs", full, "roll", *PROJECT).out == (
        "Nobody is credited in this project yet.\n"
    )
