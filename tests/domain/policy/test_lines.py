"""Every section, key and list item has the line on which it was written."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.lines import LineLostError, Lines, Path

TEXT = '''\
# a remark with [[fee]] in it
[policy]
name = "Riverside # not a remark"
[[fee]]
name = 'First ] }'
when = { kind = "meeting", any = [
  { role = "chair" },      # ] }
  { role = "co-chair" },
] }
bands = [
  { up_to = "4h",
    pays = 75 }, { over = "4h", pays = 150 },
]

[[fee]]
"name" = """
several
lines"""
text.inner . deep = 1
[[fee.bands]]
pays = 1
[[fee.bands]]
pays = 2
[fee.when]
kind = "x"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("policy",), 2),
        (("policy", "name"), 3),
        (("fee",), 4),
        (("fee", 0), 4),
        (("fee", 0, "name"), 5),
        (("fee", 0, "when", "kind"), 6),
        (("fee", 0, "when", "any", 1, "role"), 8),
        (("fee", 0, "bands"), 10),
        (("fee", 0, "bands", 0), 11),
        (("fee", 0, "bands", 0, "pays"), 12),
        (("fee", 0, "bands", 1), 12),
        (("fee", 1), 15),
        (("fee", 1, "name"), 16),
        (("fee", 1, "text", "inner", "deep"), 19),
        (("fee", 1, "bands", 0), 20),
        (("fee", 1, "bands", 1, "pays"), 23),
        (("fee", 1, "when", "kind"), 25),
    ],
)
def test_what_stands_in_the_text_has_its_own_line(path: Path, line: int) -> None:
    assert Lines(TEXT).line(*path) == line


def test_what_is_not_there_has_the_line_of_what_would_hold_it() -> None:
    lines = Lines(TEXT)
    assert lines.line("fee", 0, "pays") == 4
    assert lines.line("fee", 0, "bands", 0, "rate", "x") == 11
    assert lines.line("cap") == 0


@pytest.mark.parametrize("quotes", ['"""a "" b"""""', '"""\\""""', "'''a''b'''''", '"\\\\"'])
def test_quotation_marks_inside_a_text_do_not_end_it(quotes: str) -> None:
    text = f"a = {quotes}\nb = 1\n"
    assert set(tomllib.loads(text)) == {"a", "b"}
    assert Lines(text).line("b") == 2


def test_a_text_that_is_not_sound_is_refused() -> None:
    with pytest.raises(LineLostError):
        Lines("= 1")


KEYS = st.text("abc-_19", min_size=1, max_size=4)
SCALARS = st.sampled_from(["1", '"x"', "'# ]'", "2026-06-01", '"""\n\n"""', "[\n]", "{}"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3).map(lambda all_: "[\n" + ",\n".join(all_) + "]"),
    max_leaves=6,
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=8, unique_by=lambda pair: pair[0]))
def test_each_key_has_the_line_on_which_it_was_written(pairs: list[tuple[str, str]]) -> None:
    text, expected = "", {}
    for key, value in pairs:
        expected[key] = text.count("\n") + 1
        text += f"{key} = {value}\n"
    lines = Lines(text)
    assert {key: lines.line(key) for key in tomllib.loads(text)} == expected
