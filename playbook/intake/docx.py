"""Word files to folded text: mammoth for the body, since lists and headings survive; python-docx for headers."""

from __future__ import annotations

import io
import zipfile

from playbook.intake import refusals
from playbook.intake.folding import fold
from playbook.intake.html import lines_of_html
from playbook.intake.layout import RawLine
from playbook.intake.refusals import DocumentName

_UNPACKED = 200 * 1024 * 1024
"""Bytes that the parts of a file may come to: beyond it, the archive was made to hurt."""


def docx_text(content: bytes, name: DocumentName) -> str:
    """The folded text of a .docx. Raises `Refusal` for an archive that holds no document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise refusals.unreadable(name, "a damaged .docx") from error
    if "word/document.xml" not in names:
        raise refusals.unsupported(name, "an archive that holds no Word document")
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise refusals.too_large(name, "an archive that unpacks to more than 200 MB", "a Word document")
    return fold([*_header(content), *_body(content, name)], wraps=False)


def _body(content: bytes, name: DocumentName) -> list[RawLine]:
    import mammoth

    try:
        html = mammoth.convert_to_html(
            io.BytesIO(content), convert_image=mammoth.images.img_element(lambda _image: {"src": ""})
        ).value
    # A parser of foreign files may fail in any way; whatever it is, the file cannot be read.
    except Exception as error:
        raise refusals.unreadable(name, "a .docx whose body cannot be read") from error
    return lines_of_html(html)


def _header(content: bytes) -> list[RawLine]:
    """The text of the first page's header, where many templates keep the name."""
    import docx

    try:
        sections = docx.Document(io.BytesIO(content)).sections
        header = sections[0].first_page_header if sections[0].different_first_page_header_footer else sections[0].header
        return [RawLine(paragraph.text) for paragraph in header.paragraphs if paragraph.text.strip()]
    # The body alone serves; a header is an extra.
    except Exception:  # noqa: BLE001  see above
        return []
