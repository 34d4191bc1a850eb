"""Real policies, written from docs/policy-format.md alone, answer their examples to the penny."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.cli.quotes import told
from coprod_desktop.domain.errors import FileMissingError, TextUnreadableError
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.services.quotes import quote_files

EXAMPLES = Path(__file__).parents[1] / "domain" / "policy" / "examples"


def expected() -> list[Any]:
    """Return every example: the folder of its policy, its case, and what is expected of it."""
    found = []
    for folder in sorted(EXAMPLES.iterdir()):
        if not folder.is_dir():
            continue
        wanted = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
        for case, wants in wanted.items():
            found.append(pytest.param(folder, case, wants, id=f"{folder.name}/{case}"))
    return found


@pytest.mark.parametrize(("folder", "case", "wants"), expected())
def test_a_real_policy_answers_its_example(
    folder: Path, case: str, wants: dict[str, object]
) -> None:
    got = told(quote_files(folder / "policy.toml", folder / case))
    refused = got["refused"]
    assert isinstance(refused, list)
    for name, value in wants.items():
        if name == "refused":
            assert isinstance(value, list)
            words = " ".join(one["because"] for one in refused).lower()
            assert [word for word in value if word.lower() not in words] == []
        elif name == "held":
            assert any(one["held"] for one in refused) is value
        else:
            day = value.isoformat() if isinstance(value, datetime.date) else value
            assert (name, got[name]) == (name, day)


@pytest.mark.parametrize(("folder", "case", "_wants"), expected())
def test_every_penny_has_its_reason(folder: Path, case: str, _wants: dict[str, object]) -> None:
    answer = quote_files(folder / "policy.toml", folder / case)
    for line in answer.lines:
        assert line.because.startswith(line.rule)
        assert isinstance(line.pence, int)
        assert line.because.endswith((".", "!", "?"))
    for one in answer.refused:
        assert one.because
        assert one.item
        assert isinstance(one.pence, int)


def test_every_policy_has_examples() -> None:
    assert len({one.values[0] for one in expected()}) >= 65


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        quote_files(tmp_path / "none.toml", tmp_path / "none.toml")
    strange = tmp_path / "strange.toml"
    strange.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TextUnreadableError):
        quote_files(strange, strange)


def test_a_mistaken_policy_names_its_lines(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(
        '[policy]\nname = "Trial"\n[[fee]]\nname = "Time"\nrate = -3\nper = "hour"\ncolour = 1\n',
        encoding="utf-8",
    )
    with pytest.raises(PolicyFileError) as raised:
        quote_files(policy, policy)
    assert [problem.line for problem in raised.value.problems] == [5, 7]
