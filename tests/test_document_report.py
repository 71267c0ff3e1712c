"""The report on the printed document: each of its checks has a page that it catches."""

from __future__ import annotations

import pytest

from evals.document import contrast, layout, report
from playbook.rendering import html, pdf
from tests.playbook_factory import make_playbook
from tests.rendered import built

FILLER = "<p>Words that fill the page from the top down to where they end.</p>" * 30
PAGES = {
    "page 2 is filled to": f"{FILLER}<div style='break-before: page'><p>Three words.</p></div>",
    "page 2 is empty": f"{FILLER}<div style='break-before: page; height: 20mm'></div>",
    "page 1 ends with a heading": f"{FILLER}<h2>Left behind</h2><div style='break-before: page'>{FILLER}</div>",
    "page 1 has text that stands out of the paper": f"{FILLER}<p style='white-space: nowrap'>{'unbroken' * 60}</p>",
    "page 1 has a label that touches what follows": (
        f"<div class='row' style='min-height: 0'><div class='side'><h3 class='label'>{'A long label ' * 9}</h3></div>"
        f"<div class='main'><p>Short.</p></div></div>{FILLER}"
    ),
    "a card is torn between pages 1 and 2": (
        f"{FILLER}<div style='height: 30mm'></div><div class='card' style='break-inside: auto'>{FILLER[: len(FILLER) // 2]}</div>{FILLER}"
    ),
}


def _laid_out(body: str) -> object:
    return pdf.lay_out(f'<html lang="en"><head><title>A page</title></head><body>{body}</body></html>', "a4")


@pytest.mark.parametrize("finding", PAGES)
def test_a_badly_made_page_is_found(finding: str):
    assert any(found.startswith(finding) for found in layout.findings(_laid_out(PAGES[finding])))


def test_a_well_made_page_is_not():
    assert list(layout.findings(_laid_out(FILLER))) == []


def test_a_weak_colour_is_found():
    assert contrast.findings({**contrast.colours(), "muted": "#9aa3b2"})
    assert contrast.findings() == []


def test_a_sentence_that_is_not_printed_is_found():
    playbook = make_playbook()
    data = built()["playbook.pdf"]
    assert list(report._unprinted(data, playbook)) == []
    strange = playbook.pitch.do[0].model_copy(
        update={"parts": playbook.pitch.dont[0].parts[:0] + playbook.pitch.do[0].parts * 2}
    )
    other = playbook.model_copy(update={"pitch": playbook.pitch.model_copy(update={"do": (strange, *playbook.pitch.do[1:])})})
    assert list(report._unprinted(data, other)) == ["not in the PDF: /pitch/do/0"]


def test_a_reference_without_its_page_and_a_dead_link_are_found():
    judged = report.Judged("a case")
    assert list(report._links(built()["playbook.pdf"], judged)) == []
    assert judged.links > 50
    page = html.page(make_playbook(1, 1), "print").replace('id="section-7"', 'id="section-seven"')
    data = pdf.write(pdf.lay_out(page, "a4"), pdf.Made(make_playbook().brief.on, b"x"))
    found = list(report._links(data, judged))
    assert any("a reference without its page" in one for one in found)
