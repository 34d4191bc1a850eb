"""A preset is read as its page tells it, and every slip in one is named."""

import pytest

from coprod_desktop.domain.pay_presets import PresetColumn, Take, read_preset
from coprod_desktop.domain.report_errors import PresetUnreadableError

GOOD = """
[preset]
name = "Ours"
source = "Their help"
confidence = "not tried with the program"
[file]
has_headings = false
[rows]
columns = [{ take = "own", title = "Works number", heading = "No" }, { take = "payment_pounds" }]
"""


def test_a_preset_says_its_columns() -> None:
    preset = read_preset(GOOD)
    assert (preset.name, preset.has_headings) == ("Ours", False)
    own = PresetColumn(take=Take.OWN, title="Works number", heading="No")
    assert preset.columns == (own, PresetColumn(take=Take.PAYMENT_POUNDS))


@pytest.mark.parametrize(
    ("was", "now", "because"),
    [
        ("[preset]", "[preset", "]"),
        ('take = "payment_pounds"', 'take = "pounds"', "take = 'pounds'"),
        ('title = "Works number", ', "", 'take = "own"'),
        ('"No"', "7", "7"),
        ('name = "Ours"', "", "[preset] name"),
        ("has_headings", "headings", "[file] headings"),
        ("columns = [", "columns = [] #", "[rows] columns"),
        ("[rows]\n", "[row]\n", "[rows]"),
        ('{ take = "payment_pounds" }', '{ take = "payment_pounds", wide = "1" }', "wide"),
    ],
)
def test_a_slip_is_named(was: str, now: str, because: str) -> None:
    with pytest.raises(PresetUnreadableError) as refused:
        read_preset(GOOD.replace(was, now))
    assert because in str(refused.value.facts["because"])
