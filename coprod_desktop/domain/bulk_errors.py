"""What can foreseeably go wrong when many entries are changed at once, one class each."""

from coprod_desktop.domain.errors import DomainError


class AliasTakenError(DomainError):
    """Another person is called or written so already (`text`: so, `name`: whose it is)."""


class NothingTickedError(DomainError):
    """No field is ticked, so nothing would be changed."""


class NothingToFindError(DomainError):
    """No words to look for were written."""


class ChangedMeanwhileError(DomainError):
    """What was shown before saving is not what would be saved now."""


class PaidStaysError(DomainError):
    """Something in a pay run or paid is not changed together with others."""


class PartStaysError(DomainError):
    """Somebody chose a part that is more than the new offer (`pence`, `offered_pence`)."""


class ApprovedStaysError(DomainError):
    """Something approved is not changed together with others (`noun`)."""


class OwnOfferError(DomainError):
    """Somebody's own work would be priced anew among that of others."""


class MilesOrCostError(DomainError):
    """A cost that was bought would become one that is paid by the mile, or the other way round."""


class NamesakeError(DomainError):
    """A name would become that of somebody else (`name`)."""
