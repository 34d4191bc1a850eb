"""How papers look is shown and changed from the command line."""

import hashlib
from pathlib import Path

from tests.cli.runner import Coprod
from tests.pictures import a_jpeg, a_png


def test_the_usual_look_is_shown(coprod: Coprod, empty: Path) -> None:
    assert coprod.told("paper-style", empty) == {
        "logo_sha256": None,
        "signature_sha256": None,
        "signed_by": "",
        "signed_as": "",
        "has_chart": False,
        "has_code": False,
        "reply_days": 5,
        "correction_days": 30,
    }


def test_what_is_said_is_changed_and_the_rest_stays(
    coprod: Coprod, empty: Path, tmp_path: Path
) -> None:
    logo, signature = tmp_path / "logo.png", tmp_path / "signature.jpg"
    logo.write_bytes(a_png())
    signature.write_bytes(a_jpeg())
    coprod.told("paper-style", empty, "--logo", logo, "--signature", signature, "--chart")
    told = coprod.told("paper-style", empty, "--signed-by", "Grace Okafor", "--reply-days", 7)
    assert told["logo_sha256"] == hashlib.sha256(a_png()).hexdigest()
    assert (told["has_chart"], told["signed_by"], told["reply_days"]) == (True, "Grace Okafor", 7)
    told = coprod.told("paper-style", empty, "--no-logo", "--no-chart", "--code")
    assert (told["logo_sha256"], told["has_chart"], told["has_code"]) == (None, False, True)
    assert told["signature_sha256"] == hashlib.sha256(a_jpeg()).hexdigest()
    said = coprod("paper-style", empty).out.splitlines()
    assert said[0].split() == ["Logo", "no"]
    assert said[2].endswith("Grace Okafor")


def test_what_cannot_be_printed_is_refused(coprod: Coprod, empty: Path, tmp_path: Path) -> None:
    text = tmp_path / "logo.svg"
    text.write_text("<svg/>", encoding="utf-8")
    assert "PNG or JPEG" in coprod.refused("paper-style", empty, "--logo", text)
    assert "gone.png" in coprod.refused("paper-style", empty, "--logo", tmp_path / "gone.png")
    assert "from 1 to 365" in coprod.refused("paper-style", empty, "--reply-days", 0)
    assert coprod.told("paper-style", empty)["logo_sha256"] is None
