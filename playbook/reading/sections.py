"""Headings: the document cut into sections by the names of the packs.

The names are data; here stands how a line is compared with them. What a section holds is for the grammars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from playbook.knowledge.packs import Knowledge
from playbook.knowledge.recall import recalled
from playbook.knowledge.schema import SectionName
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.degrees import find_degree
from playbook.reading.role_lines import parts_life
from playbook.reading.rows import Row, Slice
from playbook.reading.titles import title_weight

UNKNOWN = "unknown"
"""A heading by its look whose name the packs do not know; what stands below it is no part of the section above."""
_NOISE = re.compile(r"[^\w\s]|_")
_ENTRIES = frozenset({"work", "volunteer", "projects"})
_SUBHEADINGS = frozenset({"achievements", "projects", "skills", "activities"})
"""Names that also head a part of one role: "Key achievements:"."""
_ALONE = frozenset({"work", "education", "languages", "certificates", "interests", "references"})
"""Names that head a part of the document and never of a role."""
_CLOSED = _ENTRIES | {"skills"}
"""Sections in which "Languages: Java" is a line of theirs."""
_OWN_LINE = frozenset({"volunteer", "awards"})
"""Sections whose label below a degree or a role may be a line of it: "Awards: dean's list"."""
_AMONG_OTHERS = frozenset({"projects"})
"""Sections that a label opens among odds and ends alone: at the top, "Portfolio: ana.example" is an address."""
_APART = frozenset({"memberships", "volunteer"})
"""Sections that a label opens below a list of skills, where an empty line stands above it."""
_JOINED = re.compile(r"(?:professional )?(?:member|affiliat|volunteer)\w*\b", re.IGNORECASE)
"""How such a label begins: "Networks: TCP/IP" and "Teaching: phonics" are skills, though both may be names of the section."""
_INLINE = re.compile(r"^([^:\t]{2,45}?)\s*(?::\s*|\t\s*)(?=\S)")
_DASHED = re.compile(r"^((?:spoken )?languages?(?: spoken| skills)?|interests|hobbies)\s+[-–—]\s+(?=\S)", re.IGNORECASE)
_SHOUTED = re.compile(r"^([A-Z]{4,}(?: (?:AND|&|[A-Z]{3,}))*)\s+(?=[^,]{1,40},[^,]+,.)(?=\S*[a-z]|[A-Z]{2,}, )")
"""A heading in capitals before its list: "TOOLS Jira, Figma, Looker"."""
_WHOLE = re.compile(r"\bdriv|f[üu]hrerschein|condu[cç]", re.IGNORECASE)
_AND = re.compile(r" (?:and|y|et|und|e|sowie) ")
_LINE = 60
_NUMBER = re.compile(r"^\d{1,2}\s|\s(?:continued|cont|contd|fortsetzung|suite)$")
_REST = re.compile(r"others?\W*$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?$")
_DECLARED = re.compile(r"(?:declaration\W{1,4})?I (?:do )?(?:hereby )?(?:solemnly )?declare that\b", re.IGNORECASE)
"""The declaration that closes a resume in India: its place and its name below are no part of the section above."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. `id` is empty for what stands above the first heading."""

    id: str
    heading: Row | None
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The heading's words, empty where there is none."""
        return self.heading.text.rstrip(": ") if self.heading else ""


@recalled(most=4096)
def normalised(text: str) -> str:
    """A heading as it is compared: lower case, words alone, `&` and a plus between words as "and"."""
    joined = text.lower().replace("&", " and ").replace("/", " and ").replace(" + ", " and ")
    return " ".join(_NOISE.sub(" ", joined).split())


def names_of(knowledge: Knowledge, document: Literal["resume", "job"]) -> dict[str, str]:
    """Normalised name to section id."""
    return _names(knowledge.sections, document)


@lru_cache(maxsize=8)
def _names(sections: tuple[SectionName, ...], document: str) -> dict[str, str]:
    return {normalised(name): entry.id for entry in sections if entry.document == document for name in entry.names}


def heading_of(row: Row, names: dict[str, str]) -> str | None:
    """The section that a row opens, by its exact name; `None` for any other row."""
    text = row.text
    if names.get(normalised(text)) == "references" and len(text) <= _LINE:
        return "references"
    if _DECLARED.match(text):
        return "references"
    text = _bare(text)
    if len(text) > _LINE or (text.endswith((".", ",", ";")) and not text.endswith("...")) or "\t" in text:
        return None
    words = normalised(text)
    found = _named(words, names) or _named(_NUMBER.sub("", words), names) or _named(normalised(_ASIDE.sub("", text)), names)
    if found is None and not text[0].islower():
        parts = [_named(part, names) for part in _AND.split(words)]
        found = parts[0] if len(parts) > 1 and all(parts) else None
    if found and row.is_bullet and not text.isupper() and not text.endswith(":"):
        return None
    return found


def _bare(text: str) -> str:
    """A heading in capitals without its remark, and without the dates beside it where it speaks of several."""
    head, _, beside = text.partition("\t")
    dates = find_ranges(beside)
    is_dated = len(dates) == 1 and not (beside[: dates[0].at] + beside[dates[0].to :]).strip(" .()")
    bare = _ASIDE.sub("", head) if not beside or is_dated else ""
    return bare if bare.isupper() and (not beside or bare.endswith("S")) else text


def _named(words: str, names: dict[str, str]) -> str | None:
    bare = words.removeprefix("my ").removeprefix("the ")
    # "Selected project" is one of "Selected projects"; a single word, "Project", may head a line of a role.
    return names.get(words) or names.get(bare) or (names.get(f"{bare}s") if " " in bare else None)


def split_inline(row: Row, names: dict[str, str], ids: frozenset[str]) -> tuple[str, Slice] | None:
    """The section and the rest of a row such as "Benefits: base plus commission", or of a heading in the cell beside it."""
    match = _INLINE.match(row.text) or _SHOUTED.match(row.text) or _DASHED.match(row.text)
    if match is None or row.is_bullet or not any(letter.isalpha() for letter in row.text[match.end() :]):
        return None
    found = names.get(normalised(match[1]))
    # "Driving licence: B" says what is held with its first words: none of them is left out.
    at = 0 if _WHOLE.search(match[1]) else match.end()
    return (found, row.body.cut(at)) if found in ids else None


def _is_dense(rows: Sequence[Row], names: dict[str, str]) -> bool:
    """Whether no empty line stands above the headings of the document, so that one without it is no less a heading."""
    headings = [row for row in rows if heading_of(row, names) in _ALONE]
    return len(headings) > 1 and not any(row.is_apart for row in headings[1:])


def _shouts(rows: Sequence[Row], names: dict[str, str]) -> bool:
    """Whether the headings of a document are in capitals, but for one in four that may head a part of a role."""
    heads = [row.text.isupper() for row in rows if heading_of(row, names)]
    return sum(heads) > 1 and 4 * sum(heads) >= 3 * len(heads)


def _is_unknown_heading(row: Row, following: Sequence[Row]) -> bool:
    """Whether a line in capitals heads a section by its look alone: short, apart, and no employer above its dates."""
    words = row.text.split()
    is_plain = not row.is_bullet and "\t" not in row.text and not any(map(str.isdigit, row.text))
    if not (row.is_apart and is_plain and row.text.isupper() and len(words) <= 5 and len(row.text) > 4 and following):  # noqa: PLR2004  a heading's length
        return False
    if following[0].is_apart and find_ranges(following[0].text) and title_weight(following[0].text):
        return True  # a whole header stands below it, so it is none
    return not any(find_ranges(one.text) or find_dates(one.text) for one in following if not one.is_bullet)


def _is_within(found: str, current: str, row: Row, *, is_apart: bool, shouts: bool) -> bool:
    """Whether a name may head a part of the section above: of a role, or the last group of a list of skills, "Others"."""
    is_rest = (
        found == "additional" and current == "skills" and bool(_REST.match(row.text)) and not (shouts and row.text.isupper())
    )
    is_part = found in _SUBHEADINGS and current in _ENTRIES and (row.text.endswith(":") or not is_apart)
    return is_rest or is_part


def sections_of(rows: Sequence[Row], names: dict[str, str], inline: frozenset[str] = frozenset()) -> tuple[Section, ...]:
    """The document's sections in order; the first has no heading.

    `inline` are the sections that may open within a line.
    """
    sections: list[Section] = []
    current = ""
    heading: Row | None = None
    held: list[Row] = []
    is_labelled = False  # whether the section opened within a line, so that another label is beside it and not in it
    is_dense = _is_dense(rows, names)
    shouts = _shouts(rows, names)
    for number, row in enumerate(rows):
        found = heading_of(row, names)
        may_head = shouts and bool(current) and not (current == "work" and parts_life(row))
        if found is None and may_head and _is_unknown_heading(row, rows[number + 1 : number + 4]):
            found = "work" if normalised(row.text).endswith(" experience") else UNKNOWN
        if found and _is_within(found, current, row, is_apart=row.is_apart or is_dense, shouts=shouts):
            found = None
        is_shouted = row.text.split(":")[0].isupper() or bool(_SHOUTED.match(row.text))
        part = None if found else split_inline(row, names, inline if current == "additional" else inline - _AMONG_OTHERS)
        if part is not None and part[0] in _OWN_LINE and not (row.is_apart or is_labelled or current == "additional"):
            part = None
        if part is None and not found and current == "skills" and row.is_apart and _JOINED.match(row.text):
            part = split_inline(row, names, _APART)
        if (
            part is not None
            and part[0] not in _APART
            and not is_labelled
            and current in _CLOSED
            and not is_shouted
            and not (part[0] == "education" and find_degree(part[1].text))
        ):
            part = None  # "Languages: Java" is a line of its section
        if found is None and part is None:
            held.append(row)
            continue
        sections.append(Section(current, heading, tuple(held)))
        if part is None:
            current, heading, held, is_labelled = found or "", row, [], False
        elif current == "additional" or part[0] in _OWN_LINE:
            # Its lines are of many kinds, each behind its label.
            sections.append(Section(part[0], row, (Row(part[1], is_bullet=False, is_apart=False),)))
            held = []
        else:
            current, heading, held, is_labelled = part[0], row, [Row(part[1], is_bullet=False, is_apart=False)], True
    sections.append(Section(current, heading, tuple(held)))
    return tuple(sections)
