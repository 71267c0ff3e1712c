"""How well a language is spoken: kept with its name wherever it stands, and weighed against what a posting asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import Role, make_posting, make_resume
from tests.matching_cases import statuses

_TOP = "Ana Cruz\nana@example.com\n\n"
_ROLE: list[Role] = [("Associate", "Acme", "2020-01", None, ["Answered calls of members"])]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("OTHER\nDutch – conversational\nRowing; chess", ["Dutch – conversational"]),
        ("ALSO\nDutch (heritage speaker, fluent). Rowing at weekends.", ["Dutch (heritage speaker, fluent)"]),
        ("ADDITIONAL\nFirst aid kit at hand; basic Dutch", ["basic Dutch"]),
        ("ALSO\nDutch oven cooking. Spanish guitar (intermediate).", []),
        ("ALSO\nDutch", []),
        (
            "SUMMARY\nA clerk with nine years at a counter. Bilingual Dutch (conversational, not certified).",
            ["Bilingual Dutch (conversational, not certified)"],
        ),
        ("SUMMARY\nA clerk with nine years at a counter. Fluent in Dutch (see page two).", ["Fluent in Dutch"]),
    ],
)
def test_a_language_among_other_things_is_read_with_its_level(
    parse: Callable[[str], Resume], text: str, said: list[str]
) -> None:
    """Known bad: "Dutch – conversational" alone below "Other" was lost, and called missing."""
    assert [one.fact.text for one in parse(_TOP + text).languages] == said


@pytest.mark.parametrize(
    ("held", "line", "status"),
    [
        ("French (school, rusty)", "French is an asset", "partial"),
        ("French (conversational)", "French is an asset", "covered"),
        ("French", "French is an asset", "covered"),
        ("Basic French", "Basic French is an asset", "covered"),
        ("Bilingual French (conversational, not certified)", "Bilingual in French and English", "partial"),
        ("French (fluent), some Italian", "Fluent French", "covered"),
        ("French B1", "Fluent French", "partial"),
    ],
)
def test_a_lower_level_than_asked_counts_in_part(
    matched: Callable[[Resume, Posting], Matching], held: str, line: str, status: str
) -> None:
    """With what the resume says of it. Known bad: "rusty" was covered, and so was "bilingual (conversational)"."""
    resume = make_resume(_ROLE, languages=(held, "English (native)"), years=6)
    posting = make_posting("Associate", "general", preferred=(line,))
    matching = matched(resume, posting)
    assert statuses(posting, matching) == {line: status}
    assert held in matching.requirements[0].reason.text


def test_the_line_on_the_language_tells_the_level_and_no_other(matched: Callable[[Resume, Posting], Matching]) -> None:
    """A summary has "professional" for the clerk, not for the French."""
    resume = make_resume(
        _ROLE, languages=("French (basic)",), summary="A professional clerk who answers in French when asked to.", years=6
    )
    posting = make_posting("Associate", "general", preferred=("Fluent French",))
    assert statuses(posting, matched(resume, posting)) == {"Fluent French": "partial"}
