"""A posting cut into sections: by the packs' names, and by headings that only hold a name or a cue.

What a line below a heading means is for `playbook.reading.posting_rows`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playbook.reading.asking_words import HAVE_NOT_DO, HAVING, MUST, PREFERRED
from playbook.reading.boilerplate import is_offer
from playbook.reading.duties import opens_with_duty
from playbook.reading.posting_headings import BUTTON, CRUMBS, NEUTRAL, SIGN_OFF, is_wish, section_by_cue
from playbook.reading.posting_labels import FACT
from playbook.reading.requirements import kind_of
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.sections import Section, heading_of, normalised, split_inline
from playbook.reading.titles import title_weight

OTHER = "other"
"""A heading that nobody knows: what stands below it is judged by its words."""
SILENT = frozenset({"benefits", "apply", "equal-opportunity", "other-jobs"})
"""Sections that ask for nothing."""
_INLINE = frozenset({"benefits", "required", "preferred", "responsibilities", "apply", "values", "about", "equal-opportunity"})
_KINDS = frozenset({"required", "preferred", "responsibilities"})
_GIVEN = re.compile(
    r"\b(?:commissions?|bonus(?:es)?|reimburse\w*|insurance|assistance program|spending account|referral|company (?:car|"
    r"vehicle|phone|laptop)|paid|vacation|holidays?|leave|"
    r"weekly pay|growth|advancement|promotion|lunch(?:es)?|outings|casual|relocation|discounts?|free|gym|pension|mentor|"
    r"flexible|generous|budget|allowance|monday to friday|"
    r"\d+[- ]hour shift|urlaub|zuschuss|weiterbildung|vacaciones|descanso|formación|dto|congés|formation|férias|folga)\b|"
    r"[$€£]\s?\d",
    re.IGNORECASE,
)
"""What benefits speak of, where a whole list does; one line of a posting may ask for a licence to sell insurance."""
_FULL_TEXT = re.compile(r"full (?:job )?(?:description|posting)", re.IGNORECASE)
_PANEL = re.compile(
    r"(?:profile insights|job details|how you match|benefits|job highlights|your qualifications for this job|location|&nbsp;)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"(?:job|position|role|vacancy|full job)?\s*(?:description|announcement|overview|summary|posting)", re.IGNORECASE
)
"""The name of the whole document, where it stands on top."""
_END = (".", ",", ";")
_HEAD = 5
"""Rows at the top, where other jobs are only a link."""
_LONG = 70
_TO_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_TO_US = re.compile(r"appl|contact|touch", re.IGNORECASE)
_YOU_HAVE = re.compile(
    r"\b(?:you(?:['’](?:ll|d|ve)| will| would)?|must|should|will|candidates?|applicants?) (?:also |already |need to )?"
    r"(?:have|bring|hold|possess|got)\W*$",
    re.IGNORECASE,
)
_YOU = re.compile(r"you (?:ll|will)")
_SMALL = 3
"""Letters of a word that has no capital in a heading: "of the"."""
_FIELDS = frozenset({"benefits", "values", "equal-opportunity"})
"""Sections whose names are fields of work, too: "Compensation & Benefits", "People & Culture", "Safeguarding"."""
_OF_US = re.compile(
    r"^(?:benefits|perks|rewards|culture|package|pay|compensation)\b(?! (?:&|and))|\b(?:our|we|us|your?|values?|believe)\b",
    re.IGNORECASE,
)
"""Such a name where it can only be that of the section."""
_BLOCK = 10
"""Lines below a heading that tell what it is."""
_HEADING = 7
"""Words; a heading that only looks like one has fewer."""
_SENTENCE = 8
"""A row of more words is prose."""


@dataclass(slots=True)
class _Cutter:
    """The sections in the making."""

    names: dict[str, str]
    verbs: frozenset[str]
    done: list[Section] = field(default_factory=list)
    current: str = ""
    heading: Row | None = None
    held: list[Row] = field(default_factory=list)
    is_nested: bool = False
    """Whether neutral headings stand below the one that prefers."""

    def open(self, name: str, heading: Row | None) -> None:
        self.done.append(Section(self.current, self.heading, tuple(self.held)))
        self.current, self.heading, self.held = name, heading, []

    def head(self, name: str, row: Row) -> None:
        """Open a section by its heading, but keep what is desirable desirable."""
        is_neutral = name == "required" and normalised(row.text) in NEUTRAL
        if is_neutral and self.current == "preferred" and (self.is_nested or not self.held):
            self.is_nested = True
            self.open("preferred", row)
            return
        self.is_nested = False
        self.open(name, row)


def posting_sections(rows: Sequence[Row], names: dict[str, str], verbs: frozenset[str]) -> tuple[Section, ...]:
    """The sections in order; the first has no heading. `verbs` are those of `duty_verbs`."""
    cutter = _Cutter(names, verbs)
    rows = _without_panel(rows)
    for number, row in enumerate(rows):
        if BUTTON.fullmatch(row.text) or (len(row.text.split()) < _LONG // 4 and CRUMBS.fullmatch(row.text)):
            continue
        if cutter.current == "other-jobs" and any(section.id in _KINDS for section in cutter.done):
            continue  # what stands below other jobs is theirs
        follows = rows[number + 1] if number + 1 < len(rows) else None
        if SIGN_OFF.match(row.text) and number > 1:
            cutter.open("apply", row)
            continue
        name = heading_of(row, names) if number or not _OF_ALL.fullmatch(row.text) else None
        if name is not None and follows is not None:
            cutter.head(_among_duties(cutter, name, rows, number), row)
            continue
        if not _opened_inline(cutter, row, follows):
            name = _loose(cutter, rows, number)
            if name is None:
                cutter.held.append(row)
            else:
                cutter.head(_among_duties(cutter, name, rows, number), row)
    cutter.open("", None)
    return tuple(cutter.done)


def _without_panel(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without what a job board puts between the head of a posting and its full text."""
    full = next((number for number, row in enumerate(rows) if _FULL_TEXT.fullmatch(row.text)), None)
    panel = next((number for number, row in enumerate(rows) if _PANEL.fullmatch(row.text)), None)
    if full is None or panel is None or panel > full:
        return rows
    return [*rows[:panel], *rows[full + 1 :]]


def _opened_inline(cutter: _Cutter, row: Row, follows: Row | None) -> bool:
    """Whether the row opens a section and goes on: "Benefits: base plus commission"."""
    is_on_top = not cutter.current and not cutter.done
    if "\t" in row.text or (FACT.match(row.text) and (is_on_top or len(row.text.split()) <= _SENTENCE + 4)):
        return False
    part = split_inline(row, cutter.names, _INLINE) or _shouted(row, cutter.names)
    if part is None:
        return False
    name, rest = part
    before, heading, above = cutter.current, cutter.heading, cutter.held[-1] if cutter.held else None
    if (inner := cutter.names.get(normalised(rest.text), "")) in _INLINE:
        cutter.open(inner, row)  # "Person specification – Essential"
        return True
    cutter.open(name, row)
    cutter.held.append(Row(rest, is_bullet=False, is_apart=False))
    if (name in SILENT or name == "values") and not (follows is not None and follows.is_bullet) and before not in SILENT:
        # One line tells no more than itself; but what stands apart below a list has ended it.
        is_below = row.is_apart and before in _KINDS and bool(above and above.is_bullet)
        is_ended = is_below and (follows is None or follows.is_apart)
        cutter.open(OTHER if is_ended else before, None if is_ended else heading)
    return True


def _shouted(row: Row, names: dict[str, str]) -> tuple[str, Slice] | None:
    """A heading that runs into its text: "REQUIREMENTS - two years", "Requirements. Two years"."""
    match = re.match(r"([A-Z][A-Za-z &/'’]{3,40}?)(?:\s+[-–—]\s+|\.\s+)(?=\S)", row.text)
    if match is None or row.is_bullet:
        return None
    name = names.get(normalised(match[1]))
    return (name, row.body.cut(match.end())) if name in _INLINE and (match[1].isupper() or name in _KINDS) else None


def _loose(cutter: _Cutter, rows: Sequence[Row], number: int) -> str | None:
    """The section that a short line without a full stop opens by a name or a cue in it."""
    row, follows = rows[number], rows[number + 1] if number + 1 < len(rows) else None
    text = row.text
    words = len(text.split())
    if number > _HEAD and words <= _HEADING and not row.is_bullet and section_by_cue(text) == "other-jobs":
        return "other-jobs"
    if number == 0 or follows is None or not _may_head(row, is_head=not cutter.current):
        return None
    is_listed = (follows.is_bullet or ("\t" in follows.text and bool(cutter.current))) and (row.is_apart or text.endswith(":"))
    is_block = _heads_block(cutter, row, follows)
    is_strong = text.endswith((":", "?", "!", "…", "...")) or is_listed or is_block or (text.isupper() and row.is_apart)
    is_weak = row.is_apart and text[:1].isupper() and words < _HEADING and len(follows.text.split()) > _SENTENCE
    # Directly above the heading of a list stands that of all its parts; or the last line of the list before, in small letters.
    is_over = (
        row.is_apart
        and all(word[:1].isupper() for word in text.split() if len(word) > _SMALL)
        and follows.is_apart
        and not follows.is_bullet
        and any(one.is_bullet for one in rows[number + 2 : number + 3])
    )
    if not (is_strong or is_weak or is_over):
        return None
    known = _known(text, cutter.names, is_strong=is_strong or is_over, is_listed=is_listed)
    if known is not None:
        return known
    is_label = text.endswith(":") and words < _HEADING - 1 and bool(cutter.current)
    if is_listed or is_block or is_label:
        section = _unknown(cutter, rows[number + 1 : number + 1 + _BLOCK])
        # Prose below a heading of its own is no further part of a list that has bullets.
        is_other = is_block and not is_listed and cutter.held[0].is_bullet and section in _KINDS
        return OTHER if is_other else section
    is_prose_above = rows[number - 1].text.endswith((".", "!", "?"))
    is_break = not is_strong and is_prose_above and follows.text.endswith((".", "!", "?", ":"))
    is_cry = is_strong and text.isupper() and words < _HEADING and not any(map(str.isdigit, text))
    return OTHER if is_cry or (is_break and bool(cutter.current)) else None


def _known(text: str, names: dict[str, str], *, is_strong: bool, is_listed: bool) -> str | None:
    """The section by what the words say."""
    if is_wish(text):
        return "preferred"
    if text.endswith((":", "…", "...")) and (HAVE_NOT_DO.search(text) or _YOU_HAVE.search(text)):
        # Among such headings are "To do well here you will have:" and "Top candidates will also have:".
        return "preferred" if section_by_cue(text) == "preferred" else "required"
    name = _named(text, names, is_strong=is_strong) or section_by_cue(text)
    if name == "apply" and is_listed and _TO_YOU.search(text) and not _TO_US.search(text):
        return "required"  # "Does this sound like you?"
    if name is not None or not (is_strong and text.endswith(":")):
        return name
    kind = kind_of(text, None, opens_with_verb=False)
    return "responsibilities" if kind == "responsibility" else kind


def _heads_block(cutter: _Cutter, row: Row, follows: Row) -> bool:
    """Whether the row stands over a block of lines, as the heading before it did, in a text that has no bullets."""
    if cutter.heading is None or not cutter.held or not cutter.heading.is_apart or follows.is_bullet:
        return False
    return row.is_apart and not follows.is_apart and not cutter.held[0].is_apart and len(row.text.split()) < _HEADING


def _may_head(row: Row, *, is_head: bool) -> bool:
    text = row.text
    if row.is_bullet or not 2 < len(text) <= _LONG or "\t" in text or " | " in text or " · " in text:  # noqa: PLR2004  a scrap
        return False
    if text.endswith(_END) and not text.endswith("..."):
        return False
    if holds_contact(text) or FACT.match(text) or re.search(r":\s+\S", text):
        return False
    # At the top, a line that looks like a title is one.
    return not is_head or text.endswith((":", "?")) or title_weight(text) < 2 or text.isupper()  # noqa: PLR2004  a title for certain


def _named(text: str, names: dict[str, str], *, is_strong: bool) -> str | None:
    """The section of the longest name within the words; a line that only might be a heading must be little more than it."""
    words = f" {normalised(text)} "
    best = max(
        (name for name in names if f" {name} " in words and (len(name) > 4 or names[name] != "preferred")),  # noqa: PLR2004  "plus" is in many words
        key=len,
        default=None,
    )
    if best is None or (not is_strong and len(best.split()) * 2 < len(words.split())):
        return None
    cue = section_by_cue(text)
    # One word of a name is weaker than a cue, and so is "You'll": "Nice, not necessary skills", "You'll also need".
    is_weak = len(best.split()) == 1 or _YOU.fullmatch(best) is not None
    return names[best] if cue is None or not is_weak else cue


def _unknown(cutter: _Cutter, below: Sequence[Row]) -> str:
    """The section of a list whose heading says nothing: a part of what it stands in, unless its lines say otherwise."""
    current, items = cutter.current, _block(below)
    offers = sum(1 for item in items if is_offer(item) or _GIVEN.search(item))
    # Who is to manage a budget and to win $10,000 is given neither.
    is_done = current not in SILENT and _duties(items, cutter.verbs) * 2 >= len(items)
    if offers * 3 >= len(items) and offers and not is_done:
        return "benefits"
    asks = sum(1 for item in items if MUST.search(item) or HAVING.search(item) or PREFERRED.search(item))
    if current in SILENT | {"responsibilities"}:
        return OTHER if asks * 2 >= len(items) else current
    return current if current in _KINDS else OTHER


def _among_duties(cutter: _Cutter, name: str, rows: Sequence[Row], number: int) -> str:
    """The section of a heading, which among duties may only name a field of them: "People & Culture" over what to lead."""
    if name not in _FIELDS or cutter.current != "responsibilities" or _OF_US.search(rows[number].text.strip(" :")):
        return name
    below = rows[number + 1 : number + 1 + _BLOCK]
    items = _block(below) if below[0].is_bullet else []
    is_field = bool(items) and _duties(items, cutter.verbs) == len(items) and not any(map(is_offer, items))
    return cutter.current if is_field else name


def _block(below: Sequence[Row]) -> list[str]:
    """The lines of one make that a heading stands over."""
    items: list[str] = []
    for row in below:
        if items and (row.is_bullet != below[0].is_bullet or (row.is_apart and not row.is_bullet) or row.text.endswith(":")):
            break
        items.append(row.text)
    return items


def _duties(items: Sequence[str], verbs: frozenset[str]) -> int:
    return sum(opens_with_duty(item, verbs) for item in items)
