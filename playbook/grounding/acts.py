"""What a sentence says was done: how strong its verb is, what it denies, what it certifies.

Word lists of English and the readers of them. Which way things moved is for `playbook.grounding.directions`; whether a
sentence goes beyond its source is for `playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playbook.grounding.number_words import NUMBER_WORDS
from playbook.grounding.phrases import Phrases
from playbook.knowledge.tokens import STOP, Token, stem, tokens

_WEAK = Phrases(
    r"\b(?:assist(?:ed|ing|s)?|help(?:ed|ing|s)?|support(?:ed|ing|s)?|contribut\w+|participat\w+|aid(?:ed|ing)|shadow(?:ed|ing)|"
    r"observ(?:ed|ing)|took part|taking part|involved in|part of|member of|sat on|exposure to|"
    r"worked (?:closely |together )?(?:alongside|with|on)|co-(?!op\b)\w+|"
    r"together with|jointly|under the|"
    r"back(?:ed|ing) up|collaborat\w+|joined|attend(?:ed|ing)|played a part|had a hand|lent a hand|pitched in)\b",
    re.IGNORECASE,
)
_STRONG = Phrases(
    r"\b(?:led|leads?|leading|head(?:ed|ing|s)|manag(?:ed|es?|ing)(?! (?:it|to)\b)|direct(?:ed|ing|s)|own(?:ed|ing|s)|"
    r"found(?:ed|ing)|spearhead\w*|overs(?:aw|ee\w*)|supervis\w+|chair(?:ed|ing|s)|architect(?:ed|ing)|pioneer(?:ed|ing)|"
    r"masterminded|orchestrated|championed|in charge of|responsible for|r[au]n(?:ning|s)?|at the helm|took charge|"
    r"dr[io]ve[ns]?)\b",
    re.IGNORECASE,
)
_WEAK_ACT = Phrases(
    r"^\W*(?:(?:assist|help|support)(?:ed|ing|(?-i:(?! [A-Z])))|contribut(?:ed|ing)|"
    r"participat(?:ed|ing)|aid(?:ed|ing)|shadow(?:ed|ing)|"
    r"co-(?!op\b)\w+|worked (?:closely )?(?:with|on|alongside)|observ(?:ed|ing)|collaborat(?:ed|ing)|member of|part of|"
    r"sat on|took part|attend(?:ed|ing)|back(?:ed|ing) up)\b",
    re.IGNORECASE,
)
_LEMMAS = dict(
    pair.split(":")
    for pair in """
    won:win led:lead grew:grow rose:rise fell:fall held:hold built:build lost:lose sold:sell paid:pay took:take ran:run
    wrote:write taught:teach
    """.split()  # noqa: SIM905  pairs read as pairs
)
"""Past forms whose stem tells nothing of the verb's."""
_NEGATORS = frozenset(
    """
    no not never without none zero nor neither cannot nobody nothing
    """.split()  # noqa: SIM905  words read as words
)
_LEAST = frozenset({"single", "cent", "penny", "minute", "inch"})
"""Not a cent over: what is denied stands behind the least of it."""
_CLAUSE_END = re.compile(r"[.;!?]\s|\n")
_TOO_MUCH = frozenset({"over"})
_NEGATED = Phrases(
    r"\b\w+n['’]t\b|\bfail(?:ed|ing) to\b|-free\b|\bw/o(?:ut)?\b|\bunable\b|\bfree (?:of|from)\b|"
    r"\b(?:avoid|prevent)(?:s|ed|ing)?\b|\b(?:avoidance|prevention) of\b|"
    r"\binstead of\b|\brather than\b|\bunchanged\b|\bthe same\b",
    re.IGNORECASE,
)  # the verbs and no word made of them: "avoidable days", "preventive maintenance" deny nothing
_CREDENTIALS = Phrases(
    r"\b(?:certifi\w+|licen[cs]ed?|licensure|accredit\w+|charter(?:ed|ship)|diplomas?|degrees?|bachelor\w*|master[’']?s|mba|ph\.?d|"
    r"doctora\w+|fellowship|fellow of|board-certified|patent\w*|valedictorian)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?:\d|\b(?:{'|'.join(sorted(NUMBER_WORDS))}))[ -]$", re.IGNORECASE)
_HONOURS = Phrases(
    r"\b(?:award\w*|published|publication\w*|elected|promoted|promotion|honou?rs|registered|graduat\w+|prize|"
    r"qualified as|hired as)\b",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"\b(?:[BMD]\.?(?:A|S|Sc|Eng|Ed|N|Com|Tech|BA|Phil)\b\.?|B\.?E\b|Ph\.?\s?D|MBA|Bachelor|Master|Associate|Diploma|Doctor|Degree)",
)
_CARDS = re.compile(r"^(?:certifi|licen|charter|accredit|registered|board)", re.IGNORECASE)
_LEAK = Phrases(
    r"\b(?:(?:as an? (?:ai|language model|ai assistant)|as (?:requested|instructed)|let me know if|per (?:your|"
    r"the) (?:request|instructions?|prompt)|"
    r"(?:here(?:['’]s| is| are)|below (?:is|are)|i(?:['’]ve| have) (?:rewritten|rephrased|polished))\b.{0,40}"
    r"\b(?:sentences?|lines?|rewrite|rewritten|versions?|bullets?|answers?|this|wording)|"
    r"(?:ignore|disregard|forget) (?:all |any |the )?(?:previous|prior|above|earlier|other)|system prompt|"
    r"(?:do not|don't) (?:mention|reveal|invent)|the (?:draft|prompt|source|user) (?:says|states|asks|wants|provided)|"
    r"in (?:the )?first person|option \d|rate (?:this|the) candidate|hire (?:this|them)|"
    r"(?:this|the) (?:candidate|applicant) (?:is|should|must|has|was|would)|(?:best|strongest|ideal|"
    r"top) (?:candidate|applicant)|"
    r"note to (?:the )?(?:ai|model|recruiter|hiring|screener)|ai (?:reviewers?|models?|screeners?|assistants?))\b|"
    r"(?:instructions?|output|rewritten|revised|polished|sentence|answer):|\d+ words\))",
    re.IGNORECASE,
)
_LEAKING_MARKS = Phrases(r"^\W*(?:sure|certainly|of course|absolutely)[,!]|<<|>>|\{\{|```", re.IGNORECASE)


_QUOTED = Phrases(r"[\"“]([^\"”]+)[\"”]")
_OWN_VERB = Phrases(
    r"\bI (?:\w+ly |then |also |first |once |was |had |have |am |been |and )*(?P<verb>[a-z]+ed|led|ran|built|"
    r"won|wrote|drove|grew|cut|"
    r"took|brought|kept|held|set|made|oversaw|taught|sold|won|drew)\b",
)
_OF_OTHERS = Phrases(r",?\s+(?:who|one of whom|two of whom|\w+ of whom|of whom|whose)\b", re.IGNORECASE)
_I_LED = Phrases(
    r"\bI (?:\w+ly |then |also |personally )?(?:led|lead|headed|managed|directed|owned|founded|ran|oversaw|supervised|chaired|"
    r"spearheaded|architected|built|designed|drove|negotiated|created|launched|implemented|developed)\b",
    re.IGNORECASE,
)
_SCOPE = Phrases(
    r"\b(?:of any (?:kind|sort)|whatsoever|(?:all|every one) of|everyone|everybody|everywhere|"
    r"every (?:night|week|month|quarter|year|shift)|every|entire(?:ly)?|"
    r"single-handed(?:ly)?|solely|sole|alone|"
    r"by myself|on my own|(?:for|across|in|of) the (?:whole )?(?:region|firm|enterprise|company|organi[sz]ation|division|"
    r"district|country|nation|industry|state)|whole|worldwide|globally|global|nationally|national|international|industry|"
    r"(?:company|organi[sz]ation|enterprise|firm|district|state|nation|group|hospital|system)-?wide|hospital|company|district|"
    r"division|corporate|state['’]s|all year|year[- ]round|ahead of|all (?:the |our |its |of the )?(?:\d+|two|"
    r"three|four|five|six|seven|"
    r"eight|nine|ten|twelve)|(?:my|our|the) (?:unit|department|plant|floor)|"
    r"(?:across|throughout) (?:\S+ ){1,4}?(?:company|organi[sz]ation|business|group|enterprise|projects|locations|sites|stores|"
    r"plants|offices|teams|departments|regions|countries|markets))\b",
    re.IGNORECASE,
)

_DONE_TO_ME = Phrases(
    r"\b(?:for|help(?:ed|s)|assist(?:ed|s)|support(?:ed|s)|train(?:ed|s)|(?:mentor|cover)(?:ed|s)|taught|hired|joined) me\b|"
    r"\bduring my (?:\w+[ -]){0,4}(?:leave|absence)\b",
    re.IGNORECASE,
)
_PART_OF = Phrases(r"\b(?:of (?:them|whom|which|these|those)|includ\w+|incl\b|among them|\()", re.IGNORECASE)
_ACTING_AS = re.compile(r"^As (?:an? |the |their )?(?P<title>[\w-]+(?: [\w&-]+){0,4}) at (?=[A-Z])")
_UNFINISHED = Phrases(
    r"\b(?:work(?:ing)? towards?|studying (?:for|towards?)|preparing for|pursuing|enrolled|in progress|expected|ongoing|"
    r"started (?:an?|the|my) (?:\w+ ){0,3}(?:master|degree|course|certificat\w+|program)|"
    r"first (?:\w+ )?(?:courses?|modules?|parts?)|"
    r"nominat\w+|shortlisted|finalist|runner-up|eligible|sat (?:the|for)|appl(?:ied|ying) for|candidate for|modules? of|"
    r"not (?:yet )?complet\w+|hope to)\b",
    re.IGNORECASE,
)
_PRAISE = Phrases(
    r"\b(?:on time|on schedule|on budget|within budget|under budget|ahead of schedule|flawless(?:ly)?|seamless(?:ly)?|"
    r"success(?:fully)?|without (?:a )?(?:single )?(?:error|incident|fault|complaint)s?|"
    r"to (?:(?:great|wide|much|high|rave) )?(?:acclaim|reviews?|praise|applause))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def is_weak(text: str) -> bool:
    """Whether the text opens with an act that leaves the deed to others: assisted, supported, took part."""
    return bool(_WEAK_ACT.search(text))


@lru_cache(maxsize=16384)
def weak_words(text: str) -> bool:
    """Whether the text says anywhere that the deed was shared or another's."""
    return bool(_WEAK.search(text))


@lru_cache(maxsize=16384)
def strong_words(text: str) -> tuple[str, ...]:
    """Words by which the text claims to have been in charge."""
    return tuple(match.group().lower() for match in _STRONG.finditer(text))


@lru_cache(maxsize=16384)
def says_base(word: str, text: str) -> bool:
    """Whether a clause of the text opens with the bare form of such a word, as in a list of duties: "Own the budget"."""
    base = re.sub(r"(?:ing|ed|s)$", "", word)
    return bool(re.search(rf"(?:^|[;,.]\s|\band\s){re.escape(base)}\b", text, re.IGNORECASE | re.MULTILINE))


@lru_cache(maxsize=16384)
def claims_lead(text: str) -> bool:
    """Whether the candidate says of themselves that they were in charge: "I led", "I ran"."""
    return bool(_I_LED.search(text))


@lru_cache(maxsize=16384)
def scopes(text: str) -> tuple[str, ...]:
    """Words by which the text claims the whole of something."""
    return tuple(match.group().lower() for match in _SCOPE.finditer(text))


@lru_cache(maxsize=16384)
def done_to_me(text: str) -> str:
    """What others did for the candidate, by the text; empty where it says nothing of the kind."""
    match = _DONE_TO_ME.search(text)
    return match.group() if match else ""


@lru_cache(maxsize=16384)
def says_part(text: str) -> bool:
    """Whether the text counts one thing as a part of another: of them, including, in brackets."""
    return bool(_PART_OF.search(text))


@lru_cache(maxsize=16384)
def acting_as(text: str) -> str:
    """The position in which the text says that the candidate acted: `nurse educator` in "As nurse educator at Fennimore"."""
    match = _ACTING_AS.match(text)
    return match["title"] if match else ""


@lru_cache(maxsize=16384)
def is_unfinished(text: str) -> bool:
    """Whether the text speaks of what was begun, tried or proposed and not attained: "working toward the CPA"."""
    return bool(_UNFINISHED.search(text))


@lru_cache(maxsize=16384)
def praises(text: str) -> tuple[str, ...]:
    """Words by which the text says how well something went: on time, under budget, to acclaim."""
    return tuple(match.group().lower() for match in _PRAISE.finditer(text))


@lru_cache(maxsize=16384)
def credentials(text: str) -> tuple[str, ...]:
    """Words by which the text claims a degree, a licence, a certificate or a patent; nine degrees are a temperature."""
    found = ((match.group().lower(), text[: match.start()]) for match in _CREDENTIALS.finditer(text))
    return tuple(word for word, before in found if not (word.startswith("degree") and _COUNTED.search(before)))


@lru_cache(maxsize=16384)
def honours(text: str) -> tuple[str, ...]:
    """Words by which the text claims an award, a rise, a publication."""
    return tuple(match.group().lower() for match in _HONOURS.finditer(text))


def is_backed(word: str, source: str, shared_acronym: bool) -> bool:  # noqa: FBT001  read at its one call
    """Whether a source that does not say the word has the thing: a degree by its letters, a card by its acronym."""
    if _CARDS.match(word):
        return shared_acronym
    return bool(_DEGREES.search(source))


@lru_cache(maxsize=16384)
def leaks(text: str) -> tuple[str, ...]:
    """Words that belong to a prompt and not to a playbook."""
    found = [*_LEAK.finditer(text), *_LEAKING_MARKS.finditer(text)]
    return tuple(match.group() for match in sorted(found, key=lambda match: match.start()))


def without_quotes(text: str, source: str) -> str:
    """The text with what it quotes of `source` word for word blanked out: that is the source's, whatever it says."""
    whole, plain = text.strip(" ."), text.casefold()
    for line in filter(None, (line.strip(" .") for line in source.split("\n"))):
        at = plain.find(line.casefold()) if line != whole else -1
        if at >= 0:
            text = text[:at] + " " * len(line) + text[at + len(line) :]
            whole, plain = text.strip(" ."), text.casefold()
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]) if quoted[1] in source else quoted[0], text)


@lru_cache(maxsize=16384)
def own_verb(text: str) -> str:
    """The verb that the candidate says of themselves: `settled` in "I settled"; empty where there is none."""
    match = _OWN_VERB.search(text)
    return match["verb"].lower() if match else ""


@lru_cache(maxsize=16384)
def of_others(text: str) -> tuple[str, str]:
    """The text without what it says of others, and that: "Mentored two interns" and "one of whom was hired"."""
    match = _OF_OTHERS.search(text)
    return (text, "") if match is None else (text[: match.start()], text[match.start() :])


@lru_cache(maxsize=16384)
def denies(text: str) -> bool:
    """Whether the text denies anything."""
    return any(token.folded in _NEGATORS for token in tokens(text)) or bool(_NEGATED.search(text))


@lru_cache(maxsize=16384)
def denied(text: str) -> frozenset[str]:
    """The stem that follows each denial: what the text says was not."""
    words = tokens(text)
    if "-free" not in text.lower() and not any(token.folded in _NEGATORS or _negates(token.text) for token in words):
        return frozenset()  # as most
    found: set[str] = set()
    for at, token in enumerate(words):
        after_it = text[token.end : token.end + 6].lower()
        if after_it.startswith((" only", " just")) or (
            token.folded == "no" and (after_it[:1] == "." or after_it[1:2].isdigit())
        ):
            continue
        if token.folded in _NEGATORS or _negates(token.text):
            stop = _CLAUSE_END.search(text, token.end)
            near = [one for one in words[at + 1 : at + 5] if stop is None or one.start < stop.start()]
            after = [one for one in near if one.folded not in _NEGATORS | _LEAST and not one.folded[0].isdigit()]
            found.update([lemma(one) for one in after if one.folded not in STOP or one.folded in _TOO_MUCH][:1])
        elif text[token.end : token.end + 5].lower().startswith("-free"):
            found.add(token.stem)
    return frozenset(found)


@lru_cache(maxsize=65536)
def _negates(word: str) -> bool:
    return _NEGATED.pattern.fullmatch(word) is not None


def lemma(token: Token) -> str:
    """The stem of a word, of an irregular past that of its verb."""
    return stem(_LEMMAS.get(token.folded, token.folded))
