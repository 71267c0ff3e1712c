"""Publications count as evidence that somebody published; patents, talks and service to a venue do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from matching_cases import statuses

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting

Parse = Callable[[str], Resume]
TOP = (
    "Ana Cruz\nLeeds\n\nEXPERIENCE\nSoil Scientist, Elm Labs\tJan 2019 - present\n- Mapped 40 fields of heavy clay for the county\n\n"
    "PUBLICATIONS\n"
)


@pytest.mark.parametrize(
    ("line", "is_covered"),
    [
        ('A. Cruz, B. Lund. "Heavy clay and light rain". Journal of Soils, 2021', True),
        ("Reviewer: Journal of Soils 2020-24", False),
        ('US 11,555,012 "Sieve for clay" (Elm, granted 2023)', False),
    ],
)
def test_a_publication_shows_that_somebody_published(
    parse: Parse, matched: Callable[[Resume, Posting], Matching], line: str, *, is_covered: bool
) -> None:
    """Known bad: six papers proved nothing, since none of them has the word "publication" in it."""
    posting = make_posting("Soil Scientist", "general", required=("Peer-reviewed publications",))
    found = statuses(posting, matched(parse(f"{TOP}{line}\n"), posting))["Peer-reviewed publications"]
    assert (found == "covered") is is_covered
