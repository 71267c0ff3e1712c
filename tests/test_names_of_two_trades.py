"""Names that two trades use for two things are told by the trade that stands around them, and names of one trade are known."""

from __future__ import annotations

import pytest

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge


def _named(text: str, knowledge: Knowledge) -> set[str]:
    return {found.id for found in lexicon_of(knowledge).concepts(text)}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("CPR-compliant witness statements", "civil-procedure-rules", "cpr"),
        ("First Aid and CPR, renewed in May", "cpr", "civil-procedure-rules"),
        ("CPR", "cpr", "civil-procedure-rules"),
        ("Litigation in private practice", "law-firm-experience", "private-practice"),
        ("Physiotherapist in private practice", "private-practice", "law-firm-experience"),
        ("Product design in SolidWorks", "mechanical-design", "product-design"),
        ("Product design in Figma", "product-design", "mechanical-design"),
        ("Product design", "product-design", "mechanical-design"),
    ],
)
def test_of_two_senses_the_trade_around_a_name_tells_which(knowledge: Knowledge, text: str, wanted: str, unwanted: str) -> None:
    """Known bad: a paralegal whose court rules were read as first aid."""
    found = _named(text, knowledge)
    assert wanted in found
    assert unwanted not in found


@pytest.mark.parametrize("text", ["Report to COO", "Reporting directly to the COO", "Reports to the Regional COO"])
def test_whom_one_reports_to_is_nothing_that_one_is(knowledge: Knowledge, text: str) -> None:
    """Known bad: the leadership of an operation credited to an assistant of its head."""
    assert "operations-leadership" not in _named(text, knowledge)


def test_two_letters_with_a_slash_are_no_programming_language(knowledge: Knowledge) -> None:
    """Known bad: the C of "D/C planning"."""
    assert _named("D/C planning with families", knowledge) == {"discharge-planning"}
    assert "c-language" in _named("C/C++ and Rust", knowledge)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mold flow analysis", {"moldflow"}),
        ("Drafted N244s and a Precedent H", {"english-claim-forms", "costs-of-litigation"}),
        ("SDKs", {"sdk-development"}),
        ("UPI, eNACH and chargebacks under RBI guidelines", {"upi", "nach-mandates", "card-disputes", "rbi-regulations"}),
        ("LMSW", {"lmsw"}),
        ("C-SSRS with dual diagnosis clients", {"suicide-severity-screening", "dual-diagnosis"}),
        ("IDDSI menus for a care home kitchen", {"texture-modified-food", "care-catering"}),
        ("MSIC and 2A/2B", {"msic", "nsw-security-2ab"}),
        ("Return to work interviews and disciplinaries", {"absence-management", "disciplinary-procedures"}),
        ("School sealant program for AHCCCS families", {"school-dental-programs", "state-medicaid"}),
    ],
)
def test_the_words_of_a_trade_are_known(knowledge: Knowledge, text: str, wanted: set[str]) -> None:
    """What a trade writes every day is no unknown word."""
    assert wanted <= _named(text, knowledge)


@pytest.mark.parametrize(
    ("held", "asked", "meets"),
    [
        ("LCSW", "lmsw", True),
        ("LMSW", "social-work-licence", False),
        ("Fee earner support", "law-firm-experience", True),
        ("API testing", "sdk-development", False),
        ("AHCCCS", "state-medicaid", True),
    ],
)
def test_what_follows_from_a_name_and_what_does_not(knowledge: Knowledge, held: str, asked: str, meets: bool) -> None:
    """The higher licence has the lower one in it, and not the other way round."""
    lexicon = lexicon_of(knowledge)
    assert (asked in lexicon.closure(_named(held, knowledge))) == meets
