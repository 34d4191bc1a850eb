"""Every step of the office's money, as it comes."""

from tests.services.paying.earning import Earning
from tests.services.paying.settling import Settling


class Paying(Earning, Settling):
    """Log, approve, prepare, hold, approve, export, settle, come back, take back, give, undo."""
