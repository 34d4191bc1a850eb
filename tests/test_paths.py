"""The program finds its own files, and the folder of this person's logs."""

from coprod_desktop.paths import log_folder, resource


def test_the_programs_own_files_are_there() -> None:
    assert resource("icons", "house.svg").is_file()
    assert resource("fonts", "AtkinsonHyperlegibleNext-Regular.ttf").is_file()
    assert resource("rate-cards", "mileage.toml").is_file()


def test_logs_have_a_folder_of_their_own() -> None:
    assert log_folder().is_absolute()
    assert "Coprod" in str(log_folder())
