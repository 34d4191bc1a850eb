"""Each kind of rule is read with its own keys, and says what it lacks."""

from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.periods import PeriodKind
from coprod_desktop.domain.policy.prices import Price, Tariff, Times
from coprod_desktop.domain.policy.read_prices import Ground
from coprod_desktop.domain.policy.read_rules import KEYS, read_limit, read_rule
from coprod_desktop.domain.policy.rules import CountsAs, Section, Subject
from tests.domain.policy.texts import a_table, mistakes_of, policy_of, rule_of


def test_a_fee_keeps_all_that_the_page_names() -> None:
    rule = rule_of(
        "fee",
        """
when = { kind = "meeting" }
from = 2026-04-01
until = 2027-03-31
rate = 20
per = "hour"
together = "day"
includes = ["Preparation", "reading"]
round_quantity = "up to 15m"
adds_time = "1h"
round = "nearest 5p"
group = "Core Fees"
as = "voucher"
because = "As agreed in March."
""",
    )
    assert (rule.section, rule.applies_to, rule.counts_as) == (
        Section.FEE,
        Subject.WORK,
        CountsAs.PAYMENT,
    )
    assert rule.line == 3
    assert rule.together is not None
    assert rule.together.kind is PeriodKind.DAY
    assert rule.includes == {"preparation", "reading"}
    assert rule.price is not None
    assert rule.price.adds_minutes == 60
    assert rule.price.quantity_rounding is not None
    assert rule.group == "core fees"
    assert rule.is_voucher
    assert rule.because == "As agreed in March."
    assert rule.starts_on is not None
    assert rule.ends_on is not None
    assert rule.holds_on(rule.starts_on)
    assert rule.holds_on(rule.ends_on)


def test_mileage_runs_over_a_year_for_each_role() -> None:
    rule = rule_of(
        "mileage",
        "tiers = [{ first = 10000, rate = 0.45 }, { rate = 0.25 }]\n"
        'running = "tax year"\nrunning_for = "role"\nelsewhere = true\nnever_more_than = "fare"\n',
    )
    assert rule.running is not None
    assert rule.running.starts == (4, 6)
    assert rule.running_for == ("role",)
    assert rule.counts_elsewhere
    assert rule.never_more_than == ("fare",)
    assert (rule.applies_to, rule.counts_as) == (Subject.JOURNEY, CountsAs.REIMBURSEMENT)


def test_an_expense_is_paid_at_cost_with_a_limit_or_as_a_share() -> None:
    assert rule_of("expense", "").price is None
    fixed = Price(quantity="cost", tariff=Tariff(pays=Fraction(350)))
    assert rule_of("expense", "limit = 3.50\n").limit == fixed
    assert rule_of("expense", "at_most = 3.50\n").limit == fixed
    ticket = rule_of("expense", 'share = "1/7"\ntimes = "days"\nround = "up to 1p"\n')
    assert (ticket.share, ticket.times, ticket.price) == (
        Fraction(1, 7),
        (Times("days"),),
        None,
    )
    by_fact = '[facts]\nauthorised_amount = "money"\n'
    limit = rule_of("expense", 'limit = "authorised_amount"\n', before=by_fact).limit
    assert limit is not None
    assert limit.tariff == Tariff(pays="fact:authorised_amount")


def test_a_rule_may_count_as_something_else_than_its_kind() -> None:
    assert rule_of("expense", 'counts_as = "payment"\n').counts_as is CountsAs.PAYMENT
    allowance = 'for = "day"\npays = 5\ncounts_as = "reimbursement"\n'
    rule = rule_of("allowance", allowance)
    assert (rule.applies_to, rule.counts_as) == (Subject.DAY, CountsAs.REIMBURSEMENT)


def test_what_is_unclear_needs_no_price() -> None:
    rule = rule_of("fee", 'unclear = "The policy does not say."\n')
    assert (rule.unclear, rule.price) == ("The policy does not say.", None)


def test_the_other_rules_are_read() -> None:
    assert rule_of("not_paid", 'for = "everything"\n').applies_to is Subject.EVERYTHING
    assert rule_of("not_paid", "").applies_to is Subject.WORK
    assert rule_of("cancellation", 'share = "150%"\n').share == Fraction(3, 2)
    assert rule_of("cancellation", "pays = 25\n").price is not None
    assert rule_of("value", 'rate = 13.45\nper = "hour"\nsource = "LWF"\n').source == "LWF"


@pytest.mark.parametrize(
    ("section", "text", "line", "words"),
    [
        ("fee", "", 3, "This fee does not say what it pays."),
        ("fee", "pay = 5", 5, "“pay” is not a key of [[fee]]. Did you mean “pays”?"),
        ("fee", "pays = 5\nlimit = 4", 6, "“limit” is not a key of [[fee]]."),
        ("fee", "pays = 5\nfrom = 2026-06-01\nuntil = 2026-05-31", 7, "“until” is before “from”."),
        ("fee", "pays = 5\nrunning = 'year'", 6, "“running” belongs to “tiers”."),
        ("fee", "tiers = [{ pays_each = 1 }]\nrunning_for = 'role'", 6, "“running_for” needs"),
        ("fee", "pays = 5\nas = 'cash'", 6, 'Write "voucher".'),
        ("fee", "pays = 5\nincludes = []", 6, "“includes” names nothing."),
        ("mileage", "", 3, "This mileage has no rate."),
        ("mileage", "rate = 1\nelsewhere = true", 6, "“elsewhere” belongs to “tiers”."),
        ("expense", "pays = 5\nlimit = 4", 6, "“limit” cuts the cost"),
        ("expense", "pays = 5\nshare = '50%'", 6, "“share” stands beside a price."),
        ("expense", "limit = {}", 5, "“limit” names no sum."),
        ("expense", "limit = { pays = 1, pay = 2 }", 5, "“pay” is not a key of “limit”."),
        ("expense", "limit = 4\nat_most = 5", 6, "“limit” and “at_most” stand here together."),
        ("expense", "limit = 4\nunless = { receipt = true }", 6, "Put “unless” into the table"),
        ("expense", "limit = 4\ntimes = 'days'", 6, "Put “times” into the table of the limit"),
        ("expense", "at_least = 4", 5, "“at_least” needs a price beside it."),
        ("expense", "share = 'half'", 5, "“half” is not a share"),
        ("allowance", "for = 'work'\npays = 1", 3, "does not say what it counts as"),
        ("allowance", "counts_as = 'payment'\npays = 1", 3, "does not say what it belongs to"),
        ("allowance", "for = 'work'\ncounts_as = 'payment'", 3, "does not say what it pays"),
        ("not_paid", "pays = 1", 5, "“pays” is not a key of [[not_paid]]."),
        ("not_paid", "for = 'taxi'", 5, "“for” cannot be “taxi”."),
        ("cancellation", "", 3, "Add “share” or “pays”."),
        ("value", "", 3, "This value names no worth."),
    ],
)
def test_a_rule_that_lacks_something_is_told_what(
    section: str, text: str, line: int, words: str
) -> None:
    (said,) = mistakes_of(f'[[{section}]]\nname = "One"\n{text}\n')
    assert said.startswith(f"Line {line}: ")
    assert words in said


def test_a_rule_needs_a_name() -> None:
    assert mistakes_of("[[fee]]\npays = 5\n") == ['Line 3: [[fee]] needs a name. Add name = "…".']
    assert mistakes_of("[[fee]]\nname = 3\npays = 5\n") == [
        "Line 4: “name”: “3” is not text; put it in quotation marks."
    ]


def test_rules_of_all_sections_stand_in_the_order_of_the_file() -> None:
    text = "".join(
        f'[[{section}]]\nname = "{n}"\npays = 1\n'
        for n, section in enumerate(["fee", "expense", "fee", "mileage", "expense"])
    )
    assert [rule.name for rule in policy_of(text).rules] == ["0", "1", "2", "3", "4"]


def test_every_section_can_be_read_alone() -> None:
    for section in Section:
        values = {"name": "x", "pays": 1, "for": "work", "counts_as": "payment"}
        table = a_table({key: value for key, value in values.items() if key in KEYS[section]})
        assert read_rule(table, section).section is section
        table.reading.finish()
    assert read_limit(a_table({"limit": 5}), "limit", Ground()) is not None
