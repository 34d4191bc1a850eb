"""A policy file is read whole, and every mistake in it is told at once."""

import re
import string
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.facts import FactKind
from coprod_desktop.domain.policy.problems import PolicyFileError, Problem
from coprod_desktop.domain.policy.read_case import read_case
from coprod_desktop.domain.policy.read_policy import read_policy
from tests.domain.policy.texts import HEAD, mistakes_of, mistakes_of_whole, policy_of, rule_of

PAGE = (Path(__file__).parents[3] / "docs" / "policy-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
NEVER = re.compile(
    r"\b(invalid|user|error|illegal|failed|exception|wrong|must|employee|payroll|manage|process|"
    r"submit|empower|beneficiary|None|Fraction|Decimal)\b"
)
# What fragments of the page take for granted.
OWN = '[facts]\nregistration_number = "words"\nreason_code = "words"\nordered_by_us = "yes or no"\n'
COVERED = '[[fee]]\nname = "Audience"\npays = 1\n[[mileage]]\nname = "Car"\nrate = 1\n'
COVERED += '[[expense]]\nname = "Public transport"\ngroup = "travel"\n'


def is_case(block: str) -> bool:
    return "[[work]]" in block


def as_policies(block: str) -> list[str]:
    """Return a block of the page as whole policies: its fragments are keys of a rule."""
    if "[policy]" in block:
        return [block]
    body, sections = re.match(r"(.*?)(^\[.*)?\Z", block, re.DOTALL | re.MULTILINE).groups()  # type: ignore[union-attr]  # matches everything
    known = OWN if "[facts]" not in block else ""
    found = []
    for part in body.split("\n\n"):
        if "=" in part:
            price = (
                "" if re.search(r"^(rate|pays|bands|tiers) =", part, re.MULTILINE) else "pays = 1"
            )
            found.append(f'{HEAD}{known}[[fee]]\nname = "Part"\n{price}\n{part}\n')
    for group in re.split(r"\n(?=# )", sections or ""):
        needs = COVERED if "covers" in group else ""
        found += [f"{HEAD}{known}{needs}{group}\n"] if "[" in group else []
    return found


@pytest.mark.parametrize("block", [one for one in BLOCKS if not is_case(one)])
def test_every_policy_of_the_page_can_be_read(block: str) -> None:
    texts = as_policies(block)
    assert texts
    for text in texts:
        assert mistakes_of_whole(text) == [], text


@pytest.mark.parametrize("block", [one for one in BLOCKS if is_case(one)])
def test_every_case_of_the_page_can_be_read(block: str) -> None:
    assert read_case(block, policy_of("")).entries


def test_the_page_holds_what_these_tests_look_for() -> None:
    assert len(BLOCKS) > 15
    assert sum(map(is_case, BLOCKS)) == 2


def test_the_example_at_the_top_of_the_page_is_read() -> None:
    policy = read_policy(BLOCKS[0])
    assert policy.name == "Riverside involvement policy"
    assert policy.source == "Policy of 1 April 2026, page 3"
    assert [(rule.name, rule.line) for rule in policy.rules] == [
        ("Meetings", 6),
        ("Car", 15),
        ("Public transport", 21),
    ]
    assert policy.claims.deadlines[0].months == 3
    assert policy.promises[0].days == 14
    assert policy.used_facts == {"kind", "time", "vehicle", "miles", "receipt", "cost"}


def test_the_head_says_from_when_and_how_breaks_are_taken() -> None:
    policy = policy_of(
        'from = 2026-04-01\nuntil = 2027-03-31\nbreaks = "paid"\nyear_starts = "1 August"\n'
        'automatic_breaks = [{ over = "6h", takes = "30m" }, { from = "9h", takes = "1h" }]\n'
    )
    assert policy.starts_on is not None
    assert policy.ends_on is not None
    assert policy.breaks_are_paid
    assert policy.automatic_breaks == (
        (Fraction(360), False, Fraction(30)),
        (Fraction(540), True, Fraction(60)),
    )


def test_facts_of_the_policys_own_can_be_used_everywhere() -> None:
    policy = policy_of('[facts]\npages = "Number"\ncost = "money"\n')
    assert [(fact.name, fact.kind) for fact in policy.own_facts] == [("pages", FactKind.NUMBER)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ['Line 1: The file is empty. A policy begins with [policy] and name = "…".']),
        ("[claims]\n", ['The policy has no head. Begin the file with [policy] and name = "…".']),
        ("[policy]\n", ['Line 1: [policy] needs a name. Add name = "…".']),
        (
            '[[policy]]\nname = "x"\n',
            ["Line 1: Write [policy] with one pair of brackets: it stands once."],
        ),
    ],
)
def test_a_policy_has_a_head_with_a_name(text: str, said: list[str]) -> None:
    assert mistakes_of_whole(text) == said


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('title = "x"', 3, "“title” is not a key of [policy]."),
        ('breaks = "x"', 3, "“breaks” cannot be “x”."),
        ('year_starts = "31 June"', 3, "the calendar has no “31 June”"),
        ('automatic_breaks = [{ takes = "30m" }]', 3, "says from how long"),
        ('automatic_breaks = [{ over = "6h" }]', 3, "says what it takes out"),
        ("from = 2026-02-01\nuntil = 2026-01-01", 4, "“until” is before “from”."),
        ("[fees]", 3, "[fees] is not a section. Did you mean [[fee]]?"),
        ("[[work]]", 3, "[[work]] belongs into the case file."),
        ('[facts]\nTravel = "words"', 4, "A fact cannot be called “Travel”."),
        ('[facts]\nany = "words"', 4, "A fact cannot be called “any”."),
        ('[facts]\ncost = "number"', 4, "“cost” is known already, and is written as money."),
        ('[facts]\npages = "numbers"', 4, "“pages” cannot be “numbers”."),
        (
            '[[fee]]\nname = "One"\npays = 1\n[[fee]]\nname = "ONE"\npays = 1',
            7,
            "The name “ONE” is used in line 3 already.",
        ),
        (
            '[[mileage]]\nname = "Car"\nrate = 1\nnever_more_than = ["far"]',
            6,
            "“far” is neither a money fact nor the name of another rule.",
        ),
        (
            '[[mileage]]\nname = "Car"\nrate = 1\nnever_more_than = ["Car"]',
            6,
            "“Car” is neither a money fact nor the name of another rule.",
        ),
        (
            '[[cap]]\nname = "C"\ncovers = ["Cra"]\nat_most = 1\nper = "month"\n'
            '[[mileage]]\nname = "Car"\nrate = 1',
            5,
            "“Cra” is neither the name of a rule nor a group. Did you mean “car”?",
        ),
        (
            '[[cap]]\nname = "C"\ncovers = "Mileage"\nat_most = 1\nper = "month"\n'
            '[[mileage]]\nname = "Mileage"\nrate = 1\n[[mileage]]\nname = "Bicycle"\nrate = 1',
            5,
            "“Mileage” is the name of a rule and also means all of them.",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(text: str, line: int, words: str) -> None:
    (said,) = mistakes_of(text + "\n")
    assert said.startswith(f"Line {line}: ")
    assert words in said


def test_all_mistakes_are_told_at_once_in_the_order_of_lines() -> None:
    said = mistakes_of(
        "[[fee]]\npay = 1\n[[mileage]]\nname = 'M'\nrate = -1\n[claims]\nlate = 'x'\n"
        "deadlines = [{ after = 'activity' }]\n"
    )
    lines = [int(re.findall(r"\d+", one)[0]) for one in said]
    assert lines == sorted(lines) == [3, 4, 7, 9, 10]


def test_comparisons_keep_the_name_of_the_rule() -> None:
    before = '[[expense]]\nname = "Second Class"\n'
    rule = policy_of(f'{before}[[expense]]\nname = "B"\nnever_more_than = "second class"\n').rules[
        1
    ]
    assert rule.never_more_than == ("Second Class",)
    assert rule_of("expense", 'never_more_than = "fare"\n').never_more_than == ("fare",)


def test_a_cap_on_the_only_rule_of_a_kind_may_use_the_word_for_both() -> None:
    text = '[[mileage]]\nname = "Mileage"\nrate = 1\n[[cap]]\nname = "C"\ncovers = "mileage"\n'
    assert policy_of(text + 'at_most = 1\nper = "month"\n').caps[0].covers == {"mileage"}


WORDS = st.sampled_from(
    [
        *("[policy]", "[[fee]]", "[[mileage]]", "[[expense]]", "[[allowance]]", "[[cap]]"),
        *("[[not_paid]]", "[[cancellation]]", "[[value]]", "[[method]]", "[claims]", "[payments]"),
        *("[facts]", "[[fee.bands]]", "[fee]", "[[work]]", "[[day]]", "[claim]", "[person]"),
        *(f'name = "{letter}"' for letter in "ABC"),
        *("pays = 1", "rate = 0.45", 'per = "hour"', 'per = "mile"', "bands = []", "tiers = [{}]"),
        *('bands = [{ up_to = "4h", pays = 1 }, { pays = 2 }]', "limit = {}", "limit = 5"),
        *('when = { kind = "x" }', "when = { any = [{ x = 1 }] }", "when = 3", "needs = [{}]"),
        *('covers = ["A"]', 'at_most = "6 times"', 'for = "work"', 'counts_as = "payment"'),
        *("deadlines = [{ days = 3 }]", "promises = [3]", 'only = "cash"', "on = 2026-01-01"),
        *('kind = "x"', 'time = "3h"', 'starts = "10:00"', 'ends = "09:00"', "miles = -1"),
        *(
            "x = nan",
            "x = inf",
            "pays = 1e400",
            "from = 9999-12-31",
            "until = 2026-01-01T10:00:00Z",
        ),
        *("share = '1/0'", "times = ['x', 0, {}]", "by = 'on'", "every = { each = 0 }"),
        *("running = '0 days'", "round = 'up to 0p'", "group = ''", "name = ''", "unit = 'points'"),
    ]
)
KEYS = st.sampled_from(
    "name when from until needs group round pays rate per part bands tiers by every times at_least "
    "at_most together includes round_quantity adds_time unit as running limit share for covers "
    "deadlines promises methods take late smallest on time cost kind starts ends age".split()
)
VALUES = st.recursive(
    st.one_of(
        st.integers(-(10**14), 10**14).map(str),
        st.floats(allow_nan=False, allow_infinity=False).map(repr),
        st.text(string.printable.replace("\r", ""), max_size=12).map(
            lambda text: "'" + re.sub(r"[^ -&(-~]", "", text) + "'"
        ),
        st.sampled_from(["true", "false", "2026-06-01", "'3h'", "'over 4h'", "'not x'", "'£5'"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key} = {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=5,
)
ROWS = st.one_of(WORDS, st.tuples(KEYS, VALUES).map(" = ".join))


def sentences_of(text: str) -> list[str]:
    """Read a text as a policy and as a case; only PolicyFileError may come of it."""
    found: list[Problem] = []
    for read in (read_policy, lambda one: read_case(one, policy_of(""))):
        try:
            read(text)
        except PolicyFileError as error:
            found += error.problems
    return [problem.sentence for problem in found]


@given(st.lists(ROWS, max_size=14))
@example(["[[cap]]", "covers = 'x'", "at_most = '£'", "per = {}"])
def test_nothing_that_looks_like_a_policy_stops_the_reader_in_any_other_way(
    rows: list[str],
) -> None:
    for sentence in sentences_of("\n".join([HEAD, *rows])):
        assert sentence.endswith((".", "?")), sentence
        assert not sentence.endswith("?.")


@given(st.text(max_size=200))
def test_no_text_whatever_stops_the_reader_in_any_other_way(text: str) -> None:
    assert all(sentences_of(text)) or not text


def test_the_sentences_are_plain(mistakes: list[str]) -> None:
    assert mistakes
    assert [one for one in mistakes if NEVER.search(one)] == []


@pytest.fixture
def mistakes() -> list[str]:
    """Every sentence that the readers can say, as it stands in their code."""
    folder = Path(__file__).parents[3] / "coprod_desktop" / "domain" / "policy"
    files = [*folder.glob("read_*.py"), *(folder / f"{n}.py" for n in ("tables", "toml_text"))]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return re.findall(r"problem\(\s*f?[\"'](.*)[\"']", texts)
