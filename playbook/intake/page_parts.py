"""The parts of a web page: which hold its text, and which are the furniture around it.

Menus, banners, share buttons and lists of other jobs are told by their tags, their names and their share of links, never
by the words of one site. How a part becomes lines is for `playbook.intake.html`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

Element = Any
"""An element of lxml, which ships no types."""

_ENOUGH = 60
"""Words that a part must have to stand for the page."""
_NAMED = re.compile(
    r"(?:^|[-_ ])(?:cookies?|consent|gdpr|onetrust|breadcrumbs?|crumbs?|similar|related|recommend(?:ed|ations)?|newsletter|"
    r"subscribe|share|sharing|social|sidebar|"
    r"site-?(?:header|footer|nav)|nav(?:bar|igation)?|top-?(?:bar|nav)|menu|modal|pop-?up|toast|footer|skip(?:-?link)?|"
    r"pagination|comments?|advert(?:isement)?|ads?|"
    r"promo|job-?alerts?|also-?viewed|more-?jobs|jobs?-?list|search-?results|other-?jobs|talent-?community)(?=$|[-_ ])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CONTAINERS = frozenset({"div", "section", "ul", "ol", "p", "table", "span", "aside", "header", "form", "details", "dl"})
_MOST = 0.45
"""Share of a page's words from which on a part is no furniture, whatever it is called."""
_LINKS = 3
_LINKED = 0.7
_BRAND_WORDS = 7
_NAME = 3
"""Letters of the shortest name."""
_PARTS = 50
_NO_TEXT = frozenset({"script", "style", "template", "noscript"})
_TEXT = ".//text()[not(ancestor::script or ancestor::style or ancestor::template or ancestor::noscript)]"


@dataclass(slots=True)
class _Count:
    """What stands below an element."""

    words: int = 0
    links: int = 0
    linked: int = 0
    """Words in links."""
    heads: int = 0
    """Headings of the first level."""


def words_of(part: Element) -> list[str]:
    """The words below an element, scripts and styles left out."""
    return " ".join(str(text) for text in part.xpath(_TEXT)).split()


def main_part(tree: Element) -> Element:
    """The part of a page that holds its text: what is marked as such, else the body."""
    for path in ("//main", "//*[@role='main']", "//article"):
        parts = [(len(words_of(part)), part) for part in tree.xpath(path)[:_PARTS]]
        best = max(parts, key=lambda pair: pair[0], default=(0, None))
        if best[0] >= _ENOUGH:
            return best[1]
    body = tree.find(".//body")
    return body if body is not None else tree


def furniture_of(part: Element) -> frozenset[Element]:
    """The elements of a part that are no text of the page. The set keeps them alive, so that they are known again."""
    counts = _counted(part)
    total = max(counts[part].words, 1)
    return frozenset(
        element
        for element, count in counts.items()
        if element is not part and element.tag in _CONTAINERS and _is_furniture(element, count, total)
    )


def _counted(part: Element) -> dict[Element, _Count]:
    """The counts of each element, children before parents."""
    elements = [element for element in part.iter() if isinstance(element.tag, str) and element.tag not in _NO_TEXT]
    counts = {element: _Count() for element in elements}
    for element in reversed(elements):
        count = counts[element]
        count.words += _words(element.text) + sum(_words(child.tail) for child in element)
        count.heads += element.tag == "h1"
        if element.tag == "a":
            count.links, count.linked = 1, count.words
        above = counts.get(element.getparent()) if element is not part else None
        if above is not None:
            above.words, above.links = above.words + count.words, above.links + count.links
            above.linked, above.heads = above.linked + count.linked, above.heads + count.heads
    return counts


def _words(text: str | None) -> int:
    return sum(1 for word in (text or "").split() if any(map(str.isalnum, word)))


def _is_furniture(element: Element, count: _Count, total: int) -> bool:
    if element.tag == "form":
        return count.words < total * _MOST
    if not count.words or count.words > total * _MOST or count.heads:
        return False
    if element.tag == "header":
        return not any(one.tag in {"main", "article"} for one in element.iterancestors())
    names = " ".join(str(element.get(name) or "") for name in ("class", "id", "role", "aria-label", "data-testid"))
    if names.strip() and _NAMED.search(_CAMEL.sub("-", names)):
        return True
    # Nearly all of it is links, as in a menu.
    return count.links >= _LINKS and count.linked >= count.words * _LINKED and count.words <= _LINKS * 4 * count.links


def lines_above(tree: Element, part: Element) -> tuple[str, str]:
    """The heading of the page, and the name that its banner gives and the page repeats; empty where there is none."""
    heads = [(one, " ".join(words_of(one))) for one in tree.iter("h1")]
    within = set(part.iter())
    heads = [(one, text) for one, text in heads if 0 < len(text.split()) <= _BRAND_WORDS * 2]
    heading = next((text for one, text in heads if one in within), heads[0][1] if heads else "")
    brand = _brand(tree)
    return heading, "" if brand in {text for _, text in heads} else brand


def _brand(tree: Element) -> str:
    """The first name in a banner that the page uses elsewhere, too: in its title, its text or its imprint."""
    banners = tree.xpath(
        "//header[not(ancestor::main or ancestor::article)] | //*[@role='banner'] |"
        " //*[contains(@class, 'site-header') or contains(@class, 'masthead')"
        " or contains(@class, 'logo') or contains(@class, 'brand') or contains(@class, 'company-name') or @id='header']"
    )[:_PARTS]
    for banner in banners:
        inside = set(banner.iter())
        rest = " ".join(
            str(text).casefold()
            for text in tree.xpath("//text()[not(ancestor::script or ancestor::style)]")
            if text.getparent() not in inside
        )
        for text in banner.xpath(
            ".//text()[not(ancestor::nav or ancestor::button or ancestor::form or ancestor::script or ancestor::style)]"
        ):
            for piece in re.split(r"\s*[/|·›»\u00a0]\s*|\s{2,}", str(text)):
                name = " ".join(piece.split())
                if (
                    name[:1].isupper()
                    and len(name) >= _NAME
                    and len(name.split()) <= _BRAND_WORDS
                    and re.search(rf"\b{re.escape(name.casefold())}(?!\w)", rest)
                ):
                    return name
    return ""
