"""Write down the case that a policy is tried on, as the case file that `coprod quote` reads."""

import dataclasses
import datetime

from coprod_desktop.domain.policy.toml_text import quoted


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExampleCase:
    """One piece of work and one journey of a day; no minutes, or no miles, leave that part out."""

    on: datetime.date
    kind_of_work: str = "Meeting"
    minutes: int = 0
    vehicle: str = "car"
    tenth_miles: int = 0


def case_text(case: ExampleCase) -> str:
    """Write a case file in which the claim is sent on the day itself (docs/policy-format.md)."""
    parts = [f"[claim]\non = {case.on.isoformat()}\nsent_on = {case.on.isoformat()}"]
    if case.minutes:
        kind = quoted(case.kind_of_work)
        parts.append(f'[[work]]\nkind = {kind}\ntime = "{case.minutes}m"')
    if case.tenth_miles:
        miles = f"{case.tenth_miles // 10}.{case.tenth_miles % 10}"
        parts.append(f"[[journey]]\nvehicle = {quoted(case.vehicle)}\nmiles = {miles}")
    return "\n\n".join(parts) + "\n"
