"""The XML of a Word file put right: what is hidden is taken out, changes are settled, text boxes are lifted.

Works on trees in place. What the text means, and how it is folded, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = {"0", "false", "off", "none"}
_TINY = 5
"""Half-points of type size below which nobody reads."""
_PALE = 0xF0
"""Each of red, green and blue above it is white on paper."""
_LARGE = 28
"""Half-points of type size from which on a text box carries a title."""
_BOXED = 0.6
"""Share of a document's text in boxes from which on the boxes are the document."""

Tree = Any
"""An element of lxml, which ships no types."""


@dataclass(frozen=True, slots=True)
class _Look:
    hidden: bool = False
    color: str | None = None
    size: int | None = None

    def over(self, base: _Look) -> _Look:
        return _Look(self.hidden or base.hidden, self.color or base.color, self.size if self.size is not None else base.size)


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of a file say of colour, size and hiding, by style id."""

    looks: dict[str, _Look]
    is_dark: bool = False

    @classmethod
    def of(cls, tree: Tree | None) -> Styles:
        """Read the part `styles.xml`; without one there are none."""
        if tree is None:
            return cls({})
        own = {
            str(style.get(f"{W}styleId")): (_look(style.find(f"{W}rPr")), _value(style.find(f"{W}basedOn")))
            for style in tree.iter(f"{W}style")
        }
        return cls({name: _resolved(name, own, 0) for name in own})


def _resolved(name: str, own: dict[str, tuple[_Look, str | None]], depth: int) -> _Look:
    look, base = own.get(name, (_Look(), None))
    return look.over(_resolved(base, own, depth + 1)) if base and depth < 12 else look  # noqa: PLR2004  a circle of styles


def _value(element: Tree | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _is_on(properties: Tree, tag: str) -> bool:
    found = properties.find(f"{W}{tag}")
    return found is not None and (_value(found) or "true").lower() not in _OFF


def _look(properties: Tree | None) -> _Look:
    if properties is None:
        return _Look()
    size = _value(properties.find(f"{W}sz"))
    color = _value(properties.find(f"{W}color"))
    hidden = _is_on(properties, "vanish") or _is_on(properties, "webHidden")
    return _Look(hidden, color if color and color.lower() != "auto" else None, int(size) if size and size.isdigit() else None)


def hidden_runs(tree: Tree, styles: Styles) -> list[tuple[str, str]]:
    """Take out the runs that nobody sees; their text, a paragraph each, and why."""
    found: list[tuple[str, str]] = []
    for paragraph in list(tree.iter(f"{W}p")):
        texts: dict[str, list[str]] = {}
        style = styles.looks.get(_value(paragraph.find(f"{W}pPr/{W}pStyle")) or "", _Look())
        for run in list(paragraph.iter(f"{W}r")):
            reason = _why_hidden(run, style, styles)
            if reason is None or _owner(run) is not paragraph:
                continue
            text = text_of(run)
            if text.strip():
                texts.setdefault(reason, []).append(text)
            run.getparent().remove(run)
        found += [("".join(pieces).strip(), reason) for reason, pieces in texts.items()]
    return [(text, reason) for text, reason in found if any(letter.isalnum() for letter in text)]


def _owner(run: Tree) -> Tree:
    """The paragraph that a run stands in; one around a text box holds the runs of the box, too."""
    return next(run.iterancestors(f"{W}p"))


def _why_hidden(run: Tree, paragraph: _Look, styles: Styles) -> str | None:
    properties = run.find(f"{W}rPr")
    named = styles.looks.get(_value(properties.find(f"{W}rStyle")) or "", _Look()) if properties is not None else _Look()
    look = _look(properties).over(named).over(paragraph)
    if look.hidden:
        return "hidden text"
    if look.size is not None and look.size < _TINY:
        return "tiny text"
    if look.color and _is_white(look.color) and not _is_on_ground(run):
        return "white text"
    return None


def _is_white(color: str) -> bool:
    try:
        value = int(color, 16)
    except ValueError:
        return False
    return len(color) == 6 and all((value >> shift) & 0xFF >= _PALE for shift in (0, 8, 16))  # noqa: PLR2004  RRGGBB


def _is_on_ground(run: Tree) -> bool:
    """Whether something coloured lies below.

    It may be the shading of the run, the paragraph, the cell or the table, a filled shape, or the page itself.
    """
    properties = run.find(f"{W}rPr")
    shades = [properties.find(f"{W}shd"), properties.find(f"{W}highlight")] if properties is not None else []
    for ancestor in run.iterancestors():
        shades += [ancestor.find(f"{W}{tag}/{W}shd") for tag in ("pPr", "tcPr", "tblPr")]
        if ancestor.tag == f"{W}tbl" and ancestor.find(f"{W}tblPr/{W}tblStyle") is not None:
            return True  # the style of a table may shade any of its rows
        if str(ancestor.tag).endswith(("}wsp", "}shape", "}rect")) and _is_filled(ancestor):
            return True
        if ancestor.tag == f"{W}document" and ancestor.find(f"{W}background") is not None:
            return True
    return any(one is not None and _is_shade(one) for one in shades)


def _is_filled(shape: Tree) -> bool:
    if shape.get("fillcolor") and shape.get("filled", "t") != "f":
        return True
    return any(True for _ in shape.iter(f"{_DRAWING}solidFill", f"{_DRAWING}gradFill", f"{_DRAWING}blipFill"))


def _is_shade(shade: Tree) -> bool:
    fill = shade.get(f"{W}fill") or _value(shade) or ""
    return fill.lower() not in {"", "auto", "clear", "none", "white"} and not _is_white(fill)


def settle_changes(tree: Tree) -> int:
    """Accept all tracked changes; the number of deletions that are gone."""
    gone = 0
    for tag in ("del", "moveFrom"):
        for change in list(tree.iter(f"{W}{tag}")):
            if change.getparent() is not None and change.getparent().tag != f"{W}rPr":
                gone += bool(text_of(change).strip())
                change.getparent().remove(change)
    for tag in ("ins", "moveTo"):
        for change in list(tree.iter(f"{W}{tag}")):
            _unwrap(change)
    return gone


def _unwrap(element: Tree) -> None:
    parent = element.getparent()
    if parent is None or parent.tag == f"{W}rPr":
        return
    at = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(at + offset, child)
    parent.remove(element)


def lift_text_boxes(tree: Tree) -> None:
    """Put the paragraphs of text boxes among those of the text, each once.

    Where boxes hold most of the document they stand where they are anchored; a box beside the text, such as a side
    bar, stands below it, unless its type is a title's.
    """
    for choice in list(tree.iter(f"{_MC}AlternateContent")):
        fallback = choice.find(f"{_MC}Fallback")
        first = choice.find(f"{_MC}Choice")
        if first is not None and fallback is not None and any(True for _ in first.iter(f"{W}txbxContent")):
            choice.remove(fallback)  # Word writes each box twice
    boxes = [box for box in tree.iter(f"{W}txbxContent") if not any(True for _ in box.iterancestors(f"{W}txbxContent"))]
    if not boxes:
        return
    inside, whole = sum(len(text_of(box)) for box in boxes), len(text_of(tree))
    body = tree.find(f"{W}body")
    for box in boxes:
        anchor = list(box.iterancestors(f"{W}p"))[-1]
        blocks = list(box)
        holder = box.getparent()
        holder.remove(box)
        is_beside = body is not None and inside < _BOXED * whole and not _is_title(box) and len(blocks) > 1
        parent = body if is_beside else anchor.getparent()
        at = len(parent) - (1 if parent[-1].tag == f"{W}sectPr" else 0) if is_beside else parent.index(anchor)
        for offset, block in enumerate(blocks):
            parent.insert(at + offset, block)


def _is_title(box: Tree) -> bool:
    sizes = [_value(size) or "" for size in box.iter(f"{W}sz")]
    return any(size.isdigit() and int(size) >= _LARGE for size in sizes)


def text_of(element: Tree) -> str:
    """The text of an element, with tabs and breaks."""
    return "".join(_pieces(element))


def _pieces(element: Tree) -> Iterator[str]:
    for part in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}delText", f"{W}noBreakHyphen"):
        if part.tag in {f"{W}t", f"{W}delText"}:
            yield part.text or ""
        elif part.getparent().tag == f"{W}r":
            yield {"tab": "\t", "br": "\n"}.get(str(part.tag).removeprefix(W), "-")
