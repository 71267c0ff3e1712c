"""Word files to folded text: what a reader of the final version sees, in the order in which they see it.

The parts are put right as XML first (hidden runs out, tracked changes settled, text boxes lifted out of their
drawings), then mammoth turns the body into HTML, since lists, headings and tables survive there.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from playbook.artifacts.document import Quarantined
from playbook.intake import refusals
from playbook.intake.extract import Extract
from playbook.intake.folding import fold
from playbook.intake.html import lines_of_html
from playbook.intake.layout import RawLine
from playbook.intake.refusals import DocumentName
from playbook.intake.word_parts import Styles, Tree, W, hidden_runs, lift_text_boxes, settle_changes, text_of

_UNPACKED = 200 * 1024 * 1024
"""Bytes that the parts of a file may come to: beyond it, the archive was made to hurt."""
_BODY = "word/document.xml"
_FAULTS = (KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError, OSError, etree.LxmlError, RuntimeError)


def read_docx(content: bytes, name: DocumentName) -> Extract:
    """The folded text of a .docx. Raises `Refusal` for an archive that holds no document."""
    parts = _parts(content, name)
    try:
        body = _tree(parts[_BODY])
        styles = Styles.of(_tree(parts["word/styles.xml"]) if "word/styles.xml" in parts else None)
        heads = [_tree(parts[path]) for path in _headers(parts, body)]
        hidden = [found for tree in (*heads, body) for found in hidden_runs(tree, styles)]
        changes = sum(settle_changes(tree) for tree in (*heads, body))
        top = [RawLine(line) for tree in heads for line in _head_lines(tree)]
        lift_text_boxes(body)
        lines = lines_of_html(_as_html(parts | {_BODY: etree.tostring(body)}))
    except _FAULTS as error:
        raise refusals.unreadable(name, "a .docx whose parts cannot be read") from error
    told = {line.text for line in lines}
    return Extract(
        text=fold([line for line in top if line.text not in told] + lines, wraps=False),
        hidden=tuple(Quarantined(text=text[:2000], reason=reason) for text, reason in hidden),
        columns=_columns(body),
        changes=changes,
    )


def _parts(content: bytes, name: DocumentName) -> dict[str, bytes]:
    """The parts of the archive by name, within limits."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _FAULTS as error:
        raise refusals.unreadable(name, "a damaged .docx") from error
    with archive:
        infos = archive.infolist()
        if _BODY not in {info.filename for info in infos}:
            raise refusals.unsupported(name, "an archive that holds no Word document")
        if any(info.flag_bits & 1 for info in infos):
            raise refusals.encrypted(name)
        if sum(info.file_size for info in infos) > _UNPACKED:
            raise refusals.too_large(name, "an archive that unpacks to more than 200 MB", "a Word document")
        try:
            return {info.filename: archive.read(info) for info in infos if not info.filename.startswith("word/media/")}
        except (*_FAULTS, zlib.error) as error:
            raise refusals.unreadable(name, "a damaged .docx") from error


def _tree(part: bytes) -> Tree:
    """A part as a tree: no entity is resolved, nothing is fetched."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


def _as_html(parts: dict[str, bytes]) -> str:
    import mammoth

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, part in parts.items():
            archive.writestr(path, part)
    packed.seek(0)
    try:
        html: str = mammoth.convert_to_html(
            packed, convert_image=mammoth.images.img_element(lambda _image: {"src": ""}), ignore_empty_paragraphs=False
        ).value
    # A converter of foreign files may fail in any way; whatever it is, the file cannot be read.
    except Exception as error:
        raise ValueError(str(error)) from error
    return html


def _headers(parts: dict[str, bytes], body: Tree) -> Iterator[str]:
    """The header of the first page, where many templates keep the name."""
    relations = parts.get("word/_rels/document.xml.rels")
    section = next(iter(body.iter(f"{W}sectPr")), None)
    if relations is None or section is None:
        return
    targets = {str(one.get("Id")): str(one.get("Target")) for one in _tree(relations)}
    wanted = "first" if section.find(f"{W}titlePg") is not None else "default"
    for reference in section.iter(f"{W}headerReference"):
        path = "word/" + targets.get(str(reference.get(_ID)), "").lstrip("/").removeprefix("word/")
        if reference.get(f"{W}type") == wanted and path in parts:
            yield path


_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _head_lines(tree: Tree) -> Iterator[str]:
    """The paragraphs of a header, text boxes and tables included; a page number is none."""
    lift_text_boxes(tree)
    for paragraph in tree.iter(f"{W}p"):
        text = text_of(paragraph).strip()
        if text and not re.fullmatch(r"(?:page\s*)?\d*(?:\s*(?:of|/)\s*\d*)?", text, re.IGNORECASE):
            yield text


def _columns(body: Tree) -> int:
    """Most newspaper columns of a section; a table that lays out the page is not counted."""
    return max(
        (int(one.get(f"{W}num") or 1) for one in body.iter(f"{W}cols") if (one.get(f"{W}num") or "1").isdigit()), default=1
    )
