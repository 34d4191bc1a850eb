"""Say in plain words what went wrong with a file, a spreadsheet or a paper, and what to do."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coprod_desktop.domain import errors
from coprod_desktop.domain.bank_statement_errors import (
    StatementAccountsError,
    StatementColumnsUnknownError,
    StatementCurrencyError,
    StatementEmptyError,
    StatementRowUnreadableError,
    StatementUnreadableError,
)
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.i18n import _
from coprod_desktop.services.told_facts import ToldFacts

Wording = Callable[[ToldFacts], str]


def _in_use(facts: ToldFacts) -> str:
    if facts.plain("host"):
        return _(
            "{file} is open already, on the computer “{host}”. Nothing was changed. Close it "
            "there, then open it here."
        ).format(file=facts.file(), host=facts.plain("host"))
    return _(
        "{file} is open already, in another window or by another person. Nothing was changed. "
        "Close it there, then open it here."
    ).format(file=facts.file())


def _mapping(facts: ToldFacts) -> str:
    return _(
        "The map {file} could not be followed: {detail} Nothing was brought in. Correct the map "
        "and try again."
    ).format(file=facts.file(), detail=facts.plain("detail").rstrip(".") + ".")


def _column(facts: ToldFacts) -> str:
    return _(
        "No column was found for {needed}. The headings of this sheet are: {headings}. Nothing "
        "was brought in. Name the column in a map, or write the heading in the sheet."
    ).format(needed=facts.plain("needed"), headings=facts.several("headings"))


def _policy_file(facts: ToldFacts) -> str:
    return _(
        "{file} cannot be followed as it is written.\n{problems}\nNothing was changed. Correct "
        "what is named, and try again."
    ).format(file=facts.file(), problems=facts.lines("problems"))


FILE_SENTENCES: Mapping[type[errors.DomainError], Wording] = MappingProxyType(
    {
        errors.TextUnreadableError: lambda f: _(
            "{file} is not plain text. Nothing was changed. Save it as text (UTF-8) and choose it "
            "again."
        ).format(file=f.file()),
        errors.FileMissingError: lambda f: _(
            "{place} is not there. Nothing was changed. Look whether it was moved or renamed, "
            "and choose it again."
        ).format(place=f.place()),
        errors.FileExistsAlreadyError: lambda f: _(
            "{file} is there already and stays as it is. Choose another name or another folder."
        ).format(file=f.file()),
        errors.FileInUseError: _in_use,
        errors.WrongPassphraseOrDamagedError: lambda _f: _(
            "The file does not open with this passphrase. Nothing was changed. Type the "
            "passphrase again, with its capitals and spaces. If you are sure of it, the file may "
            "be damaged: open your last backup."
        ),
        errors.FileDamagedError: lambda f: _(
            "{file} is damaged, so it stays closed and nothing in it was changed. Keep it as it "
            "is, and open your last backup."
        ).format(file=f.file()),
        errors.NotACoprodFileError: lambda f: _(
            "{file} is not a Coprod file. Nothing in it was changed. Choose a file whose name "
            "ends with .coprod."
        ).format(file=f.file()),
        errors.FileFromNewerVersionError: lambda f: _(
            "{file} was made by a newer version of this program. Nothing in it was changed. "
            "Install the newer version on this computer, then open it again."
        ).format(file=f.file()),
        errors.FileReadOnlyError: lambda f: _(
            "{place} could not be written: this place does not allow it. What you had before is "
            "as it was. Choose a folder of your own, such as Documents."
        ).format(place=f.place()),
        errors.DiskFullError: lambda f: _(
            "There is no room left on the disk for {file}. What was saved before is safe. Make "
            "some room, then try again."
        ).format(file=f.file()),
        errors.CommitUncertainError: lambda _f: _(
            "The disk failed while saving, so the last change may or may not be there. What was "
            "saved before is safe. Open the file again and look at its history before you go on."
        ),
        errors.ServerUnreachableError: lambda _f: _(
            "The shared database does not answer. What was saved before is safe. Check the "
            "network and the address, then try again."
        ),
        errors.NotForSharedError: lambda _f: _(
            "This is for a file, and you work with a shared database. Nothing was changed. Ask "
            "whoever looks after the database server to do it there."
        ),
        errors.BackupFailedError: lambda f: _(
            "The copy {file} did not prove sound and was taken away again. Your own file is as "
            "it was. Check the disk that you copy to, or choose another."
        ).format(file=f.file()),
        errors.SpreadsheetUnreadableError: lambda f: _(
            "{file} is not a spreadsheet that can be read. Nothing was brought in. Open it in "
            "Excel or LibreOffice, save it as .xlsx, and choose that file."
        ).format(file=f.file()),
        errors.SpreadsheetLockedError: lambda f: _(
            "{file} asks for a password. Nothing was brought in. Open it in Excel, save a copy "
            "without a password, and choose the copy."
        ).format(file=f.file()),
        errors.SpreadsheetEmptyError: lambda f: _(
            "{file} has no rows. Nothing was brought in. Check that it is the right sheet, and "
            "that it was saved."
        ).format(file=f.file()),
        errors.SpreadsheetTooLargeError: lambda f: _(
            "{file} is too large to read at once. Nothing was brought in. Split it, for example "
            "by year, and bring in one part after the other."
        ).format(file=f.file()),
        errors.ColumnMissingError: _column,
        PolicyFileError: _policy_file,
        errors.MappingUnreadableError: _mapping,
        errors.LetterMissingError: lambda f: _(
            "The letter “{letter}” cannot be printed. Nothing was issued, and what you typed is "
            "safe. Write that name in Latin letters for papers, and try again."
        ).format(letter=f.plain("letter")),
        errors.PaperUnreadableError: lambda f: _(
            "{file} is not a PDF that can be read, so nothing can be said about it. Choose the "
            "PDF itself, not a scan or a photograph."
        ).format(file=f.file()),
        errors.PaperNotSealedError: lambda f: _(
            "{file} carries no seal, so nothing can be said about it. Only papers that this "
            "program issues are sealed. Ask the charity for the paper as it was issued."
        ).format(file=f.file()),
        errors.PaperChangedError: lambda f: _(
            "{file} was changed after it was sealed, so it is not the paper that was issued. Ask "
            "the charity for the paper as it was issued."
        ).format(file=f.file()),
        errors.LayoutUnknownError: lambda f: _(
            "There is no bank layout called {name}. Nothing was written. Choose one of these: "
            "{known}."
        ).format(name=f.quoted("name"), known=f.several("known")),
        errors.WeightLineUnreadableError: lambda f: _(
            "Line {number} of the weight table is not as Vocalink writes it: {text}. Nothing was "
            "changed. Download valacdos.txt again and choose it as it comes."
        ).format(number=f.whole("number"), text=f.quoted()),
        errors.WeightLineRepeatedError: lambda f: _(
            "Line {number} of the weight table is a third check for a sort code, and there are "
            "two at most. Nothing was changed. Look whether the file holds everything twice, or "
            "download valacdos.txt again."
        ).format(number=f.whole("number")),
        errors.WeightTableEmptyError: lambda _f: _(
            "This weight table has no rows. Nothing was changed. Download valacdos.txt again and "
            "choose it as it comes."
        ),
        errors.SubstitutionLineUnreadableError: lambda f: _(
            "Line {number} of the table of substituted sort codes is not as Vocalink writes it: "
            "{text}. Nothing was changed. Download scsubtab.txt again and choose it as it comes."
        ).format(number=f.whole("number"), text=f.quoted()),
        StatementUnreadableError: lambda f: _(
            "{file} is not a bank statement that can be read, or a part of it is missing. Nothing "
            "was changed. Download it from the bank again, as CSV, OFX or camt.053."
        ).format(file=f.file()),
        StatementColumnsUnknownError: lambda f: _(
            "It is not clear which column of {file} holds the day and which the amount. Nothing "
            "was changed. Say which column is which. It begins with: {headings}."
        ).format(file=f.file(), headings=f.several("headings")),
        StatementRowUnreadableError: lambda f: _(
            "Line {number} of {file} has a day or an amount that cannot be read: {text}. Nothing "
            "was changed. Say in which order its days are written, or download it again."
        ).format(number=f.whole("number"), file=f.file(), text=f.quoted()),
        StatementCurrencyError: lambda f: _(
            "{file} is in another currency than pounds: {text}. Nothing was changed. Choose the "
            "statement of the account that you pay from."
        ).format(file=f.file(), text=f.quoted()),
        StatementAccountsError: lambda f: _(
            "{file} tells of several accounts. Nothing was changed. Download the statement of the "
            "account that you pay from, by itself."
        ).format(file=f.file()),
        StatementEmptyError: lambda f: _(
            "{file} shows no money going in or out. Nothing was changed. Check that it covers the "
            "days after the pay run."
        ).format(file=f.file()),
    }
)
