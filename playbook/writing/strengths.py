"""The strengths that the playbook speaks of: up to three, each a requirement that is met by work of its own.

The same three stand in section 2 and on the cheat sheet. Whether a requirement is met is for `playbook.matching`; how a
strength is worded is for `assess`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from playbook.knowledge.lexicon import lexicon_of
from playbook.matching.leading import steps_to
from playbook.writing.clauses import read_clause
from playbook.writing.gap_names import bare, headed
from playbook.writing.gap_sense import asks_of_work
from playbook.writing.gaps import title_case
from playbook.writing.relevance import is_paper, says_when
from playbook.writing.restatements import Restatement, embedded, restate
from playbook.writing.terms import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import Evidence, RequirementMatch
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.resume import Resume
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Fact
    from playbook.writing.gaps import Gap

MOST = 3
"""Strengths that a playbook speaks of."""

_TITLE = range(3, 7)
"""Words of a title."""
_LISTED = 3
"""Words of what is only listed that its title names."""
_HEAD = re.compile(r"[,;(|]| [–-] ")
_KINDS = {"responsibility": 1.05, "required": 1.0, "preferred": 0.7}
_STATUSES = {"covered": 1.0, "partial": 0.6}
_ALIKE = 65
"""Similarity above which two requirements ask for the same thing."""
_WORTH = 0.8
"""What the best bullet of a resume adds to a strength."""
_STRENGTH = 1.5
"""What evidence of full strength is worth."""
_OUTCOME = 0.25
"""What a stated and measured outcome adds."""
_NEAR_BEST = 0.6
"""Share of a requirement's best evidence below which a piece is no answer to it."""
_ANSWERS = 0.85
"""The same share for a bullet beside one of more worth: what is only about the same subject is no answer."""
_ONLY_SOFT = 0.6
"""What a line counts that names nothing but how somebody is."""
_PATTERN = re.compile(
    r"^\W*(?:(?:approx|c|ca)\.? ?)?\d[\d.\s/x–-]*(?<=[\s\d])(?:days?|hours?|hrs?|nights?|sessions?|weeks?|wks?)"
    r"(?:\s*(?:shifts?|a|per|p|each)\b|\s*/|\s*[,;.]|$)|^\W*(?:full|part)[ -]time\b",
    re.IGNORECASE,
)
_RECENT, _LONG_AGO, _YEAR_AGO = 5, 10, 0.04
"""Years in which work is recent, the most that are counted beyond them, and what each of them costs."""
_STEP = 0.23
"""What each step costs that a bullet is away from the thing that is asked for."""
_AGAIN = 0.4
"""What a strength loses by showing what an earlier one has shown."""


@dataclass(frozen=True)
class Strength:
    """A requirement of the posting, and the piece of the resume that answers it."""

    title: str
    requirement: Requirement
    fact: Fact
    shown: Restatement | None
    """The bullet; `None` where the evidence is a credential or a listed skill."""


@dataclass(frozen=True)
class _Candidate:
    requirement: Requirement
    evidence: Evidence
    points: float
    competency: str
    is_core: bool
    """Whether it answers a must or a duty of the craft, in full and by work."""


def choose_strengths(brief: Brief, knowledge: Knowledge, gaps: Iterable[Gap]) -> tuple[Strength, ...]:
    """The strongest matches, best first; no requirement, no bullet and no subject twice, and none of `gaps`."""
    pool = list(_candidates(brief, knowledge, {gap.requirement for gap in gaps}))
    chosen: list[_Candidate] = []
    while pool and len(chosen) < MOST:
        shown = Counter(candidate.competency for candidate in chosen)
        # The first is called the strongest fit: what is only wished for is that where nothing else of the craft is shown.
        first = [] if chosen else [candidate for candidate in pool if candidate.is_core]
        best = max(first or pool, key=lambda candidate: candidate.points - _AGAIN * shown[candidate.competency])
        chosen.append(best)
        pool = [candidate for candidate in pool if not _same(candidate, best)]
    return tuple(_strength(candidate, brief, knowledge) for candidate in chosen)


def _candidates(brief: Brief, knowledge: Knowledge, gaps: set[str | None]) -> Iterator[_Candidate]:
    """Every pair of a met requirement and a piece of evidence; bullets before what is only listed."""
    best = max((worth.worth for worth in brief.matching.highlights), default=0.0) or 1.0
    worths = {worth.highlight: worth for worth in brief.matching.highlights}
    measured = {
        highlight.id
        for highlight in brief.resume.highlights
        if any(character.isdigit() for character in read_clause(highlight, knowledge).result)
    }
    listed = {fact.span for fact in _listed(brief.resume)}
    for requirement, match in _pairs(brief):
        is_work = asks_of_work(requirement, match.status) and not says_when(requirement.text)
        if requirement.id in gaps or match.status not in _STATUSES or not is_work:
            continue
        if match.missing_terms and not match.covered_terms:
            continue  # What only sounds like a line of which every part is missing is no answer to it.
        paper = requirement.years is None and is_paper(requirement, knowledge)
        crafts = _KINDS[requirement.kind] * (1.0 if paper or _names_craft(requirement.text, knowledge) else _ONLY_SOFT)
        most = max((evidence.strength for evidence in match.evidence if evidence.highlight is not None), default=0.0)
        for evidence in match.evidence:
            if evidence.highlight is None:
                fits = evidence.fact.span in listed and requirement.years is None
            else:
                # A degree or a licence is answered by the paper, never by work that sounds like its subject.
                fits = not paper and evidence.strength >= _ANSWERS * most
            near = evidence.strength >= _NEAR_BEST * match.evidence[0].strength
            if not (fits and near) or is_working_pattern(evidence.fact.text):
                continue
            worth = worths.get(evidence.highlight or "")
            points = _STRENGTH * crafts * _STATUSES[match.status] * evidence.strength
            points += _WORTH * worth.worth / best if worth is not None else -_WORTH
            points += _OUTCOME * (evidence.highlight in measured)
            points -= _YEAR_AGO * _years_ago(evidence.highlight, brief)
            points -= _STEP * steps_to(requirement.text, evidence.fact.text, lexicon_of(knowledge))
            competency = worth.competencies[0] if worth is not None and worth.competencies else ""
            core = requirement.kind != "preferred" and crafts >= 1 and match.status == "covered" and worth is not None
            yield _Candidate(requirement, evidence, points, competency, core)


def _years_ago(highlight: str | None, brief: Brief) -> int:
    """Years beyond the recent ones since the work ended, up to ten; 0 where the resume does not say."""
    ended = brief.resume.position_of(highlight).end_date if highlight else None
    return min(max(brief.on.year - int(ended[:4]) - _RECENT, 0), _LONG_AGO) if ended else 0


def is_working_pattern(text: str) -> bool:
    """Whether a line of the resume tells when somebody worked, and not what they did: "3-4 days a week, all year groups"."""
    return _PATTERN.search(text) is not None


def _names_craft(text: str, knowledge: Knowledge) -> bool:
    """Whether a line names something that is more than a way to be."""
    lexicon = lexicon_of(knowledge)
    skills = [lexicon.skill(found.id) for found in lexicon.concepts(text)]
    return not skills or any(skill is None or skill.kind != "soft" for skill in skills)


def _listed(resume: Resume) -> Iterator[Fact]:
    """What can be a strength without a bullet: skills and papers, but not what a summary says of itself."""
    yield from (skill.fact for skill in resume.skills)
    yield from (education.fact for education in resume.education)
    for named in (resume.certificates, resume.languages, resume.awards, resume.publications):
        yield from (item.fact for item in named if not item.has_lapsed)


def _pairs(brief: Brief) -> Iterator[tuple[Requirement, RequirementMatch]]:
    matches = {match.requirement: match for match in brief.matching.requirements}
    for requirement in brief.posting.requirements:
        if requirement.id in matches:
            yield requirement, matches[requirement.id]


def _same(one: _Candidate, other: _Candidate) -> bool:
    """Whether two candidates share the requirement, the evidence or the subject."""
    return (
        one.requirement.id == other.requirement.id
        or one.evidence.fact.span == other.evidence.fact.span
        or fuzz.token_set_ratio(one.requirement.text.casefold(), other.requirement.text.casefold()) >= _ALIKE
    )


def _strength(candidate: _Candidate, brief: Brief, knowledge: Knowledge) -> Strength:
    fact, highlight = candidate.evidence.fact, candidate.evidence.highlight
    shown = None
    if highlight is not None:
        shown = restate(brief.resume.highlight(highlight), brief.resume.position_of(highlight), knowledge)
    title = _bullet_title(shown) if shown is not None else ""
    if highlight is not None:
        title = title or _asked_title(candidate.requirement, fact, knowledge)
    title = title or _listed_title(fact.text, knowledge)
    return Strength(title=title, requirement=candidate.requirement, fact=fact, shown=shown)


def _bullet_title(shown: Restatement) -> str:
    """Three to six words: what was done, and where, if that is short."""
    for title in (shown.title, f"{shown.title} at {shown.employer}", f"{shown.title} in Practice"):
        if shown.title and not title.endswith(" ") and len(title.split()) in _TITLE:
            return title
    return ""


def _asked_title(requirement: Requirement, fact: Fact, knowledge: Knowledge) -> str:
    """What the bullet shows of what the posting asks for, in the bullet's words, else in the posting's.

    Never by the name of the packs: who tested an interface has not designed one.
    """
    lexicon = lexicon_of(knowledge)
    on = _on_resume(knowledge)
    asked = [found.id for found in lexicon.concepts(requirement.text)]
    for said in lexicon.concepts(fact.text):
        skill = lexicon.skill(said.id)
        title = f"{title_case(said.words)} {on}" if skill is not None and skill.kind != "soft" else ""
        if len(title.split()) in _TITLE and not lexicon.closure([said.id]).isdisjoint(asked):
            return title
    named = f"{title_case(headed(bare(requirement.text, requirement, knowledge), _LISTED))} {on}"
    is_sayable = len(named.split()) in _TITLE and not re.search(r"\d|^(?:You|We|Our|The|Their|This|There)\b", named)
    return named if is_sayable else f"Shown {on}"


def _on_resume(knowledge: Knowledge) -> str:
    """`on Your Resume`, in the reader's word for it."""
    return knowledge.frames["assess-title-on-resume"].texts[0]


def _listed_title(text: str, knowledge: Knowledge) -> str:
    """Three to six words about something that is only listed, such as a licence."""
    head = embedded(_HEAD.split(text, maxsplit=1)[0])
    held = kind_of(head, knowledge) in {"licence", "certificate", "degree"}
    return f"{title_case(' '.join(head.split()[:_LISTED]))} {'in Hand' if held else _on_resume(knowledge)}"
