"""A policy names the facts that it looks at, and no others."""

from coprod_desktop.domain.policy.used_facts import facts_that_matter
from tests.domain.policy.texts import policy_of

TEXT = """
[facts]
pages = "number"
authorised_amount = "money"
[[fee]]
name = "A"
when = { kind = "meeting", any = [{ role = "chair" }], on = "up to agreed_on" }
bands = [{ up_to = 15, pays = 1 }]
by = "age"
times = "people"
[[fee]]
name = "B"
rate = 1
per = "page"
[[mileage]]
name = "C"
tiers = [{ first = 10, rate = 1 }]
running = "year"
running_for = "project"
never_more_than = ["fare", "A"]
[[expense]]
name = "D"
limit = { pays = "authorised_amount", unless = { agreed_before = true } }
needs = [{ fact = "receipt", when = { place = "London" } }]
[[cap]]
name = "E"
covers = "fees"
at_most = "5h"
per = "week"
for_each = "capacity"
unless = { online = true }
[[method]]
name = "F"
only = "cash"
when = { method = "given" }
[claims]
needs = ["evidence"]
"""


def test_a_policy_knows_every_fact_that_it_looks_at() -> None:
    policy = policy_of(TEXT)
    assert (
        policy.used_facts
        == facts_that_matter(policy)
        == {
            *(
                "kind",
                "role",
                "on",
                "agreed_on",
                "age",
                "people",
                "pages",
                "miles",
                "project",
                "fare",
            ),
            *("authorised_amount", "agreed_before", "receipt", "place", "cost", "time", "capacity"),
            *("online", "method", "evidence"),
        }
    )


def test_a_policy_without_rules_looks_at_nothing() -> None:
    assert policy_of("").used_facts == frozenset()
