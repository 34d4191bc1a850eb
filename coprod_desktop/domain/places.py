"""Know what kind of place a folder is, where two computers could write one file at once."""

import enum
from collections.abc import Mapping
from pathlib import PurePath

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
}
_ONEDRIVE_FOLDERS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


class PlaceKind(enum.StrEnum):
    """What a place is: this computer's own, copied by a service, or on another computer."""

    HERE = "here"
    SYNCED = "synced"
    NETWORK = "network"
    REMOVABLE = "removable"


# What Windows' GetDriveTypeW answers, as Microsoft documents it.
DRIVE_KINDS: Mapping[int, PlaceKind] = {2: PlaceKind.REMOVABLE, 4: PlaceKind.NETWORK}


def place_of(
    path: PurePath, environment: Mapping[str, str], drive: PlaceKind = PlaceKind.HERE
) -> tuple[PlaceKind, str]:
    """Return what kind of place a file is in, and the name of the service that copies it.

    `environment` names OneDrive's folders as Windows does; `drive` is what the system says of the
    path's drive. A folder that is called as a service calls its own counts as the service's.
    """
    for name in _ONEDRIVE_FOLDERS:
        folder = environment.get(name, "")
        if folder and _is_inside(path, type(path)(folder)):
            return PlaceKind.SYNCED, "OneDrive"
    for part in path.parts[:-1]:
        plain = part.casefold()
        for begins, service in _SYNCED.items():
            if plain == begins or plain.startswith((f"{begins} -", f"{begins} (")):
                return PlaceKind.SYNCED, service
    if str(path).startswith(("\\\\", "//")) and not str(path).startswith(("\\\\?\\", "\\\\.\\")):
        return PlaceKind.NETWORK, ""
    return drive, ""


def _is_inside(path: PurePath, folder: PurePath) -> bool:
    inside = [part.casefold() for part in path.parts]
    outer = [part.casefold() for part in folder.parts]
    return inside[: len(outer)] == outer
