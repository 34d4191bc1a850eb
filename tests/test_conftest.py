"""Every test runs on a private computer."""

import socket
import urllib.request

import platformdirs
import pytest


def test_a_call_to_another_computer_is_refused() -> None:
    with pytest.raises(RuntimeError, match="needs no network"):
        urllib.request.urlopen("http://192.0.2.1/")


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(RuntimeError, match="looked up 'example\\.org'"):
        socket.getaddrinfo("example.org", 80)


def test_settings_of_the_real_person_are_out_of_reach() -> None:
    assert "coprod-home-" in platformdirs.user_config_dir("Coprod", appauthor=False)
