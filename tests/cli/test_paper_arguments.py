"""The commands about things made and about papers take what their help says, and no more."""

import pytest

from coprod_desktop.cli.arguments import build_parser
from tests.cli.runner import Coprod


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("outputs", "F"), {"project": None}),
        (("outputs", "F", "list", "--project", "Garden"), {"project": "Garden"}),
        (
            ("outputs", "F", "credit", "A film", "--participant", "A", "--as", "voice"),
            {"thing": "A film", "credit": "voice", "named_as": None, "anonymous": False},
        ),
        (("wording", "F"), {"language": "en", "paper": None, "only_own": False}),
        (("wording", "F", "set", "A", "B", "--language", "cy"), {"own": "B", "language": "cy"}),
        (("paper-style", "F"), {"has_chart": None, "no_logo": False, "reply_days": None}),
        (("paper-style", "F", "--no-chart", "--code"), {"has_chart": False, "has_code": True}),
    ],
)
def test_what_is_typed_is_what_is_meant(words: tuple[str, ...], told: dict[str, object]) -> None:
    read = vars(build_parser().parse_args(words))
    assert {name: read[name] for name in told} == told


@pytest.mark.parametrize(
    "words",
    [
        ("outputs", "F", "add", "A film"),
        ("outputs", "F", "roll"),
        ("outputs", "F", "credit", "A film", "--as", "voice"),
        ("outputs", "F", "credit", "A film", "--participant", "A", "--as", "voice", "--anonymous",
         "--named-as", "B"),
        ("outputs", "F", "remove-credit", "voice"),
        ("wording", "F", "set", "A"),
        ("wording", "F", "set", "A", "B", "--language", "fr"),
        ("paper-style", "F", "--logo", "P", "--no-logo"),
        ("paper-style", "F", "--reply-days", "soon"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(coprod: Coprod, words: tuple[str, ...]) -> None:
    assert coprod(*words).code == 2
