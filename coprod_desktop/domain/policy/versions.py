"""The versions of a charity's policy, each from its day on; what was agreed keeps its own."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PolicyVersion:
    """The text of the payment rules (docs/policy-format.md) that hold from a day on."""

    policy_id: int
    version: int
    effective_on: datetime.date
    text: str
