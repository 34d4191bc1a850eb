"""A session's papers are made before or after it, each slip as its reader wishes."""

import datetime
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DurationUnreadableError,
    NameMissingError,
    NegativeMoneyError,
    NotFoundError,
)
from coprod_desktop.domain.issued_papers import IssuedPaper, PaperKind
from coprod_desktop.domain.participants import Edition, PaidBy
from coprod_desktop.services.session_kits import KitWishes, PlannedSession, SessionKit
from tests.builders import TODAY, WORKED_ON, an_engagement
from tests.paper_reading import page_texts, paper_text
from tests.services.world import World


def planned(world: World, **override: Any) -> PlannedSession:
    plain = PlannedSession(
        project_id=world.project.project_id,
        title="Testing the leaflet",
        held_on=TODAY + datetime.timedelta(days=9),
        starts_at="10:30",
        ends_at="12:30",
        place="The Old Library",
    )
    return replace(plain, **override)


def by_kind(kit: SessionKit) -> dict[PaperKind, IssuedPaper]:
    return {one.kind: one for one in kit.papers}


def test_a_kit_has_a_sheet_slips_and_cash_with_one_running_number(
    world: World, tmp_path: Path
) -> None:
    ids = [world.person().participant_id]
    ids.append(world.person("Desmond Grant", paid_by=PaidBy.CASH).participant_id)
    kit = world.office.session_kits.planned(
        planned(world, participant_ids=tuple(ids)), out=tmp_path / "kit"
    )
    assert [one.number for one in kit.papers] == ["A-2026-0001", "AS-2026-0001", "AC-2026-0001"]
    assert [path.name for path in kit.files] == [
        "A-2026-0001-attendance-sheet.pdf",
        "AS-2026-0001-claim-slips.pdf",
        "AC-2026-0001-session-cash-sheet.pdf",
    ]
    papers = by_kind(kit)
    sheet = paper_text(papers[PaperKind.ATTENDANCE].content)
    assert "Testing the leaflet" in sheet
    assert "£24.00" in sheet
    assert sheet.index("Desmond Grant") < sheet.index("Aisha Rahman")  # by family name
    cash = paper_text(papers[PaperKind.SESSION_CASH].content)
    assert "Desmond Grant" in cash
    assert "Aisha Rahman" not in cash
    assert kit.files[0].read_bytes() == papers[PaperKind.ATTENDANCE].content
    assert world.records(IssuedPaper)[IssuedPaper] == kit.papers
    assert world.findings() == ()


def test_each_slip_is_as_its_reader_wishes_and_two_are_for_others(world: World) -> None:
    plain = world.person()
    easy = world.person("Desmond Grant", edition=Edition.EASY_READ)
    welsh = world.person("Llŷr Penri Bowen", language="cy")
    ids = (plain.participant_id, easy.participant_id, welsh.participant_id)
    kit = world.office.session_kits.planned(planned(world, participant_ids=ids))
    slips = by_kind(kit)[PaperKind.CLAIM_SLIPS].content
    texts = page_texts(slips)
    assert len(texts) % 2 == 0
    firsts = [at for at, text in enumerate(texts) if "A-2026-0001" in text and at % 2 == 0]
    assert len(firsts) >= 5
    with pikepdf.open(io.BytesIO(slips)) as pdf:
        assert len(pdf.pages) == len(texts)
    none = KitWishes(blank_slips=0)
    alone = world.office.session_kits.planned(planned(world, participant_ids=ids[:1]), none)
    assert len(page_texts(by_kind(alone)[PaperKind.CLAIM_SLIPS].content)) == 2


def test_the_same_kit_again_is_the_same_and_another_guest_makes_another(world: World) -> None:
    first, second = world.person(), world.person("Desmond Grant")
    service = world.office.session_kits
    session = planned(world, participant_ids=(first.participant_id,))
    kit = service.planned(session)
    assert service.planned(session) == kit
    both = (first.participant_id, second.participant_id)
    other = service.planned(replace(session, participant_ids=both))
    assert other.papers[0].number == "A-2026-0002"
    assert service.planned(session) == kit
    assert service.planned(session, KitWishes(blank_rows=9)).papers[0].number == "A-2026-0003"
    assert service.planned(session, KitWishes(language="cy")).papers[0].number == "A-2026-0004"


def test_without_names_everybody_with_an_agreement_is_expected(world: World) -> None:
    for name, ends_on in (("Aisha Rahman", None), ("Gone Already", WORKED_ON)):
        agreed = an_engagement(
            engagement_id=0,
            participant_id=world.person(name).participant_id,
            project_id=world.project.project_id,
            starts_on=WORKED_ON,
            ends_on=ends_on,
        )
        world.office.projects.agree(agreed)
    kit = world.office.session_kits.planned(planned(world))
    sheet = paper_text(by_kind(kit)[PaperKind.ATTENDANCE].content)
    assert "Aisha Rahman" in sheet
    assert "Gone Already" not in sheet


def test_a_logged_session_promises_what_was_offered(world: World) -> None:
    person = world.person(paid_by=PaidBy.CASH)
    activity = world.office.sessions.log(world.session(world.row(person)))
    kit = world.office.session_kits.for_activity(activity.activity_id)
    papers = by_kind(kit)
    assert {one.activity_id for one in kit.papers} == {activity.activity_id}
    assert " 36.00 " in paper_text(papers[PaperKind.SESSION_CASH].content)
    assert world.office.session_kits.for_activity(activity.activity_id) == kit


def test_nobody_in_cash_takes_no_cash_sheet(world: World) -> None:
    ids = (world.person().participant_id,)
    kit = world.office.session_kits.planned(planned(world, participant_ids=ids))
    assert PaperKind.SESSION_CASH not in by_kind(kit)


def test_what_cannot_be_makes_no_paper(world: World) -> None:
    service = world.office.session_kits
    with world.refused(NotFoundError):
        service.for_activity(1)
    with world.refused(NotFoundError):
        service.planned(planned(world, project_id=1))
    with world.refused(NotFoundError):
        service.planned(planned(world, participant_ids=(1,)))
    with world.refused(NameMissingError):
        service.planned(planned(world, title=" "))
    with world.refused(DurationUnreadableError):
        service.planned(planned(world, starts_at="soon"))
    with world.refused(DateOutOfRangeError):
        service.planned(planned(world, held_on=datetime.date(1980, 1, 1)))
    with world.refused(NegativeMoneyError):
        service.planned(planned(world), KitWishes(float_pence=-1))


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "minutes", "pence"),
    [("10:30", "12:30", 0, 2400), ("", "", 90, 1800), ("23:00", "00:30", 0, 1800), ("", "", 0, 0)],
)
def test_the_offer_is_for_the_length_of_the_session(
    file_world: World, starts_at: str, ends_at: str, minutes: int, pence: int
) -> None:
    world = file_world
    ids = (world.person(paid_by=PaidBy.CASH).participant_id,)
    session = planned(
        world, starts_at=starts_at, ends_at=ends_at, minutes=minutes, participant_ids=ids
    )
    kit = world.office.session_kits.planned(session)
    cash = paper_text(by_kind(kit)[PaperKind.SESSION_CASH].content)
    told = [f" {pounds}.00 " in cash for pounds in (18, 24)]
    assert told == [pence == 1800, pence == 2400]
