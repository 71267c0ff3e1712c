"""A logo that may stand in a document: a small PNG or SVG that fetches nothing, runs nothing and is what it says."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from lxml import etree

from playbook.artifacts.theme import Logo
from playbook.errors import Refusal

LARGEST = 500_000
"""Bytes."""
MOST_PIXELS = 2_000
"""On a side: twice what print needs."""
_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "use",
        "symbol",
        "clippath",
        "mask",
        "lineargradient",
        "radialgradient",
        "stop",
        "metadata",
    ]
)
"""Those that draw. Everything else (scripts, styles, foreign objects, pictures, animations) is refused by name."""


def read_logo(name: str, folder: Path) -> Logo:
    """The picture of that name in `folder` or below. Raises `Refusal` with `theme.logo`."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise _refused(f"{name!r}, which is no file beside the theme", "copy the logo into the folder of the theme")
    content = path.read_bytes()
    if len(content) > LARGEST:
        raise _refused(f"{len(content):,} bytes", f"make it smaller than {LARGEST:,} bytes")
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        _check_png(content)
        return Logo(media="image/png", data=content)
    _check_svg(content)
    return Logo(media="image/svg+xml", data=content)


def _check_png(content: bytes) -> None:
    from PIL import Image

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=("PNG",)) as picture:
            warnings.simplefilter("error")
            width, height = picture.size
            if max(width, height) <= MOST_PIXELS:
                picture.load()
    except (OSError, ValueError, SyntaxError, Warning) as error:
        raise _refused(f"a damaged PNG ({type(error).__name__})", "export it again") from error
    if max(width, height) > MOST_PIXELS:
        raise _refused(f"{width} × {height} pixels", f"make it at most {MOST_PIXELS} pixels wide and high")


def _check_svg(content: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused("a file that is neither PNG nor SVG", "export the logo as PNG or SVG") from error
    if root.getroottree().docinfo.doctype:
        raise _refused("an SVG with a document type", "export it as plain SVG")
    if etree.QName(root).localname != "svg" or not (root.get("viewBox") or (root.get("width") and root.get("height"))):
        raise _refused("an SVG without a size", "give it a viewBox")
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.namespace in {None, "http://www.w3.org/2000/svg"} and name.localname.lower() not in _ELEMENTS:
            raise _refused(f"an SVG with <{name.localname}>", "export it as plain SVG, with text and styles as shapes")
        for key, value in element.attrib.items():
            attribute, text = etree.QName(key).localname.lower(), str(value).replace(" ", "").lower()
            if attribute.startswith("on") or (attribute == "href" and not text.startswith("#")) or _leads_away(text):
                raise _refused(f"an SVG whose {attribute!r} leads out of it", "export it as plain SVG with everything inside")


def _leads_away(text: str) -> bool:
    """Whether a value names an address: everything in a logo is in the logo."""
    return "url(" in text.replace("url(#", "") or "@import" in text or "javascript:" in text


def _refused(found: str, remedy: str) -> Refusal:
    return Refusal("theme.logo", found=found, wanted="a logo as a small PNG or SVG file", remedy=remedy)
