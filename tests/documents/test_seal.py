"""Test that a seal proves a paper genuine and that no changed byte goes unnoticed."""

from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.seal import fingerprint, new_seal_key, read_seal, seal
from coprod_desktop.domain.errors import (
    DomainError,
    PaperChangedError,
    PaperNotSealedError,
    PaperUnreadableError,
)

KEY = "01" * 32
OTHER_KEY = "02" * 32
PAPER = b"%PDF-1.7\nwhat the paper says\n%%EOF\n"
PATH = Path("paper.pdf")


def test_a_sealed_paper_is_genuine_and_names_the_key() -> None:
    read = read_seal(seal(PAPER, KEY), PATH)

    public = bytes.fromhex("8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c")
    assert read == fingerprint(public)
    assert [len(group) for group in read.split(" ")] == [4, 4, 4, 4]


def test_the_seal_is_one_comment_line_after_the_end_of_the_file() -> None:
    sealed = seal(PAPER, KEY)

    assert sealed.startswith(PAPER)
    line = sealed.removeprefix(PAPER)
    assert line.startswith(b"%coprod-seal 1 ")
    assert line.count(b"\n") == 1


def test_the_same_paper_and_key_make_the_same_seal() -> None:
    assert seal(PAPER, KEY) == seal(PAPER, KEY)


def test_two_keys_have_two_fingerprints() -> None:
    assert read_seal(seal(PAPER, KEY), PATH) != read_seal(seal(PAPER, OTHER_KEY), PATH)


def test_a_paper_without_an_end_of_line_is_sealed_too() -> None:
    assert read_seal(seal(PAPER.rstrip(b"\n"), KEY), PATH)


def test_a_new_key_seals_and_no_two_are_alike() -> None:
    key = new_seal_key()

    assert len(bytes.fromhex(key)) == 32
    assert key != new_seal_key()
    assert read_seal(seal(PAPER, key), PATH)


@hypothesis.given(some.integers(0, len(seal(PAPER, KEY)) - 1), some.integers(1, 255))
def test_any_changed_byte_is_noticed(place: int, change: int) -> None:
    changed = bytearray(seal(PAPER, KEY))
    changed[place] ^= change

    with pytest.raises(DomainError):
        read_seal(bytes(changed), PATH)


@hypothesis.given(some.integers(0, len(seal(PAPER, KEY)) - 1), some.binary(min_size=1))
def test_added_bytes_are_noticed(place: int, added: bytes) -> None:
    sealed = seal(PAPER, KEY)

    with pytest.raises(DomainError):
        read_seal(sealed[:place] + added + sealed[place:], PATH)


def test_what_is_put_after_the_seal_is_noticed() -> None:
    with pytest.raises(PaperChangedError) as caught:
        read_seal(seal(PAPER, KEY) + b" ", PATH)

    assert caught.value.facts == {"path": PATH}


def test_a_paper_sealed_again_by_somebody_else_shows_their_key() -> None:
    twice = seal(seal(PAPER, KEY), OTHER_KEY)

    assert read_seal(twice, PATH) == read_seal(seal(PAPER, OTHER_KEY), PATH)


def test_a_paper_without_a_seal_is_not_called_changed() -> None:
    with pytest.raises(PaperNotSealedError):
        read_seal(PAPER, PATH)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 a spreadsheet", b"plain words"])
def test_what_is_no_pdf_is_unreadable(data: bytes) -> None:
    with pytest.raises(PaperUnreadableError):
        read_seal(data, PATH)
