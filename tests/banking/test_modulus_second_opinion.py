"""Another program that checks accounts agrees with ours on a hundred thousand pairs."""

import functools
import random

import pytest
from uk_modulus_check import SortCodeSubstitutionTable, UKModulusChecker
from uk_modulus_check import WeightTable as TheirTable

from coprod_desktop.banking.modulus import check_account
from coprod_desktop.banking.modulus_table import WeightTable, read_substitutions, read_weights
from coprod_desktop.domain.account_checks import AccountCheck
from tests.banking.weights import SUBSTITUTIONS, WEIGHTS, published_cases

TABLES, PAIRS_OF_A_TABLE = 10, 560  # for each of 18 families: 100,800 pairs
# Which checks stand together in the table of Vocalink; 0 is no exception.
FAMILIES: tuple[tuple[tuple[str, int], ...], ...] = (
    (("MOD10", 0),), (("MOD11", 0),), (("DBLAL", 0),),
    (("MOD11", 0), ("DBLAL", 0)), (("DBLAL", 0), ("MOD11", 0)), (("MOD11", 0), ("MOD11", 0)),
    (("DBLAL", 1),), (("MOD11", 2), ("MOD11", 9)), (("MOD11", 0), ("DBLAL", 3)), (("MOD11", 4),),
    (("MOD11", 5), ("DBLAL", 5)), (("MOD11", 6), ("DBLAL", 6)), (("MOD11", 7),), (("MOD10", 8),),
    (("MOD11", 10), ("MOD11", 11)), (("MOD11", 12), ("MOD10", 13)), (("MOD11", 12), ("MOD11", 13)),
    (("MOD11", 14),),
)  # fmt: skip
ROOM = 40_000  # sort codes of a family: two ranges that hold, with a gap before each
# The other program leaves exception 8 out. With the one real sort code of that exception nobody
# can tell: 08-60-90 and 09-01-26 both weigh 27. With drawn weights it tells, and the text of the
# rule is plain, so the other is asked about 09-01-26: a row without exception holds there.
SORT_CODE_OF_EXCEPTION_8 = 90126
FAMILY_OF_EXCEPTION_5 = FAMILIES.index((("MOD11", 5), ("DBLAL", 5)))
FAMILY_OF_EXCEPTION_8 = FAMILIES.index((("MOD10", 8),))


class SecondOpinion:
    """The other program, with the same two texts."""

    def __init__(self, weights: str, substitutions: str) -> None:
        table, substituted = TheirTable(), SortCodeSubstitutionTable()
        table.reload(weights.splitlines())
        substituted.reload(substitutions.splitlines())
        self._checker = UKModulusChecker(table, substituted)

    def check(self, sort_code: int, account: int) -> AccountCheck:
        answer = self._checker.validate(sort_code, account)
        if not answer.known_sort_code:
            return AccountCheck.CANNOT_BE_CHECKED
        return AccountCheck.VALID if answer.result else AccountCheck.NOT_VALID


def base(family: int) -> int:
    """Give the first sort code of a family's room; the rooms begin at 10-00-00."""
    return 100_000 + family * ROOM


def drawn_weights(chance: random.Random, method: str) -> list[int]:
    """Draw weights such as the real ones: to 10, some 128 and some -1, the last mostly 1."""
    unusual = [64, 128] if method == "DBLAL" else [64, 128, -1]
    weights = [chance.randint(0, 10) for _place in range(14)]
    weights[chance.randrange(14)] = chance.choice([*unusual, *range(11)])
    weights[13] = chance.choice([1, 1, 1, 0, 3])
    return weights


def drawn_tables(chance: random.Random) -> tuple[str, str]:
    """Write a weight table with every exception, and substitutions for half of exception 5."""
    lines = []
    for family, checks in enumerate(FAMILIES):
        for begin in (base(family) + 1_000, base(family) + 20_000):
            for method, exception in checks:
                weights = drawn_weights(chance, method)
                spans = [(begin, begin + 15_000)]
                if exception == 8:
                    # One set of weights for every sort code of exception 8, as Vocalink has it.
                    spans = [(begin, begin + 35_000)] if begin == base(family) + 1_000 else []
                lines += [line(*span, method, weights, exception) for span in spans]
                if exception == 8 and spans:
                    only = SORT_CODE_OF_EXCEPTION_8
                    lines.append(line(only, only, method, weights, 0))
    codes = range(base(FAMILY_OF_EXCEPTION_5) + 1_000, base(FAMILY_OF_EXCEPTION_5) + 36_000, 2)
    substitutions = [
        f"{code:06} {base(FAMILY_OF_EXCEPTION_5) + chance.randrange(ROOM):06}" for code in codes
    ]
    return "\n".join(sorted(lines, key=lambda one: one[:13])), "\n".join(substitutions)


def line(first: int, last: int, method: str, weights: list[int], exception: int) -> str:
    written = "".join(f" {weight:4}" for weight in weights)
    return f"{first:06} {last:06} {method}{written}" + (f" {exception:3}" if exception else "")


def drawn_account(chance: random.Random) -> str:
    """Draw eight digits, half of them with the digits that some exception looks at."""
    digits = [chance.choice("0123456789") for _place in range(8)]
    if chance.random() < 0.5:
        digits[0] = chance.choice("000456789")
        digits[1] = chance.choice([digits[1], "9"])
        digits[2] = chance.choice([digits[2], "6", "9"])
        digits[6] = chance.choice([digits[6], "9", "0"])
        digits[7] = chance.choice([digits[7], digits[6], "0", "1", "9"])
    return "".join(digits)


@functools.cache
def both_programs(number: int) -> tuple[WeightTable, SecondOpinion]:
    """Give both programs the same drawn tables."""
    weights, substitutions = drawn_tables(random.Random(f"table {number}"))
    ours = read_weights(weights, read_substitutions(substitutions))
    return ours, SecondOpinion(weights, substitutions)


@pytest.mark.parametrize("family", range(len(FAMILIES)), ids=map(str, FAMILIES))
def test_both_programs_give_the_same_answer(family: int) -> None:
    chance = random.Random(f"family {family}")
    answers = set()
    for number in range(TABLES):
        table, theirs = both_programs(number)
        for _pair in range(PAIRS_OF_A_TABLE):
            sort_code, account = base(family) + chance.randrange(ROOM), drawn_account(chance)
            answer = check_account(table, f"{sort_code:06}", account)
            is_known = answer is not AccountCheck.CANNOT_BE_CHECKED
            replaced = family == FAMILY_OF_EXCEPTION_8 and is_known
            asked = SORT_CODE_OF_EXCEPTION_8 if replaced else sort_code
            assert answer is theirs.check(asked, int(account)), (number, sort_code, account)
            answers.add(answer)
    assert answers == set(AccountCheck)  # a family that always answers alike would prove nothing


def test_the_other_program_has_the_published_cases_right_too() -> None:
    theirs = SecondOpinion(WEIGHTS, SUBSTITUTIONS)
    amiss = [
        number
        for number, sort_code, account, is_valid in published_cases()
        if (theirs.check(int(sort_code), int(account)) is AccountCheck.VALID) is not is_valid
    ]
    assert amiss == []
