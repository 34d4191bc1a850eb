"""Test that a person is told every way of reaching the charity that is known, and no other."""

import pytest

from coprod_desktop.documents.contact_words import whom_to_tell


@pytest.mark.parametrize(
    ("name", "phone", "email", "expected"),
    [
        (
            "Ann",
            "01632 960 011",
            "a@b.example",
            "Phone Ann on 01632 960 011, email a@b.example, or",
        ),
        ("Ann", "01632 960 011", "", "Phone Ann on 01632 960 011, or"),
        ("Ann", "", "a@b.example", "Email Ann at a@b.example, or"),
        ("Ann", "", "", "Tell Ann, or"),
        ("", "", "", "Tell Rivermead Together, or"),
    ],
)
def test_every_known_way_is_named(name: str, phone: str, email: str, expected: str) -> None:
    said = whom_to_tell("Rivermead Together", name, phone, email).replace("\u00a0", " ")

    assert said == f"{expected} write on this page and hand it back."


def test_a_phone_number_is_never_split_over_two_lines() -> None:
    assert "01632\u00a0960\u00a0011" in whom_to_tell("R", "Ann", "01632 960 011", "")
