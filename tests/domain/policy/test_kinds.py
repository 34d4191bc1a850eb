"""A form offers every kind of work that a policy names, and each once."""

from coprod_desktop.domain.policy import read_policy
from coprod_desktop.domain.policy.kinds import kinds_of_work

POLICY = """
[policy]
name = "Trial"
[[not_paid]]
name = "Travel"
when = { kind = "Travel time" }
[[fee]]
name = "Half days"
when = { kind = ["Half day", "Travel time"], role = "chair" }
pays = 75.00
includes = ["Reading"]
[[fee]]
name = "Others"
when = { any = [{ kind = "Chairing" }, { not = { kind = "Interview" } }] }
pays = 20.00
[[expense]]
name = "Bus"
when = { kind = "bus" }
"""


def test_every_kind_of_work_is_named_once_and_no_kind_of_cost() -> None:
    assert kinds_of_work(read_policy(POLICY)) == (
        "travel time",
        "half day",
        "reading",
        "chairing",
        "interview",
    )


def test_a_policy_that_speaks_of_no_kind_offers_none() -> None:
    plain = '[policy]\nname = "Trial"\n[[fee]]\nname = "Time"\nrate = 12\nper = "hour"\n'
    assert kinds_of_work(read_policy(plain)) == ()
