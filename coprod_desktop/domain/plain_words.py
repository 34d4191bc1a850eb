"""English words that hide work or are longer than what they say, each with what to say instead.

Each is a regular expression of whole words, in small letters. Gathered for this project from what
its papers never say and from what long letters of charities say; it is English only.
"""

from collections.abc import Mapping
from types import MappingProxyType

HIDING_WORK: Mapping[str, str] = MappingProxyType(
    {
        r"empower\w*": "what people did, and what changed",
        r"service[- ]user voices?": "what people said",
        r"service[- ]users?": "people, or the person's name",
        r"users?": "people, or the person's name",
        r"beneficiar(?:y|ies)": "people, or the person's name",
        r"(?:give|gives|gave|given|giving) back": "what they did",
        r"(?:give|gives|gave|given|giving) up (?:their|your|our) time": "worked",
        r"(?:donat\w+|gift) of (?:their |your |our )?time": "unpaid work",
        r"donat(?:e|es|ed|ing) (?:their |your |our )?time": "worked without payment",
        r"donations?": "unpaid work, where it is time",
        r"help(?:s|ed|ing)? out": "what they did",
        r"lend(?:s|ing)? a hand|lent a hand": "what they did",
        r"(?:just|only) a volunteer": "what they did",
        r"unskilled": "the skill that it took",
        r"in[- ]kind (?:help|support|contributions?)": "unpaid work",
        r"thank[- ]you payments?": "payment",
        r"tokens? of (?:our )?(?:thanks|appreciation|gratitude)": "payment",
        r"employees?": "people who work with us",
        r"payroll": "payments",
        r"hard[- ]to[- ]reach": "people we have not asked yet",
        r"the vulnerable": "people, and what made it hard for them",
    }
)
LONG_WORDS: Mapping[str, str] = MappingProxyType(
    {
        r"accordingly": "so",
        r"acknowledg(?:e|es|ed|ing)": "say that we have",
        r"additional": "more",
        r"additionally": "also",
        r"advantageous": "useful",
        r"anticipat(?:e|es|ed|ing)": "expect",
        r"approximately": "about",
        r"ascertain(?:s|ed|ing)?": "find out",
        r"assist(?:s|ed|ing|ance)?": "help",
        r"at the present time|at this point in time": "now",
        r"attend(?:s|ed|ing|ance)?": "come to",
        r"commenc(?:e|es|ed|ing|ement)": "start",
        r"complet(?:e|es|ed|ing) the form": "fill in the form",
        r"concerning|regarding|with regard to|in relation to|in respect of": "about",
        r"consequently": "so",
        r"demonstrat(?:e|es|ed|ing)": "show",
        r"discontinu(?:e|es|ed|ing)": "stop",
        r"due to the fact that|in view of the fact that": "because",
        r"endeavou?r(?:s|ed|ing)?": "try",
        r"enquir(?:e|es|ed|ing|y|ies)": "ask",
        r"ensur(?:e|es|ed|ing)": "make sure",
        r"expenditure": "spending",
        r"facilitat(?:e|es|ed|ing|ion)": "help, run",
        r"following (?:the|a) (?:meeting|session)": "after it",
        r"for the purpose of": "to, for",
        r"forward(?:s|ed|ing)? (?:it|this|the form)": "send",
        r"furthermore|moreover": "also",
        r"henceforth": "from now on",
        r"however": "but",
        r"implement(?:s|ed|ing|ation)?": "do, carry out",
        r"in accordance with": "as in, by",
        r"in addition(?: to)?": "also",
        r"in order to": "to",
        r"in the event (?:of|that)": "if",
        r"inform(?:s|ed|ing)?": "tell",
        r"initiat(?:e|es|ed|ing)": "start",
        r"invalid": "what does not fit",
        r"manag(?:e|es|ed|ing|ement)": "run, look after",
        r"nevertheless|notwithstanding": "still, but",
        r"notif(?:y|ies|ied|ying|ication)": "tell",
        r"numerous": "many",
        r"obtain(?:s|ed|ing)?": "get",
        r"participat(?:e|es|ed|ing)": "take part",
        r"permit(?:s|ted|ting)?": "let",
        r"prior to": "before",
        r"process(?:es|ed|ing)?": "what is done, as pay or check",
        r"provid(?:e|es|ed|ing)": "give",
        r"purchas(?:e|es|ed|ing)": "buy",
        r"receiv(?:e|es|ed|ing)": "get",
        r"reimburs(?:e|es|ed|ing|ements?)": "pay back",
        r"remunerat(?:e|ed|ion)": "pay",
        r"request(?:s|ed|ing)?": "ask for",
        r"requir(?:e|es|ed|ing|ements?)": "need",
        r"residing|resid(?:e|es|ed)": "live",
        r"subsequent(?:ly)?(?: to)?": "after, later",
        r"submit(?:s|ted|ting)?|submissions?": "send, hand in",
        r"sufficient": "enough",
        r"terminat(?:e|es|ed|ing|ion)": "end",
        r"thereafter": "then",
        r"undertak(?:e|es|en|ing)|undertook": "do",
        r"upon receipt of": "when we get",
        r"utilis(?:e|es|ed|ing|ation)|utiliz(?:e|es|ed|ing|ation)": "use",
        r"whilst": "while",
        r"with reference to": "about",
    }
)
GENDERED: Mapping[str, str] = MappingProxyType(
    {r"he or she|she or he|s/he|he/she": "they", r"he|she": "they, or the name"}
    | {r"his or her|his/her|hers?|his": "their, or the name", r"him": "them, or the name"}
)
# Participles that do not end in "ed", after which a form of "to be" makes a passive.
PARTICIPLES = frozenset(
    "agreed begun bought brought built caught chosen cut dealt done drawn driven eaten fed felt "
    "forgotten found given gone grown heard held hidden hit hurt kept known laid led left lent let "
    "lost made meant met paid put read run said seen sent set shown shut sold spent split spoken "
    "spread stolen struck sung taken taught thought thrown told understood undertaken won worn "
    "written".split()
)
# Words that end in "ed" and say how somebody or something is, or are no participles at all.
NOT_PASSIVE = frozenset(
    "aged ashamed bored concerned confused delighted disabled disappointed embarrassed excited "
    "exhausted experienced frightened hundred hundreds indeed interested involved limited married "
    "naked need pleased qualified red related relaxed retired sacred satisfied scared shed "
    "skilled speed surprised talented tired wicked worried".split()
)
