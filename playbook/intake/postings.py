"""A saved web page to a posting: its JobPosting data where it has them (JSON-LD, then microdata), else its main text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from playbook.intake.extract import Extract
from playbook.intake.folding import fold
from playbook.intake.html import Element, read_part, tree_of
from playbook.intake.job_records import head_lines, job_text, nodes_in, posting_in, resolved
from playbook.intake.json_fields import Record
from playbook.intake.layout import RawLine
from playbook.intake.page_parts import furniture_of, lines_above, main_part
from playbook.intake.styles import StyleSheet

_NAMES = frozenset({"title", "hiringOrganization", "jobLocation"})
_PROSE = frozenset(
    {
        "description",
        "responsibilities",
        "qualifications",
        "skills",
        "experienceRequirements",
        "educationRequirements",
        "jobBenefits",
    }
)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TEASER = 60
"""Words below which a description is a teaser where the page says more."""


def read_page(page: str) -> Extract:
    """The folded text of a posting's page, and the words that the page hides from its readers."""
    tree = tree_of(page)
    if tree is None:
        return Extract(text="")
    main = main_part(tree)
    read = read_part(main, StyleSheet.of(tree), furniture_of(main))
    hidden = tuple(read.hidden)  # reported where a record speaks for the page, too
    record = next(_records(tree), None)
    if record is None:
        return Extract(text=fold(_headed(read.lines, *lines_above(tree, main)), wraps=False), hidden=hidden)
    text = job_text(record)
    words, shown = len(text.split()), sum(len(line.text.split()) for line in read.lines)
    if words < _TEASER and shown > 2 * words:
        return Extract(text=fold([*head_lines(record), *_headed(read.lines, "", "")], wraps=False), hidden=hidden)
    return Extract(text=text, hidden=hidden)


def _headed(lines: list[RawLine], heading: str, brand: str) -> list[RawLine]:
    """The lines of a page with its heading above them and the name of the site below that."""
    above = [RawLine(heading, is_apart=True)] if heading else []
    below = [RawLine(lines[0].text, is_apart=True), *lines[1:]] if lines else []
    title = next((number for number, line in enumerate(below) if line.text == heading), None)
    if title is not None:
        above, below = [], [*below[: title + 1], *([RawLine(brand, is_apart=True)] if brand else []), *below[title + 1 :]]
    elif brand:
        above = [*above, RawLine(brand, is_apart=True)]
    return [*above, *below]


def _records(tree: Element) -> Iterator[Record]:
    """The postings that the page carries as data, each with a description or a title."""
    values = list(_data(tree))
    nodes = {name: node for value in values for name, node in nodes_in(value)}
    for value in values:
        record = posting_in(value)
        if record is not None and (record.get("description") or record.get("title")):
            yield resolved(record, nodes)
    for scope in tree.xpath("//*[@itemscope and contains(@itemtype, 'JobPosting')]"):
        record = _microdata(scope)
        if record.get("description") or record.get("title"):
            yield record


def _data(tree: Element) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            yield json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue


def _microdata(scope: Element) -> dict[str, Any]:
    """The properties of a scope: text of names, HTML of prose; what is said more than once is a list."""
    found: dict[str, Any] = {}
    for part in scope.iterdescendants():
        name = str(part.get("itemprop") or "") if isinstance(part.tag, str) else ""
        if name not in _NAMES | _PROSE or _is_within(part, scope):
            continue
        if part.get("itemscope") is not None:
            found.setdefault(name, _named(part))
        elif name in _NAMES:
            found.setdefault(name, part.get("content") or " ".join(part.text_content().split()))
        elif name in found and name != "description":
            found[name] = [*(found[name] if isinstance(found[name], list) else [found[name]]), _html(part)]
        else:
            found.setdefault(name, _html(part))
    return found


def _is_within(part: Element, scope: Element) -> bool:
    """Whether the part belongs to a scope within the scope, or to a text that is taken whole."""
    for above in part.iterancestors():
        if above is scope:
            return False
        if above.get("itemscope") is not None or above.get("itemprop") in _PROSE:
            return True
    return False


def _html(part: Element) -> str:
    return part.get("content") or str(etree.tostring(part, encoding="unicode", with_tail=False))


def _named(scope: Element) -> dict[str, str]:
    """The named texts of a nested scope, its own nesting undone."""
    return {
        str(part.get("itemprop")): part.get("content") or " ".join(part.text_content().split())
        for part in scope.iterdescendants()
        if isinstance(part.tag, str) and part.get("itemprop") and part.get("itemscope") is None
    }
