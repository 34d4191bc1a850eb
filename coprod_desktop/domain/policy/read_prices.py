"""Read what something costs: a fixed sum, a rate, bands or tiers."""

import dataclasses
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from coprod_desktop.domain.policy.facts import Fact, FactKind
from coprod_desktop.domain.policy.prices import Amount, Over, Part, Price, Tariff, Tier, Unit
from coprod_desktop.domain.policy.read_bands import BAND_KEYS, read_bands
from coprod_desktop.domain.policy.read_conditions import read_unless
from coprod_desktop.domain.policy.read_edges import read_quantity
from coprod_desktop.domain.policy.read_rule_parts import read_added_time, read_quantity_rounding
from coprod_desktop.domain.policy.read_units import read_amount, read_sum, read_times, read_unit
from coprod_desktop.domain.policy.tables import Table
from coprod_desktop.domain.policy.values import ValueUnreadableError, read_length
from coprod_desktop.domain.policy.wording import quantity_words

SHAPES = ("pays", "rate", "bands", "tiers")
PRICE_KEYS = frozenset(
    {*SHAPES, "per", "part", "by", "every", "times", "at_least", "at_most"}
    | {"round_quantity", "adds_time"}
)
QUANTITIES = frozenset({FactKind.NUMBER, FactKind.MONEY, FactKind.LENGTH})
OVER = MappingProxyType({one.value: one for one in Over})
_PARTS = MappingProxyType({one.value: one for one in Part})
_TIER_KEYS = frozenset({"first", "pays", "pays_each", "rate", "per", "part", "unclear"})
_PAYING = ("pays", "pays_each", "rate", "unclear")
_RATE_NEEDS_PER = '“rate” needs “per”. Say for what it is paid, as per = "hour".'


@dataclasses.dataclass(frozen=True, slots=True)
class Ground:
    """What a price may take for granted: its quantity, what a rate is for, what is given."""

    quantity: str = ""
    unit: Unit | None = None
    given: str = ""
    """ "points" and the like where it is not money."""
    part: Part = Part.IN_PROPORTION


def has_price(table: Table) -> bool:
    """Say whether a table names a price of its own."""
    return any(table.has(key) for key in SHAPES)


def read_price(table: Table, ground: Ground) -> Price | None:
    """Return the price of a table; None with the mistake kept where it has none."""
    shapes = [key for key in SHAPES if table.has(key)]
    if len(shapes) > 1:
        said = " and ".join(f"“{shape}”" for shape in shapes)
        table.problem(f"{said} stand here together. Keep one of them.", shapes[1])
    by = _read_by(table)
    length = by.name if by is not None and by.kind is FactKind.LENGTH else "time"
    ground = dataclasses.replace(
        ground,
        unit=_unit(table, length) or ground.unit,
        part=table.choice("part", _PARTS) or ground.part,
    )
    _check_company(table)
    price = _shaped(table, ground, by, length) if shapes else None
    least, most = (_length_at(table, key) for key in ("at_least", "at_most"))
    at_least, at_most = (
        table.read(key, lambda one: read_sum(one, ground.given)) if length is None else None
        for key, length in (("at_least", least), ("at_most", most))
    )
    if at_least is not None and at_most is not None and at_least > at_most:
        table.problem("“at_least” is more than “at_most”. Change one of them.", "at_least")
    times, unless = read_times(table), read_unless(table)
    quantity = price.quantity if price is not None else ground.quantity or "time"
    rounding = read_quantity_rounding(table, quantity)
    minutes, share = read_added_time(table)
    if price is None:
        return None
    return dataclasses.replace(
        price,
        times=times,
        quantity_rounding=rounding,
        adds_minutes=minutes,
        adds_share=share,
        least_quantity=least,
        most_quantity=most,
        at_least=at_least,
        at_most=at_most,
        unless=unless,
        over=table.choice("over", OVER) or Over.REFUSED,
    )


def _length_at(table: Table, key: str) -> Fraction | None:
    """Return a length of time that stands where a sum may stand too, or None."""
    value = table.values.get(key)
    try:
        return read_length(value) if isinstance(value, str) else None
    except ValueUnreadableError:
        return None


def _read_by(table: Table) -> Fact | None:
    name = table.words("by")
    if not name:
        return None
    fact = table.fact(name, "by", value=0)
    if fact is not None and fact.kind not in QUANTITIES:
        table.problem(
            f"“by” names “{name}”, which has no amount. Name a length, a number or money.", "by"
        )
        return None
    return fact


def _unit(table: Table, length: str) -> Unit | None:
    return table.read("per", lambda one: read_unit(one, table.reading.facts, length))


def _check_company(table: Table) -> None:
    """Report keys that stand without what they belong to."""
    is_split = table.has("bands") or table.has("tiers")
    if table.has("per") and not table.has("rate") and not is_split:
        table.problem("“per” belongs to a “rate”. Write the rate, or leave “per” out.", "per")
    if table.has("part") and not table.has("rate") and not is_split:
        table.problem("“part” belongs to a “rate”. Write the rate, or leave “part” out.", "part")
    for key in ("by", "every"):
        if table.has(key) and not is_split:
            table.problem(f"“{key}” belongs to “bands”. Write the bands, or leave it out.", key)
    if table.has("every") and table.has("tiers"):
        table.problem("“every” goes with “bands”, not with “tiers”.", "every")


def _shaped(table: Table, ground: Ground, by: Fact | None, length: str) -> Price:
    if table.has("tiers"):
        return _read_tiers(table, ground, by, length)
    if table.has("bands"):
        return _read_bands(table, ground, by, length)
    tariff = read_tariff(table, ground, length)
    quantity = tariff.unit.fact if tariff.unit is not None else ground.quantity
    return Price(quantity=quantity or "cost", tariff=tariff)


def read_tariff(table: Table, ground: Ground, length: str) -> Tariff:
    """Return the sum or rate of a table, a band or a tier."""

    def amount(key: str) -> Amount | None:
        return table.read(key, lambda one: read_amount(one, table.reading.facts, ground.given))

    unit = _unit(table, length) if table.has("per") else ground.unit
    if table.has("rate") and unit is None and not table.has("per"):
        table.problem(_RATE_NEEDS_PER, "rate")
    return Tariff(
        pays=amount("pays"),
        pays_each=amount("pays_each"),
        rate=amount("rate"),
        unit=unit if table.has("rate") else None,
        part=table.choice("part", _PARTS) or ground.part,
        unclear=table.words("unclear"),
    )


def _one_sum(table: Table, keys: tuple[str, ...]) -> None:
    """Report a band or tier that names no sum, or two."""
    found = [key for key in keys if table.has(key)]
    if not found:
        table.problem(f"{table.called.capitalize()} says what it pays. Add “pays” or “rate”.")
    if len(found) > 1:
        said = " and ".join(f"“{key}”" for key in found)
        table.problem(f"{said} stand here together. Keep one of them.", found[1])


def _quantity(table: Table, fact: Fact | None, key: str, value: object) -> str:
    """Return what bands or tiers look at where nothing says it: the kind of the value tells."""
    if fact is not None:
        return fact.name
    if isinstance(value, str):
        try:
            read_length(value)
        except ValueUnreadableError:
            return "cost"
        return "time"
    table.problem(
        f'“{key}” do not say what they look at. Add “by” with a fact, as by = "away".', key
    )
    return "count"


def _read_bands(table: Table, ground: Ground, by: Fact | None, length: str) -> Price:
    tables = table.tables("bands", "a band")
    facts = table.reading.facts
    edges = [one.values[k] for one in tables for k in BAND_KEYS if one.has(k)]
    tariffs = []
    for one in tables:
        one.only({*BAND_KEYS, "pays", "rate", "per", "part", "unclear"}, _BAND_HINTS)
        _one_sum(one, ("pays", "rate", "unclear"))
        tariffs.append(read_tariff(one, ground, length))
    has_numbers = any(not isinstance(one, str) for one in edges)
    unit = next((one.unit for one in tariffs if one.unit is not None), ground.unit)
    quantity = ground.quantity if by is None else by.name
    if by is None and has_numbers and unit and facts[unit.fact].kind is FactKind.NUMBER:
        quantity = unit.fact
    quantity = quantity or _quantity(table, by, "bands", edges[0] if edges else "1h")
    bands = read_bands(table, tables, facts[quantity], tuple(tariffs))
    return Price(quantity=quantity, bands=bands, every=_read_every(table, ground, facts[quantity]))


_BAND_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "at_most": "Did you mean “up_to”?",
        "to": "Did you mean “up_to”?",
        "until": "Did you mean “up_to”?",
        "less_than": "Did you mean “under”?",
        "below": "Did you mean “under”?",
        "before": "Did you mean “under”?",
        "at_least": "Did you mean “from”?",
        "more_than": "Did you mean “over”?",
        "above": "Did you mean “over”?",
        "after": "Did you mean “over”?",
        "first": "“first” belongs to “tiers”. In “bands” write “up_to”.",
        "pays_each": "“pays_each” belongs to “tiers”. In “bands” write “pays”.",
    }
)


def _read_every(table: Table, ground: Ground, fact: Fact) -> tuple[Fraction, Amount] | None:
    inner = table.table("every") if table.has("every") else None
    if inner is None:
        return None
    inner.only({"each", "pays"})
    for key in ("each", "pays"):
        if not inner.has(key):
            inner.problem(f'“every” needs “{key}”: every = {{ each = "24h", pays = 30.00 }}.')
    each = inner.read("each", lambda one: read_quantity(fact, one))
    if each is not None and each <= 0:
        inner.problem('“each” is nothing. Write how much earns the sum, as "24h".', "each")
        return None
    pays = inner.read("pays", lambda one: read_amount(one, table.reading.facts, ground.given))
    return None if each is None or pays is None else (each, pays)


def _read_tiers(table: Table, ground: Ground, by: Fact | None, length: str) -> Price:
    tables = table.tables("tiers", "a tier")
    if not tables:
        table.problem("“tiers” names no tier. Add one, or leave it out.", "tiers")
    tariffs = []
    for one in tables:
        one.only(_TIER_KEYS, _TIER_HINTS)
        _one_sum(one, _PAYING)
        tariffs.append(read_tariff(one, ground, length))
    fact = table.reading.facts[_tier_quantity(table, tables, tariffs, ground, by)]
    tiers = [_tier(one, tariff, fact) for one, tariff in zip(tables, tariffs, strict=True)]
    for one, tariff in zip(tables, tariffs, strict=True):
        if tariff.unit is not None and tariff.unit.fact != fact.name:
            one.problem(
                f"This tier counts “{fact.name}”, and its rate is paid for “{tariff.unit.fact}”. "
                "Use one of them.",
                "rate",
            )
    for one in tables[:-1]:
        if not one.has("first"):
            one.problem(
                "This tier has no “first”, so nothing is left for the next one. Say how much it "
                "covers, or put it last."
            )
    return Price(quantity=fact.name, tiers=tuple(tiers))


_TIER_HINTS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(BAND_KEYS, "In “tiers” write “first”: how much this tier covers.")
    | {"then": "Leave it out: a tier without “first” covers the rest."}
)


def _tier_quantity(
    table: Table, tables: list[Table], tariffs: list[Tariff], ground: Ground, by: Fact | None
) -> str:
    if by is not None:
        return by.name
    if any(tariff.pays_each is not None for tariff in tariffs):
        return "count"
    unit = next((one.unit for one in tariffs if one.unit is not None), None)
    if unit is not None:
        return unit.fact
    if ground.quantity:
        return ground.quantity
    first = next((one.values["first"] for one in tables if one.has("first")), "1h")
    return _quantity(table, None, "tiers", first)


def _tier(table: Table, tariff: Tariff, fact: Fact) -> Tier:
    first = table.read("first", lambda one: read_quantity(fact, one))
    if first is not None and first <= 0:
        table.problem("“first” is nothing. Say how much this tier covers.", "first")
    words = "the rest" if first is None else f"the first {quantity_words(fact.name, first)}"
    return Tier(first=first, tariff=tariff, words=words)
