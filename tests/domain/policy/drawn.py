"""Draw policies and pieces of work at random, many of them of the common kind."""

import datetime
from fractions import Fraction

import hypothesis
from hypothesis import strategies as st

from coprod_desktop.domain.policy import Policy, read_policy
from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.problems import PolicyFileError

DAY = datetime.date(2026, 1, 29)
Facts = dict[str, FactValue]


def policy_of(text: str) -> Policy:
    return read_policy(f'[policy]\nname = "Riverside"\nyear_starts = "1 March"\n{text}')


def a_piece(after: int, minutes: int, kind: str = "meeting") -> Facts:
    return {"on": DAY + datetime.timedelta(days=after), "kind": kind, "time": minutes}


PERIODS = [
    *("day", "week", "month", "quarter", "year", "tax year", "claim", "ever", "session", "entry"),
    *("3 days", "28 days", "1 month", "12 months"),
]
KINDS = ["meeting", "chairing", "reading", "travel"]
lengths = st.sampled_from(["30m", "1h", "1h20", "2h", "5h"])
rates = st.sampled_from(["12", "7.33", "0.374", "0"])
periods = st.sampled_from(PERIODS)
whens = st.sampled_from(
    [
        '{ kind = "meeting" }',
        '{ kind = "chairing" }',
        '{ kind = ["meeting", "reading"] }',
        '{ time = "over 1h" }',
        '{ weekday = ["Saturday", "Sunday"] }',
        '{ role = "chair" }',
    ]
)


@st.composite
def shapes(draw: st.DrawFn) -> str:
    """Draw how a fee is paid."""
    one, two, three = draw(rates), draw(rates), draw(rates)
    first, second = draw(lengths), draw(lengths)
    part = draw(st.sampled_from(["in proportion", "counts whole", "counts nothing"]))
    open_end = draw(st.booleans())
    rest = f'{{ rate = {three}, per = "hour" }}' if open_end else f"{{ first = {second!r}, {{}} }}"
    rest = rest.replace("{}", f'rate = {three}, per = "hour"').replace("'", '"')
    tiers = [
        f'tiers = [{{ first = "{first}", rate = {one}, per = "hour" }}, {rest}]',
        f'tiers = [{{ first = "{first}", rate = {one}, per = "30m", part = "{part}" }}, {rest}]',
        f'tiers = [{{ first = "{first}", pays = {one} }}, {rest}]',
        f"tiers = [{{ first = 2, pays_each = {one} }}, {{ pays_each = {two} }}]",
    ]
    running = draw(st.none() | st.sampled_from([one for one in PERIODS if one != "session"]))
    if running is not None:
        running = "each" if running == "entry" else running
        return f'{draw(st.sampled_from(tiers))}\nrunning = "{running}"'
    bands = (
        f'bands = [{{ up_to = "{first}", pays = {one} }}, '
        f'{{ over = "{first}", up_to = "20h", rate = {two}, per = "hour" }}]'
    )
    plain = [f"pays = {one}", f'rate = {one}\nper = "hour"\npart = "{part}"', bands]
    more = draw(st.sampled_from(["", "\ntimes = 1.5", '\nadds_time = "10m"', "\nat_least = 5"]))
    return draw(st.sampled_from([*plain, *tiers])) + more


@st.composite
def fees(draw: st.DrawFn) -> str:
    """Draw some fees, the last for everything."""
    found = []
    count = draw(st.integers(1, 3))
    for number in range(count):
        group = draw(st.sampled_from(["", 'group = "care"\n']))
        extra = draw(
            st.sampled_from(
                [
                    *("", 'because = "So it was agreed."\n', 'round = "nearest 5p"\n'),
                    *("from = 2026-02-10\n", "until = 2026-03-02\n", 'needs = ["role"]\n'),
                    *('needs = [{ fact = "role", otherwise = "warned" }]\n', 'unit = "points"\n'),
                    *('includes = ["travel"]\n', 'together = "day"\n'),
                ]
            )
        )
        when = draw(whens) if number < count - 1 else "{}"
        found.append(
            f'[[fee]]\nname = "Fee {number}"\nwhen = {when}\n{group}{extra}{draw(shapes())}\n'
        )
    return "".join(found)


@st.composite
def caps(draw: st.DrawFn) -> str:
    """Draw some caps of time, of money and of times."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        most = draw(st.sampled_from(["20.00", "33.33", '"3h"', '"10h"', '"3 times"']))
        covers = draw(st.sampled_from(["fees", "care", "Fee 0", "everything"]))
        extra = draw(
            st.sampled_from(
                [
                    *("", "", "", 'over = "held"\n', 'over = "warned"\n', "from = 2026-02-20\n"),
                    *('unless = { role = "chair" }\n', 'for_each = "role"\n'),
                    *('when = { time = "over 1h" }\n', 'because = "That is enough."\n'),
                ]
            )
        )
        found.append(
            f'[[cap]]\nname = "Cap {number}"\ncovers = ["{covers}"]\nat_most = {most}\n'
            f'per = "{draw(periods)}"\n{extra}'
        )
    if draw(st.integers(0, 5)) == 0:
        found.append('[[excess]]\nname = "First"\ncovers = ["fees"]\nfirst = "30m"\nper = "day"\n')
    return "".join(found)


OTHERS = st.sampled_from(
    [
        *("", "", ""),
        '[[not_paid]]\nname = "Reading"\nwhen = { kind = "reading" }\n',
        '[[value]]\nname = "Worth"\nrate = 13.45\nper = "hour"\n',
        '[[allowance]]\nname = "Home"\nfor = "work"\nwhen = { role = "chair" }\npays = 5\n'
        'counts_as = "payment"\n',
        '[[cancellation]]\nname = "Late"\nwhen = { cancelled_by = "us" }\nshare = "50%"\n',
    ]
)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Draw a policy that its reader takes."""
    try:
        return policy_of(draw(OTHERS) + draw(fees()) + draw(caps()))
    except PolicyFileError:
        hypothesis.reject()


@st.composite
def pieces(draw: st.DrawFn) -> Facts:
    """Draw a piece of work, on any day of three months."""
    facts = a_piece(
        draw(st.integers(0, 90)),
        draw(st.sampled_from([0, 15, 60, 61, 90, 135, 300])),
        draw(st.sampled_from(KINDS)),
    )
    rare: dict[str, st.SearchStrategy[FactValue]] = {
        "role": st.sampled_from(["chair", "member"]),
        "session": st.sampled_from(["one", "two"]),
        "unpaid": st.just(True),
        "attended": st.booleans(),
        "cancelled_by": st.just("us"),
        "breaks": st.just(Fraction(10)),
        "agreed_rate": st.sampled_from([1800, Fraction(2001, 2)]),
        "earlier": st.just(True),
    }
    for name in draw(st.lists(st.sampled_from(sorted(rare)), max_size=2)):
        value: FactValue = draw(rare[name])
        facts[name] = value
    if facts.get("earlier") and draw(st.booleans()):
        facts["paid"] = Fraction(draw(st.sampled_from([0, 2000, 1501])), 2)
    return facts


TIERS = [
    'tiers = [{ first = "2h", rate = 12, per = "hour" }, { rate = 7.33, per = "hour" }]',
    'tiers = [{ first = "1h", pays = 30 }, { first = "2h", rate = 12, per = "hour" }, '
    '{ rate = 8, per = "30m", part = "counts whole" }]',
    'tiers = [{ first = "3h", rate = 6, per = "30m", part = "counts nothing" }, '
    '{ first = "5h", rate = 5, per = "hour" }, { first = "90h", rate = 4.99, per = "hour" }]',
    "tiers = [{ first = 2, pays_each = 0 }, { pays_each = 20 }]",
    'adds_time = "10m"\ntiers = [{ first = "2h", rate = 12, per = "hour" }, '
    '{ rate = 9, per = "hour" }]\nat_most = 60\n',
]
LIMITS = ["60.00", "33.33", "0.374", '"3h"', '"10h"', '"50m"']


@st.composite
def common_policies(draw: st.DrawFn) -> Policy:
    """Draw a policy of the kind that the lane is made for."""
    spans = st.sampled_from(["week", "month", "3 days", "28 days", "1 month"])
    text = f'[[fee]]\nname = "Chairing"\nwhen = {{ kind = "chairing" }}\nrate = {draw(rates)}\n'
    text += 'per = "hour"\n[[fee]]\nname = "Time"\n'
    text += f'{draw(st.sampled_from(TIERS))}\nrunning = "{draw(spans)}"\n'
    for number in range(draw(st.integers(0, 3))):
        extra = draw(st.sampled_from(["", "", 'unless = { role = "chair" }\n', 'over = "held"\n']))
        text += (
            f'[[cap]]\nname = "Cap {number}"\ncovers = ["fees"]\n{extra}'
            f'at_most = {draw(st.sampled_from(LIMITS))}\nper = "{draw(spans)}"\n'
        )
    return policy_of(text)


@st.composite
def common_pieces(draw: st.DrawFn) -> Facts:
    """Draw a piece of work on a day of five weeks, mostly without anything special about it."""
    minutes = draw(st.sampled_from([15, 20, 30, 45, 60, 90, 135]))
    facts = a_piece(draw(st.integers(0, 35)), minutes, draw(st.sampled_from(KINDS[:3])))
    if draw(st.integers(0, 4)) == 0:
        facts["role"] = "chair"
    return facts
