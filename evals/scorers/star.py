"""Is a story a story? Situation, task, action and result, each with what makes it one, and no blank for what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import dspy

from evals.scorers.scorer import Score, Scorer, share
from playbook.artifacts.resume import Position
from playbook.artifacts.stories import Stories
from playbook.grounding import numbers
from playbook.knowledge.tokens import is_content, tokens

PARTS = ("situation", "task", "action", "result")
BLANK = re.compile(r"\[([^\[\]]+)\]")
"""A question to the candidate, as plain text has it."""
_I = re.compile(r"\b(?:I|I'd|I'm|I've|my|mine|me)\b")
_WE = re.compile(r"\b(?:we|our|us|the team|everyone)\b", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:rose|fell|grew|dropped|cut|cutting|saved|saving|won|kept|met|passed|closed|reached|reduced|reducing|raised|raising|doubled|"
    r"tripled|halved|gained|improved|improving|increased|increasing|lifted|lowered|shortened|finished|ended|launched|shipped|went|"
    r"became|adopted|used|hired|promoted|approved|accepted|published|signed|"
    r"recovered|restored|resolved|removed|avoided|without|"
    r"since|still|now|instead of|down|up|from .{1,30} to|on time|under budget|no |zero|none|first|all|every|each|result\w*)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_HOW_MANY = re.compile(
    r"\bhow (?:many|much|often|large|big|far)|what (?:number|percentage|share|amount|size)|by what\b", re.IGNORECASE
)
_EMPLOYER = re.compile(
    r"\b(?:which|what|whose|at which) (?:company|employer|organi[sz]ation|firm)\b|\bwhere did you work\b", re.IGNORECASE
)
_TITLE = re.compile(r"\bwhat was your (?:title|role|position|job)\b|\byour job title\b", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen did you (?:work there|join|leave|start there)\b", re.IGNORECASE)
_ASKS = frozenset(
    ["how", "many", "much", "what", "which", "who", "when", "where", "number", "percentage", "share", "amount", "size"]
)


def missing_parts(parts: Mapping[str, str]) -> Iterator[str]:
    """What a story lacks to be one, a reason each. A blank counts as what it asks for: it says that the answer is missing."""
    for name in PARTS:
        words = BLANK.sub(" ", parts[name]).split()
        if len(words) < _FEWEST_WORDS and not BLANK.search(parts[name]):
            yield f"{name}: nothing is said"
    said, result = BLANK.sub(" ", parts["action"]), BLANK.sub(" ", parts["result"])
    if not _I.search(said) or len(_WE.findall(said)) > len(_I.findall(said)):
        yield "action: what the candidate did is not said"
    if not numbers(result) and not _OUTCOME.search(result) and not BLANK.search(parts["result"]):
        yield "result: no outcome, and no question for one"


def needless_blanks(parts: Sequence[str], bullet: str, position: Position | None) -> Iterator[str]:
    """Questions to the candidate that the resume answers: a number of the bullet, the employer, the title, the years."""
    for question in BLANK.findall(" ".join(parts)):
        told = {token.stem for token in tokens(bullet)}
        asked = {token.stem for token in tokens(question) if is_content(token) and token.stem not in _ASKS}
        counts = bool(_HOW_MANY.search(question)) and bool(numbers(bullet))
        if counts and asked and len(asked & told) / len(asked) > 1 / 2 and _counted(asked, bullet):
            yield f"the bullet says: [{question}]"
        elif position is not None and (
            (_EMPLOYER.search(question) and position.name)
            or (_TITLE.search(question) and position.position)
            or (_WHEN.search(question) and position.start_date)
        ):
            yield f"the resume says: [{question}]"


def _counted(asked: set[str], bullet: str) -> bool:
    """Whether a number of the bullet stands before what is asked for."""
    words = list(tokens(bullet))
    spots = [index for index, token in enumerate(words) if any(letter.isdigit() for letter in token.text)]
    return any(words[at].stem in asked for spot in spots for at in range(spot + 1, min(spot + 4, len(words))))


def star_complete(_: dspy.Example, stories: Stories) -> Score | None:
    """Share of the stories that have a situation, a task, an action in the first person and a result, told or asked for."""
    wrong = []
    for story in stories.stories:
        lacks = list(missing_parts({name: getattr(story, name).text for name in PARTS}))
        if lacks:
            wrong.append(f"{story.title}: {'; '.join(lacks)}")
    return share(len(stories.stories) - len(wrong), len(stories.stories), tuple(wrong))


def blanks_known(example: dspy.Example, stories: Stories) -> Score | None:
    """Share of the questions to the candidate that ask for what the resume says."""
    found, n = [], 0
    for story in stories.stories:
        texts = [getattr(story, name).text for name in PARTS]
        n += len(BLANK.findall(" ".join(texts)))
        found += list(needless_blanks(texts, story.anchor.text, example.brief.resume.position_of(story.highlight)))
    return share(len(found), n, tuple(found))


SCORERS = (
    Scorer("star_complete", ("draft_stories",), star_complete, heading="STAR"),
    Scorer("blanks_known", ("draft_stories",), blanks_known, better="lower"),
)
