"""Does the whole playbook agree with itself? Rules that need more than one section.

Each rule is a function from a playbook to what it looked at and what it found; the result carries the rule's id
of `playbook.checks.catalogue`. Whether one sentence is true to its sources is for `playbook.grounding`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from rapidfuzz import fuzz, process

from playbook.artifacts.inspection import CheckResult
from playbook.artifacts.pitch import WORDS_A_MINUTE
from playbook.artifacts.playbook import Playbook
from playbook.checks.catalogue import RULES
from playbook.provenance import Blank, Line, Link, lines_of

Finding = tuple[int, list[str]]
"""How many things were looked at, and what was found."""

SHORT_SECONDS = (24, 36)
LONG_SECONDS = (95, 130)
NEARLY_THE_SAME = 92
MOST_MENTIONS = 14
"""Times that one number of the resume may stand in the playbook: a story and its cross-references need about ten."""

_ASKS_EMPLOYER = re.compile(
    r"\b(?:company|employer|organi[sz]ation)(?:'s)? name\b|\bwhich (?:company|employer)\b", re.IGNORECASE
)
_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"that", "had"})
_LEAKS = re.compile(r"\{\{|\}\}|\bNone\b|\[\]|\bundefined\b|\$\w+\(")
_FLATTERY = re.compile(
    r"\b(?:unfortunately|(?:you|your) (?:are )?exceptional|world-class|rockstar|perfectly aligns?|passionate)\b", re.IGNORECASE
)


def inspect(playbook: Playbook) -> tuple[CheckResult, ...]:
    """The result of every rule, in the order of the catalogue."""
    return tuple(_result(rule, *look(playbook)) for rule, look in _RULES.items())


def targets(playbook: Playbook) -> set[str]:
    """Every place that a reference may lead to."""
    places = {f"section-{number}" for number in range(1, 11)}
    places |= {f"story-{story.number}" for story in playbook.stories.stories}
    places |= {f"question-{question.number}" for question in playbook.questions.questions}
    places |= {f"bridge-{bridge.number}" for bridge in playbook.scripts.bridges}
    return places


def _lines(playbook: Playbook) -> list[tuple[str, Line]]:
    return list(lines_of(playbook.sections))


def _references(playbook: Playbook) -> Finding:
    known = targets(playbook)
    links = [part for _, line in _lines(playbook) for part in line.parts if isinstance(part, Link)]
    links += [gap.link for gap in playbook.assessment.standing.gaps if gap.link]
    links += [story.link for story in playbook.cheat_sheet.stories]
    numbers = {f"story-{number}" for question in playbook.questions.questions for number in question.stories}
    dead = [f"{link.text} -> {link.target}" for link in links if link.target not in known] + sorted(numbers - known)
    return len(links) + len(numbers), dead


def _blanks(playbook: Playbook) -> Finding:
    questions: dict[str, set[str]] = defaultdict(set)
    for _, line in _lines(playbook):
        for part in line.parts:
            if isinstance(part, Blank):
                questions[part.id].add(part.question)
    return len(questions), [name for name, asked in questions.items() if len(asked) > 1]


def _spoken(playbook: Playbook) -> Finding:
    short = playbook.pitch.thirty_seconds_words * 60 / WORDS_A_MINUTE
    long = playbook.pitch.two_minutes_words * 60 / WORDS_A_MINUTE
    found = []
    if not SHORT_SECONDS[0] <= short <= SHORT_SECONDS[1]:
        found.append(f"the short pitch takes {short:.0f} s")
    if not LONG_SECONDS[0] <= long <= LONG_SECONDS[1]:
        found.append(f"the long pitch takes {long:.0f} s")
    return 2, found


def _varied(playbook: Playbook) -> Finding:
    metrics = {metric.text for bullet in playbook.brief.resume.highlights for metric in bullet.metrics if len(metric.text) > 2}  # noqa: PLR2004
    text = "\n".join(line.text for _, line in _lines(playbook))
    mentions = {metric: text.count(metric) for metric in metrics}
    return len(metrics), [f"{metric!r} {count} times" for metric, count in sorted(mentions.items()) if count > MOST_MENTIONS]


def _differ(playbook: Playbook) -> Finding:
    found: list[str] = []
    looked = 0
    for section, value in playbook.sections.items():
        texts = [line.text for _, line in lines_of(value) if line.provenance in {"resume", "draft"} and len(line.text) > 60]  # noqa: PLR2004
        looked += len(texts)
        for index, text in enumerate(texts[:-1]):
            near = process.extractOne(text, texts[index + 1 :], scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME)
            if near:
                found.append(f"{section}: {text[:100]}")
    return looked, found


def _strengths(playbook: Playbook) -> Finding:
    standing = playbook.assessment.standing
    strong = {point.requirement for point in standing.strengths if point.requirement}
    weak = {point.requirement for point in standing.gaps if point.requirement}
    covered = {row.requirement for row in playbook.brief.matching.requirements if row.status == "covered"}
    return len(strong) + len(weak), sorted((strong & weak) | (weak & covered))


def _known(playbook: Playbook) -> Finding:
    blanks = [blank for _, line in _lines(playbook) for blank in line.blanks]
    return len(blanks), [blank.question for blank in blanks if _ASKS_EMPLOYER.search(blank.question)]


def _curveballs(playbook: Playbook) -> Finding:
    asked = [question.question.text for question in playbook.questions.questions]
    return len(playbook.scripts.curveballs), [
        curveball.question.text
        for curveball in playbook.scripts.curveballs
        if process.extractOne(curveball.question.text, asked, scorer=fuzz.token_set_ratio, score_cutoff=NEARLY_THE_SAME)
    ]


def _covered(playbook: Playbook) -> Finding:
    rows = playbook.stories.coverage
    return len(rows), [row.value for row in rows if not row.stories]


def _plain(playbook: Playbook) -> Finding:
    found = []
    lines = _lines(playbook)
    for at, line in lines:
        text = line.text
        doubled = [match.group() for match in _DOUBLED.finditer(text) if match[1].lower() not in _MAY_DOUBLE]
        own = line.provenance in {"draft", "role"}
        if doubled or _LEAKS.search(text) or (own and _FLATTERY.search(text)):
            found.append(f"{at}: {text[:120]}")
    return len(lines), found


_RULES: dict[str, Callable[[Playbook], Finding]] = {
    "references-resolve": _references,
    "blanks-have-one-question": _blanks,
    "spoken-times": _spoken,
    "evidence-varied": _varied,
    "sentences-differ": _differ,
    "strength-is-no-gap": _strengths,
    "known-is-not-asked": _known,
    "curveballs-are-new": _curveballs,
    "values-covered": _covered,
    "plain-words": _plain,
}


def _result(rule: str, looked: int, found: list[str]) -> CheckResult:
    unique = list(Counter(found))
    return CheckResult(
        rule=rule,
        ok=not unique,
        n=looked,
        bad=len(unique),
        severity=RULES[rule].severity,
        samples=tuple(finding[:160] for finding in unique[:5]),
    )
