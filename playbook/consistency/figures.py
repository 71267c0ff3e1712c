"""Rules about figures and titles: what a sentence says of the document must be what the document shows."""

from __future__ import annotations

import re

from playbook.artifacts.pitch import WORDS_A_MINUTE
from playbook.consistency.finding import Finding, Whole, is_quote
from playbook.grounding import numbers, quantities

SHORT_SECONDS = (24, 36)
LONG_SECONDS = (95, 130)
_SCORE = re.compile(r"\b(?:scores?|fit|match|alignment|culture|skills|experience)\b", re.IGNORECASE)
_HUNDRED = 100
_COUNTED = re.compile(
    r"(?:\b(?P<whole>all|these|those|the|your|my|of)\s)?"
    r"(?<![\w-])(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty)\s+(?:\w+\s+)?"
    r"(?P<what>stories|questions|curveballs|strengths|gaps|scripts|bridges)\b"
    r"(?P<here>\s+(?:below|here|in [Ss]ection|that follow))?",
    re.IGNORECASE,
)
_PARTS = ("stories", "questions", "curveballs", "strengths", "gaps", "scripts", "bridges")
"""Of which each count has one: most sentences are told by these, without the pattern of counts."""
_OWN_COUNTS = ("/questions/questions", "/stories/stories", "/asks", "/plan")
"""Places that count other things: the stories of a past job, the questions of a customer."""
_IS_COUNTED = r"(?!\s+(?!(?:is|was|has|does|roles|posts|jobs|interviews)\b)[a-z]{2,}s\b)"
"""A number before what it counts is no level: "acting Porter 2 nights in 2024"."""
_LEVEL = rf"(?:I(?![\s]+[a-z])|I{{2,3}}|IV|V|[1-5]{_IS_COUNTED})"
"""`I` before a small letter is who speaks: "as a Support Engineer I answered"."""


def spoken_times(whole: Whole) -> Finding:
    """Pitches that do not take the time that they are named after."""
    playbook = whole.playbook
    short = playbook.pitch.thirty_seconds_words * 60 / WORDS_A_MINUTE
    long = playbook.pitch.two_minutes_words * 60 / WORDS_A_MINUTE
    found = []
    if not SHORT_SECONDS[0] <= short <= SHORT_SECONDS[1]:
        found.append(f"the short pitch takes {short:.0f} s")
    if not LONG_SECONDS[0] <= long <= LONG_SECONDS[1]:
        found.append(f"the long pitch takes {long:.0f} s")
    return 2, found


def scores_shown(whole: Whole) -> Finding:
    """Scores in prose that the page does not show, and a label that the score does not have."""
    playbook = whole.playbook
    fit = playbook.brief.fit
    shown = {float(value) for value in (fit.overall, fit.low, fit.high, fit.skills, fit.experience, fit.culture, fit.uncapped)}
    shown |= {round(weight * _HUNDRED, 6) for weight in fit.weights.values()} | {float(_HUNDRED)}
    found, looked = [], 0
    for section in ("snapshot", "standing", "cheat_sheet"):
        for at, line in whole.sections[section]:
            if is_quote(line) or not _SCORE.search(line.stated):
                continue
            quotes = [source.quote for source in line.sources if source.span.entry is None]
            own = {one.value for quote in quotes for one in quantities(quote)}
            for one in quantities(line.stated):
                behind = line.stated[one.end : one.end + 8]
                if one.unit in {"percent", "points"} or behind.startswith((" of 100", " out of ", "/100", " point")):
                    looked += 1
                    if one.value not in shown | own:
                        found.append(f"{at}: {line.stated[:110]}")
    return looked, found


def counts_hold(whole: Whole) -> Finding:
    """Sentences that count the parts of the document otherwise than it has them."""
    playbook = whole.playbook
    standing, scripts = playbook.assessment.standing, playbook.scripts
    there = {
        "stories": len(playbook.stories.stories),
        "questions": len(playbook.questions.questions),
        "curveballs": len(scripts.curveballs),
        "strengths": len(standing.strengths),
        "gaps": len(standing.gaps),
        "scripts": len(scripts.bridges),
        "bridges": len(scripts.bridges),
    }
    found, looked = [], 0
    for at, line in whole.lines:
        if line.provenance not in {"role", "draft"} or at.startswith(_OWN_COUNTS):
            continue
        lowered = line.stated.lower()
        if not any(part in lowered for part in _PARTS):
            continue
        for match in _COUNTED.finditer(line.stated):
            looked += 1
            (count,) = numbers(match["count"])
            is_whole = (match["whole"] or "").lower() in {"all", "your"} or match["here"]
            if count > there[match["what"].lower()] or (is_whole and count != there[match["what"].lower()]):
                found.append(f"{at}: {match.group().strip()}, there are {there[match['what'].lower()]}")
    return looked, found


def title_holds(whole: Whole) -> Finding:
    """The target role under another level than the posting's: "SDE" on the cover, "SDE 2" in the text."""
    playbook = whole.playbook
    title = playbook.brief.posting.title
    base = re.sub(rf"\s+{_LEVEL}$", "", title).strip()
    own = " ".join(position.position.text for position in playbook.brief.resume.positions if position.position)
    pattern = re.compile(rf"\b{re.escape(base)}\s+(?P<level>{_LEVEL})\b")
    found, looked = [], 0
    for at, line in whole.lines:
        if base not in line.stated or is_quote(line):
            continue
        looked += 1
        found += [
            f"{at}: {match.group()}, the role is {title}"
            for match in pattern.finditer(line.stated)
            if match.group() != title and match.group() not in own
        ]
    return looked, found
