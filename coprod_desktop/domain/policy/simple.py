"""The simple policy that a form can hold: by the hour, or by the half day, and so much a mile."""

import dataclasses
import datetime
import enum
import tomllib
from typing import Any

from coprod_desktop.domain.errors import RateMissingError
from coprod_desktop.domain.money import check_pence
from coprod_desktop.domain.policy.toml_text import quoted
from coprod_desktop.domain.policy.versions import PolicyVersion
from coprod_desktop.domain.text import clean_line, clean_note, fold
from coprod_desktop.domain.time import check_minutes

VEHICLES = ("car", "motorcycle", "bicycle")
_HEAD = "# Written by the form “What we pay” in Settings. It may be changed by hand."
_UNPAID = "Recorded and not paid"


class TimeBasis(enum.StrEnum):
    """How time is paid."""

    HOUR = "hour"
    HALF_DAY = "half day and day"
    UNPAID = "expenses only"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SimplePolicy:
    """The charity's payment rules as the form shows them, in pence and minutes.

    `hourly_pence` also values unpaid time, so that the same work has the same worth. A mileage
    rate in pence of None means HMRC's approved rate of the day of the journey.
    `unpaid_kinds` names kinds of work that are recorded and not paid, one a line.
    """

    basis: TimeBasis = TimeBasis.HOUR
    hourly_pence: int = 0
    half_day_pence: int = 0
    half_day_up_to_minutes: int = 240
    day_pence: int = 0
    car_mile_pence: int | None = None
    motorcycle_mile_pence: int | None = None
    bicycle_mile_pence: int | None = None
    unpaid_kinds: str = ""
    rate_source: str = ""


def simple_version(*, effective_on: datetime.date, **fields: Any) -> PolicyVersion:
    """Return a version of simple rules, not yet in a file; raises as `clean_simple`."""
    text = text_of(clean_simple(SimplePolicy(**fields)))
    return PolicyVersion(policy_id=0, version=1, effective_on=effective_on, text=text)


def clean_simple(simple: SimplePolicy) -> SimplePolicy:
    """Return the rules with their amounts checked and texts tidied.

    Raises NegativeMoneyError, MoneyTooLargeError, RateMissingError or the errors of a length of
    time for the longest half day.
    """
    for pence in (simple.hourly_pence, simple.half_day_pence, simple.day_pence, *_miles(simple)):
        check_pence(pence or 0)
    if simple.basis is TimeBasis.HALF_DAY:
        check_minutes(simple.half_day_up_to_minutes)
        for pence, missing in ((simple.half_day_pence, "half day"), (simple.day_pence, "day")):
            if not pence:
                raise RateMissingError(basis=simple.basis, missing=missing)
    return dataclasses.replace(
        simple,
        unpaid_kinds=clean_note(simple.unpaid_kinds),
        rate_source=clean_line(simple.rate_source),
    )


def _miles(simple: SimplePolicy) -> tuple[int | None, ...]:
    return simple.car_mile_pence, simple.motorcycle_mile_pence, simple.bicycle_mile_pence


# --- as a text, and back -------------------------------------------------------------------------


def text_of(simple: SimplePolicy) -> str:
    """Write the rules as a policy file."""
    parts = [_HEAD, f'[policy]\nname = "What we pay"\nsource = {quoted(simple.rate_source)}']
    kinds = [kind.strip() for kind in simple.unpaid_kinds.splitlines() if kind.strip()]
    if kinds:
        names = ", ".join(quoted(_exactly(kind)) for kind in kinds)
        parts.append(
            f'[[not_paid]]\nname = "{_UNPAID}"\nwhen = {{ kind = [{names}] }}\n'
            'because = "This kind of work is recorded and not paid."'
        )
    parts += _time_parts(simple)
    for vehicle, pence in zip(VEHICLES, _miles(simple), strict=True):
        rate = f'"hmrc-{vehicle}"' if pence is None else _pounds(pence)
        parts.append(
            f'[[mileage]]\nname = "{vehicle.capitalize()}"\nwhen = {{ vehicle = "{vehicle}" }}\n'
            f'rate = {rate}\nper = "mile"'
        )
    parts.append('[[expense]]\nname = "Costs"')
    return "\n\n".join(parts) + "\n"


def _time_parts(simple: SimplePolicy) -> list[str]:
    rate = _pounds(simple.hourly_pence)
    value = f'[[value]]\nname = "Worth of unpaid time"\nrate = {rate}\nper = "hour"'
    if simple.basis is TimeBasis.UNPAID:
        nothing = (
            '[[not_paid]]\nname = "Expenses only"\nwhen = { agreed_rate = "not given" }\n'
            'because = "We pay expenses only, for now."'
        )
        return [nothing, value]
    if simple.basis is TimeBasis.HOUR:
        return [f'[[fee]]\nname = "Time"\nrate = {rate}\nper = "hour"', value]
    edge = f"{simple.half_day_up_to_minutes}m"
    bands = (
        f'  {{ up_to = "{edge}", pays = {_pounds(simple.half_day_pence)} }},\n'
        f'  {{ over = "{edge}", pays = {_pounds(simple.day_pence)} }},'
    )
    return [f'[[fee]]\nname = "Half day or day"\nbands = [\n{bands}\n]', value]


def simple_of(text: str) -> SimplePolicy | None:
    """Read the rules back into the form; None for rules that the form could not have written.

    Remarks do not matter; `has_remarks` says whether there are any that writing anew would drop.
    """
    try:
        table = tomllib.loads(text)
        simple = _read(table)
    except (tomllib.TOMLDecodeError, KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None
    return simple if tomllib.loads(text_of(simple)) == table else None


def has_remarks(text: str) -> bool:
    """Say whether a text that the form can hold says more to readers than the form would write."""
    simple = simple_of(text)
    return simple is not None and text_of(simple) != text


def _read(table: dict[str, Any]) -> SimplePolicy:
    not_paid = {one["name"]: one for one in table.get("not_paid", ())}
    kinds = not_paid[_UNPAID]["when"]["kind"] if _UNPAID in not_paid else ()
    rates = [one["rate"] for one in table["mileage"]]
    miles = [None if isinstance(rate, str) else _pence(rate) for rate in rates]
    bands = table["fee"][0].get("bands") if "fee" in table else None
    basis = TimeBasis.UNPAID if "fee" not in table else TimeBasis.HOUR
    return SimplePolicy(
        basis=TimeBasis.HALF_DAY if bands else basis,
        hourly_pence=_pence(table["value"][0]["rate"]),
        half_day_pence=_pence(bands[0]["pays"]) if bands else 0,
        half_day_up_to_minutes=int(bands[0]["up_to"].rstrip("m")) if bands else 240,
        day_pence=_pence(bands[1]["pays"]) if bands else 0,
        car_mile_pence=miles[0],
        motorcycle_mile_pence=miles[1],
        bicycle_mile_pence=miles[2],
        unpaid_kinds="\n".join(kind.removeprefix("= ") for kind in kinds),
        rate_source=table["policy"]["source"],
    )


def _exactly(kind: str) -> str:
    """Mark a kind that would else be read as a condition, as "not attended" would be."""
    is_condition = fold(kind) == "given" or fold(kind).startswith("not ") or kind.startswith("=")
    return f"= {kind}" if is_condition else kind


def _pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02d}"


def _pence(pounds: float) -> int:
    return round(100 * pounds)
