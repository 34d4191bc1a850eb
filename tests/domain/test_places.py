"""A folder that others copy, or that is on another computer, is known as such."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from coprod_desktop.domain.places import DRIVE_KINDS, PlaceKind, place_of

ONEDRIVE = {"OneDrive": r"C:\Users\Nia\OneDrive - Afon Together"}


@pytest.mark.parametrize(
    ("path", "kind", "service"),
    [
        (r"C:\Users\Nia\Documents\Coprod\Afon.coprod", PlaceKind.HERE, ""),
        (r"C:\Users\Nia\OneDrive - Afon Together\Afon.coprod", PlaceKind.SYNCED, "OneDrive"),
        (r"c:\users\nia\onedrive - afon together\Coprod\A.coprod", PlaceKind.SYNCED, "OneDrive"),
        (r"D:\OneDrive\Afon.coprod", PlaceKind.SYNCED, "OneDrive"),
        (r"C:\Users\Nia\Dropbox (Personal)\Afon.coprod", PlaceKind.SYNCED, "Dropbox"),
        (r"G:\My Drive\Afon.coprod", PlaceKind.SYNCED, "Google Drive"),
        (r"C:\Users\Nia\iCloudDrive\Afon.coprod", PlaceKind.SYNCED, "iCloud Drive"),
        (r"\\office\shared\Afon.coprod", PlaceKind.NETWORK, ""),
        (r"\\?\C:\Users\Nia\Afon.coprod", PlaceKind.HERE, ""),
        (r"C:\Users\Nia\OneDriven\Afon.coprod", PlaceKind.HERE, ""),
        (r"C:\Users\Nia\Dropbox.coprod", PlaceKind.HERE, ""),
    ],
)
def test_a_place_is_known_by_its_folders(path: str, kind: PlaceKind, service: str) -> None:
    assert place_of(PureWindowsPath(path), ONEDRIVE) == (kind, service)


def test_documents_that_windows_moved_into_onedrive_are_its_own() -> None:
    path = PureWindowsPath(r"C:\Users\Nia\OneDrive - Afon Together\Documents\Coprod\Afon.coprod")
    assert place_of(path, ONEDRIVE) == (PlaceKind.SYNCED, "OneDrive")


def test_what_the_system_says_of_a_drive_counts_where_no_folder_tells() -> None:
    path = PureWindowsPath(r"Z:\Afon.coprod")
    assert place_of(path, {}, DRIVE_KINDS[4]) == (PlaceKind.NETWORK, "")
    assert place_of(path, {}, DRIVE_KINDS[2]) == (PlaceKind.REMOVABLE, "")


def test_other_systems_have_such_folders_too() -> None:
    assert place_of(PurePosixPath("/home/nia/Nextcloud/A.coprod"), {})[1] == "Nextcloud"
    assert place_of(PurePosixPath("/home/nia/A.coprod"), {"OneDrive": ""})[0] is PlaceKind.HERE
