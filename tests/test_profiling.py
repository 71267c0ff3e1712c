"""Whose words a profile is made of: the employer's, the posting's, or the trade's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from playbook.errors import PackFault
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.schema import SourcedText
from playbook.profiling import QUESTIONS, profile_company
from playbook.provenance import lines_of
from tests.case_factory import make_posting

TODAY = date(2026, 11, 23)
POSTING = make_posting(
    "Software Engineer",
    "software",
    required=("Java", "Customer obsession and a bias for action"),
    duties=("Own services end-to-end", "Mentor junior engineers"),
)
CLAUSES = (
    "We are honest with customers even when it costs us a deal, we prepare harder than anyone else in the room, "
    "and we put the team's number before our own."
)
VALUED = make_posting("Account Executive", "sales", required=("Salesforce",), values=(CLAUSES,))


@pytest.mark.parametrize(
    "name", ["Amazon", "amazon", "AMAZON", "Amazon.com, Inc.", "Amazon Web Services", "AWS", "Amazon.com Services LLC"]
)
def test_an_employer_is_known_by_any_of_its_names(knowledge: Knowledge, name: str) -> None:
    """Case and legal form do not matter, and the page shows the name that was given."""
    company = profile_company(name, POSTING, knowledge, TODAY)
    assert company.id == "amazon"
    assert company.profiled
    assert company.name == name


@pytest.mark.parametrize("name", ["Amazonia Travel", "Riverbend", "Inc.", "Azure Dental Group"])
def test_a_similar_name_is_not_the_same_employer(knowledge: Knowledge, name: str) -> None:
    """A profile of the wrong company would be worse than none."""
    company = profile_company(name, POSTING, knowledge, TODAY)
    assert company.id is None
    assert not company.profiled
    assert company.facts == ()
    assert company.special_interviewer is None


def test_a_profile_has_source_and_date_for_each_statement(knowledge: Knowledge) -> None:
    """Nothing of a company without a page that it was read on."""
    company = profile_company("Amazon", POSTING, knowledge, TODAY)
    stated = [line for _, line in lines_of(company) if line.provenance == "company"]
    assert stated
    assert all(source.url and source.checked for line in stated for source in line.sources)
    assert all(value.statement.provenance == "company" for value in company.values)


def test_values_in_play_are_those_that_the_posting_draws_on(knowledge: Knowledge) -> None:
    """Named ones first; not none, and not all of them."""
    company = profile_company("Amazon", POSTING, knowledge, TODAY)
    in_play = {value.id for value in company.values_in_play}
    assert {"customer-obsession", "ownership", "bias-for-action", "hire-and-develop-the-best"} <= in_play
    assert 3 <= len(in_play) <= 8
    assert "frugality" not in in_play


def test_the_postings_clauses_are_values_whole_and_with_spans(knowledge: Knowledge) -> None:
    """A sentence of three clauses is three values, each quoted to its end."""
    company = profile_company("Cargowise Signal", VALUED, knowledge, TODAY)
    assert company.values_from == "job"
    assert [value.statement.text for value in company.values] == [
        "We are honest with customers even when it costs us a deal",
        "we prepare harder than anyone else in the room",
        "we put the team's number before our own.",
    ]
    whole = VALUED.values[0]
    for value in company.values:
        (source,) = value.statement.sources
        assert value.in_play == bool(value.competencies)
        assert value.statement.provenance == "job"
        assert whole.text[source.span.start - whole.span.start : source.span.end - whole.span.start] == source.quote
    assert len({value.name for value in company.values}) == 3


def test_without_stated_values_the_trades_are_labelled_so(knowledge: Knowledge) -> None:
    """They are nobody's promise: provenance `role`."""
    company = profile_company("Riverbend", make_posting("Nurse", "nursing", required=("RN license",)), knowledge, TODAY)
    assert company.values_from == "role"
    assert all(value.statement.provenance == "role" for value in company.values)
    assert len(company.values_in_play) >= 3


def test_an_unknown_employers_process_is_commonly(knowledge: Knowledge) -> None:
    """What is usual in a trade is not what this employer does, and the page says so first."""
    company = profile_company("Riverbend", make_posting("Nurse", "nursing"), knowledge, TODAY)
    assert "Riverbend" in company.process.lines[0].text
    assert "commonly" in company.process.lines[0].text
    for _, line in lines_of(company):
        assert line.provenance == "role"
        assert line.sources
        assert "{" not in line.text


def test_what_is_usual_in_a_trade_is_told_in_the_english_of_the_posting(knowledge: Knowledge) -> None:
    """Known bad: "a call on license" for a pharmacist in Sheffield."""
    posting = make_posting("Nurse", "nursing", required=("RN licence", "Organised, with good behaviour towards colleagues"))
    for _, line in lines_of(profile_company("Riverbend", posting, knowledge, TODAY)):
        assert not {word for word in re.findall(r"[a-z]+", line.text.casefold()) if word in knowledge.spellings}, line.text


def test_stale_facts_are_left_out(knowledge: Knowledge) -> None:
    """By their own expiry, or a year after they were read."""
    entry = knowledge.companies["amazon"]

    def fact(text: str, checked: date, expires: date | None) -> SourcedText:
        return SourcedText(text=text, source="https://example.com/news", checked=checked, expires=expires)

    facts = (
        fact("Fresh.", date(2026, 10, 1), date(2027, 1, 1)),
        fact("Expired.", date(2026, 10, 1), date(2026, 11, 22)),
        fact("Old.", date(2025, 11, 1), None),
        fact("Standing.", date(2026, 11, 1), None),
    )
    packs = replace(knowledge, companies={"amazon": entry.model_copy(update={"facts": facts})})
    company = profile_company("Amazon", POSTING, packs, TODAY)
    assert [line.text for line in company.facts] == ["Fresh.", "Standing."]


def test_every_family_and_level_has_a_mix_of_twelve(knowledge: Knowledge) -> None:
    """A level without a mix takes the nearest below, else the nearest above, and the page says whose it is."""
    for family in knowledge.families:
        for level in ("intern", "entry", "mid", "senior", "lead", "executive"):
            company = profile_company("Northwind", make_posting("Someone", family, level=level), knowledge, TODAY)
            assert sum(company.mix.counts.values()) == QUESTIONS
            assert company.mix.origin.provenance == "role"
            assert "Northwind" in company.mix.origin.text


def test_the_nearest_level_below_wins(knowledge: Knowledge) -> None:
    """`lead` without a mix of its own takes `mid` before `executive`."""
    family = knowledge.families["software"]
    mixes = {"mid": {"coding": 12}, "executive": {"case": 12}}
    packs = replace(knowledge, families={**knowledge.families, "software": family.model_copy(update={"mixes": mixes})})
    counts = {
        level: profile_company("N", make_posting("S", "software", level=level), packs, TODAY).mix.counts
        for level in ("entry", "lead")
    }
    assert counts == {"entry": {"coding": 12}, "lead": {"coding": 12}}


def test_a_mix_that_is_not_twelve_is_refused(knowledge: Knowledge) -> None:
    """A pack's slip must not become a playbook of eleven questions."""
    family = knowledge.families["software"].model_copy(update={"mixes": {"mid": {"coding": 11}}})
    packs = replace(knowledge, families={**knowledge.families, "software": family})
    with pytest.raises(PackFault, match="mix of 11"):
        profile_company("N", POSTING, packs, TODAY)


def test_a_posting_of_no_family_is_served_by_general(knowledge: Knowledge) -> None:
    """Every trade gets a profile."""
    company = profile_company("Quince & Ember", make_posting("Executive Chef", "kitchens"), knowledge, TODAY)
    assert company.unique.lines
    assert company.culture.lines
