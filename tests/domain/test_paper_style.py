"""The look of papers is checked before it is kept."""

import pytest

from coprod_desktop.domain.paper_errors import DaysOutOfRangeError, PictureUnreadableError
from coprod_desktop.domain.paper_style import CORRECTION_DAYS, REPLY_DAYS, clean_style
from tests.output_builders import a_paper_style
from tests.pictures import a_png


def test_texts_are_tidied_and_pictures_kept() -> None:
    style = clean_style(a_paper_style(signed_by=" Grace  Okafor ", logo=a_png()))
    assert (style.signed_by, style.signed_as, style.logo) == (
        "Grace Okafor",
        "Involvement lead",
        a_png(),
    )
    assert (style.reply_days, style.correction_days) == (REPLY_DAYS, CORRECTION_DAYS)


@pytest.mark.parametrize("field", ["logo", "signature"])
def test_what_is_no_picture_is_refused(field: str) -> None:
    with pytest.raises(PictureUnreadableError):
        clean_style(a_paper_style(**{field: b"<svg/>"}))


@pytest.mark.parametrize("field", ["reply_days", "correction_days"])
@pytest.mark.parametrize("days", [0, -1, 366])
def test_days_that_cannot_be_meant_are_refused(field: str, days: int) -> None:
    with pytest.raises(DaysOutOfRangeError):
        clean_style(a_paper_style(**{field: days}))
