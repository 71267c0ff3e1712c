"""Whether a PDF keeps to PDF/UA-1, as far as a program can tell: tags, order, alternatives, fonts, metadata.

veraPDF is the judge of record (`verapdf`) and takes Java; these are its machine-checkable conditions (the Matterhorn
Protocol's) that a document like ours can break, on pikepdf, for everyone who runs the tests. Each finding names the
condition and the place. What a machine cannot see, whether an alternative text says the right thing, is not here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

MAY_HOLD: dict[str, frozenset[str]] = {
    "/Table": frozenset({"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}),
    "/THead": frozenset({"/TR"}),
    "/TBody": frozenset({"/TR"}),
    "/TFoot": frozenset({"/TR"}),
    "/TR": frozenset({"/TH", "/TD"}),
    "/L": frozenset({"/LI", "/L", "/Caption"}),
    "/LI": frozenset({"/Lbl", "/LBody"}),
}
"""Structure type to what may stand directly below it."""
MUST_STAND_IN: dict[str, frozenset[str]] = {
    "/THead": frozenset({"/Table"}),
    "/TBody": frozenset({"/Table"}),
    "/TFoot": frozenset({"/Table"}),
    "/TR": frozenset({"/Table", "/THead", "/TBody", "/TFoot"}),
    "/TH": frozenset({"/TR"}),
    "/TD": frozenset({"/TR"}),
    "/LI": frozenset({"/L"}),
    "/LBody": frozenset({"/LI"}),
}
STANDARD = frozenset(
    f"/{name}"
    for names in (
        ("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "NonStruct", "Note", "Quote"),
        ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Span", "Link", "Form", "Figure"),
        ("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    )
    for name in names
)
_PAINTING = frozenset(["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"])
_GLYPH = re.compile(rb"^<([0-9a-f]{4})> <(?:[0-9a-f]{4})*>", re.MULTILINE)
"""A code and its characters in a font's map; a glyph that goes on with the characters of the one before has none."""
_TITLE = re.compile(rb"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", re.DOTALL)


@dataclass(frozen=True)
class Node:
    """An element of the tag tree."""

    kind: str
    parent: str
    depth: int
    element: Any

    def kids(self) -> list[Any]:
        """What stands below it: elements, references to annotations, numbers of marked content."""
        return _list(self.element.get("/K"))


def findings(data: bytes) -> list[str]:
    """What is wrong with the file; empty where nothing is."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [f"syntax: {problem}" for problem in pdf.check_pdf_syntax()]
        found += _catalog(pdf)
        if "/StructTreeRoot" not in pdf.Root:
            return [*found, "7.1: there is no tag tree"]
        nodes = list(_walk(pdf.Root.StructTreeRoot.get("/K"), "/StructTreeRoot", 0))
        found += _structure(nodes)
        found += _headings(nodes)
        found += _tables(nodes)
        found += _figures_links_and_forms(nodes)
        found += _pages(pdf)
        found += _fonts(pdf)
        found += _attachments(pdf)
    return [f"{what} ({count} times)" if count > 1 else what for what, count in Counter(found).items()]


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    xmp = bytes(root.Metadata.read_bytes()) if "/Metadata" in root else b""
    if not re.search(rb"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"", xmp):
        yield "5: the metadata do not say PDF/UA-1"
    if not _TITLE.search(xmp):
        yield "7.1: the metadata have no dc:title"
    if not bool(_below(root, "/MarkInfo", "/Marked")):
        yield "7.1: the file does not say that it is tagged"
    if not bool(_below(root, "/ViewerPreferences", "/DisplayDocTitle")):
        yield "7.1: the window would not show the title"
    if not str(root.get("/Lang", "")):
        yield "7.2: the document has no language"
    if len(pdf.pages) > 1 and "/Outlines" not in root:
        yield "7.17: there are no bookmarks"


def _below(holder: Any, name: str, key: str) -> Any:  # noqa: ANN401  pikepdf objects
    return holder[name].get(key) if name in holder else None


def _walk(kid: Any, parent: str, depth: int) -> Iterator[Node]:  # noqa: ANN401  pikepdf objects
    for one in _list(kid):
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            kind = str(one.S)
            yield Node(kind, parent, depth, one)
            yield from _walk(one.get("/K"), kind, depth + 1)


def _list(kid: Any) -> list[Any]:  # noqa: ANN401  pikepdf objects
    if kid is None:
        return []
    return list(kid) if isinstance(kid, pikepdf.Array) else [kid]


def _structure(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind not in STANDARD:
            yield f"7.1: {node.kind} is no standard structure type"
        allowed = MAY_HOLD.get(node.parent)
        if allowed is not None and node.kind not in allowed:
            yield f"7.2: {node.kind} stands directly in {node.parent}"
        needed = MUST_STAND_IN.get(node.kind)
        if needed is not None and node.parent not in needed:
            yield f"7.2: {node.kind} stands in {node.parent}"


def _headings(nodes: list[Node]) -> Iterator[str]:
    before = 0
    for node in nodes:
        if re.fullmatch(r"/H[1-6]", node.kind) and _has_content(node.element):
            level = int(node.kind[2])
            if level > before + 1:
                yield f"7.4.2: a heading of level {level} follows one of level {before}"
            before = level


def _has_content(element: Any) -> bool:  # noqa: ANN401  pikepdf objects
    return any(not isinstance(kid, pikepdf.Dictionary) or _has_content(kid) for kid in _list(element.get("/K")))


def _tables(nodes: list[Node]) -> Iterator[str]:
    ids = {str(node.element.get("/ID")) for node in nodes if "/ID" in node.element}
    for table in nodes:
        if table.kind != "/Table":
            continue
        cells = [node for node in _walk(table.element.get("/K"), "/Table", 0) if node.kind in {"/TH", "/TD"}]
        if not any(cell.kind == "/TH" for cell in cells):
            yield "7.5: a table has no header cell"
            continue
        for cell in cells:
            attributes = _list(cell.element.get("/A"))
            if cell.kind == "/TH" and "/ID" not in cell.element and not any("/Scope" in one for one in attributes):
                yield "7.5: a header cell has neither scope nor id"
            headers = [str(name) for one in attributes for name in _list(one.get("/Headers"))]
            if cell.kind == "/TD" and not headers:
                yield "7.5: a cell names no header"
            elif not ids.issuperset(headers):
                yield "7.5: a cell names a header that there is not"


def _figures_links_and_forms(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        objects = [kid.Obj for kid in node.kids() if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]
        if node.kind == "/Figure":
            if not str(node.element.get("/Alt", "")).strip():
                yield "7.3: a figure has no alternative text"
            if not any("/BBox" in one for one in _list(node.element.get("/A"))):
                yield "7.3: a figure has no bounding box"
        for annotation in objects:
            subtype = str(annotation.get("/Subtype"))
            if subtype == "/Link" and node.kind != "/Link":
                yield f"7.18.5: a link stands in {node.kind}"
            if subtype == "/Link" and not str(annotation.get("/Contents", "")):
                yield "7.18.5: a link has no alternative description"
            if subtype == "/Widget" and node.kind != "/Form":
                yield f"7.18.4: a form field stands in {node.kind}"
            if subtype == "/Widget" and not _named(annotation):
                yield "7.18.1: a form field has no name to read out"


def _named(widget: Any) -> bool:  # noqa: ANN401  pikepdf objects
    return bool(str(widget.get("/TU", "")) or ("/Parent" in widget and str(widget.Parent.get("/TU", ""))))


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    numbers = _list(pdf.Root.StructTreeRoot.ParentTree.get("/Nums"))
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    fonts: dict[Any, frozenset[bytes]] = {}
    for page in pdf.pages:
        annotations = list(page.get("/Annots", []))
        if annotations and page.get("/Tabs") != "/S":
            yield "7.18.3: the order of tabs is not the order of the tags"
        for annotation in annotations:
            if "/StructParent" not in annotation or int(annotation.StructParent) not in parents:
                yield "7.18.1: an annotation stands outside of the tags"
        marked = parents.get(int(page.get("/StructParents", -1)))
        instructions = list(pikepdf.parse_content_stream(page))
        yield from _marks(instructions, len(marked) if marked is not None else 0)
        yield from _glyphs(page, instructions, fonts)


def _marks(instructions: list[Any], marked: int) -> Iterator[str]:
    """Everything that is painted is tagged or an artifact, and each mark is known to the tags."""
    open_marks: list[str] = []
    seen: set[int] = set()
    for instruction in instructions:
        operands, name = list(instruction.operands), str(instruction.operator)
        if name in {"BDC", "BMC"}:
            open_marks.append(str(operands[0]))
            if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                if number in seen or number >= marked:
                    yield "7.1: a mark of the page is unknown to the tags"
                seen.add(number)
        elif name == "EMC":
            open_marks.pop()
        elif name in _PAINTING and not open_marks:
            yield f"7.1: something is painted ({name}) that is neither tagged nor an artifact"


def _glyphs(page: pikepdf.Page, instructions: list[Any], fonts: dict[Any, frozenset[bytes]]) -> Iterator[str]:
    """Every glyph is one that its font has, and whose characters it says."""
    named: frozenset[bytes] | None = None
    for instruction in instructions:
        operands, name = list(instruction.operands), str(instruction.operator)
        if name == "Tf":
            named = _named_glyphs(page, str(operands[0]), fonts)
        if name in {"Tj", "TJ"}:
            printed = {code for piece in _list(operands[0]) for code in _codes(piece)}
            if b"\0\0" in printed:
                yield "7.21.8: a missing glyph is printed"
            if named is not None and not named.issuperset(printed):
                yield "7.21.7: a glyph is printed whose characters its font does not say"


def _codes(piece: Any) -> Iterator[bytes]:  # noqa: ANN401  pikepdf objects
    """The two-byte codes of a string; what stands between strings has none."""
    if isinstance(piece, pikepdf.String):
        yield from (bytes(piece)[at : at + 2] for at in range(0, len(bytes(piece)), 2))


def _named_glyphs(page: pikepdf.Page, name: str, fonts: dict[Any, frozenset[bytes]]) -> frozenset[bytes] | None:
    """The codes of a font of the page whose characters it says; `None` where it has no map, which `_fonts` finds."""
    font = page.Resources.Font.get(name) if "/Font" in page.Resources else None
    if font is None or "/ToUnicode" not in font:
        return None
    if font.objgen not in fonts:
        pairs = _GLYPH.findall(font.ToUnicode.read_bytes())
        fonts[font.objgen] = frozenset(bytes.fromhex(code.decode()) for code in pairs)
    return fonts[font.objgen]


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        if item.get("/Subtype") == "/Type0" and "/ToUnicode" not in item:
            yield f"7.21.7: {item.get('/BaseFont')} does not say which characters its glyphs are"
        if str(item.get("/Subtype", "")).startswith("/CIDFont") or item.get("/Subtype") in {"/TrueType", "/Type1"}:
            descriptor = item.get("/FontDescriptor") or pikepdf.Dictionary()
            if not any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"7.21.4: {item.get('/BaseFont')} is not embedded"


def _attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Filespec" and not ("/F" in item and "/UF" in item):
            yield "7.11: an attached file has no name"
