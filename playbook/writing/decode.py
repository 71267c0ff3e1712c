"""Section 3: what they actually want.

The lines of the posting read closely, why the role exists, what success looks like, what is not said, what to avoid.
The company's values and facts stand in its profile; here is only said what to do about them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from playbook.artifacts.decoding import Decoding
from playbook.reading.requirements import is_praise
from playbook.reading.vacancy_reasons import tells_why
from playbook.writing.company_intel import sentences, success_lines
from playbook.writing.decoded_rows import decoded_rows
from playbook.writing.hidden_priorities import hidden_priorities, mistakes
from playbook.writing.pen import Pen
from playbook.writing.posting_words import quoting
from playbook.writing.relevance import is_paper, most_relevant, posting_text, says_when, shared
from playbook.writing.restatements import embedded
from playbook.writing.value_names import value_name

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import AdviceEntry
    from playbook.provenance import Fact, Line, Prose, Span

_REASONS = 2
_ADVICE = 5
_CLEARLY = 2
"""Words that a line shares with a reason of which it is a sign."""
_DUTY = 0.5
_LONG = 30
"""Words of a line that is too long to stand inside a sentence."""


_CONDITION = re.compile(
    r"(?:contract(?: type)?|type of contract|(?:working )?hours|salary|pay|location|start(?:ing)? date|closing date|"
    r"shifts?|benefits|grade|employment type|job type|reference|ref)\s*[:–—-]",
    re.IGNORECASE,
)
"""A term of employment, which is no reason why somebody is wanted."""


def decode(brief: Brief, knowledge: Knowledge) -> Decoding:
    """Section 3 of a case; fewer than five rows where the posting has fewer lines."""
    pen = Pen("decoding", brief, knowledge)
    used: Counter[str] = Counter()
    rows = decoded_rows(pen, used)
    quoted = {row.said.sources[0].span for row in rows}
    hidden = hidden_priorities(pen, quoted)
    return Decoding(
        rows=rows,
        why=_why(pen, quoted),
        pain=_pain(pen, quoted),
        values_note=_values_note(pen),
        success=pen.prose(*success_lines(pen)),
        hidden=hidden,
        mistakes=mistakes(pen, used),
        means_for_you=_means_for_you(pen),
    )


def _why(pen: Pen, quoted: set[Span]) -> tuple[Prose, ...]:
    """Two reasons for such a role, each beside words of the posting."""
    posting = pen.brief.posting
    first, second = most_relevant(pen.family.why, posting_text(posting), _REASONS, words=str)
    reasons = [one.fact for one in posting.requirements if one.kind != "preferred" and tells_why(one.text)]
    about = sorted(
        (fact for fact in (*posting.about, *reasons) if not (_CONDITION.match(fact.text) or is_praise(fact.text))),
        key=lambda fact: (not tells_why(fact.text), -shared(fact.text, first), len(fact.text.split()) > _LONG),
    )
    frame = "decode-why-reason" if about and tells_why(about[0].text) else "decode-why-about"
    opening = quoting(pen, frame, about[0], seed="why") if about else _hint(pen, first, quoted)
    quoted |= {fact.span for fact in about[:1]}
    more = _hints(pen, second, quoted)
    if more is None and about[1:]:
        more = quoting(pen, "decode-why-adds", about[1], seed="why")
    return (pen.prose(opening, *_role(pen, first)), pen.prose(more, *_role(pen, second)))


def _hints(pen: Pen, text: str, quoted: set[Span]) -> Line | None:
    """Two lines of the posting that speak of a reason; one where there is only one."""
    near = _speaking_of(pen, text, quoted, _CLEARLY)
    if len(near) < _REASONS:
        return _hint(pen, text, quoted)
    one, other = near[:_REASONS]
    quoted |= {one.span, other.span}
    slots = {"quote": embedded(one.text), "other": embedded(other.text)}
    frame = pen.pick(pen.knowledge.frames["decode-why-lines"].texts, seed="hints", slots=slots)
    return pen.job(frame, one, other, slots=slots)


def _hint(pen: Pen, text: str, quoted: set[Span]) -> Line | None:
    near = _speaking_of(pen, text, quoted, _CLEARLY)
    if not near:
        return None
    quoted.add(near[0].span)
    return quoting(pen, "decode-why-line", near[0], seed="hint")


def _speaking_of(pen: Pen, text: str, quoted: set[Span], least: int) -> list[Fact]:
    """The lines of the posting that share `least` words with `text`, closest first, duties before the others.

    Lines that the section has quoted already are left out, and so are degrees and lines that no sentence can hold.
    """
    near = [
        (count + _DUTY * (requirement.kind == "responsibility"), -index, requirement.fact)
        for index, requirement in enumerate(pen.brief.posting.requirements)
        if (count := shared(requirement.text, text)) >= least
        and requirement.kind != "preferred"
        and requirement.fact.span not in quoted
        and not (is_paper(requirement, pen.knowledge) or says_when(requirement.text))
        and len(requirement.text.split()) <= _LONG
    ]
    return [fact for *_, fact in sorted(near, key=lambda row: row[:2], reverse=True)]


def _pain(pen: Pen, quoted: set[Span]) -> Prose:
    """What hurts where such a role is open, and the line of the posting that fits."""
    text = most_relevant(pen.family.pain, posting_text(pen.brief.posting), 1, words=str)[0]
    near = _speaking_of(pen, text, quoted, _CLEARLY)
    sign = quoting(pen, "decode-pain-sign", near[0], seed="pain") if near else None
    return pen.prose(*_role(pen, text), sign)


def _values_note(pen: Pen) -> Line:
    """What to do about the values, by whose words they are."""
    company = pen.brief.company
    in_play = company.values_in_play
    frame = f"decode-values-{company.values_from if in_play or company.values_from == 'job' else 'none'}"
    slots = {"values": value_name(company, in_play[0]) if in_play else ""}
    text = pen.pick(pen.knowledge.frames[frame].texts, seed="values", slots=slots)
    return pen.role(text, entry=frame, slots=slots)


def _means_for_you(pen: Pen) -> tuple[Line, ...]:
    """Five pieces of the trade's advice, those first that speak of this posting's words."""

    def words(entry: AdviceEntry) -> str:
        return f"{entry.title} {entry.text}"

    chosen = most_relevant(pen.family.advice, posting_text(pen.brief.posting), _ADVICE, words=words)
    return tuple(pen.role(f"**{entry.title}.** {entry.text}", entry=pen.family.id, at=entry.title) for entry in chosen)


def _role(pen: Pen, text: str) -> tuple[Line, ...]:
    """A text of the family, sentence by sentence."""
    return tuple(pen.role(sentence, entry=pen.family.id) for sentence in sentences(text))
