"""The key of a file is the one that SQLCipher itself makes of the passphrase."""

import unicodedata
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from coprod_desktop.domain.errors import PassphraseTooShortError
from coprod_desktop.storage import keys
from coprod_desktop.storage.database import create, open_database
from coprod_desktop.storage.upgrade import OURS
from tests.storage.world import PASSPHRASE


def test_any_sqlcipher_tool_opens_the_file_with_the_passphrase(path: Path) -> None:
    create(str(path), "it's a pier, 12 planks").close()
    plain = sqlcipher.connect(str(path))
    plain.execute("PRAGMA key='it''s a pier, 12 planks'")
    assert plain.execute("SELECT version_num FROM alembic_version").fetchall() == [(OURS.head,)]
    plain.close()


def test_any_sqlcipher_tool_opens_the_file_with_the_raw_key(path: Path) -> None:
    made = create(str(path), PASSPHRASE)
    made.close()
    for key in (made.key, made.key[:64]):  # the salt need not be told: the file begins with it
        plain = sqlcipher.connect(str(path))
        plain.execute(f"PRAGMA key=\"x'{key}'\"")
        assert plain.execute("SELECT count(*) FROM changes").fetchall() == [(0,)]
        plain.close()
    assert made.key[64:] == path.read_bytes()[:16].hex()


def test_a_letter_with_an_accent_is_one_letter_on_every_keyboard(path: Path) -> None:
    composed = "tŷ ar lan yr afon â ŵ"
    create(str(path), unicodedata.normalize("NFD", composed)).close()
    open_database(str(path), composed).close()


def test_the_key_depends_on_the_salt() -> None:
    made = [keys.derive_key("same", salt) for salt in (bytes(16), bytes(range(16)))]
    assert made[0].endswith("00" * 16)
    assert [len(key) for key in made] == [96, 96]
    assert made[0][:64] != made[1][:64]


def test_two_files_of_one_passphrase_have_two_keys(tmp_path: Path) -> None:
    made = [create(str(tmp_path / name), PASSPHRASE) for name in ("a.coprod", "b.coprod")]
    assert made[0].key != made[1].key
    for one in made:
        one.close()


@pytest.mark.parametrize("passphrase", ["", "1234567", " 234567 ", "        "])
def test_a_passphrase_that_is_guessed_by_trying_is_refused(passphrase: str) -> None:
    with pytest.raises(PassphraseTooShortError) as refusal:
        keys.check_new_passphrase(passphrase)
    assert refusal.value.facts == {"least": 8}


def test_eight_characters_will_do() -> None:
    keys.check_new_passphrase("12345678")


def test_no_new_file_begins_as_a_picture_does() -> None:
    assert not any(keys.begins_as_another_kind(keys.new_salt()) for _each in range(1000))
    assert keys.begins_as_another_kind(b"\xff\xd8\xff\xe0" + bytes(12))
    assert not keys.begins_as_another_kind(bytes(16))


def test_a_passphrase_is_known_again_by_the_key_that_it_makes() -> None:
    key = keys.derive_key("Pont Menai tŵr", bytes(range(16)))
    assert keys.is_of("Pont Menai tŵr", key)
    assert keys.is_of("Pont Menai tw\u0302r", key)  # the same word, typed on another keyboard
    assert not keys.is_of("pont Menai tŵr", key)
