"""What can foreseeably go wrong with papers, their words and their pictures, one class each."""

from coprod_desktop.domain.errors import DomainError


class SectionUnknownError(DomainError):
    """There is no part of a statement of this name to leave out (`text`, `known`)."""


class LanguageUnknownError(DomainError):
    """Papers are not made in this language (`text`)."""


class FieldUnknownError(DomainError):
    """A sentence names a field that its paper does not fill in (`text`, `known`)."""


class BracesUnreadableError(DomainError):
    """A sentence has a curly bracket without its other half (`text`)."""


class SentenceUnknownError(DomainError):
    """No paper has this sentence (`text`)."""


class PictureUnreadableError(DomainError):
    """A file is not a whole PNG or JPEG picture."""


class PictureTooLargeError(DomainError):
    """A picture is over the limit (`size_bytes`, `limit_bytes`)."""


class PictureOutOfSizeError(DomainError):
    """A picture has too few or too many points to be printed (`width`, `height`)."""


class DaysOutOfRangeError(DomainError):
    """A number of days to answer in is none, or too many to be meant (`days`, `limit`)."""
