"""What is mended in WeasyPrint 70 and pydyf 0.13: a fault of line breaks, and work that comes to nothing.

Each was found by measuring (`make bench-render`) and leaves the bytes as they are, but for the first. Both libraries are
pinned; a test holds what each mend is for. What is laid out and written is for `pdf`.
"""

from __future__ import annotations

import ctypes.util
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from math import inf
from typing import Any

_FOR_EVERY_ELEMENT = re.compile(r"^::.*\n", re.MULTILINE)
"""Rules such as `::footnote-call { … }`: each gives every element of a document one more style, six in all."""
_OF_LISTS = "li::marker { white-space: pre; text-transform: none }\n"
"""What is left of them: the bullets. Without figures of one width, because a text with a font feature loses memory for
good in version 70, and because its figures have no characters in a font that form fields share."""


@contextmanager
def found_by_loader() -> Iterator[None]:
    """For as long as WeasyPrint is imported: it asks for each of its libraries by names of several systems in turn.

    For each that Linux does not know, Python asks the loader's cache, a compiler and a linker: dozens of processes before
    the names that are right. Those, such as `libpango-1.0.so.0`, the loader finds by itself.
    """
    asked = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _known_nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = asked


def _known_nowhere(name: str) -> str | None:  # noqa: ARG001  the place of Python's own
    return None


def base_styles(library: Any) -> list[Any]:  # noqa: ANN401  a module without types
    """The engine's own style sheets, for the page and for its fields, without styles that no element of ours takes."""
    sheets = [(files(library) / "css" / name).read_text(encoding="utf-8") for name in ("html5_ua.css", "html5_ua_form.css")]
    sheets[0] = _FOR_EVERY_ELEMENT.sub("", sheets[0]) + _OF_LISTS
    return [library.CSS(string=sheet) for sheet in sheets]


def write_once(library: Any) -> None:  # noqa: ANN401  as above
    """Where a file has an identifier, pydyf 0.13 makes and compresses each of its objects twice: to write, and to hash.

    It also makes the list of references to all pages anew for every reference to one.
    """
    if getattr(library.PDF.write, "__name__", "") == "mended":
        return
    write, writing = library.PDF.write, []

    def mended(self: Any, *arguments: Any, **options: Any) -> None:  # noqa: ANN401  the library's
        writing.append(self)
        try:
            write(self, *arguments, **options)
        finally:
            writing.pop()

    def kept(kind: Any) -> property:  # noqa: ANN401  as above
        make = kind.data.fget

        def data(self: Any) -> bytes:  # noqa: ANN401  as above
            made: bytes | None = getattr(self, "made", None)
            if made is None:
                made = make(self)
                if writing:  # nothing changes any more
                    self.made = made
            return made

        return property(data)

    def page_references(self: Any) -> tuple[bytes, ...]:  # noqa: ANN401  as above
        pages = self.pages["Kids"][::3]
        known: tuple[bytes, ...] = getattr(self, "references", ())
        if len(known) != len(pages):
            known = self.references = tuple(f"{number} 0 R".encode() for number in pages)
        return known

    library.PDF.write, library.PDF.page_references = mended, property(page_references)
    for kind in (library.Stream, library.Dictionary):
        kind.data = kept(kind)


def break_lines(inline: Any) -> None:  # noqa: ANN401  as above
    """Where Pango's line is wider than the column by a rounding error, WeasyPrint 70 breaks after its first word.

    A line of one word that leaves more than half of its column empty is therefore broken again for columns that are
    a little narrower, until more than that word stands in it.
    """
    first_line = inline.split_first_line

    def mended(text: str, style: Any, context: Any, max_width: Any, *others: Any, **options: Any) -> Any:  # noqa: ANN401  untyped
        found = first_line(text, style, context, max_width, *others, **options)
        _, length, resume_at, width, *_ = found
        if resume_at is None or max_width in {None, inf} or width * 2 > max_width or " " in text[:length].strip():
            return found
        tries = (first_line(text, style, context, max_width - less, *others, **options) for less in (2, 8, 24))
        return next((again for again in tries if again[3] > width), found)

    if getattr(first_line, "__name__", "") != "mended":
        inline.split_first_line = mended
