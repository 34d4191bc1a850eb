"""How the charity's papers look and who signs them."""

import dataclasses

from coprod_desktop.domain.paper_errors import DaysOutOfRangeError
from coprod_desktop.domain.pictures import check_picture
from coprod_desktop.domain.text import clean_line

REPLY_DAYS, CORRECTION_DAYS = 5, 30
_MOST_DAYS = 365


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaperStyle:
    """What all papers of the charity have in common; a file has at most one of these.

    `logo` and `signature` are PNG or JPEG pictures of up to 1 MB, empty where there is none.
    `reply_days` are the working days in which the charity replies to somebody who says that
    something is wrong; `correction_days` how long after the day of issue that is asked for.
    """

    paper_style_id: int
    organisation_id: int
    logo: bytes = b""
    signature: bytes = b""
    signed_by: str = ""
    signed_as: str = ""
    """What the one who signs is at the charity, as "Involvement lead"."""
    has_chart: bool = False
    has_code: bool = False
    reply_days: int = REPLY_DAYS
    correction_days: int = CORRECTION_DAYS


def clean_style(style: PaperStyle) -> PaperStyle:
    """Return the style with its texts tidied and its pictures looked at.

    Raises DaysOutOfRangeError, PictureTooLargeError, PictureUnreadableError, PictureOutOfSizeError
    or the errors of text.
    """
    for days in (style.reply_days, style.correction_days):
        if not 1 <= days <= _MOST_DAYS:
            raise DaysOutOfRangeError(days=days, limit=_MOST_DAYS)
    for picture in filter(None, (style.logo, style.signature)):
        check_picture(picture)
    return dataclasses.replace(
        style, signed_by=clean_line(style.signed_by), signed_as=clean_line(style.signed_as)
    )
