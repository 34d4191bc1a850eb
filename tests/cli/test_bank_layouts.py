"""A charity keeps the layouts that it wrote itself."""

from pathlib import Path

from tests.cli.runner import Coprod, a_sheet, digest


def test_a_layout_is_saved_shown_and_removed(coprod: Coprod, empty: Path, tmp_path: Path) -> None:
    assert coprod("bank-layout", empty).out == "There is no layout of your own yet.\n"
    text = coprod.told("bank-layout", empty, "template")["text"]
    path = a_sheet(tmp_path / "ours.toml", text)
    assert coprod.told("bank-layout", empty, "save", path, "--name", "Our bank") == {
        "name": "Our bank"
    }
    assert coprod.told("bank-layout", empty) == {"own_layouts": ["Our bank"]}
    shown = coprod.told("bank-layout", empty, "show", "OUR BANK")
    assert shown == {"name": "Our bank", "text": text + "\n"}
    said = coprod("bank-layout", empty, "show", "our bank").out
    assert said == text + "\n"
    assert coprod.told("bank-layout", empty, "remove", "our bank") == {"removed": "Our bank"}
    assert "no “our bank”" in coprod.refused("bank-layout", empty, "show", "our bank")
    verbs = [one["verb"] for one in coprod.told("history", empty, "--limit", 2)["changes"]]
    assert verbs == ["remove bank layout", "save bank layout"]


def test_every_mistake_of_a_layout_is_told_with_its_line(
    coprod: Coprod, empty: Path, tmp_path: Path
) -> None:
    path = a_sheet(
        tmp_path / "ours.toml",
        "[layout]",
        'name = "Ours"',
        "[payment]",
        'columns = ["sort_code", "moon"]',
    )
    before = digest(empty)
    words = coprod.refused_in_lines("bank-layout", empty, "save", path, "--name", "Ours")
    assert words.startswith("“ours.toml” cannot be followed as it is written.\nLine ")
    assert "moon" in words
    assert digest(empty) == before
