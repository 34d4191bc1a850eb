"""Set the sheet that goes with a bank file, so that two people can see it is the right one."""

from coprod_desktop.documents.finance import (
    PAD,
    PORTRAIT,
    figures,
    grouped,
    head_piece,
    heading_blocks,
    kept_together,
    labelled_pieces,
    method_name,
    plain_pounds,
    section_heading,
    sentence_pieces,
)
from coprod_desktop.documents.lines import set_block, set_name_block
from coprod_desktop.documents.page import Piece, compose, print_pages
from coprod_desktop.documents.signatures import signature_piece
from coprod_desktop.documents.styles import (
    MM,
    ROW_RULE,
    SHEET,
    SHEET_STRONG,
    SHEET_TOTAL,
    STRONG_RULE,
)
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.control_sheets import (
    AccountNotice,
    ControlFile,
    ControlSheet,
    NameSent,
    WayNotice,
)
from coprod_desktop.domain.dates import format_day, long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext

_LEFT = PORTRAIT.margin
_ROOM = PORTRAIT.room
_TOP = 15 * MM
_PAD = 2.5 * MM
_TICK = 5 * MM
_FACT_COLUMNS = (Column(54 * MM), Column(_ROOM - 54 * MM))
_FILE_COLUMNS = (
    Column(_ROOM - 56 * MM),
    Column(26 * MM, is_right=True),
    Column(30 * MM, is_right=True),
)
_NAME_COLUMNS = (Column(_ROOM / 2), Column(_ROOM / 2))
_ACCOUNT_COLUMNS = (Column(56 * MM), Column(48 * MM), Column(_ROOM - 104 * MM))


def control_sheet_pdf(sheet: ControlSheet) -> bytes:
    """Print a bank file's control sheet as tagged PDF; raises LetterMissingError for a name."""
    title = _("Control sheet, pay run {number}").format(number=sheet.number)
    pen = Pen(f"{title}, {sheet.organisation}", sheet.organisation, PORTRAIT.size, "en-GB")
    pieces = [
        _opening(sheet, title),
        _warning(sheet),
        *_facts(sheet),
        *_files(sheet),
        *_accounts(sheet),
        *_ways(sheet),
        *_names(sheet),
        *_people(sheet),
        *_after_upload(sheet),
    ]
    pages = compose(pieces, _TOP, _TOP, PORTRAIT.bottom)
    return print_pages(pen, PORTRAIT, pages, title)


# --- the head -----------------------------------------------------------------------------------


def _opening(sheet: ControlSheet, title: str) -> Piece:
    words = ngettext("{count} payment", "{count} payments", sheet.count)
    right = [
        set_block(format_pounds(sheet.pence), SHEET_TOTAL, _ROOM / 2),
        set_block(words.format(count=f"{sheet.count:,}"), SHEET, _ROOM / 2),
    ]
    return head_piece(PORTRAIT, sheet.organisation, sheet.charity_number, title, right)


def _warning(sheet: ControlSheet) -> Piece:
    """Set what spoils a bank file in a box of its own."""
    words = ngettext(
        "Do not open this file in Excel: it takes the noughts off sort codes. Send it to the bank "
        "just as it is.",
        "Do not open these files in Excel: it takes the noughts off sort codes. Send them to the "
        "bank just as they are.",
        len(sheet.files),
    )
    block = set_block(words, SHEET_STRONG, _ROOM - 2 * _PAD)
    tall = block.height + 2 * _PAD

    def paint(pen: Pen, top: float) -> None:
        with pen.artefact():
            box = f"{_LEFT:.2f} {pen.height - top - tall:.2f} {_ROOM:.2f} {tall:.2f} re"
            pen.draw(f"{STRONG_RULE} w {box} S")
        with pen.marked("P"):
            pen.block(block, _LEFT + _PAD, top + _PAD)

    return Piece(tall, paint, space=3 * MM)


def _facts(sheet: ControlSheet) -> list[Piece]:
    """Say from where, when and in which layout."""
    table = Table(_LEFT, _FACT_COLUMNS, pad=PAD)
    layout = _("{layout} (check against your bank’s guide)").format(layout=sheet.layout)
    account = _("ending {digits}").format(digits=sheet.account_ending)
    told = ((_("Pay from the account"), account),) if sheet.account_ending else ()
    facts = (
        *told,
        (_("Send to the bank on"), format_day(sheet.upload_on)),
        (_("The money should arrive on"), format_day(sheet.arrive_on)),
        (_("Layout of the file"), layout),
    )
    rows = []
    for label, text in facts:
        name = set_block(label, SHEET_STRONG, _FACT_COLUMNS[0].room - 2 * MM)
        value = set_block(text, SHEET, _FACT_COLUMNS[1].room)
        rows.append(table.row([Cell((name,), scope="Row"), Cell((value,))]))
    rows[0] = rows[0]._replace(space=3 * MM)
    pieces = kept_together(rows)
    if sheet.account_ending:
        return pieces
    words = _(
        "No account to pay from is kept here yet. Choose the right one at the bank, and write it "
        "under “Two people for money” in the menu, so that it stands on the next sheet."
    )
    return [*pieces, *sentence_pieces(PORTRAIT, words)]


# --- the files ----------------------------------------------------------------------------------


def _files(sheet: ControlSheet) -> list[Piece]:
    """Set each file with its own sums and check code, and the sums of several."""
    table = Table(_LEFT, _FILE_COLUMNS, pad=PAD)
    headings = (_("File and its check code (SHA-256)"), _("Payments"), _("Total £"))
    pieces = section_heading(PORTRAIT, _("What goes to the bank"))
    pieces.append(table.head(heading_blocks(headings, _FILE_COLUMNS)))
    pieces += [table.row(_file_cells(file)) for file in sheet.files]
    if len(sheet.files) > 1:
        words = _("All {count} files").format(count=len(sheet.files))
        name = Cell((set_block(words, SHEET_STRONG, _FILE_COLUMNS[0].room),), scope="Row")
        pieces[-1] = pieces[-1]._replace(is_kept=True)
        amounts = _file_amounts(sheet.count, sheet.pence, is_strong=True)
        pieces.append(table.row([name, *amounts], rule=STRONG_RULE))
    return pieces


def _file_cells(file: ControlFile) -> list[Cell]:
    room = _FILE_COLUMNS[0].room - 2 * MM
    name = set_block(file.name, SHEET_STRONG, room)
    half = len(file.sha256) // 2
    codes = [
        set_block(grouped(part), SHEET, room, is_figures=True)
        for part in (file.sha256[:half], file.sha256[half:])
    ]
    return [Cell((name, *codes)), *_file_amounts(file.count, file.pence)]


def _file_amounts(count: int, pence: int, *, is_strong: bool = False) -> list[Cell]:
    return [
        Cell((figures(f"{count:,}", _FILE_COLUMNS[1], is_strong=is_strong),)),
        Cell((figures(plain_pounds(pence), _FILE_COLUMNS[2], is_strong=is_strong),)),
    ]


# --- what somebody should look at ---------------------------------------------------------------


def _accounts(sheet: ControlSheet) -> list[Piece]:
    """Set the accounts that are new or changed, and how each was checked."""
    title = _("New and changed accounts")
    if sheet.since_number is not None:
        title = _("New and changed accounts since pay run {number}")
        title = title.format(number=sheet.since_number)
    pieces = section_heading(PORTRAIT, title)
    if not sheet.accounts:
        return [*pieces, *sentence_pieces(PORTRAIT, _("There are none."))]
    table = Table(_LEFT, _ACCOUNT_COLUMNS, pad=PAD)
    headings = (_("Whose"), _("Account"), _("How it was checked"))
    pieces.append(table.head(heading_blocks(headings, _ACCOUNT_COLUMNS)))
    return [*pieces, *kept_together([table.row(_account(one)) for one in sheet.accounts], last=2)]


def _account(one: AccountNotice) -> list[Cell]:
    whose, account, checked = (column.room - 2 * MM for column in _ACCOUNT_COLUMNS)
    names = [set_name_block(one.name, SHEET, whose)]
    if one.holder:
        names.append(set_name_block(_("paid to {name}").format(name=one.holder), SHEET, whose))
    words = _("new, ends {ending}")
    if one.previous_ending:
        words = _("changed, ends {ending}, before {previous}")
    words = words.format(ending=one.ending, previous=one.previous_ending)
    if one.is_checked:
        how = set_block(_checked(one), SHEET, checked)
    else:
        nobody = _("Not checked yet. Please check it before you send the file.")
        how = set_block(nobody, SHEET_STRONG, checked)
    return [Cell(tuple(names)), Cell((set_block(words, SHEET, account),)), Cell((how,))]


def _checked(one: AccountNotice) -> str:
    """Say how an account was checked, by whom and when, as far as it is known."""
    if one.checked_by and one.checked_on:
        words = _("{how} ({name}, {day})")
        day = long_day(one.checked_on)
        return words.format(how=one.how_checked, name=one.checked_by, day=day)
    if one.checked_by:
        return _("{how} ({name})").format(how=one.how_checked, name=one.checked_by)
    return one.how_checked


def _ways(sheet: ControlSheet) -> list[Piece]:
    """Set who is paid in another way than the last time; cash leaves no trace at a bank."""
    if not sheet.ways:
        return []
    table = Table(_LEFT, _ACCOUNT_COLUMNS, pad=PAD)
    pieces = section_heading(PORTRAIT, _("Paid in another way than the last time"))
    headings = (_("Who"), _("The last time"), _("Now"))
    pieces.append(table.head(heading_blocks(headings, _ACCOUNT_COLUMNS)))
    return [*pieces, *kept_together([table.row(_way(one)) for one in sheet.ways], last=2)]


def _way(one: WayNotice) -> list[Cell]:
    who, before, now = (column.room - 2 * MM for column in _ACCOUNT_COLUMNS)
    was = _(" and ").join(method_name(way) for way in one.was)
    return [
        Cell((set_name_block(one.name, SHEET, who),)),
        Cell((set_block(was, SHEET, before),)),
        Cell((set_block(method_name(one.now), SHEET_STRONG, now),)),
    ]


def _names(sheet: ControlSheet) -> list[Piece]:
    """Set the names that the bank gets in other letters."""
    if not sheet.names:
        return []
    table = Table(_LEFT, _NAME_COLUMNS, pad=PAD)
    pieces = section_heading(PORTRAIT, _("Names that the bank’s letters change"))
    headings = (_("Name on the account"), _("As the bank gets it"))
    pieces.append(table.head(heading_blocks(headings, _NAME_COLUMNS)))
    return [*pieces, *kept_together([table.row(_name(one)) for one in sheet.names], last=2)]


def _name(one: NameSent) -> list[Cell]:
    room = _NAME_COLUMNS[0].room - 2 * MM
    return [
        Cell((set_name_block(one.name, SHEET, room),)),
        Cell((set_block(one.as_sent, SHEET, room),)),
    ]


# --- who stands behind it -----------------------------------------------------------------------


def _people(sheet: ControlSheet) -> list[Piece]:
    """Name who prepared and who approved the pay run, and the trustees' note where one did both."""
    pieces = section_heading(PORTRAIT, _("Who prepared and approved it"))
    lines = [*labelled_pieces(PORTRAIT, _("Prepared by"), sheet.prepared_by)]
    for number, name in enumerate(sheet.approvers):
        label = _("Second approval") if number else _("Approved by")
        lines += labelled_pieces(PORTRAIT, label, name)
    if not sheet.approvers:
        nobody = _("Nobody has approved it yet. Please send nothing to the bank.")
        lines += sentence_pieces(PORTRAIT, nobody, is_strong=True)
    if sheet.four_eyes_note:
        label = _("The trustees let one person do both")
        if sheet.is_one_person:
            label = _("One person did both, as the trustees allow")
        lines += labelled_pieces(PORTRAIT, label, sheet.four_eyes_note)
    lines[0] = lines[0]._replace(space=0.0)
    return [*pieces, *lines]


def _after_upload(sheet: ControlSheet) -> list[Piece]:
    """Set what to tick and sign once the bank has the files."""
    pieces = section_heading(PORTRAIT, _("Once the bank has it"))
    count = ngettext("{count} payment", "{count} payments", sheet.count)
    shown = _("The bank shows {payments} and {pounds} in all.").format(
        payments=count.format(count=f"{sheet.count:,}"), pounds=format_pounds(sheet.pence)
    )
    sent = ngettext("The file was sent once.", "Each file was sent once.", len(sheet.files))
    signed = signature_piece(((_("Sent to the bank by"), ""),), _LEFT, _ROOM)
    return kept_together([*pieces, _to_tick(shown), _to_tick(sent), signed])


def _to_tick(words: str) -> Piece:
    """Set a sentence with a box to tick before it."""
    block = set_block(words, SHEET, _ROOM - _TICK - 3 * MM)
    tall = max(block.height, _TICK)

    def paint(pen: Pen, top: float) -> None:
        with pen.artefact():
            box = f"{_LEFT:.2f} {pen.height - top - _TICK:.2f} {_TICK:.2f} {_TICK:.2f} re"
            pen.draw(f"{ROW_RULE} w {box} S")
        with pen.marked("P"):
            pen.block(block, _LEFT + _TICK + 3 * MM, top)

    return Piece(tall, paint, space=1.5 * MM)
