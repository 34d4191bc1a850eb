"""Read bands: every amount in their range belongs to exactly one of them."""

import dataclasses
from fractions import Fraction

from coprod_desktop.domain.policy.conditions import Edges
from coprod_desktop.domain.policy.facts import Fact, FactKind
from coprod_desktop.domain.policy.prices import Band, Tariff
from coprod_desktop.domain.policy.read_edges import is_backwards, read_quantity
from coprod_desktop.domain.policy.read_units import as_written
from coprod_desktop.domain.policy.tables import Table
from coprod_desktop.domain.policy.wording import length_words, quantity_words

BAND_KEYS = ("up_to", "under", "from", "over")
_WHOLE = frozenset(
    {"age", "nights", "days", "children", "people", "passengers", "engine_cc", "count"}
    | {"notice_days", "notice_working_days", "sessions_that_day"}
)


@dataclasses.dataclass(frozen=True, slots=True)
class _Drawn:
    """A band as it was written, before its neighbours fill what it leaves out."""

    table: Table
    low: Fraction | None
    has_low: bool
    high: Fraction | None
    has_high: bool

    @property
    def edges(self) -> Edges:
        """The stretch between its edges."""
        return Edges(self.low, self.has_low, self.high, self.has_high)


def read_bands(
    table: Table, tables: list[Table], fact: Fact, tariffs: tuple[Tariff, ...]
) -> tuple[Band, ...]:
    """Return bands that neither overlap nor leave a gap; what is mistaken is kept."""
    if not tables:
        table.problem("“bands” names no band. Add one, or leave it out.", "bands")
    drawn = [_draw(one, fact) for one in tables]
    for place in range(1, len(drawn)):
        before, after = drawn[place - 1], drawn[place]
        if before is not None and after is not None:
            drawn[place - 1], drawn[place] = _join(before, after, fact)
    return tuple(
        Band(edges=one.edges, tariff=tariff, words=_words(one, fact), line=one.table.line)
        for one, tariff in zip(drawn, tariffs, strict=True)
        if one is not None
    )


def _draw(table: Table, fact: Fact) -> _Drawn | None:
    """Return a band as it was written; None with the mistake kept."""
    for one, other in (("up_to", "under"), ("from", "over")):
        if table.has(one) and table.has(other):
            table.problem(f"“{one}” and “{other}” stand here together. Keep one of them.", other)
            return None
    found = {key: table.read(key, lambda one: read_quantity(fact, one)) for key in BAND_KEYS}
    if any(found[key] is None and table.has(key) for key in BAND_KEYS):
        return None
    high = found["up_to"] if table.has("up_to") else found["under"]
    low = found["from"] if table.has("from") else found["over"]
    drawn = _Drawn(table, low, not table.has("over"), high, not table.has("under"))
    if is_backwards(drawn.edges):
        key = "from" if table.has("from") else "over"
        table.problem("Nothing lies in this band: its lower edge is not below its upper one.", key)
        return None
    return drawn


def _join(before: _Drawn, after: _Drawn, fact: Fact) -> tuple[_Drawn, _Drawn]:
    """Fill the edge that a band leaves to its neighbour, and report overlaps and gaps."""
    if before.high is None:
        after.table.problem(
            "The band before this one has no upper edge, so it reaches into this one. Give that "
            "band an “up_to” or “under”, or put it last."
        )
        return before, after
    if after.low is None:
        filled = dataclasses.replace(after, low=before.high, has_low=not before.has_high)
        if is_backwards(filled.edges):
            after.table.problem("This band ends below the one before it. Put the bands in order.")
        return before, filled
    if is_next_whole(before.edges, after.edges, fact):
        return dataclasses.replace(before, high=after.low, has_high=False), after
    key = "from" if after.has_low else "over"
    sentence = _how_they_touch(before.high, before.has_high, after, after.low, fact)
    if sentence:
        after.table.problem(sentence, key)
    return before, after


def is_next_whole(before: Edges, after: Edges, fact: Fact) -> bool:
    """Say whether "up to 3h59" is followed by "from 4h": nothing is measured between them."""
    is_whole = fact.kind is not FactKind.NUMBER or fact.name in _WHOLE
    if before.high is None or after.low is None or not (is_whole and before.has_high):
        return False
    return after.has_low and after.low == before.high + 1  # type: ignore[operator]  # bands have no days


def _how_they_touch(
    high: Fraction, has_high: bool, after: _Drawn, low: Fraction, fact: Fact
) -> str:
    """Return what is amiss between two neighbours, or nothing."""
    end, begin = _said(fact, high), _said(fact, low)
    written = as_written(after.table.values["from" if after.has_low else "over"])
    if low < high:
        return (
            f"This band begins at {begin}, and the one before it ends only at {end}. Let each "
            "band begin where the one before it ends."
        )
    if low > high:
        return (
            f"No band covers what lies between {end} and {begin}. Let this band begin where the "
            "one before it ends, or write a band between them with “unclear”."
        )
    if has_high and after.has_low:
        return f"Exactly {end} belongs to both bands. Make one of them “over = {written}”."
    if not has_high and not after.has_low:
        return f"Exactly {end} belongs to neither band. Make one of them “from = {written}”."
    return ""


def _said(fact: Fact, quantity: Fraction) -> str:
    is_length = fact.kind is FactKind.LENGTH
    return length_words(quantity) if is_length else quantity_words(fact.name, quantity)


def _words(one: _Drawn, fact: Fact) -> str:
    """Return a band as the end of "3 hours is …"."""
    parts = []
    if one.low is not None:
        word = "at least" if one.has_low else "over"
        parts.append(f"{word} {_said(fact, one.low)}")
    if one.high is not None:
        word = "up to" if one.has_high else "under"
        parts.append(f"{word} {_said(fact, one.high)}")
    return " and ".join(parts) or "any amount"
