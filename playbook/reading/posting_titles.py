"""Which short line at the top of a posting is the title: by a lead, a mark of gender, or what it looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.rows import Slice
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import organisation_weight

AT = re.compile(r"\s+(?:at|@|bei(?: der)?|chez)\s+(?=[A-Z\d])")
LEAD = re.compile(
    r"^(?:we(?:'|’)?re|we are|now|urgently|immediate)?\s*(?:hiring|seeking|wanted|vacancy|job opening|opening|"
    r"job opportunity|opportunity|help wanted|employment opportunity|"
    r"stellenangebot|stellenausschreibung|wir suchen|gesucht|se busca|se necesita|buscamos|oferta de (?:empleo|trabajo)|"
    r"offre d['’]emploi|recrute|recherche|"
    r"contrata-se|vaga(?: de)?|oportunidade)\s*(?:(?:an?|einen?|eine|una?|une|uma?)\s+|[:–—-]\s*)",
    re.IGNORECASE,
)
_MODE = (
    r"[(\[](?:fully |100% |us[- ]|uk[- ]|flexible )?"
    r"(?:remote|hybrid|on-?site|in[- ]office|office[- ]based|home[- ]based|work from home|wfh)\b"
    r"(?=\s*(?:[)\]\-–—,/|;:&+]|(?:in|from|within|or|only|possible|first|optional|available|with|us|usa|uk|eu|emea|canada|\d)\b))"
    r"[^()\[\]]*[)\]]|\(\d+[- ]?(?:on|days on)[ /,-]{1,3}\d+[- ]?(?:off|days off)\)"
)
"""How and in which shifts one works: "(Remote - Central time)", "(4 on 4 off)"; "(Remote Sensing)" is a field."""
_SEASON = (
    r"(?:(?:early|mid|late|q[1-4]|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b,? ?)?(?:(?:20\d\d(?:[/–-]\d{2,4})?|fy ?\d{2,4})(?: (?:cohort|intake|start|class|season|"
    r"entry|program(?:me)?))?|(?<= )(?:cohort|intake|start)|(?:cohort|intake|class of) (?:20)?\d{1,2})"
)
"""With whom and when one begins: "Winter 2027 Cohort"."""
TAIL = re.compile(
    rf"\s*(?:{_MODE}|[,(–—-]\s*{_SEASON}\)?|"
    r"(?<=\))\s(?:in|als) (?:teilzeit|vollzeit)\b.*|\b(?:wanted|needed|required|gesucht)[!.]?|[(\[]?\b(?:job |"
    r"req(?:uisition)? |ref(?:erence)? |posting )?(?:id|no|number|code|#)[.:# ]*[\w-]*\d[\w-]*[)\]]?|#\d+|"
    r"[,(–—-]\s*(?:full|part)[- ]time(?: position)?\)?|"
    r"\([^()]*\b(?:\d+ ?(?:hrs?|hours)|mon(?:day)?\s?(?:-|–|to)\s?fri(?:day)?)\b[^()]*\)|"
    r"[(–—-]\s*(?:permanent|temporary|contract|remote|hybrid)\)?)$",
    re.IGNORECASE,
)
TERMS = re.compile(
    rf"{_SEASON}|"
    r"(?:fifo|dido|bibo|fly[- ]?in\b.{0,4}fly[- ]?out|drive[- ]?in\b.{0,4}drive[- ]?out)\b.{0,40}"
    r"|\d{1,2}\s?[:/&]\s?\d{1,2}(?: (?:days?|weeks?))?(?: (?:roster|rotation|swing|shifts?))?(?: .{0,20})?"
    r"|.{0,25}\broster\b.{0,25}"
    r"|(?:(?:rotating|permanent|fixed|early|late|twilight|nights?|days?|evenings?|weekends?|back|swing|graveyard|first|second|third|"
    r"1st|2nd|3rd|12[- ]?hour|8[- ]?hour|and|&|/|or|,)\s?)*(?:shifts?|nights?|days?|evenings?|weekends?)"
    r"|\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)? ?(?:hours?|hrs?|h)\b.{0,25}|.{0,20}[$€£]\s?\d.*"
    r"|(?:full|part)[- ]time\b.{0,25}|(?:fixed[- ]term|ftc|temp(?:orary)?|permanent|casual|per diem|prn)\b.{0,25}"
    r"|\d{1,2}[- ]months?\b.{0,25}|(?:maternity|parental) (?:leave )?cover|[01]?\.\d+ ?fte|(?:immediate|urgent) (?:start|hire)",
    re.IGNORECASE,
)
"""When, how long and for how much one works, behind a dash: no part of what one is."""
_GENDER = re.compile(
    r"\((?:[mwfdhx]\s?[/|]\s?){1,3}[mwfdhx](?:\s?[/|]\s?\w)?\)|\b[mwfd]/[mwfd](?:/[dx])?\b|\w[/*:]in\b|\w[/(][ao]\)?(?= |$)|"
    r"\(H/F\)|\bH/F\b|\bF/H\b",
    re.IGNORECASE,
)
"""German, French and Spanish titles say that anybody may apply: "(m/w/d)", "H/F", "Jefe/a"."""


_LABELLED = re.compile(r"(?P<label>[\w #/'’.()-]{2,30}):\s+[^\d]{0,20}\d")


def title_among(others: Sequence[Slice], company: str | None, *, is_named: bool, is_placed: bool) -> Slice | None:
    """The piece that a lead or a mark of gender shows, else the one that looks most like a title."""
    for piece in others:
        if (LEAD.match(piece.text) or TAIL.search(piece.text)) and title_weight(TAIL.sub("", piece.text)):
            return piece
    marked = [piece for piece in others if _GENDER.search(piece.text)]
    if marked:
        return marked[0]
    weights = [_title_likeness(one.text, company) for one in others]
    if not weights:
        return None
    best = max(range(len(others)), key=lambda at: (weights[at], -at))
    if weights[best] > 0:
        return others[best]
    if len(others) > 1 and not is_named:
        return others[1 if is_named_by(others[0].text, company) or organisation_weight(others[0].text) else 0]
    return others[0] if len(others) == 1 and (is_named or is_placed) else None


def _title_likeness(text: str, company: str | None) -> int:
    """How much a piece looks like the title, an employer after "at" aside."""
    named = _LABELLED.match(text)
    if named is not None and not title_weight(named["label"]):
        return 0  # a date or a number with a label that nobody knows
    halves = AT.split(text)
    if len(halves) == 2 and title_weight(halves[0]):  # noqa: PLR2004  title and employer
        return 2 * title_weight(halves[0])
    return 2 * title_weight(text) - 2 * organisation_weight(text) - 3 * is_named_by(text, company)


def is_named_by(text: str, company: str | None) -> bool:
    """Whether the words name the employer that the user gave."""
    return bool(company) and str(company).lower() in text.lower()
