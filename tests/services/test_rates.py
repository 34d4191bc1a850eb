"""The published figures are whole, say where they are from, and give way to the charity's own."""

import datetime
import itertools
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import (
    DomainError,
    FigureOutOfRangeError,
    NotFoundError,
    PeriodBackwardsError,
    SourceMissingError,
)
from coprod_desktop.domain.rates import (
    Confidence,
    OwnRate,
    Rate,
    RateBook,
    Unit,
)
from coprod_desktop.paths import resource
from coprod_desktop.services.rates import (
    CARDS,
    rate_book,
    shipped_book,
    shipped_cards,
    shipped_rates,
)
from tests.services.world import World

DAY = datetime.date
ONE_DAY = datetime.timedelta(days=1)


# --- the cards that come with the program --------------------------------------------------------


def by_code() -> dict[str, list[Rate]]:
    found: dict[str, list[Rate]] = {}
    for rate in sorted(shipped_rates(), key=lambda rate: rate.effective_from):
        found.setdefault(rate.code, []).append(rate)
    return found


def stated_gaps() -> set[tuple[str, datetime.date, datetime.date]]:
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in card_files()]
    return {(gap["code"], gap["from"], gap["to"]) for t in tables for gap in t.get("gap", ())}


def card_files() -> list[Path]:
    return list(resource("rate-cards").glob("*.toml"))


def test_every_card_of_the_folder_is_shown() -> None:
    assert sorted(CARDS) == sorted(path.stem for path in card_files())
    assert len({card.scheme for card in shipped_cards()}) == len(CARDS)


def test_a_day_has_one_figure_of_a_code_and_no_gap_that_is_not_stated() -> None:
    gaps = set()
    for code, rows in by_code().items():
        for one, following in itertools.pairwise(rows):
            assert one.effective_to is not None, code
            assert one.effective_to < following.effective_from, code
            if one.effective_to + ONE_DAY != following.effective_from:
                gaps.add((code, one.effective_to + ONE_DAY, following.effective_from - ONE_DAY))
    assert gaps == stated_gaps()


@pytest.mark.parametrize("rate", shipped_rates(), ids=lambda r: f"{r.code} {r.effective_from}")
def test_a_figure_says_where_it_is_from_and_since_when_it_holds(rate: Rate) -> None:
    assert rate.value > 0
    assert rate.source_title
    assert rate.source_url == "" or rate.source_url.startswith("https://")
    assert rate.checked_on == DAY(2026, 11, 21)
    assert rate.confidence is not None
    assert rate.effective_to is None or rate.effective_from < rate.effective_to
    assert rate.thousandths == rate.value * 1000
    assert not rate.is_own
    if rate.unit.is_money:
        assert rate.value == int(rate.value)


def test_a_code_keeps_its_scheme_and_its_unit() -> None:
    for rows in by_code().values():
        assert len({(rate.scheme, rate.unit) for rate in rows}) == 1


def test_what_is_remembered_or_worked_out_says_so() -> None:
    sure = {code: [rate.confidence for rate in rows] for code, rows in by_code().items()}
    assert sure["nihr-half-day"] == [Confidence.MEMORY, Confidence.DERIVED]
    assert sure["nihr-top"] == [Confidence.MEMORY, Confidence.SECONDARY]
    assert sure["nhse-up-to-4-hours"] == [Confidence.MEMORY]
    assert sure["car"] == [Confidence.OFFICIAL, Confidence.SECONDARY]
    assert set(sure["nmw-18-20"][:-1]) == {Confidence.OFFICIAL}
    assert sure["carers-allowance-week"][-1] is Confidence.OFFICIAL


# --- corrections ---------------------------------------------------------------------------------


def correct_car(world: World) -> OwnRate:
    return world.office.rates.correct(
        "car", Decimal("45.5"), DAY(2027, 1, 1), source_title="A letter of HMRC"
    )


def test_a_correction_holds_from_its_day_on_in_this_file_only(world: World) -> None:
    own = correct_car(world)
    book = world.office.rates.book()
    assert book.on("car", DAY(2026, 12, 31)).value == 55
    found = book.on("car", DAY(2027, 1, 1))
    assert (found.value, found.unit, found.scheme) == (
        Decimal("45.5"),
        Unit.PENCE_A_MILE,
        "HMRC mileage",
    )
    assert found.own_rate_id == own.own_rate_id
    assert shipped_book().on("car", DAY(2027, 1, 1)).value == 55


def test_a_correction_is_read_inside_the_transaction_that_prices(world: World) -> None:
    correct_car(world)
    with world.office.desk.reading() as reading:
        for book in (rate_book(reading), world.office.rates.rates_of(reading)):
            assert isinstance(book, RateBook)
            assert book.on("car", DAY(2027, 1, 1)).value == Decimal("45.5")


def test_a_correction_can_be_taken_back_and_its_removal_too(world: World) -> None:
    office = world.office
    own = correct_car(world)
    removed = office.rates.remove_correction(own.own_rate_id)
    assert removed == own
    assert office.rates.book().on("car", DAY(2027, 1, 1)).value == 55
    assert office.history.undo().verb == "remove figure"
    assert office.rates.book().on("car", DAY(2027, 1, 1)).value == Decimal("45.5")
    with office.desk.reading() as reading:
        assert reading.find(OwnRate) == (own,)
    assert office.history.undo().verb == "correct figure"
    assert office.rates.book().on("car", DAY(2027, 1, 1)).value == 55


def test_a_figure_that_ran_out_can_be_filled_in(world: World) -> None:
    day = DAY(2027, 6, 1)
    figures = {one.code: one for one in world.office.rates.figures_on(day)}
    assert figures["real-living-wage-uk"].rate is None
    world.office.rates.correct(
        "real-living-wage-uk", Decimal(1400), DAY(2027, 5, 1), source_title="livingwage.example"
    )
    now = {one.code: one for one in world.office.rates.figures_on(day)}["real-living-wage-uk"]
    assert now.rate is not None
    assert now.rate.value == 1400
    assert now.published is None


def test_the_figures_of_a_day_tell_what_an_own_one_stands_before(world: World) -> None:
    correct_car(world)
    figures = {one.code: one for one in world.office.rates.figures_on(DAY(2027, 1, 1))}
    car, bicycle = figures["car"], figures["bicycle"]
    assert car.rate is not None
    assert car.published is not None
    assert (car.rate.value, car.published.value) == (Decimal("45.5"), Decimal(55))
    assert bicycle.rate is bicycle.published
    schemes = [one.scheme for one in world.office.rates.figures_on(DAY(2027, 1, 1))]
    assert [name for name, _ in itertools.groupby(schemes)] == [c.scheme for c in shipped_cards()]


def test_what_was_given_up_or_had_not_begun_is_not_among_the_figures_of_a_day(
    world: World,
) -> None:
    def codes(day: datetime.date) -> set[str]:
        return {one.code for one in world.office.rates.figures_on(day)}

    old, new = codes(DAY(2024, 3, 31)), codes(DAY(2026, 11, 21))
    assert {"nmw-23-and-over", "nmw-21-22"} <= old
    assert "nmw-21-and-over" not in old
    assert "nmw-21-and-over" in new
    assert not {"nmw-23-and-over", "nmw-21-22"} & new


def test_the_cards_hold_every_figure_with_the_charitys_own(world: World) -> None:
    own = correct_car(world)
    cards = {card.scheme: card for card in world.office.rates.cards()}
    assert [card.scheme for card in shipped_cards()] == list(cards)
    mileage = cards["HMRC mileage"].rates
    assert mileage[0].own_rate_id == own.own_rate_id
    assert sum(len(card.rates) for card in cards.values()) == len(shipped_rates()) + 1


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"code": "horse"}, NotFoundError),
        ({"value": Decimal(-1)}, FigureOutOfRangeError),
        ({"value": Decimal(10) ** 9}, FigureOutOfRangeError),
        ({"effective_to": DAY(2026, 12, 31)}, PeriodBackwardsError),
        ({"source_title": " "}, SourceMissingError),
    ],
)
def test_a_correction_that_cannot_be_meant_changes_nothing(
    world: World, change: dict[str, object], kind: type[DomainError]
) -> None:
    usual = {
        "code": "car",
        "value": Decimal(60),
        "effective_on": DAY(2027, 1, 1),
        "source_title": "A letter",
    }
    correct: Callable[..., OwnRate] = world.office.rates.correct
    with pytest.raises(kind):
        correct(**(usual | change))
    with world.office.desk.reading() as reading:
        assert reading.find(OwnRate) == ()


def test_a_correction_that_is_gone_cannot_be_taken_away(world: World) -> None:
    own = correct_car(world)
    world.office.rates.remove_correction(own.own_rate_id)
    with pytest.raises(NotFoundError):
        world.office.rates.remove_correction(own.own_rate_id)
