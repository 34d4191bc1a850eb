"""Everything that can foreseeably go wrong, one class each, without words for the reader."""

import datetime


class DomainError(Exception):
    """A foreseen failure; `services.sentences` words it for the reader."""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts


# --- what somebody typed -------------------------------------------------------------------------


class MoneyUnreadableError(DomainError):
    """The text is not an amount of pounds (`text`)."""


class NegativeMoneyError(DomainError):
    """An amount is below nothing (`pence`)."""


class MoneyTooLargeError(DomainError):
    """An amount is over £1,000,000, so surely a slip (`pence`)."""


class RateMissingError(DomainError):
    """A policy pays by something it names no amount for (`basis`, `missing`: "half day", "day")."""


class FigureUnreadableError(DomainError):
    """The text is not a figure of the unit that is asked for (`text`)."""


class FigureOutOfRangeError(DomainError):
    """A corrected figure is below nothing, or too large to be meant."""


class SourceMissingError(DomainError):
    """A corrected figure does not say where it comes from."""


class DurationUnreadableError(DomainError):
    """The text is not a length of time (`text`)."""


class DurationNotPositiveError(DomainError):
    """A length of time is nothing or less (`minutes`)."""


class DayTooLongError(DomainError):
    """One person has more than 24 hours on one day (`minutes`)."""


class ClockUnreadableError(DomainError):
    """The text is not a time of day (`text`)."""


class NumberUnreadableError(DomainError):
    """The text is not a number that can be counted with (`text`)."""


class DistanceUnreadableError(DomainError):
    """The text is not a distance in miles (`text`)."""


class DateUnreadableError(DomainError):
    """The text is not a date (`text`)."""


class DateImpossibleError(DomainError):
    """The calendar has no such day, as 30 February (`text`)."""


class DateOutOfRangeError(DomainError):
    """A day lies before 1990 or more than two years ahead (`day`)."""


class PeriodBackwardsError(DomainError):
    """A period ends before it begins (`from_on`, `to_on`)."""


class NameMissingError(DomainError):
    """A name is empty."""


class TextTooLongError(DomainError):
    """A text has more characters than fit (`length`, `limit`)."""


class TextUnprintableError(DomainError):
    """A text holds control characters that no paper can show."""


class TextIsFormulaError(DomainError):
    """A text begins with "=", so a spreadsheet would work it out (`text`)."""


class SortCodeUnreadableError(DomainError):
    """A sort code has not six digits."""


class AccountNumberUnreadableError(DomainError):
    """An account number has not eight digits."""


class BacsNumberUnreadableError(DomainError):
    """The number that Bacs gave the charity has not six digits."""


class PassphraseTooShortError(DomainError):
    """A new passphrase has fewer characters than `least`."""


# --- what the rules do not allow -----------------------------------------------------------------


class NotFoundError(DomainError):
    """There is no such record (`noun`, `name`)."""


class AmbiguousNameError(DomainError):
    """Several records have this name (`noun`, `name`)."""


class AlreadyThereError(DomainError):
    """A record of this name is there already (`noun`, `name`)."""


class OwnWorkError(DomainError):
    """Somebody would approve or pay their own work."""


class SamePersonError(DomainError):
    """The one who prepared a pay run would approve it."""


class WrongStateError(DomainError):
    """A step does not fit the state a record is in (`noun`, `state`, `step`)."""


class AlreadyPaidError(DomainError):
    """A paid record would be changed; it is reversed instead (`noun`)."""


class PartAboveOfferError(DomainError):
    """Somebody would accept more than was offered (`offered_pence`, `pence`)."""


class LimitMissingError(DomainError):
    """Somebody's own limit has no figure to watch."""


class NothingToPayError(DomainError):
    """A pay run would hold no payment (`up_to_on`)."""


class NothingToTopUpError(DomainError):
    """A top-up run would hold no payment (`held`: how many people wait)."""


class ToppedUpError(DomainError):
    """What was topped up would be changed; its top-up run is reversed first (`number`)."""


class NothingToUndoError(DomainError):
    """No change is there to take back."""


class CannotUndoError(DomainError):
    """A change cannot be taken back (`because`: "later", "paid", "erased", "missing", "import")."""


class NothingToStateError(DomainError):
    """Nobody has work or expenses in this period (`from_on`, `to_on`)."""


class ReasonMissingError(DomainError):
    """A step needs a reason in words."""


class ReceiptTooLargeError(DomainError):
    """A receipt is over the limit (`size_bytes`, `limit_bytes`)."""


class PinTooShortError(DomainError):
    """A PIN has four to twelve digits that are not all the same."""


class PinNeededError(DomainError):
    """The operator has a PIN and none was given (`name`), or who it is was not said (`names`)."""


class PinWrongError(DomainError):
    """The PIN is not the operator's (`name`, `tries_left`)."""


class PinWaitError(DomainError):
    """The PIN was wrong too often in a row (`name`, `until`)."""


class PassphraseDiffersError(DomainError):
    """What was typed is not the passphrase of the open file."""


class ApprovedAlreadyError(DomainError):
    """The same person has approved this run before (`name`)."""


class AccountUncheckedError(DomainError):
    """Changed account details were not checked by a second person (`names`)."""


class CheckedBySameError(DomainError):
    """Whoever changed the account details cannot check them too."""


class NothingLeftInRunError(DomainError):
    """A step would take the last payment out of a run (`number`)."""


class PaymentNotPaidError(DomainError):
    """A step needs money that has been paid."""


class GiftAbovePaymentError(DomainError):
    """A gift is nothing, or more than is left of the payment (`pence`, `left_pence`)."""


class VouchersDoNotFitError(DomainError):
    """No choice of the vouchers in stock comes to a sum (`pence`)."""


class StatementLineUsedError(DomainError):
    """A line of the bank's statement has settled a payment before (`line`)."""


# --- files ---------------------------------------------------------------------------------------


class TextUnreadableError(DomainError):
    """A file is not plain text in UTF-8 (`path`)."""


class FileMissingError(DomainError):
    """The named file is not there (`path`)."""


class FileExistsAlreadyError(DomainError):
    """A new file would overwrite one (`path`)."""


class FileInUseError(DomainError):
    """Another program or person has the file open (`path`, `process`, `host`)."""


class WrongPassphraseOrDamagedError(DomainError):
    """The file does not open: SQLCipher cannot tell a wrong passphrase from a damaged start."""


class FileDamagedError(DomainError):
    """Pages, links or history of the file are not sound (`path`, `findings`)."""


class NotACoprodFileError(DomainError):
    """The file is something else (`path`)."""


class FileFromNewerVersionError(DomainError):
    """A newer version of the program made the file (`path`)."""


class FileReadOnlyError(DomainError):
    """The place does not let us write (`path`)."""


class DiskFullError(DomainError):
    """The disk has no room (`path`)."""


class CommitUncertainError(DomainError):
    """The disk failed while saving, so what was saved must be looked up (`change_id`)."""


class ServerUnreachableError(DomainError):
    """The shared database does not answer."""


class NotForSharedError(DomainError):
    """A step fits a file and not a shared database (`step`)."""


class BackupFailedError(DomainError):
    """A copy was made and did not prove sound (`path`)."""


# --- spreadsheets and papers ---------------------------------------------------------------------


class SpreadsheetUnreadableError(DomainError):
    """The file is not a spreadsheet that can be read (`path`)."""


class SpreadsheetLockedError(DomainError):
    """The spreadsheet asks for a password (`path`)."""


class SpreadsheetEmptyError(DomainError):
    """The spreadsheet has no rows (`path`)."""


class SpreadsheetTooLargeError(DomainError):
    """The spreadsheet is over the limit (`path`, `size_bytes`)."""


class ColumnMissingError(DomainError):
    """The spreadsheet has no column for something needed (`needed`, `headings`)."""


class MappingUnreadableError(DomainError):
    """The file that maps columns is not as documented (`path`, `detail`)."""


class LetterMissingError(DomainError):
    """No font has a letter of a text (`letter`)."""


class PaperUnreadableError(DomainError):
    """The file is not a PDF (`path`)."""


class PaperNotSealedError(DomainError):
    """The paper carries no seal, so nothing can be said of it (`path`)."""


class PaperChangedError(DomainError):
    """The paper was changed after it was sealed (`path`)."""


class LayoutUnknownError(DomainError):
    """There is no bank layout of this name (`name`, `known`)."""


class WeightLineUnreadableError(DomainError):
    """A line of the weight table is not as its layout says (`number`, `text`)."""


class WeightLineRepeatedError(DomainError):
    """A line is a third check of a sort code, where there are two at most (`number`)."""


class WeightTableEmptyError(DomainError):
    """The weight table has no rows."""


class SubstitutionLineUnreadableError(DomainError):
    """A line of the substituted sort codes is not as its layout says (`number`, `text`)."""


class AccountNumberTooLongError(DomainError):
    """Nothing says how this bank shortens an account number to eight digits (`length`)."""


def check_period(from_on: datetime.date, to_on: datetime.date) -> None:
    """Refuse a period that ends before it begins; raises PeriodBackwardsError."""
    if to_on < from_on:
        raise PeriodBackwardsError(from_on=from_on, to_on=to_on)


# --- files for the bank --------------------------------------------------------------------------


class PayeeNameUnwritableError(DomainError):
    """The letters that a bank takes cannot write the name of an account (`name`)."""


class PayeeAccountUnreadableError(DomainError):
    """A sort code has not six digits or an account number not eight (`name`: whose)."""


class PaymentOfNothingError(DomainError):
    """A payment of £0.00 or less would go to the bank (`name`, `pence`)."""


class PaymentTooLargeError(DomainError):
    """A payment is over what the bank sends at once (`name`, `pence`, `most_pence`)."""


class FileTotalTooLargeError(DomainError):
    """All payments together are over what one file can carry (`pence`, `most_pence`)."""


class PayingAccountMissingError(DomainError):
    """The file names the charity's own account, and that is not there or not whole."""


class BacsNumberMissingError(DomainError):
    """The file carries the charity's six-digit Bacs number, and that is not there."""
