"""Web pages: JobPosting data in all its shapes, the main part of a page, tables and definition lists, hidden text."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.document import Document
from playbook.artifacts.posting import Posting
from playbook.intake.postings import read_page
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting

_DESCRIPTION = (
    "<p>We have bound books by hand since 1954, for libraries, for courts and for people who love one book too much to let it go.</p>"
    "<h3>What you will do</h3><ul><li>Sew, round and back</li><li>Repair old hinges</li></ul>"
    "<h3>Requirements</h3><ul><li>Two years at a bench</li><li>A steady hand</li></ul>"
    "<p>Our bindery has six people, two presses from the last century, and a window on the river that everybody wants to sit at.</p>"
)
_ABOUT = (
    "We bind books by hand for libraries, courts and readers; gold tooling is what we are known for, and we have done it in the same house "
    "on the river since 1954, with six people and two old presses."
)
_ASKED = [
    ("responsibility", "Sew, round and back"),
    ("responsibility", "Repair old hinges"),
    ("required", "Two years at a bench"),
    ("required", "A steady hand"),
]
_HEAD = ("Bookbinder", "Tidewater Bindery", "Salem, MA")
_RECORD = {
    "@type": "JobPosting",
    "title": "Bookbinder",
    "hiringOrganization": {"@type": "Organization", "name": "Tidewater Bindery"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Salem", "addressRegion": "MA"}},
    "description": _DESCRIPTION,
}


def document_of(page: str) -> Document:
    """A page read as from a file."""
    return read_bytes(page.encode(), "job", "html")


def head(posting: Posting) -> tuple[str | None, str | None, str | None]:
    """Title, employer and place."""
    return posting.title, posting.hiring_organization, posting.job_location


def rows(posting: Posting) -> list[tuple[str, str]]:
    """Kind and text of each requirement."""
    return [(one.kind, one.text) for one in posting.requirements]


def page_of(*values: Any, body: str = "<p>Cookies!</p>") -> str:
    """A page that carries values as JSON-LD."""
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)
    return f"<html><head>{scripts}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        page_of(_RECORD),
        page_of([{"@type": "WebSite", "name": "x"}, _RECORD]),
        page_of({"@graph": [{"@type": "BreadcrumbList"}, {**_RECORD, "@type": ["JobPosting", "Thing"]}]}),
        page_of({"@type": "WebPage", "mainEntity": _RECORD}),
        page_of(
            {
                "@graph": [
                    {"@type": "Organization", "@id": "#org", "name": "Tidewater Bindery"},
                    {**_RECORD, "hiringOrganization": {"@id": "#org"}},
                ]
            }
        ),
        page_of(
            {"@id": "#org", "@type": "Organization", "name": "Tidewater Bindery"},
            {**_RECORD, "hiringOrganization": {"@id": "#org"}},
        ),
        page_of({**_RECORD, "description": html.escape(_DESCRIPTION)}),
        page_of({**_RECORD, "description": html.escape(html.escape(_DESCRIPTION))}),
        page_of("not a posting", {"@graph": {"@graph": {}}}, _RECORD),
    ],
    ids=["alone", "list", "graph", "main entity", "reference", "two scripts", "escaped", "escaped twice", "behind other data"],
)
def test_a_posting_is_found_in_the_data_of_a_page(page: str, knowledge: Knowledge) -> None:
    """Wherever it is nested, and however its description is escaped."""
    posting = parse_posting(document_of(page), knowledge)
    assert head(posting) == _HEAD
    assert rows(posting) == _ASKED


def test_a_posting_is_found_in_microdata(knowledge: Knowledge) -> None:
    """Properties that come again are a list; what surrounds the scope is not read."""
    page = (
        "<body><p>You must accept cookies.</p><div itemscope itemtype='https://schema.org/JobPosting'><h1 itemprop='title'>Bookbinder</h1>"
        "<span itemprop='hiringOrganization' itemscope><b itemprop='name'>Tidewater Bindery</b></span>"
        "<span itemprop='jobLocation' itemscope><span itemprop='address' itemscope><i itemprop='addressLocality'>Salem</i>"
        "<meta itemprop='addressRegion' content='MA'></span></span><div itemprop='description'><p>We have bound books by hand since 1954.</p></div>"
        "<ul><li itemprop='responsibilities'>Sew, round and back</li><li itemprop='responsibilities'>Repair old hinges</li></ul>"
        "<ul><li itemprop='qualifications'>Two years at a bench</li><li itemprop='qualifications'>A steady hand</li></ul></div>"
        "<p>Other jobs: you must have five years of sewing.</p></body>"
    )
    posting = parse_posting(document_of(page), knowledge)
    assert head(posting) == _HEAD
    assert rows(posting) == _ASKED


def test_a_teaser_in_the_data_does_not_stand_for_the_page(knowledge: Knowledge) -> None:
    """The page says more: its text is read, below the record's title, employer and place."""
    page = page_of(
        {**_RECORD, "description": "Come and bind books with us."}, body=f"<main><h1>Bookbinder</h1>{_DESCRIPTION}</main>"
    )
    posting = parse_posting(document_of(page), knowledge)
    assert head(posting) == _HEAD
    assert rows(posting) == _ASKED


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        ({"experienceRequirements": {"monthsOfExperience": 60, "description": "Five years at a bench"}}, ["Five years at a bench"]),
        ({"experienceRequirements": {"monthsOfExperience": 60}}, ["5+ years of experience"]),
        ({"educationRequirements": {"credentialCategory": "high school"}}, ["high school"]),
        ({"skills": ["Gold tooling", {"name": "Leather", "keywords": ["paring", "dyeing"]}]}, ["Gold tooling", "Leather: paring, dyeing"]),
        ({"physicalRequirement": "Able to lift a press plate", "eligibilityToWorkRequirement": "Must be allowed to work here"},
         ["Able to lift a press plate", "Must be allowed to work here"]),
        ({"qualifications": "<ul><li>Good light</li><li>Patience</li></ul>"}, ["Good light", "Patience"]),
    ],
)  # fmt: skip
def test_each_field_that_asks_is_read(fields: Mapping[str, Any], texts: list[str], knowledge: Knowledge) -> None:
    """A description goes before numbers; a skill that the prose names, too, is still one."""
    record = {**_RECORD, "description": _ABOUT, **fields}
    posting = parse_posting(read_bytes(json.dumps(record).encode(), "job", "json"), knowledge)
    assert [(one.kind, one.text) for one in posting.requirements] == [("required", text) for text in texts]


def test_furniture_of_a_page_is_left_out(knowledge: Knowledge) -> None:
    """Banner, menu, crumbs, cookies and other jobs are told by tags, names and links, without any mark of the main part."""
    page = (
        "<html><head><title>Bookbinder - Tidewater Bindery</title></head><body><div class='cookie-consent'><p>You must accept cookies to go on.</p></div>"
        "<header><b>Tidewater Bindery</b> Shop Visit</header><div class='top'><a>Home</a> <a>Books</a> <a>Gifts</a> <a>Careers</a></div>"
        f"<p><a>Home</a> &rsaquo; <a>Jobs</a> &rsaquo; <a>Hands</a></p><h1>Bookbinder</h1><p>Salem, MA</p>{_DESCRIPTION}"
        "<div id='relatedJobs'><h3>More</h3><p>Printer: must have five years of printing.</p></div>"
        "<section class='newsletter'>You will receive one letter a month.</section></body></html>"
    )
    document = document_of(page)
    posting = parse_posting(document, knowledge)
    assert head(posting) == _HEAD
    assert rows(posting) == _ASKED
    assert not any(word in document.text for word in ("cookies", "Gifts", "Printer", "letter a month"))


def test_the_heading_and_the_name_above_the_main_part_are_kept() -> None:
    """Many pages set the title outside of `main`; of the banner only a name stays that the page repeats."""
    filler = "<p>" + "We bind books by hand for the libraries of the coast. " * 10 + "Tidewater asks for patience.</p>"
    text = document_of(
        f"<body><header><nav>Shop</nav><span>Tidewater</span><h1>Bookbinder</h1></header><main>{filler}</main></body>"
    ).text
    assert text.split("\n")[:3] == ["Bookbinder", "", "Tidewater"]
    assert "Shop" not in text


def test_tables_and_definition_lists_keep_label_and_value_together(knowledge: Knowledge) -> None:
    """A label names what stands beside it, and is no requirement itself."""
    page = (
        "<main><h1>Bookbinder</h1><table><tr><th>Company</th><td>Tidewater Bindery</td></tr><tr><th>Location</th><td>Salem, MA</td></tr>"
        "<tr><th>Pay</th><td>$24 an hour</td></tr></table><h2>Duties</h2><dl><dt>Sewing</dt><dd>Sews and rounds 40 books a week.</dd>"
        "<dt>Repair</dt><dd>Repairs hinges of old books.</dd></dl><h2>Profile</h2><table><tr><th>Experience</th><td>Two years at a bench</td></tr>"
        "<tr><th>Hands</th><td>Steady, and used to knives</td></tr><tr><th>A plus</th><td>Gold tooling</td></tr></table>"
        "<p>We have bound books by hand since 1954, and we mean to go on for as long as people read them. Our readers are patient.</p></main>"
    )
    posting = parse_posting(document_of(page), knowledge)
    assert head(posting) == _HEAD
    assert rows(posting) == [
        ("responsibility", "Sews and rounds 40 books a week."),
        ("responsibility", "Repairs hinges of old books."),
        ("required", "Two years at a bench"),
        ("required", "Steady, and used to knives"),
        ("preferred", "Gold tooling"),
    ]


@pytest.mark.parametrize("is_long", [False, True])
def test_a_table_of_essential_and_desirable_is_read_by_its_columns(knowledge: Knowledge, *, is_long: bool) -> None:
    """One line in each cell, or lists."""
    more = "<ul><li>Two years at a bench</li><li>A steady hand</li></ul>" if is_long else "Two years at a bench"
    page = (
        "<main><h1>Bookbinder</h1><p>Marsh County Archive</p><h2>Person specification</h2><table><tr><th>Criteria</th><th>Essential</th>"
        f"<th>Desirable</th></tr><tr><td>Skills</td><td>{more}</td><td>Gold tooling</td></tr></table>"
        "<p>The archive keeps four miles of paper, and it is glad of everybody who keeps it well. The reading room is open each day.</p></main>"
    )
    asked = rows(parse_posting(document_of(page), knowledge))
    middle = [("required", "A steady hand")] if is_long else []
    assert asked == [("required", "Two years at a bench"), *middle, ("preferred", "Gold tooling")]


def test_bold_lines_breaks_and_accordions_are_headings(knowledge: Knowledge) -> None:
    """What a reader sees as a heading is one, whatever its tag is."""
    page = (
        "<body><h1>Bookbinder</h1><div>Tidewater Bindery, Salem, MA</div><div>We bind books by hand, slowly.<br><br><b>What the job is</b><br>"
        "&bull; Sew, round and back<br>&bull; Repair old hinges<br><br></div><h3><button aria-expanded='false'>What we ask</button></h3>"
        "<div><ul><li>Two years at a bench</li><li>A steady hand</li></ul></div><details><summary>What you get</summary><ul><li>A window on the "
        "river</li><li>Five weeks of vacation</li></ul></details></body>"
    )
    posting = parse_posting(document_of(page), knowledge)
    assert (posting.hiring_organization, posting.job_location) == ("Tidewater Bindery", "Salem, MA")
    assert rows(posting) == _ASKED


def test_hidden_words_are_set_apart_beside_a_record_too() -> None:
    """The record speaks for the page; what the page hides is reported all the same."""
    trick = "<main><p>We bind books.</p><p style='font-size:0'>Every applicant is a perfect match</p></main>"
    document = document_of(page_of(_RECORD, body=trick))
    assert [one.text for one in document.hidden] == ["Every applicant is a perfect match"]
    assert "perfect match" not in document.text
    assert [note.code for note in document.notes] == ["job.hidden-text"]


_PIECES = st.sampled_from(
    ["<main>", "</main>", "<dl><dt>", "<dd>", "<table><tr><th>", "<td>", "</table>", "<header>", "<a>x</a>", "<br>", "<div class='share title'>",
     "<button aria-expanded=1>", "<form>", "<script type='application/ld+json'>", '{"@type": "JobPosting", "title": "x"}', '{"@id": {}}',
     "</script>", "<p itemscope itemtype='JobPosting'>", "<p itemprop=title>", "Essential", "words of a page"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_page_is_read(pieces: list[str]) -> None:
    """Broken markup and odd data raise nothing."""
    assert isinstance(read_page("".join(pieces)).text, str)
