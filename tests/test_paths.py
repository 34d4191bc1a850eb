"""The program finds its own files, and this person's folders."""

from coprod_desktop.paths import documents_folder, log_folder, resource, settings_folder


def test_the_programs_own_files_are_there() -> None:
    assert resource("icons", "house.svg").is_file()
    assert resource("fonts", "AtkinsonHyperlegibleNext-Regular.ttf").is_file()
    assert resource("rate-cards", "mileage.toml").is_file()


def test_settings_logs_and_documents_have_folders_of_their_own() -> None:
    folders = {settings_folder(), log_folder(), documents_folder()}
    assert len(folders) == 3
    assert all(folder.is_absolute() for folder in folders)
