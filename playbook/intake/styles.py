"""Which words of a page its style sheet hides: the few properties that take text from sight, and no more of CSS.

Two kinds are told apart. What pages hide as a matter of course (menus, dialogs, labels for screen readers) is left out
in silence. What only serves to put words where no reader looks (no size, no colour, far off the page) is a trick.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import cssselect2
import tinycss2

_FAR = re.compile(r"-\s*(?:\d{4,}|[5-9]\d\d)(?:\.\d+)?(?:px|pt|em|rem|%)?")
_NOTHING = re.compile(r"0*(?:\.0+)?(?:px|pt|em|rem|%|vw)?")
_TINY = re.compile(r"(?:0*[01](?:\.\d+)?|0?\.\d+)(?:px|pt)")
_WHITE = re.compile(
    r"white|#f{3}(?:f{3})?|#fefefe|#fdfdfd|rgba?\(\s*25[3-5]\s*,\s*25[3-5]\s*,\s*25[3-5].*\)|transparent", re.IGNORECASE
)
_READERS = re.compile(r"sr-only|visually-?hidden|screen-?reader|assistive", re.IGNORECASE)
_RULES = 4000
"""Rules beyond which a style sheet is not read on: time, not taste."""

Declarations = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The hiding rules of a page, matched to its elements."""

    declared: Mapping[Any, Declarations]
    """Element to the properties that hide it."""

    @classmethod
    def of(cls, tree: Any) -> StyleSheet:  # noqa: ANN401  lxml ships no types
        """The rules of the page's own `style` elements; sheets elsewhere are not fetched."""
        sheets = [str(style.text_content()) for style in tree.iter("style")]
        matcher = cssselect2.Matcher()
        count = 0
        for selector, declarations in (rule for sheet in sheets for rule in _rules(sheet)):
            if count >= _RULES:
                break
            matcher.add_selector(selector, declarations)
            count += 1
        declared: dict[Any, Declarations] = {}
        if count:
            for element in cssselect2.ElementWrapper.from_html_root(tree).iter_subtree():
                found: dict[str, str] = {}
                for match in matcher.match(element):
                    found |= match[3]
                if found:
                    declared[element.etree_element] = found
        return cls(declared)

    def hides(self, element: Any) -> str | None:  # noqa: ANN401  as above
        """Why an element is not seen: the empty string where pages do so as a matter of course, `None` where it is."""
        inline = _properties(element.get("style") or "")
        style = {**self.declared.get(element, {}), **inline}
        if not style:
            return None
        if _READERS.search(element.get("class") or ""):
            return ""
        trick = _trick(style, element)
        if trick:
            return trick
        if style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}:
            return "hidden by style" if _is_stuffed(element) else ""
        return None


def _rules(sheet: str) -> Iterator[tuple[Any, Declarations]]:
    """Selectors with what they declare, those alone that could hide something."""
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        declarations = _properties(tinycss2.serialize(rule.content))
        if not declarations:
            continue
        try:
            yield from ((selector, declarations) for selector in cssselect2.compile_selector_list(rule.prelude))
        except cssselect2.SelectorError:
            continue


_HIDING = frozenset(
    [
        "display",
        "visibility",
        "opacity",
        "font-size",
        "text-indent",
        "left",
        "top",
        "margin-left",
        "position",
        "color",
        "background",
        "background-color",
        "clip",
        "height",
        "width",
        "overflow",
    ]
)


def _properties(text: str) -> dict[str, str]:
    """Declarations by name, lower case."""
    found = {}
    for piece in text.split(";"):
        name, _, value = piece.partition(":")
        if name.strip().lower() in _HIDING:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _trick(style: Declarations, element: Any) -> str | None:  # noqa: ANN401  as above
    size, opacity = style.get("font-size", ""), style.get("opacity", "")
    if size and (_NOTHING.fullmatch(size) or _TINY.fullmatch(size)):
        return "text without size"
    if opacity and _NOTHING.fullmatch(opacity):
        return "transparent text"
    if any(_FAR.fullmatch(style.get(name, "")) for name in ("left", "top", "text-indent", "margin-left")):
        return "text off the page"
    color = style.get("color", "")
    has_ground = any(one.get("style") and "background" in one.get("style") for one in (element, *element.iterancestors()))
    if color and _WHITE.fullmatch(color) and not has_ground and "background" not in "".join(style):
        return "text in the colour of the page" if _is_alone(element) else None
    return None


def _is_alone(element: Any) -> bool:  # noqa: ANN401  as above
    """Whether the element is text set into a text, not a panel, a button or a heading with a ground of its own."""
    return element.tag in {"span", "p", "font", "small", "li", "i", "b", "em", "strong"}


def _is_stuffed(element: Any) -> bool:  # noqa: ANN401  as above
    """Whether what is hidden are words among the words of a text: no menu, no dialog, no widget."""
    if any(True for _ in element.iter("a", "button", "input", "form", "nav", "img", "svg", "select")):
        return False
    marks = " ".join(
        str(element.get(name) or "") for name in ("class", "id", "role", "aria-modal", "aria-expanded", "data-toggle")
    )
    if re.search(
        r"modal|dialog|menu|nav|cookie|consent|banner|tab|accordion|collapse|dropdown|popup|toast|tooltip|share|widget|loading|spinner|expand|more",
        marks,
        re.IGNORECASE,
    ):
        return False
    return len(" ".join(element.itertext()).split()) >= 3  # noqa: PLR2004  fewer are a label
