"""What stands before the opening verb of a bullet and is no deed: a label, a topic, a duty, a post, a time, a state.

Also what was done *to* its author, which is told in the passive. The verbs themselves are read in
`playbook.writing.clause_openers`.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from playbook.writing.changes import MOVERS, SPAN
from playbook.writing.verb_forms import find, is_certain_after

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.verb_forms import Found

_PRONOUN = re.compile(r"I(?:'ve|\s+have|\s+also)?\s+(?=[a-z])")
_LABEL = re.compile(r"^[A-Z][\w &/'-]{2,40}:\s+(?=[A-Z])")
_TOPIC = re.compile(r"^(?P<topic>[A-Z][\w/&'’-]*(?: [\w/&'’-]+){0,3}):\s+(?=(?P<verb>[a-z-]+)\s)")
"""What a bullet is about, before what was done: "Cost out: swapped machined pins", "Report automation: built macros"."""
_DEEDS = re.compile(r"^[A-Z](?:[^:;()]|\([^()]*\)){2,90}?:\s+(?=(?P<verb>[a-z-]+)\s+(?P<next>\S+)(?P<rest>.*))")
"""A thing before a colon, and what was done for it."""
_IT = re.compile(r"(?P<verb>[a-z-]+) (?:it|them)(?=[\s,;]|$)")
"""What stands before the colon again: "Account opening: took it from 9 steps to 5"."""
_ALSO = re.compile(r"(?:,\s+(?:and\s+|then\s+)?|\s+and\s+)(?P<verb>[a-z-]+)\s+\w")
_DOER = re.compile(
    r"\s+by\s+(?:(?:all|both|every|most|the|our|my|\d{1,3}|two|three|four|five|six)\s+(?:[\w-]+\s+){0,3}?)?"
    r"(?:[a-z][\w-]*\s){0,2}(?:teams?|staff|schools|trusts|wards|sites|stores|depots|branches|departments|units|managers|nurses"
    r"|clinicians|teachers|engineers|designers|analysts|users|customers|clients|councils|boards?|companies|firms|offices|colleagues"
    r"|people|practices|clinics|hospitals|regions|countries|groups|squads|developers|agencies|partners)\b(?!['’-])"
)
"""Who did what a participle tells. Means are no doers: "by phone", "by two days"."""
_NOW = re.compile(r"^(?:currently|presently|now)\s+", re.IGNORECASE)
DUTY = re.compile(
    r"^(?:(?:i\s+)?(?:am|was)\s+)?(?:(?:solely|directly|primarily|fully|also)\s+)?(?:responsible|accountable)\s+for\s+"
    r"|^(?:(?:key|main|my|primary|job)\s+)?(?:duties|responsibilities|tasks)\s+includ(?:e|ed|ing):?\s+",
    re.IGNORECASE,
)
STATE = re.compile(
    r"^(?:(?:responsible|accountable)\s+for|in charge of|part of|member of|tasked with|charged with|entrusted with"
    r"|laid off|let go|made redundant"
    r"|(?:involved|based|located|engaged)\s+(?:in|at|on)|employed (?:by|at|as)|(?:required|expected|trusted|invited|asked) to"
    r"|(?:asked|invited|chosen|selected|nominated|approached|picked|recruited|requested)\s+by\s+(?:[^\s,;:()]+\s+){1,6}?to(?=\s+[a-z])"
    r"|trusted with|exposed to|(?:dedicated|committed) to|known (?:for|as)|called (?:on|upon) to)(?=\s|[(,;]|$)",
    re.IGNORECASE,
)
"""How somebody stood, or what befell them: "Involved in budgeting", "Laid off 2014", "Asked by the owner to lead the team"."""
_OFF_OTHERS = re.compile(
    r"^(?:laid off|let go|made redundant)\s+(?:(?:the|a|an|some|all|our|my|\w+ of)\s|(?!(?:19|20)\d\d\b)\d)", re.IGNORECASE
)
"""What was done to others: "Laid off 12 staff"."""
_SMALL = r"(?:a|after|an|and|for|her|in|of|on|or|other|over|per|the|their|to|under|with)\b"
_ROLE = re.compile(
    rf"^(?:Lead|Order|Chief|Head|Shift|Float|Charge|Staff|Chair|Host|Temp|Pilot)\s+(?:(?!{_SMALL})[a-z-]+\s+){{0,2}}?(?!{_SMALL})"
    r"[a-z-]*(?:[^\Wy](?:er|or)|man|woman|person|ist|nurse|chef|cook|clerk|tech)\b(?!s)"
    r"|^(?:Cover|Link|Practice)\s+(?:[a-z-]*[^\Wy](?:er|or)|nurse|teacher|worker)\b"
    r"|^(?:Trusted|Valued|Certified|Licensed|Registered|Chartered|Accredited|Experienced|Skilled|Seasoned)\s+"
    r"(?:[a-z-]+\s+){0,2}?[a-z-]*(?:[^\Wy](?:er|or)|ist|nurse|partner)\b(?=\s*(?:$|[,;:.(])|\s+(?:to|for|of|in|at|on|with|and|who)\b)"
)
"""A post, not a deed: "Lead mechanical engineer on eleven schemes", "Link nurse for wounds", "Trusted adviser to"."""
_MONTH = rf"(?:{'|'.join(name[:3] for name in calendar.month_name[1:])})[a-z]{{0,6}}\.?"
_DATE = rf"(?:(?:early|late|mid|summer|spring|autumn|fall|winter)[ -])?(?:{_MONTH}\s+)?['’]?(?:19|20)?\d\d"
_WHEN = re.compile(
    rf"^(?:since|in|during|from)\s+{_DATE},?\s+(?:I\s+)?(?:have\s+|has\s+)?(?=[a-z-]+ed\s|[a-z]{{2,}}\s)", re.IGNORECASE
)
"""A date before the deed: "Since Jan 2024 have covered for", "In 2021 led"."""
_WHILE = re.compile(
    r"^(?:In|During|Since|From|Over|After|Before|When|While|As|Within|By|At|Throughout|Following|Despite|Without"
    r"|Upon|Once|Until|Amid|Ahead of|Prior to)\b"
    r"[^,;.:]{3,90}?(?:\([^()]*\))?,\s+(?:I\s+)?(?=(?P<verb>[a-z-]+)\s+(?P<next>\S+))"
)
"""A circumstance, closed by a comma, before the deed: "In Jan 2024 when the pass was shut, re-routed 14 trucks"."""
_EVENT = re.compile(r"^(?:Post|Pre)(?P<happened>[- ](?:[\w'’/-]+ ){0,3}?[\w'’/-]+),\s+(?:I\s+)?(?=(?P<verb>[a-z-]+)\s)")
"""What the deed came after or before: "Post acquisition, ran the merge". Who posts things goes on in the same form."""
_HAPPENING = re.compile(
    r"(?:[ts]ion|ment|merger|launch|live|move|sale|ipo|buy-?out|takeover|covid\S*|pandemic|brexit|flood|fire|crisis)$",
    re.IGNORECASE,
)
_HONOUR = r"\b(?:award|prize|medal|certificate|honou?rs?|distinction|trophy|plaque|bonus)"
_HAPPENED = re.compile(
    rf"\s*(?:$|[(,;:–—-]|(?:as|by|to|for|from|among|into|in|one|out|during|after|within|at|twice|again|internally|following|when"
    rf"|because|due|until|through|with\b.*{_HONOUR})\b|{_MONTH}|['’]?(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""What follows a participle that happened to somebody: "Promoted to", "Redeployed during", "Promoted Apr 2022"."""
_VERB_NEXT = re.compile(r",\s+[a-z]+ed\b")


def without_lead(text: str, knowledge: Knowledge) -> str:
    """`text` from its verb on: without a label, a pronoun, a time or a circumstance before it."""
    label = _LABEL.match(text)
    if label and (not _is_past(text.split(" ", 1)[0], knowledge) or _is_past(text[label.end() :].split(" ", 1)[0], knowledge)):
        text = text[label.end() :]  # "Took over pricing: RevPAR …" opens with its deed
    pronoun = _PRONOUN.match(text)
    if pronoun:
        text = text[pronoun.end() :]
    text = _NOW.sub("", text, count=1)
    when = _WHEN.match(text)
    if when and _is_past(text[when.end() :].split(" ", 1)[0], knowledge):
        return text[when.end() :]
    while_ = _WHILE.match(text)
    if while_ and _is_past(while_["verb"], knowledge):
        return text[while_.end() :]
    event = _EVENT.match(text)
    if event and (
        _is_past(event["verb"], knowledge) or (_HAPPENING.search(event["happened"]) and find(event["verb"], knowledge))
    ):
        return text[event.end() :]
    return text


def is_post_or_topic(text: str, knowledge: Knowledge) -> bool:
    """Whether a bullet opens with a post, or names its topic before a colon and a verb in the past; a deed is no topic."""
    if _ROLE.match(text):
        return True
    topic = _TOPIC.match(text)
    after = find(topic["verb"], knowledge) if topic else None
    before = find(topic["topic"].split()[0], knowledge) if topic else None
    return after is not None and after.form == "past" and (before is None or before.form == "base")


def deeds_of_topic(text: str, knowledge: Knowledge) -> str:
    """What was done, behind a thing and a colon; `""` where only one word may be a verb: "Product lines: baked goods"."""
    found = _DEEDS.match(text)
    if found is None or not _is_past(found["verb"], knowledge) or found["next"].endswith((",", ";")):
        return ""
    topic = re.sub(r"\([^()]*\)", "", text[: found.start("verb")])
    if re.search(r"[a-z]\.\s+[A-Z]", topic) or any(_is_past(word, knowledge) for word in topic.split()[1:]):
        return ""
    if not any(is_sure(found, knowledge) for is_sure in (_is_certain, _goes_on, _moves)):
        return ""
    deed = text[found.end() :]
    named = _IT.match(deed)
    return f"{named['verb']} {text[: found.end()].rstrip(': ')}{deed[named.end() :]}" if named else deed


def _is_certain(found: re.Match[str], knowledge: Knowledge) -> bool:
    verb = find(found["verb"], knowledge)
    return (
        verb is not None
        and verb.verb.lemma in knowledge.verbs
        and (is_certain_after(found["next"]) or bool(_IT.match(f"{found['verb']} {found['next']} ")))
    )


def _goes_on(found: re.Match[str], knowledge: Knowledge) -> bool:
    """Whether another deed follows: "kept the plan, ran the weekly call"."""
    return any(_is_past(other["verb"], knowledge) for other in _ALSO.finditer(f" {found['next']}{found['rest']}"))


def _moves(found: re.Match[str], knowledge: Knowledge) -> bool:
    """Whether a verb that can moves a figure: "got door-to-CT from 34 to 19 min"."""
    verb = find(found["verb"], knowledge)
    deed = re.split(r"[,;]", f"{found['next']}{found['rest']}")[0]
    may = verb is not None and (verb.verb.lemma in MOVERS or verb.verb.verb_class in {"grow", "improve", "reduce", "win"})
    return may and bool(SPAN.search(deed))


def befell(found: Found, after: str) -> bool:
    """Whether a past form says what was done to the author: always "Elected", and "Promoted" before "to" or a date."""
    if not found.verb.passive or found.form != "past":
        return False
    if found.verb.verb_class == "receive":
        return True
    return not _VERB_NEXT.match(after) and bool(_HAPPENED.match(after))  # "Hired, briefed and fired agencies"


def names_doer(after: str) -> bool:
    """Whether "by" and somebody follow a participle: "used by 5 teams", but not "taught by example" or "cut by 12%"."""
    return bool(_DOER.match(after))


def state_of(text: str) -> str:
    """The words by which a bullet says how its author stood; `""` where it opens with a deed."""
    state = STATE.match(text)
    return "" if state is None or _OFF_OTHERS.match(text) else state.group()


def _is_past(word: str, knowledge: Knowledge) -> bool:
    found = find(word, knowledge)
    return found is not None and found.form == "past" and found.verb.lemma != word.casefold()
