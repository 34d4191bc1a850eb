"""A price is one of the shapes of the page, and nothing is left open."""

from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.prices import Part, Price, Tariff, Times, Unit
from coprod_desktop.domain.policy.read_prices import Ground, has_price, read_price, read_tariff
from tests.domain.policy.texts import a_table, mistakes_of, rule_of


def price_of(text: str, section: str = "fee", before: str = "") -> Price:
    price = rule_of(section, text, before).price
    assert price is not None
    return price


HOUR = Unit("time", Fraction(60), "an hour")


def test_a_rate_is_for_the_unit_that_it_names() -> None:
    price = price_of('rate = 20\nper = "3h"\npart = "counts whole"\n')
    assert price.quantity == "time"
    assert price.tariff == Tariff(
        rate=Fraction(2000),
        unit=Unit("time", Fraction(180), "for 3\u00a0hours"),
        part=Part.COUNTS_WHOLE,
    )
    assert price_of('rate = 5\nper = "count"\n').quantity == "count"
    assert price_of("rate = 0.45\n", "mileage").tariff == Tariff(
        rate=Fraction(45), unit=Unit("miles", Fraction(1), "a mile")
    )


def test_tiers_share_the_unit_that_stands_beside_them() -> None:
    price = price_of('tiers = [{ first = "2h", rate = 25 }, { rate = 15 }]\nper = "hour"\n')
    assert [tier.tariff.unit for tier in price.tiers] == [HOUR, HOUR]
    assert [tier.first for tier in price.tiers] == [120, None]
    assert price.quantity == "time"


def test_tiers_of_sessions_count_entries() -> None:
    price = price_of("tiers = [{ first = 2, pays_each = 0 }, { pays_each = 20 }]\n")
    assert price.quantity == "count"
    assert price.tiers[0].tariff.pays_each == 0
    assert price.tiers[0].first == 2


def test_tiers_may_end_where_the_policy_ends() -> None:
    price = price_of("tiers = [{ first = 3500, rate = 0.473 }]\n", "mileage")
    assert [tier.first for tier in price.tiers] == [3500]


def test_bands_as_tables_of_their_own_mean_the_same() -> None:
    own = price_of(
        "[[fee.bands]]\nup_to = '4h'\npays = 75\n[[fee.bands]]\nover = '4h'\npays = 150\n"
    )
    inline = price_of("bands = [{ up_to = '4h', pays = 75 }, { over = '4h', pays = 150 }]\n")
    assert [(one.edges, one.tariff) for one in own.bands] == [
        (one.edges, one.tariff) for one in inline.bands
    ]


@pytest.mark.parametrize(
    ("text", "section", "quantity"),
    [
        ('by = "away"\nbands = [{ up_to = "5h", pays = 1 }]', "expense", "away"),
        ('by = "age"\nbands = [{ up_to = 15, pays = 1 }]', "fee", "age"),
        ('bands = [{ up_to = "5h", pays = 1 }]', "expense", "time"),
        ('bands = [{ up_to = "£5", pays = 1 }]', "expense", "cost"),
        ('bands = [{ up_to = 5, rate = 1, per = "count" }]', "fee", "count"),
        ("bands = [{ up_to = 5, pays = 1 }]", "mileage", "miles"),
        ('tiers = [{ first = 2, rate = 1, per = "night" }]', "expense", "nights"),
        ('tiers = [{ first = "2h", pays = 1 }]', "expense", "time"),
    ],
)
def test_bands_and_tiers_look_at_what_is_said_or_clear(
    text: str, section: str, quantity: str
) -> None:
    assert price_of(text + "\n", section).quantity == quantity


def test_every_full_day_pays_before_the_bands() -> None:
    price = price_of(
        'bands = [{ up_to = "4h", pays = 16.15 }, { pays = 32.35 }]\n'
        'every = { each = "24h", pays = 32.35 }\n'
    )
    assert price.every == (Fraction(1440), Fraction(3235))


def test_a_unit_that_is_not_money_counts_in_hundredths() -> None:
    price = price_of('unit = "points"\nrate = 5\nper = "15m"\nat_most = 40\n')
    assert price.tariff is not None
    assert price.tariff.rate == 500
    assert price.at_most == 4000


def test_what_multiplies_and_bounds_a_price_is_kept() -> None:
    price = price_of('pays = 5\ntimes = ["people", 2]\nat_least = 1\nat_most = "£50"\n')
    assert (price.times, price.at_least, price.at_most) == (
        (Times("people"), Times(Fraction(2))),
        Fraction(100),
        Fraction(5000),
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("pays = 5\nrate = 3\nper = 'hour'", 6, "“pays” and “rate” stand here together."),
        ("rate = 3", 5, "“rate” needs “per”."),
        ("rate = -3\nper = 'hour'", 5, "-3 is below nothing"),
        ("pays = -3", 5, "-3 is below nothing"),
        ("pays = 5\nper = 'hour'", 6, "“per” belongs to a “rate”"),
        ("pays = 5\npart = 'counts whole'", 6, "“part” belongs to a “rate”"),
        ("pays = 5\nby = 'age'", 6, "“by” belongs to “bands”"),
        ("pays = 5\nat_least = 9\nat_most = 3", 6, "“at_least” is more than “at_most”"),
        ("bands = []", 5, "“bands” names no band"),
        ("bands = [{ up_to = '4h' }]", 5, "A band says what it pays"),
        ("bands = [{ at_most = '4h', pays = 1 }]", 5, "Did you mean “up_to”?"),
        ("bands = [{ pays = 1, rate = 1, per = 'hour' }]", 5, "stand here together"),
        ("bands = [{ first = '4h', pays = 1 }]", 5, "“first” belongs to “tiers”"),
        ("by = 'place'\nbands = [{ pays = 1 }]", 5, "“place”, which has no amount"),
        ("tiers = []", 5, "“tiers” names no tier"),
        ("tiers = [{ up_to = '4h', pays = 1 }]", 5, "In “tiers” write “first”"),
        ("tiers = [{ pays = 1 },\n{ pays = 2 }]", 5, "This tier has no “first”"),
        ("tiers = [{ first = '0h', pays = 1 }]", 5, "“first” is nothing"),
        (
            "tiers = [{ first = 2, pays_each = 1 },\n{ rate = 1, per = 'hour' }]",
            6,
            "counts “count”",
        ),
        ("bands = [{ pays = 1 }]\nevery = { pays = 1 }", 6, "“every” needs “each”"),
        ("bands = [{ pays = 1 }]\nevery = { each = '0h', pays = 1 }", 6, "“each” is nothing"),
        ("tiers = [{ pays = 1 }]\nevery = { each = '1h', pays = 1 }", 6, "goes with “bands”"),
    ],
)
def test_a_price_that_leaves_something_open_is_named(text: str, line: int, words: str) -> None:
    (said,) = mistakes_of(f'[[fee]]\nname = "One"\n{text}\n')
    assert said.startswith(f"Line {line}: ")
    assert words in said


def test_bands_of_a_cost_say_what_they_look_at() -> None:
    (said,) = mistakes_of(
        '[[expense]]\nname = "One"\nlimit = { bands = [{ up_to = 5, pays = 1 }] }\n'
    )
    assert "“bands” do not say what they look at." in said


def test_the_parts_can_be_read_alone() -> None:
    table = a_table({"pays": 5})
    assert has_price(table)
    assert read_tariff(table, Ground(), "time") == Tariff(pays=Fraction(500))
    assert read_price(table, Ground()) == Price(quantity="cost", tariff=Tariff(pays=Fraction(500)))
    assert read_price(a_table({}), Ground()) is None
