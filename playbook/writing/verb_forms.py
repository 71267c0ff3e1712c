"""Recognising a verb by any of its forms, and giving it another.

Forms come from the packs; nothing is inflected by rule but the third person. What a clause means by its verb is
for `playbook.writing.clauses`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playbook.knowledge.schema import Verb

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

Form = Literal["past", "base", "third", "gerund"]

DETERMINERS = frozenset(
    {
        *("a", "an", "the", "this", "that", "these", "those", "my", "our", "their", "its", "his", "her", "your", "all"),
        *("every", "each", "both", "several", "many", "multiple", "various", "numerous", "over", "more", "up", "one", "two"),
        *(
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "new",
            "daily",
            "weekly",
            "some",
        ),
    },
)
"""Words that show that what stands before them is a verb, when they follow it."""

PREPOSITIONS = frozenset(
    {
        *("about", "above", "across", "after", "against", "along", "alongside", "among", "around", "as", "at", "before"),
        *("behind", "below", "between", "beyond", "by", "despite", "during", "ending", "for", "from", "in", "inside", "into"),
        *("like", "near", "of", "on", "onto", "over", "per", "re", "since", "than", "through", "throughout", "to", "toward"),
        *("towards", "under", "until", "upon", "via", "with", "within", "without", "w/", "w/o"),
    },
)

_NOUNS_TOO = frozenset(
    {
        *("award", "blog", "brief", "budget", "campaign", "captain", "chair", "chart", "contract", "cost", "credit", "design"),
        *("draft", "film", "finance", "fund", "grade", "grant", "guide", "head", "host", "label", "launch", "lead", "log"),
        *("map", "market", "master", "model", "order", "package", "patent", "pilot", "plan", "plot", "post", "practice"),
        *("present", "press", "price", "process", "produce", "profile", "program", "project", "prototype", "purchase"),
        *("question", "rank", "record", "release", "report", "research", "review", "sample", "schedule", "score", "screen"),
        *("segment", "shelter", "sign", "sketch", "sponsor", "staff", "stock", "structure", "study", "supply", "support"),
        *("survey", "target", "team", "test", "tour", "track", "trade", "transport", "trial", "volunteer", "yield", "school"),
        *(
            "shrink",
            "load",
            "travel",
            "float",
            "transfer",
            "tutor",
            "coach",
            "mentor",
            "nurse",
            "cook",
            "engineer",
            "architect",
            "partner",
            "author",
            "tailor",
            "advocate",
        ),
    },
)
"""Bare forms that open noun phrases as often as clauses: "Design of …", "Lead engineer on …"."""

_AFTER_NOUN = frozenset(
    {
        *("accountant", "advisor", "analysis", "analyst", "architect", "assistant", "associate", "attorney", "author", "chef"),
        *("coach", "committee", "consultant", "coordinator", "counsellor", "counselor", "designer", "developer", "development"),
        *("director", "editor", "engineer", "engineering", "experience", "instructor", "intern", "investigator", "lead"),
        *("management", "manager", "member", "nurse", "officer", "operator", "owner", "partner", "planning", "president"),
        *("representative", "role", "scientist", "secretary", "skills", "specialist", "staff", "supervisor", "teacher", "team"),
        *("technician", "treasurer", "trainer", "volunteer", "work", "worker", "writer"),
    },
)
"""Words that make a noun phrase of the bare form before them."""

_GERUND_NOUNS = frozenset(
    {"accounting", "consulting", "engineering", "fundraising", "marketing", "networking", "nursing", "planning", "programming"}
    | {"safeguarding"},
)
_ADJECTIVES_TOO = frozenset(
    {"advanced", "certified", "dedicated", "experienced", "licensed", "licenced", "registered", "skilled"}
)
_NEVER_VERBS = frozenset({"hundred", "indeed", "limited", "motivated", "seasoned", "speed", "united", "detailed", "talented"})
_COMPOUNDS: dict[str, frozenset[str]] = {
    "fixed": frozenset({"asset", "assets", "cost", "costs", "fee", "fees", "income", "line", "plant", "price", "rate", "rates"})
    | frozenset({"route", "term", "wing", "wire", "wiring"}),
    "applied": frozenset({"mathematics", "physics", "psychology", "research", "science", "sciences", "statistics"}),
    "assisted": frozenset({"living"}),
    "controlled": frozenset({"drug", "drugs", "substance", "substances"}),
    "managed": frozenset({"care", "service", "services"}),
    "mixed": frozenset({"use", "use:"}),
    "structured": frozenset({"cabling", "finance", "literacy", "products"}),
    "budget": frozenset({"holder", "holding", "owner", "responsibility"}),
    "cost": frozenset({"out", "avoidance", "control", "reduction", "reductions", "saving", "savings"}),
    "price": frozenset({"adjustment", "adjustments", "change", "changes", "escalation", "formula", "formulas", "increase"})
    | frozenset({"increases", "index", "list", "lists", "negotiation", "negotiations", "review", "reviews", "variance"}),
    "slot": frozenset({"booking", "bookings"}),
    "work": frozenset({"order", "orders", "permits"}),
    "open": frozenset({"house", "evening", "evenings", "day", "days"}),
    "book": frozenset({"look", "looks", "club"}),
    "operating": frozenset({"budget", "cash", "cost", "costs", "expense", "expenses", "income", "margin", "margins", "model"})
    | frozenset({"procedures", "profit", "room", "rooms", "system", "systems"}),
    "second": frozenset({"chair", "fix", "line"}),
    "first": frozenset({"chair", "fix", "line"}),
}
"""Two words that name a thing, although the first alone would be a verb: "fixed assets", "budget holder"."""
_PREFIXES = frozenset(
    {"co", "cross", "de", "double", "fast", "hand", "mis", "out", "over", "pre", "proof", "re", "self", "spot", "under", "up"}
)
"""What verbs begin with in front of a hyphen, whatever their form: "in-charge", "win-back" and "no-show" are things."""
_PREFIXES_APART = frozenset({"co", "cross", "proof", "spot"})
"""Those that stand alone before a verb in the past, too: "cross trained 12 staff"."""
_OF_A_KIND = frozenset(
    {
        *("approve", "assist", "back", "base", "build", "centre", "center", "certify", "control", "drive", "employ", "focus"),
        *("fund", "host", "lead", "link", "make", "operate", "orient", "own", "pay", "relate", "run", "size", "sponsor"),
        *("supervise", "train"),
    }
)
_TAKES_BARE_VERB = frozenset({"help", "assist"})


@dataclass(frozen=True)
class Found:
    """A verb in a text, and the form that it stands in."""

    verb: Verb
    form: Form
    prefix: str = ""
    """What stands before the hyphen of a verb that the packs know without it: `co-` of `co-led`."""

    @property
    def past(self) -> str:
        """The past tense."""
        return self.prefix + self.verb.past

    @property
    def gerund(self) -> str:
        """The form on -ing."""
        return self.prefix + self.verb.gerund

    @property
    def takes_bare_verb(self) -> bool:
        """Whether a bare infinitive may follow: "helped build"."""
        return self.verb.lemma in _TAKES_BARE_VERB


_INDEXES: dict[str, dict[str, Found]] = {}


def find(word: str, knowledge: Knowledge) -> Found | None:
    """The verb that `word` is a form of; `None` where it is none that can be told."""
    index = _index(knowledge)
    folded = word.casefold().strip(",;:.")
    found = index.get(folded)
    if found is not None:
        return found
    prefix, _, last = folded.rpartition("-")
    inner = index.get(last) if prefix and not prefix[0].isdigit() else None  # "4-handed" is how it was done
    if inner is not None and (prefix in _PREFIXES or inner.form == "past"):
        return Found(inner.verb, inner.form, prefix=f"{prefix}-")
    again = index.get(folded[2:]) if folded.startswith("re") and not folded.endswith("ed") else None
    if again is not None and again.form == "past" and again.verb.past == folded[2:] and again.verb.lemma != folded[2:]:
        return Found(again.verb, "past", prefix="re")  # "redrew", "retook": those on -ed are told by their ending
    return _regular_past(folded)


def find_pair(first: str, second: str, knowledge: Knowledge) -> Found | None:
    """The verb that two words are, which is written with a hyphen as well: "line manage", "load rated", "co led"."""
    index, folded = _index(knowledge), second.casefold().strip(",;:.")
    whole = index.get(f"{first.casefold()}-{folded}")
    if whole is not None:
        verb = whole.verb
        spaced = {name: getattr(verb, name).replace("-", " ") for name in ("past", "gerund")}
        return Found(verb.model_copy(update=spaced), whole.form)
    inner = index.get(folded)
    is_prefix = first.casefold() in _PREFIXES_APART
    return Found(inner.verb, inner.form, prefix=f"{first.lower()} ") if inner and is_prefix and inner.form == "past" else None


def opens_clause(word: str, following: str, knowledge: Knowledge) -> Found | None:  # noqa: PLR0911  a table of cases
    """The verb that `word` is, where it opens a clause and `following` is the word after it."""
    found = find(word, knowledge)
    if found is None or word.casefold() == "second":  # "Second line support": only "seconded" is a deed
        return None
    folded, after = word.casefold(), following.casefold().strip(",;:.")
    if after in _COMPOUNDS.get(folded, ()):
        return None
    certain = after in DETERMINERS or bool(re.match(r"[$€£]?\d", after))
    if certain:
        return found
    if found.form == "past" and (found.prefix == "self-" or (found.prefix and _is_like_adjective(found))):
        return None
    if found.verb.past == found.verb.lemma and after == "of":  # "Split of my time"
        return None
    if found.form == "base" and (after == "of" or (folded in _NOUNS_TOO and (after in PREPOSITIONS or after in _AFTER_NOUN))):
        return None
    if found.form == "third" and (after in PREPOSITIONS - {"as", "with", "to"} or not after):
        return None
    if found.form == "gerund" and folded in _GERUND_NOUNS:
        return None
    if folded in _ADJECTIVES_TOO and (following[:1].isupper() or after in {"in", "with", "to"}):
        return None
    return found


def is_certain_after(word: str) -> bool:
    """Whether `word`, standing after a form that could be a noun, shows that it is a verb."""
    folded = word.casefold()
    return folded in DETERMINERS or bool(re.match(r"[$€£]?\d", folded)) or folded.endswith("ly")


def _is_like_adjective(found: Found) -> bool:
    """Whether a participle with a noun before it says of what kind a thing is: "Data-driven reports", "Product-led growth"."""
    return found.prefix.rstrip("- ") not in _PREFIXES and found.verb.lemma in _OF_A_KIND


def _regular_past(folded: str) -> Found | None:
    """A verb that the packs lack, told by its ending; only in the past, where nothing else ends so."""
    if not re.fullmatch(r"[a-z]{3,}ed", folded) or folded.endswith("eed") or folded in _NEVER_VERBS:
        return None
    if folded.startswith("un"):  # "unscheduled", "unplanned": nobody does that; "unloaded" and the like stand in the packs
        return None
    stem = folded[:-2]
    gerund = f"{stem[:-1]}ying" if stem.endswith("i") else f"{stem}ing"
    return Found(Verb(lemma=stem, past=folded, gerund=gerund, verb_class="manage"), "past")


def _index(knowledge: Knowledge) -> dict[str, Found]:
    key = knowledge.fingerprints.get("verbs", "")
    if key not in _INDEXES:
        _INDEXES[key] = _compiled(knowledge)
    return _INDEXES[key]


def _compiled(knowledge: Knowledge) -> dict[str, Found]:
    """Every form of every verb; where forms of two verbs coincide, the past wins: `found` is of `find`."""
    index: dict[str, Found] = {}
    for verb in knowledge.verbs.values():
        index.setdefault(verb.past, Found(verb, "past"))
    for verb in knowledge.verbs.values():
        if verb.participle and verb.participle != verb.lemma:
            index.setdefault(verb.participle, Found(verb, "past"))
        index.setdefault(verb.lemma, Found(verb, "base"))
        index.setdefault(verb.gerund, Found(verb, "gerund"))
    for verb in knowledge.verbs.values():
        index.setdefault(_third(verb.lemma), Found(verb, "third"))
    return index


def _third(lemma: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", lemma):
        return f"{lemma}es"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"
