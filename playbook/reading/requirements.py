"""What a posting asks for: each line or sentence with its kind, and what is none of it.

Kinds come from the heading above and from the words; benefits, pay, equal-opportunity text and how to apply are
no requirements, wherever they stand.
"""

from __future__ import annotations

import re

from playbook.artifacts.posting import RequirementKind
from playbook.reading.person import NUMBER_WORDS

_LEGAL = re.compile(
    r"equal[- ](?:employment )?opportunit|without regard to|regardless of (?:race|age|gender|sex)|protected (?:veteran|"
    r"class|by law|characteristic)|"
    r"reasonable accommodation|veteran status|e-verify|sexual orientation|affirmative action|criminal (?:history|"
    r"record)|fair chance|"
    r"we (?:celebrate|welcome) (?:diversity|applications)|all qualified applicants|background check|drug (?:test|"
    r"screen)|privacy (?:policy|notice)",
    re.IGNORECASE,
)
_APPLY = re.compile(
    r"\b(?:to apply|apply (?:now|here|online|today|by|via|through)|(?:send|submit|email|upload|attach) (?:us )?(?:a |"
    r"an |your |the )?(?:letter|cv|resume|résumé|cover|application|portfolio)|"
    r"closing date|application deadline|applications? (?:close|are reviewed|must be received)|no (?:agencies|"
    r"recruiters)|only shortlisted)\b",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"401\(?k\)?|\b(?:paid time off|pto|health insurance|medical insurance|dental|vision insurance|parental leave|"
    r"days? of (?:leave|holiday|vacation|paid)|weeks? of (?:leave|holiday|vacation)|"
    r"tuition (?:assistance|reimbursement)|stipend|free (?:lunch|meals|parking|snacks)|gym membership|stock options|"
    r"equity package|employee discount|"
    r"home office budget|learning budget|sign[- ]?on bonus|retirement plan|pension|wellness|we offer|you will receive|"
    r"you'll receive|benefits (?:include|package)|perks)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:salary|base pay|pay range|hourly rate|compensation|ote|wages?|per hour|per annum|uncapped commission|"
    r"commission structure)\b.*[$€£\d]|[$€£]\s?\d[\d,.]*k?\s*(?:-|–|to|/)\s*(?:[$€£]?\s?\d|hr|hour|year|yr)|"
    r"^we pay\b|^(?:salary|pay|compensation|benefits?|perks|hours|schedule|job type|employment type|shift)\s*:",
    re.IGNORECASE,
)
_PREFERRED = re.compile(
    r"\b(?:nice[- ]to[- ]have|(?:is|are|would be|as|strong|big|a definite) an? (?:strong |big |definite |real |"
    r"huge )?(?:plus|bonus|advantage|asset)|a plus|bonus points|"
    r"(?:is|are|would be|highly|strongly) (?:preferred|desirable|desired|advantageous|welcome|helpful)|"
    r"ideally|preferably|not required|optional|desirable)\b|(?:[,;(–-]\s*|\s)(?:preferred|desired|desirable|a plus|"
    r"advantageous|optional)\)?\.?$",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:must|required|requires?|you(?:'|’)?(?:ve| have| hold| bring| are (?:an?\b|comfortable|fluent|able|licensed|"
    r"certified|registered|organi[sz]ed|at ease|used|skilled|experienced))|you need|you(?:'|’)ll need|"
    r"we need someone|(?:the )?(?:ideal|successful|right) (?:candidate|person|applicant)(?: will)? (?:has|have|is|be|"
    r"brings?|holds?)|minimum(?: of)?|at least \w+(?:\+)? years|\d+\+? years|"
    r"years of (?:[\w-]+ ){0,4}experience|proven|demonstrated|proficien(?:t|cy)|fluen(?:t|cy)|knowledge of|"
    r"understanding of|familiarity with|ability to|able to|"
    r"degree in|bachelor|master|diploma|licen[cs]e|licensed|certification|certified|experience (?:in|with|of|as|working|"
    r"managing|leading|selling)|experienced with|skilled (?:in|at)|background in|track record|"
    r"looking for (?:someone|people|a person|candidates|somebody) (?:who|with|to))\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:you(?:'|’)?(?:ll| will)|you would|you(?:'|’)?d|the (?:role|position|job|work|person|successful candidate|"
    r"post ?holder)(?: also)? (?:will|involves|includes|is responsible)|"
    r"(?:is|are|be) responsible for|responsible for|responsibilities include|duties include|day to day|reporting to)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\byou(?:'|’)?(?:ll| will) (?:join|be joining|get|receive|love|enjoy|find|have (?:access|the (?:chance|"
    r"opportunity))|be part of|report|be based|be surrounded)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?P<n>\b\d{{1,2}}(?:\.5)?|\b(?:{'|'.join(sorted((word for word in NUMBER_WORDS if ' ' not in word), key=len, reverse=True))})\b)"  # noqa: E501  one pattern
    r"(?:\s*\(\d+\))?\s*\+?(?:\s*(?:-|–|to|or)\s*\d{1,2}\s*\+?|\s+or\s+more|\s+plus)?[ -]*(?:full |"
    r"years?['’]? )?(?P<unit>years?|yrs?|months?)\b(?!['’]? old)",
    re.IGNORECASE,
)
_OLD = re.compile(r"^\s*(?:old|of age)\b")


def is_boilerplate(text: str) -> bool:
    """Whether the words are law, pay, benefits or how to apply."""
    return is_formal(text) or bool(_BENEFIT.search(text)) or bool(_PAY.search(text))


def is_formal(text: str) -> bool:
    """Whether the words are law or how to apply: no requirement even below a heading of requirements."""
    return bool(_LEGAL.search(text)) or bool(_APPLY.search(text))


def kind_of(text: str, heading: RequirementKind | None, *, opens_with_verb: bool) -> RequirementKind | None:
    """The kind of a line; `None` where it asks for nothing. `heading` is the kind that the section says."""
    preferred = None if heading == "responsibility" else _PREFERRED.search(text)
    # "4-6 years of experience; public accounting preferred" still requires the years.
    if preferred and not (heading == "required" and _asks_before(text[: preferred.start()])):
        return "preferred"
    if heading is not None:
        return heading
    if _OFFER.search(text):
        return None
    if _DUTY.search(text):
        return "responsibility"
    if opens_with_verb:
        return "responsibility"
    return "required" if _REQUIRED.search(text) else None


def _asks_before(text: str) -> bool:
    """Whether a clause of its own asks for something before the words that only prefer."""
    clauses = re.split(r";|\.\s|,\s(?=with\b|and\b)", text)
    return len(clauses) > 1 and bool(_REQUIRED.search(clauses[0]) or years_in(clauses[0]))


def years_in(text: str) -> float | None:
    """Years that a line asks for, the lower end of a range; months as a part of a year."""
    for match in _YEARS.finditer(text):
        if _OLD.match(text, match.end()):
            continue
        number = match["n"].lower()
        value = float(NUMBER_WORDS[number]) if number in NUMBER_WORDS else float(number)
        if match["unit"].lower().startswith("month"):
            value = round(value / 12, 2)
        if 0 < value <= 40:  # noqa: PLR2004  more is an age or a year
            return value
    return None
