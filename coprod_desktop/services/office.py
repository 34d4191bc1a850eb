"""The charity's open file with all its verbs; what a window or a command line works with."""

import dataclasses
import datetime
from collections.abc import Callable

from coprod_desktop.domain.identity import IdSource
from coprod_desktop.domain.organisation import Operator, Organisation, clean_organisation
from coprod_desktop.domain.policy import PolicyVersion, read_policy, simple_version
from coprod_desktop.domain.text import clean_name
from coprod_desktop.services.approvals import ApprovalService
from coprod_desktop.services.bank_details import BankDetailsService
from coprod_desktop.services.bank_statements import BankStatementService
from coprod_desktop.services.bulk_edits import BulkEditService
from coprod_desktop.services.bulk_replacing import ReplacingService
from coprod_desktop.services.cash import CashService
from coprod_desktop.services.checks import CheckService
from coprod_desktop.services.contributions import ContributionService
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.earlier import EarlierService
from coprod_desktop.services.expenses import ExpenseService
from coprod_desktop.services.exports import ExportService
from coprod_desktop.services.gifts import GiftService
from coprod_desktop.services.history import HistoryService
from coprod_desktop.services.holds import HoldService
from coprod_desktop.services.imports import ImportService
from coprod_desktop.services.issued_papers import IssuedPaperService
from coprod_desktop.services.limits import LimitService
from coprod_desktop.services.list_exports import ListExportService
from coprod_desktop.services.lists import ListService
from coprod_desktop.services.name_aliases import NameAliasService
from coprod_desktop.services.opening import open_desk
from coprod_desktop.services.operators import OperatorService
from coprod_desktop.services.organisation import OrganisationService
from coprod_desktop.services.outputs import OutputService
from coprod_desktop.services.own_columns import OwnColumnService
from coprod_desktop.services.own_layouts import OwnLayoutService
from coprod_desktop.services.paper_shelf import PaperShelfService
from coprod_desktop.services.paper_style import PaperStyleService
from coprod_desktop.services.papers import PaperService
from coprod_desktop.services.participants import ParticipantService
from coprod_desktop.services.pay_runs import PayRunService
from coprod_desktop.services.payment_files import PaymentFileService
from coprod_desktop.services.payroll_exports import PayFileService
from coprod_desktop.services.pivots import PivotService
from coprod_desktop.services.policies import PolicyService
from coprod_desktop.services.projects import ProjectService
from coprod_desktop.services.quick_entry import QuickEntryService
from coprod_desktop.services.rates import RateService
from coprod_desktop.services.reports import ReportService
from coprod_desktop.services.row_marks import RowMarkService
from coprod_desktop.services.safety import SafetyService
from coprod_desktop.services.saved_views import SavedViewService
from coprod_desktop.services.session_kits import SessionKitService
from coprod_desktop.services.session_templates import SessionTemplateService
from coprod_desktop.services.sessions import SessionService
from coprod_desktop.services.settling import SettlingService
from coprod_desktop.services.sheet_drafts import SheetDraftService
from coprod_desktop.services.statements import StatementService
from coprod_desktop.services.top_ups import TopUpService
from coprod_desktop.services.totals import TotalsService
from coprod_desktop.services.treasurer_packs import TreasurerPackService
from coprod_desktop.services.vouchers import VoucherService
from coprod_desktop.services.wordings import WordingService
from coprod_desktop.storage import database
from coprod_desktop.storage.database import utc_now
from coprod_desktop.storage.keys import derive_key

Clock = Callable[[], datetime.datetime]
FIRST_OPERATOR = "Admin"


class Office:
    """An open file; each attribute holds the verbs of one noun."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._add_people_and_work(desk)
        self._add_money(desk)
        self._add_papers(desk)
        self._add_figures(desk)
        self._add_lists(desk)
        self.history = HistoryService(desk)
        self.safety = SafetyService(desk)

    def _add_people_and_work(self, desk: Desk) -> None:
        """Add the verbs about the charity, its people, and what they do and spend."""
        self.organisation = OrganisationService(desk)
        self.operators = OperatorService(desk)
        self.policies = PolicyService(desk)
        self.rates = RateService(desk)
        self.participants = ParticipantService(desk)
        self.bank_details = BankDetailsService(desk)
        self.limits = LimitService(desk)
        self.projects = ProjectService(desk)
        self.outputs = OutputService(desk)
        self.sessions = SessionService(desk)
        self.session_templates = SessionTemplateService(desk)
        self.sheet_drafts = SheetDraftService(desk)
        self.contributions = ContributionService(desk)
        self.expenses = ExpenseService(desk)
        self.earlier = EarlierService(desk)
        self.quick_entry = QuickEntryService(desk)
        self.approvals = ApprovalService(desk)
        self.checks = CheckService(desk)

    def _add_money(self, desk: Desk) -> None:
        """Add the verbs about what is paid, how, and how the bank answers."""
        self.pay_runs = PayRunService(desk)
        self.top_ups = TopUpService(desk)
        self.holds = HoldService(desk)
        self.settling = SettlingService(desk)
        self.bank_statements = BankStatementService(desk)
        self.gifts = GiftService(desk)
        self.cash = CashService(desk)
        self.vouchers = VoucherService(desk)
        self.payment_files = PaymentFileService(desk)
        self.own_layouts = OwnLayoutService(desk)
        self.treasurer_packs = TreasurerPackService(desk)

    def _add_papers(self, desk: Desk) -> None:
        """Add the verbs about what people are handed, and how it looks and speaks."""
        self.statements = StatementService(desk)
        self.issued_papers = IssuedPaperService(desk)
        self.session_kits = SessionKitService(desk)
        self.papers = PaperService(desk)
        self.paper_shelf = PaperShelfService(desk)
        self.paper_style = PaperStyleService(desk)
        self.wordings = WordingService(desk)

    def _add_figures(self, desk: Desk) -> None:
        """Add the verbs about totals, reports, and spreadsheets in and out."""
        self.totals = TotalsService(desk)
        self.pivots = PivotService(desk)
        self.reports = ReportService(desk)
        self.pay_files = PayFileService(desk)
        self.imports = ImportService(desk)
        self.exports = ExportService(desk)
        self.list_exports = ListExportService(desk)

    def _add_lists(self, desk: Desk) -> None:
        """Add the verbs about many entries at once, and about what lists remember."""
        self.bulk_edits = BulkEditService(desk)
        self.replacing = ReplacingService(desk)
        self.name_aliases = NameAliasService(desk)
        self.lists = ListService(desk)
        self.saved_views = SavedViewService(desk)
        self.row_marks = RowMarkService(desk)
        self.own_columns = OwnColumnService(desk)

    def when_committed(self, tell: Callable[[frozenset[str]], None]) -> None:
        """Call `tell` with the names of the tables after every saved change."""
        self.desk.database.on_committed = tell

    def close(self) -> None:
        """Close the file, so that it is one file and others can open it."""
        self.desk.database.close()


def new_office(
    location: str,
    passphrase: str,
    organisation: Organisation,
    policy: PolicyVersion | None = None,
    *,
    operator: str = FIRST_OPERATOR,
    clock: Clock = utc_now,
    ids: IdSource | None = None,
    seal_key: str | None = None,
) -> Office:
    """Make a new file with the charity's name, its first policy and its first operator.

    Raises FileExistsAlreadyError, PassphraseTooShortError, NameMissingError, TextTooLongError or
    FileReadOnlyError; then no file is left behind.
    """
    clean_organisation(organisation)
    first = Operator(operator_id=0, name=clean_name(operator))
    opened = database.create(location, passphrase, clock=clock)
    office = Office(Desk(opened, clock=clock, ids=ids))
    _furnish(office, organisation, policy, first, seal_key)
    return office


def _furnish(
    office: Office,
    organisation: Organisation,
    policy: PolicyVersion | None,
    operator: Operator,
    seal_key: str | None,
) -> None:
    desk = office.desk
    desk.operator = dataclasses.replace(operator, operator_id=desk.new_id())
    whole = dataclasses.replace(
        clean_organisation(organisation),
        organisation_id=desk.new_id(),
        seal_key=seal_key or _new_seal_key(),
    )
    rules = policy or simple_version(effective_on=datetime.date(2000, 1, 1))
    read_policy(rules.text)
    rules = dataclasses.replace(rules, policy_id=desk.new_id(), version=1)
    with desk.transaction("make file") as work:
        work.add(whole, rules, desk.operator)


def _new_seal_key() -> str:
    from coprod_desktop.documents.seal import new_seal_key

    return new_seal_key()


def open_office(
    location: str,
    passphrase: str,
    *,
    operator: str | None = None,
    pin: str = "",
    forgotten: str = "",
    clock: Clock = utc_now,
    derive: Callable[[str, bytes], str] = derive_key,
) -> Office:
    """Open a file or a shared database, as the named operator or the first one.

    Means and raises the same as `open_desk`.
    """
    desk = open_desk(
        location,
        passphrase,
        operator=operator,
        pin=pin,
        forgotten=forgotten,
        clock=clock,
        derive=derive,
    )
    return Office(desk)
