"""Lists filtered and sorted by any column come page by page, whole and in order."""

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.list_looks import ColumnFilter, Listing, Look, ValueCount
from coprod_desktop.domain.own_columns import OwnKind
from coprod_desktop.domain.row_marks import Flag
from coprod_desktop.storage import list_shapes, listing
from coprod_desktop.storage.database import Database
from tests.builders import a_contribution, a_participant, a_project
from tests.list_builders import a_row_mark, an_own_column, an_own_value
from tests.storage.world import empty, save

PEOPLE = [a_participant(name=name) for name in ("Zoë Ann", "bea", "Siân Llŷr")]
PROJECTS = [a_project(name=name) for name in ("Buses", "Clinics")]
NAMES = {one.participant_id: one.name for one in PEOPLE}
few_days = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 1, 4))
work_lists = st.lists(
    st.builds(
        a_contribution,
        participant_id=st.sampled_from(list(NAMES)),
        project_id=st.sampled_from([project.project_id for project in PROJECTS]),
        worked_on=few_days,
        minutes=st.sampled_from([30, 45, 600]),
        what=st.sampled_from(["Panel", "panel talk", "50% off_peak"]),
        state=st.sampled_from([WorkState.LOGGED, WorkState.DRAFT]),
    ),
    max_size=18,
)
filters = st.lists(
    st.sampled_from(
        [
            ColumnFilter(key="participant", ticked=("bea", "Siân Llŷr")),
            ColumnFilter(key="participant", contains="sian"),
            ColumnFilter(key="date", lowest="2026-01-02"),
            ColumnFilter(key="date", highest="2026-01-03", ticked=("2026-01-02", "2026-01-03")),
            ColumnFilter(key="time", lowest="40", highest="600"),
            ColumnFilter(key="what", contains="PANEL"),
            ColumnFilter(key="what", contains="% off_"),
            ColumnFilter(key="happened", ticked=("logged",)),
        ]
    ),
    max_size=3,
    unique_by=lambda one: one.key,
)
looks = st.builds(
    Look,
    sort_key=st.sampled_from(["", "participant", "what", "time", "date", "happened"]),
    is_descending=st.booleans(),
    filters=filters.map(tuple),
    has_doubles_only=st.booleans(),
)


def passes(one: Contribution, wanted: ColumnFilter, name: str) -> bool:
    """Say what a filter of these tests means, in plain Python."""
    value = {
        "participant": name,
        "date": one.worked_on.isoformat(),
        "time": str(one.minutes),
        "what": one.what,
        "happened": one.state.value,
    }[wanted.key]
    if wanted.contains == "sian":
        return name == "Siân Llŷr"

    def placed(text: str) -> tuple[int, str]:
        return (int(text), "") if wanted.key == "time" else (0, text)

    return (
        (wanted.ticked is None or value in wanted.ticked)
        and wanted.contains.lower() in value.lower()
        and (not wanted.lowest or placed(value) >= placed(wanted.lowest))
        and (not wanted.highest or placed(value) <= placed(wanted.highest))
    )


def expected(work: Sequence[Contribution], look: Look) -> list[int]:
    def same(one: Contribution) -> tuple[object, ...]:
        return one.participant_id, one.worked_on, one.minutes, one.kind_of_work

    alike = [same(one) for one in work]
    kept = [
        one
        for one in work
        if all(passes(one, wanted, NAMES[one.participant_id]) for wanted in look.filters)
        and (not look.has_doubles_only or alike.count(same(one)) > 1)
    ]
    kept.sort(key=lambda one: (one.worked_on, one.contribution_id), reverse=True)
    # Of equals, the latest work still comes first.
    values: dict[str, Callable[[Contribution], Any]] = {
        "": lambda _one: 0,
        "participant": lambda one: NAMES[one.participant_id].lower(),
        "what": lambda one: one.what.lower(),
        "time": lambda one: one.minutes,
        "date": lambda one: one.worked_on,
        "happened": lambda one: one.state.value,
    }
    if look.sort_key == "date":  # goes by its index, so that equals turn around with the rest
        kept.sort(key=lambda one: (one.worked_on, one.contribution_id), reverse=look.is_descending)
        return [one.contribution_id for one in kept]
    kept.sort(key=values[look.sort_key], reverse=bool(look.sort_key) and look.is_descending)
    return [one.contribution_id for one in kept]


def pages(database: Database, wanted: Listing, limit: int) -> list[int]:
    found: list[int] = []
    with database.reading() as reading:
        shape = list_shapes.SHAPES[wanted.list_name]
        base = list_shapes.base_of(reading, wanted)
        while True:
            after = found[-1] if found else None
            some = listing.ids(reading, shape, base, wanted.look, after_id=after, limit=limit)
            found.extend(some)
            if len(some) < limit:
                break
        assert list(listing.all_ids(reading, shape, base, wanted.look)) == found
        assert listing.count(reading, shape, base, wanted.look) == len(found)
    return found


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=work_lists, look=looks, limit=st.integers(1, 6))
def test_pages_together_are_the_whole_list_in_order(
    database: Database, work: list[Contribution], look: Look, limit: int
) -> None:
    empty(database)
    save(database, *PEOPLE, *PROJECTS, *work)
    wanted = expected(work, look)
    assert pages(database, Listing(list_name="contributions", look=look), limit) == wanted


@pytest.fixture
def world(database: Database) -> list[Contribution]:
    work = [
        a_contribution(
            participant_id=person.participant_id,
            project_id=PROJECTS[0].project_id,
            minutes=minutes,
            worked_on=datetime.date(2026, 1, day),
        )
        for person, minutes, day in zip(
            [PEOPLE[0], PEOPLE[1], PEOPLE[1]], (30, 45, 45), (1, 2, 2), strict=True
        )
    ]
    save(database, *PEOPLE, *PROJECTS, *work)
    return work


def values(database: Database, key: str, look: Look, typed: str = "") -> list[ValueCount]:
    with database.reading() as reading:
        wanted = Listing(list_name="contributions", look=look)
        base = list_shapes.base_of(reading, wanted)
        shape = list_shapes.SHAPES["contributions"]
        return list(listing.values(reading, shape, base, look, key, typed=typed, limit=10))


def test_values_are_counted_without_their_own_filter(
    database: Database, world: list[Contribution]
) -> None:
    look = Look(filters=(ColumnFilter(key="participant", ticked=("bea",)),))
    assert [(one.value, one.rows) for one in values(database, "participant", look)] == [
        ("Zoë Ann", 1),
        ("bea", 2),
    ]
    assert [(one.value, one.rows) for one in values(database, "time", look)] == [("45", 2)]
    assert [one.value for one in values(database, "participant", Look(), "BE")] == ["bea"]
    assert [one.value for one in values(database, "date", Look())] == ["2026-01-02", "2026-01-01"]


def test_flags_notes_and_own_columns_filter_and_sort(
    database: Database, world: list[Contribution]
) -> None:
    number = an_own_column(subject="contributions", title="Bus", kind=OwnKind.NUMBER)
    first, second, third = world
    save(
        database,
        a_row_mark(subject_id=first.contribution_id, flag=Flag.RED, note="Ask Bethan"),
        a_row_mark(subject="participants", subject_id=second.contribution_id, flag=Flag.RED),
        number,
        an_own_value(
            own_column_id=number.own_column_id, subject_id=second.contribution_id, value="9"
        ),
        an_own_value(
            own_column_id=number.own_column_id, subject_id=third.contribution_id, value="10"
        ),
    )
    key = f"own:{number.own_column_id}"

    def listed(look: Look) -> list[int]:
        return pages(database, Listing(list_name="contributions", look=look), 2)

    red = ColumnFilter(key="flag", ticked=("red",))
    assert listed(Look(filters=(red,))) == [first.contribution_id]
    noted = ColumnFilter(key="note", contains="bethan")
    assert listed(Look(filters=(noted,))) == [first.contribution_id]
    assert listed(Look(filters=(ColumnFilter(key=key, lowest="9.5"),))) == [third.contribution_id]
    blank = ColumnFilter(key=key, ticked=("",))
    assert listed(Look(filters=(blank,))) == [first.contribution_id]
    assert listed(Look(sort_key=key)) == [one.contribution_id for one in (first, second, third)]
    assert [(one.value, one.rows) for one in values(database, key, Look())] == [
        ("", 1),
        ("9", 1),
        ("10", 1),
    ]


def test_a_page_behind_a_row_that_is_gone_is_empty(
    database: Database, world: list[Contribution]
) -> None:
    with database.reading() as reading:
        shape, base = list_shapes.SHAPES["contributions"], listing.Base()
        assert listing.ids(reading, shape, base, Look(), after_id=1, limit=5) == ()


@pytest.mark.parametrize("list_name", sorted(list_shapes.SHAPES))
def test_every_column_of_every_list_can_be_sorted_filtered_and_counted(
    database: Database, world: list[Contribution], list_name: str
) -> None:
    shape = list_shapes.SHAPES[list_name]
    for key in [*shape.columns, "flag", "note", "own:1"]:
        for is_descending in (False, True):
            look = Look(
                sort_key=key,
                is_descending=is_descending,
                filters=(ColumnFilter(key=key, ticked=("x",), contains="y", lowest="1"),),
                has_doubles_only=True,
            )
            wanted = Listing(list_name=list_name, look=look, typed="ann")
            assert pages(database, wanted, 2) == []
            plain = dataclasses.replace(look, filters=(), has_doubles_only=False)
            whole = Listing(list_name=list_name, look=plain)
            with database.reading() as reading:
                rows = list_shapes.summaries(reading, list_name, pages(database, whole, 2))
            assert len(rows) == {"contributions": 3, "participants": 3}.get(list_name, 0)
        with database.reading() as reading:
            base = list_shapes.base_of(reading, Listing(list_name=list_name))
            listing.values(reading, shape, base, Look(), key, typed="a", limit=3)
