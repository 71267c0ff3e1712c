"""Finding one's way: bookmarks, links, and page numbers that are true."""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from tests.playbook_factory import make_playbook
from tests.rendered import built, pages, squeezed, targets


def test_the_outline_has_cover_and_ten_sections() -> None:
    """Stories and questions stand below their sections."""
    outline = PdfReader(BytesIO(built()["playbook.pdf"])).outline
    top = [item.title for item in outline if not isinstance(item, list)]
    assert len(top) == 11
    assert top[0] == "Interview playbook"
    below = [item.title for group in outline if isinstance(group, list) for item in group if not isinstance(item, list)]
    assert "Raising On-Time Dispatch Across Three Centres" in below


def test_every_link_leads_somewhere() -> None:
    """Inside the document to a named place, or to the page where a company fact was read."""
    reader = PdfReader(BytesIO(built()["playbook.pdf"]))
    names = set(reader.named_destinations)
    seen = 0
    for page in reader.pages:
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            if note["/Subtype"] != "/Link":
                continue
            seen += 1
            if "/Dest" in note:
                assert note["/Dest"] in names
            else:
                assert note["/A"]["/URI"].startswith("https://")
    assert seen > 50
    web = built()["playbook.html"].decode()
    assert set(re.findall(r'href="#([^"]+)"', web)) <= set(re.findall(r'id="([^"]+)"', web))


def test_the_contents_state_the_true_pages() -> None:
    """Numbers in the table of contents are where the sections begin."""
    places = targets(built()["playbook.pdf"])
    contents = squeezed(pages(built()["playbook.pdf"])[1])
    rows = make_playbook().assessment.snapshot.contents
    true = "".join(f"{row.number}{row.title}{row.takeaway.text}{places[f'section-{row.number}']}" for row in rows)
    assert squeezed(true) in contents


def test_a_reference_says_the_page_that_it_leads_to() -> None:
    """In sentences, behind gaps and on the cheat sheet: what stands in a link's rectangle is the page of its target."""
    data = built()["playbook.pdf"]
    places, document, seen = targets(data), pypdfium2.PdfDocument(data), 0
    for number, page in enumerate(PdfReader(BytesIO(data)).pages):
        text = document[number].get_textpage()
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            if note["/Subtype"] == "/Link" and "/Dest" in note:
                left, bottom, right, top = map(float, note["/Rect"])
                stated = re.search(r"\(p\.\s*(\d+)\)", text.get_text_bounded(left, bottom, right, top))
                if stated:
                    seen += 1
                    assert int(stated[1]) == places[note["/Dest"]]
    assert seen > 20
