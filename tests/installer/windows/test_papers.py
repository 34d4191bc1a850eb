"""Every part that is delivered comes with its licence and stands in the list of parts."""

import json
from pathlib import Path

import pytest

from installer.windows.papers import write_papers

_ABOUT = """Metadata-Version: 2.4
Name: Small
Version: 1.2
License-Expression: MIT

# A long description
"""


@pytest.mark.skipif(
    not Path("/usr/share/common-licenses").exists(), reason="Only Debian keeps these texts there."
)
def test_licences_are_gathered_and_parts_are_listed(tmp_path: Path) -> None:
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "LICENSE.txt").write_text("Python's", encoding="utf-8")
    info = tmp_path / "lib" / "small-1.2.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(_ABOUT, encoding="utf-8")
    (info / "licenses" / "LICENSE.md").write_text("Small's", encoding="utf-8")
    (info / "RECORD").touch()
    (info / "entry_points.txt").touch()

    assert write_papers(tmp_path, tmp_path / "lib") == 2

    licences = tmp_path / "licences"
    assert (licences / "small" / "LICENSE.md").read_text(encoding="utf-8") == "Small's"
    assert (licences / "python" / "LICENSE.txt").exists()
    assert "LESSER" in (licences / "pyside6" / "LGPL-3.txt").read_text(encoding="utf-8")
    listed = json.loads((licences / "parts.cdx.json").read_text(encoding="utf-8"))
    small = listed["components"][1]
    assert (small["name"], small["version"]) == ("small", "1.2")
    assert small["licenses"] == [{"license": {"name": "MIT"}}]
    assert sorted(path.name for path in info.iterdir()) == ["METADATA", "entry_points.txt"]
    assert "description" not in (info / "METADATA").read_text(encoding="utf-8")
