"""Statements are issued in the edition and language of each person, and say what changed."""

import datetime
import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.errors import LetterMissingError, NotFoundError
from coprod_desktop.domain.paper_errors import LanguageUnknownError
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.statements import Statement, StatementPaper, StatementTold
from coprod_desktop.domain.summaries import StatementSummary
from coprod_desktop.domain.wordings import Wording
from coprod_desktop.services.statements import Wishes
from tests.paper_reading import paper_text
from tests.services.world import World

FROM, TO = datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)


def standing(world: World) -> list[StatementSummary]:
    return list(world.office.statements.list(FROM, TO))


def text_of(world: World, statement_id: int) -> str:
    return paper_text(world.office.statements.paper(statement_id))


def test_each_person_gets_the_edition_language_and_web_page_they_wish(
    world: World, tmp_path: Path
) -> None:
    wishes = {"edition": Edition.LARGE, "language": "cy", "wants_web_page": True}
    world.log(world.person())
    world.log(world.person("Bronwen Pugh", **wishes))
    plain, large = world.office.statements.issue(FROM, TO, out=tmp_path)
    assert (plain.edition, plain.language, plain.html) == (Edition.STANDARD, "en", None)
    assert (large.edition, large.language) == (Edition.LARGE, "cy")
    assert (large.statement.edition, large.statement.language) == (Edition.LARGE, "cy")
    assert large.html
    assert '<html lang="cy-GB">' in large.html.read_text(encoding="utf-8")
    kept = world.records(StatementPaper)[StatementPaper]
    forms = sorted((one.media_type, one.edition, one.language) for one in kept)
    assert forms == [
        ("application/pdf", "large", "cy"),
        ("application/pdf", "standard", "en"),
        ("text/html", "large", "cy"),
    ]
    assert world.findings() == ()


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("language", ["en", "cy", "en+cy"])
def test_every_edition_and_language_is_made_and_made_again_alike(
    file_world: World, edition: Edition, language: str
) -> None:
    world = file_world
    world.log(world.person())
    service = world.office.statements
    (first,) = service.issue(FROM, TO)
    wishes = Wishes(edition=edition, language=language)
    statement_id = first.statement.statement_id
    made = service.in_another_form(statement_id, edition, language)
    (other,) = service.issue(FROM, TO, wishes=wishes)
    assert other.statement == first.statement
    kept = service.in_another_form(statement_id, edition, language)
    assert kept.startswith(made[:-10])  # what is kept is sealed besides
    assert service.in_another_form(statement_id, edition, language) == kept
    assert first.statement.number in paper_text(kept)


def test_a_paper_made_later_says_what_the_statement_said(world: World) -> None:
    person = world.person()
    world.log(person)
    (issued,) = world.office.statements.issue(FROM, TO)
    world.clock.go_to(datetime.date(2026, 12, 20))
    world.log(person, minutes=60, what="Something later")
    made = world.office.statements.in_another_form(
        issued.statement.statement_id, Edition.EASY_READ, "en"
    )
    assert "Something later" not in paper_text(made)
    assert "2 hours 30 minutes" in paper_text(made)


def test_what_is_left_out_once_stays_out_until_somebody_says_otherwise(world: World) -> None:
    person = world.person()
    world.log(person, pay=Pay.UNPAID)
    service = world.office.statements
    service.issue(FROM, TO)
    (less,) = service.issue(FROM, TO, wishes=Wishes(left_out=frozenset({"value"})))
    assert less.statement.left_out == "value"
    assert "It is not money paid or owed." not in text_of(world, less.statement.statement_id)
    assert not standing(world)[0].is_out_of_date
    assert [one.statement for one in service.issue(FROM, TO)] == [less.statement]
    (whole,) = service.issue(FROM, TO, wishes=Wishes(left_out=frozenset()))
    assert whole.statement.replaces_id == less.statement.statement_id
    assert "It is not money paid or owed." in text_of(world, whole.statement.statement_id)


def test_a_new_wish_of_the_person_makes_a_statement_out_of_date(world: World) -> None:
    person = world.person()
    world.log(person)
    world.office.statements.issue(FROM, TO)
    world.office.participants.save(replace(person, edition=Edition.LARGE, language="cy"))
    assert not standing(world)[0].is_out_of_date  # the same, for other eyes
    world.office.participants.save(replace(person, left_out="expenses"))
    assert standing(world)[0].is_out_of_date


def test_a_statement_that_replaces_another_says_which_and_what_changed(world: World) -> None:
    piece = world.log(world.person())
    world.office.statements.issue(FROM, TO)
    world.office.contributions.correct(replace(piece, minutes=120))
    wishes = Wishes(because="You told us that it was shorter.")
    (second,) = world.office.statements.issue(FROM, TO, wishes=wishes)
    text = text_of(world, second.statement.statement_id)
    assert "This replaces statement S-2026-0001." in text
    assert "You told us that it was shorter." in text
    assert "2 hours now, 2 hours 30 minutes before." in text.replace("\N{NO-BREAK SPACE}", " ")
    told = world.records(StatementTold)[StatementTold]
    assert len(told) == 2


def test_own_words_of_the_charity_stand_on_its_papers(world: World) -> None:
    world.log(world.person())
    own = Wording(
        wording_id=world.office.desk.new_id(),
        language="en",
        sentence="The work you did",
        own="What you have done for us",
    )
    with world.office.desk.transaction("make ready") as work:
        work.add(own)
    (issued,) = world.office.statements.issue(FROM, TO)
    assert "What you have done for us" in text_of(world, issued.statement.statement_id)


def test_a_preview_shows_the_edition_that_is_asked_for(world: World) -> None:
    person = world.person(edition=Edition.LARGE)
    world.log(person)
    preview = world.office.statements.preview
    plain = Wishes(edition=Edition.STANDARD)
    large = preview(person.participant_id, FROM, TO)
    assert large != preview(person.participant_id, FROM, TO, plain)
    assert "Preview" in paper_text(large)


def test_an_unknown_language_issues_nothing(world: World) -> None:
    world.log(world.person())
    with world.refused(LanguageUnknownError):
        world.office.statements.issue(FROM, TO, wishes=Wishes(language="fr"))


def test_a_statement_that_is_not_there_has_no_other_form(world: World) -> None:
    with world.refused(NotFoundError):
        world.office.statements.in_another_form(1, Edition.LARGE, "en")


def test_forty_people_are_issued_as_one_by_one(file_world: World) -> None:
    world = file_world
    for number in range(40):
        world.log(world.person(f"Person {number:02}"))
    seen: list[tuple[int, int]] = []
    issued = world.office.statements.issue(
        FROM, TO, progressed=lambda done, of_all: seen.append((done, of_all))
    )
    assert [one.statement.number for one in issued] == [f"S-2026-{n:04}" for n in range(1, 41)]
    assert seen == [(done, 40) for done in range(1, 41)]
    for one in issued[::13]:
        assert one.participant in text_of(world, one.statement.statement_id)
    assert world.findings() == ()


def test_a_large_batch_that_is_stopped_issues_none_and_ends_its_processes(
    file_world: World,
) -> None:
    world = file_world
    for number in range(30):
        world.log(world.person(f"Person {number:02}"))

    class Stopped(Exception):  # noqa: N818 - not a fault
        pass

    def stop(done: int, _of_all: int) -> None:
        if done == 20:
            raise Stopped

    with pytest.raises(Stopped):
        world.office.statements.issue(FROM, TO, progressed=stop)
    assert world.records(Statement)[Statement] == ()
    assert multiprocessing.active_children() == []


def test_a_name_that_no_font_has_issues_none_of_a_large_batch(file_world: World) -> None:
    world = file_world
    for number in range(30):
        world.log(world.person(f"Person {number:02}"))
    world.log(world.person("\N{DESERET CAPITAL LETTER LONG I}"))
    with world.refused(LetterMissingError):
        world.office.statements.issue(FROM, TO)
