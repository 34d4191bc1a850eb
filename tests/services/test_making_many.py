"""The search for unused objects rests while many are made, and goes on afterwards."""

import gc

import pytest

from coprod_desktop.services.making_many import making_many


def test_the_search_rests_until_the_last_one_inside_goes() -> None:
    assert gc.isenabled()
    with making_many():
        with making_many():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="stopped"), making_many():
        raise ValueError("stopped")
    assert gc.isenabled()


def test_a_search_that_was_off_before_stays_off() -> None:
    gc.disable()
    try:
        with making_many():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
