"""Know the many words that people write above a column, and which field each of them means."""

import functools
import re
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz

from coprod_desktop.domain.text import fold
from coprod_desktop.spreadsheets.headings_abroad import ABROAD

CLOSE_ENOUGH = 85  # rapidfuzz; below, "DOB" begins to look like "sort code"
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^\w£]+|_+")
_FILLERS = frozenset(
    {"the", "of", "a", "an", "your", "my", "no", "number", "s", "is", "de", "do", "da", "o"}
    | {"£", "gbp", "pounds", "du", "des", "la", "le", "les", "der", "die", "das", "del", "el"}
)

# English first, then Portuguese and Welsh; other languages stand in `headings_abroad`. The earlier
# a word stands, the surer it is.
SYNONYMS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({
    "name": (
        "name", "full name", "participant", "participant name", "person", "person name",
        "contributor", "contributor name", "volunteer", "volunteer name", "member", "member name",
        "user", "user name", "username", "who", "who did it", "team member", "staff member",
        "display name", "attendee", "people", "worker", "employee", "employee name", "councillor",
        "cllr", "panel member", "claimant", "payee", "nome", "nome completo", "participante",
        "pessoa", "voluntario", "colaborador", "funcionario", "usuario", "utilizador", "enw",
        "enw llawn", "cyfranogwr", "gwirfoddolwr", "aelod", "pwy",
    ),
    "first_name": ("first name", "forename", "given name", "first", "primeiro nome", "enw cyntaf"),
    "last_name": ("last name", "surname", "family name", "last", "sobrenome", "apelido", "cyfenw"),
    "name_on_papers": ("name on papers", "name on paper", "printed name", "known as",
        "preferred name", "chosen name", "enw ar bapurau"),
    "email": ("email", "e mail", "email address", "e mail address", "ebost", "e bost"),
    "phone": ("phone", "telephone", "mobile", "phone number", "telephone number", "mobile number",
        "mobile phone", "tel", "telefone", "telemovel", "celular", "ffon", "rhif ffon"),
    "address": ("address", "postal address", "home address", "full address", "endereco", "morada",
        "cyfeiriad"),
    "project": ("project", "project name", "programme", "projeto", "projecto", "prosiect"),
    "date": (
        "date", "date worked", "work date", "session date", "activity date", "entry date",
        "log date", "start date", "date started", "when", "day worked", "day", "data",
        "data trabalho", "data inicio", "dia", "dyddiad",
    ),
    "spent_on": (
        "date", "date spent", "expense date", "date expense", "date claim", "claim date",
        "journey date", "date journey", "receipt date", "spent on", "when", "day", "data", "dia",
        "dyddiad",
    ),
    "end_date": ("end date", "date ended", "finish date", "data fim", "dyddiad gorffen"),
    "start": (
        "start time", "start", "started", "started at", "starts at", "time in", "clock in",
        "clocked in", "time from", "from", "begin", "began", "arrived", "sign in", "check in",
        "punch in", "in time", "entrada", "inicio", "hora inicio", "hora entrada", "amser dechrau",
        "dechrau",
    ),
    "end": (
        "end time", "end", "ended", "ended at", "ends at", "finish", "finish time", "finished",
        "stop", "stop time", "time out", "clock out", "clocked out", "time to", "to", "until",
        "left", "sign out", "check out", "punch out", "out time", "saida", "fim", "termino",
        "hora fim", "hora saida", "amser gorffen", "gorffen",
    ),
    "duration": (
        "duration", "hours", "hrs", "time spent", "hours worked", "time worked", "hours spent",
        "hours given", "time given", "hours volunteered", "volunteer hours", "volunteering hours",
        "length", "length time", "how long", "duration h", "duration hours", "duration hrs",
        "duration hh mm", "duration hh mm ss", "time hours", "time hrs", "time h", "hours logged",
        "logged hours", "time logged", "logged time", "time taken", "time tracked",
        "tracked time", "tracked hours", "total hours", "total time", "hours total", "worked",
        "worked time", "duration decimal", "hours decimal", "decimal hours", "hour", "hr",
        "duracao", "horas", "horas trabalhadas", "total horas", "tempo", "oriau",
        "oriau gweithio", "hyd",
    ),
    "minutes": (
        "minutes", "mins", "min", "duration minutes", "duration mins", "duration min",
        "duration m", "time minutes", "time mins", "time spent minutes", "time spent mins",
        "total minutes", "minutes worked", "minutes spent", "worked minutes", "length minutes",
        "minutos", "duracao minutos", "munudau",
    ),
    "seconds": ("seconds", "secs", "duration seconds", "duration secs", "duration s",
        "time spent seconds", "total seconds", "segundos"),
    "what": (
        "what", "description", "what did you do", "what did they do", "what they did", "work done",
        "details", "description work", "activity", "activity description", "activity name",
        "session", "task", "task name", "task description", "title", "descricao", "atividade",
        "actividade", "tarefa", "disgrifiad", "gweithgaredd", "beth",
    ),
    "spent_what": ("what", "description", "details", "what for", "purpose", "reason", "journey",
        "item", "expense", "descricao", "disgrifiad"),
    "kind": ("kind", "kind work", "type", "type work", "work type", "activity type", "category",
        "categoria", "tipo", "math", "math waith"),
    "spent_kind": ("kind", "kind expense", "type", "type expense", "expense type", "category",
        "expense category", "categoria", "tipo", "math"),
    "capacity": ("capacity", "taking part as", "takes part as", "part as", "rol"),
    "skills": ("skills", "skills used", "skill", "skills and knowledge", "knowledge used",
        "competencias", "sgiliau"),
    "paid": ("paid", "paid or unpaid", "paid unpaid", "billable", "pay", "pago", "faturavel",
        "talwyd"),
    "amount": ("amount", "payment", "amount paid", "payment amount", "fee", "valor", "swm"),
    "claimed": (
        "amount", "amount claimed", "claimed", "claim", "amount paid", "paid", "cost", "price",
        "expenses", "expense amount", "sum", "value", "£",
        "travel subsistence", "travel and subsistence", "travel expenses", "travel",
        "reimbursement", "valor", "swm", "cost travel",
    ),
    "miles": ("miles", "mileage", "distance", "distance miles", "miles travelled", "milltiroedd"),
    "note": ("note", "notes", "comment", "comments", "remarks", "notas", "observacoes", "nodyn",
        "nodiadau"),
    "paid_by": ("paid by", "payment method", "method", "how paid", "pay by", "method payment"),
    "contact_by": ("contact by", "contact method", "preferred contact", "how to contact",
        "contact preference"),
    "account_name": ("account name", "name on account", "account holder", "payee name",
        "bank account name", "name account"),
    "sort_code": ("sort code", "sortcode", "bank sort code", "sort", "cod didoli"),
    "account_number": ("account number", "account", "acct number", "acct", "bank account number",
        "bank account", "acc number", "account no", "acc no", "rhif cyfrif"),
    "language": ("language", "preferred language", "iaith", "lingua", "idioma"),
    "edition": ("edition", "print", "format", "print size", "paper edition"),
})  # fmt: skip
# Used only where nothing surer is there, and then said.
WEAK: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({
    "duration": ("time", "amser", "temps", "zeit"),
    "claimed": ("total", "payment", "summe", "somme", "razem", "gesamt", "cyfanswm"),
})  # fmt: skip


@functools.lru_cache(maxsize=4096)
def words(heading: str) -> frozenset[str]:
    """Break a heading into the words that matter: "Date_of session" is date and session."""
    plain = _NOT_WORD.sub(" ", fold(_CAMEL.sub(" ", heading)))
    found = frozenset(plain.split())
    return (found - _FILLERS) or found


_WORDS = {
    field: tuple(words(word) for word in (*many, *ABROAD.get(field, ())))
    for field, many in SYNONYMS.items()
}
_WEAK_WORDS = {field: tuple(words(word) for word in many) for field, many in WEAK.items()}


def match(
    headings: Sequence[str], fields: Iterable[str], taken: dict[str, int] | None = None
) -> dict[str, int]:
    """Find for each field the column whose heading surely means it; each column serves once."""
    return _match([words(heading) for heading in headings], fields, _WORDS, dict(taken or {}))


def match_weakly(
    headings: Sequence[str], fields: Iterable[str], taken: dict[str, int]
) -> dict[str, int]:
    """Find columns for fields still without one, by words that may mean something else too."""
    found = _match([words(heading) for heading in headings], fields, _WEAK_WORDS, dict(taken))
    return {field: index for field, index in found.items() if field not in taken}


def parted_names(found: dict[str, int]) -> dict[str, int]:
    """Take "Nom" beside "Prénom" for the last name, and "Name" beside "Surname" for the first."""
    missing = {"first_name", "last_name"} - found.keys()
    if "name" in found and len(missing) == 1:
        found[missing.pop()] = found.pop("name")
    return found


def _match(
    columns: Sequence[frozenset[str]],
    fields: Iterable[str],
    vocabulary: dict[str, tuple[frozenset[str], ...]],
    found: dict[str, int],
) -> dict[str, int]:
    used = set(found.values())
    for field in fields:
        if field in found:
            continue
        for wanted in vocabulary.get(field, ()):
            hits = [i for i, column in enumerate(columns) if column == wanted and i not in used]
            if hits:
                found[field] = hits[0]
                used.add(hits[0])
                break
    return found


def closest(heading_words: Sequence[str], field: str, used: Iterable[int]) -> int | None:
    """Find a column whose heading is nearly a word for a field, as "Durration"; else None."""
    taken = set(used)
    best, best_index = float(CLOSE_ENOUGH), None
    for index, heading in enumerate(heading_words):
        plain = " ".join(fold(heading).split())
        if index in taken or len(plain) < 4:
            continue
        score = max(fuzz.ratio(plain, word) for word in SYNONYMS[field])
        if score >= best and (score > best or best_index is None):
            best, best_index = score, index
    return best_index
