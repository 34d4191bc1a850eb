"""Keep how the charity's papers look: its logo, who signs, and what all of them have."""

import dataclasses
from pathlib import Path

from coprod_desktop.domain.errors import FileMissingError
from coprod_desktop.domain.paper_errors import PictureTooLargeError
from coprod_desktop.domain.paper_style import PaperStyle, clean_style
from coprod_desktop.domain.pictures import LIMIT_BYTES, check_picture
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.storage.work import Reading


class PaperStyleService:
    """The verbs about the look of papers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self) -> PaperStyle:
        """Return the style of the charity's papers; the usual one where none was saved."""
        with self._desk.reading() as reading:
            return style_of(reading)

    def save(self, style: PaperStyle) -> PaperStyle:
        """Save the style of papers that are issued from now on.

        Raises DaysOutOfRangeError, PictureTooLargeError, PictureUnreadableError,
        PictureOutOfSizeError or the errors of text.
        """
        clean, new_id = clean_style(style), self._desk.new_id()
        with self._desk.transaction("change paper style") as work:
            known = style_of(work)
            clean = dataclasses.replace(
                clean,
                paper_style_id=known.paper_style_id or new_id,
                organisation_id=known.organisation_id,
            )
            if known.paper_style_id:
                work.update(clean)
            else:
                work.add(clean)
        return clean


def style_of(reading: Reading) -> PaperStyle:
    """Return the style of a file's papers; with an id of 0 where none was saved."""
    found = reading.find(PaperStyle)
    if found:
        return found[0]
    own = organisation_of(reading).organisation_id
    return PaperStyle(paper_style_id=0, organisation_id=own)


def picture_of_file(path: Path) -> bytes:
    """Return the bytes of a picture that papers can show.

    Raises FileMissingError, PictureTooLargeError, PictureUnreadableError or PictureOutOfSizeError.
    """
    try:
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise PictureTooLargeError(size_bytes=size, limit_bytes=LIMIT_BYTES)
        content = path.read_bytes()
    except OSError as error:
        raise FileMissingError(path=path) from error
    check_picture(content)
    return content
