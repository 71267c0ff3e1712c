"""The countries of the packs: each is told by its own words, none by those of another, and a broken pack is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.errors import PackFault
from playbook.knowledge.countries import ELSEWHERE, Countries, countries_of
from playbook.knowledge.files import entries
from playbook.knowledge.lint import lint
from playbook.knowledge.packs import Knowledge, load
from playbook.knowledge.schema import Country
from playbook.knowledge.spelling import in_language, language_of
from playbook.settings import CHECKOUT

PACK: list[Country] = [row.entry for row in entries(CHECKOUT / "datasets" / "knowledge", "countries")]


@pytest.fixture
def countries(knowledge: Knowledge) -> Countries:
    return countries_of(knowledge)


@pytest.mark.parametrize("country", PACK, ids=[one.id for one in PACK])
def test_a_country_is_told_by_its_name_in_a_place_and_before_work_and_not_as_that_of_a_client(
    country: Country, countries: Countries
):
    assert countries.of("You run the shop.", f"Nilton, {country.name}") == country.id
    assert countries.of(f"Applicants must have the right to work in the {country.name}.", None) == country.id
    assert countries.of(f"You sell tiles to a client in {country.name}.", None) is None
    assert countries.spoken_of(f"You sell tiles to a client in {country.name}.") == {country.id}


@pytest.mark.parametrize("country", PACK, ids=[one.id for one in PACK])
def test_every_word_of_a_country_tells_it_or_that_it_is_one_of_those_that_share_it(country: Country, countries: Countries):
    lines = [
        line.format(word)
        for words, line in (
            (country.regions, "Our works in {} is hiring."),
            (country.letters, "You work in Nilton, {}."),
            (country.own, "You know {} well."),
            (country.says, "We offer {} and tea."),
            (country.forms, "Nilton Tiles {} is hiring."),
            (country.money, "Pay is {}19 an hour."),
        )
        for word in words
    ]
    told = {line: countries.of(line, None) for line in lines}
    assert {line: one for line, one in told.items() if one not in {country.id, ELSEWHERE}} == {}
    shared = [line for line, one in told.items() if one == ELSEWHERE]
    assert [line for line in shared if countries.of(f"{line} You travel in {country.name}.", None) != country.id] == []
    assert len(shared) < len(lines) or not country.law, "nothing but a name would tell it"


@pytest.mark.parametrize("country", PACK, ids=[one.id for one in PACK])
def test_a_question_rests_on_the_law_of_the_country_that_it_names_and_of_no_other(country: Country, countries: Countries):
    assert all(countries.rested_on(f"In {word}, who is paid overtime?") == {country.id} for word in country.law)
    assert countries.rested_on("Who is paid overtime?") == frozenset()


@pytest.mark.parametrize("country", PACK, ids=[one.id for one in PACK])
def test_a_country_gives_its_english_away(country: Country, knowledge: Knowledge):
    assert language_of([f"You run a shop in {country.name}."], knowledge) == (country.spells or "en-US")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Cover for the ICU, OR and PACU", None),
        ("You lead a team, and you work with PLC and EMS.", None),
        ("Nilton Tiles Ltd. has shops in Galway, Cork and Tralee. Euros: €19 an hour, in Ireland.", "ie"),
        ("A 401(k) with a match; our clients are in Dorset and pay £ 900.", None),
        ("You fill orders for the New South Wales desk.", "au"),
        ("You sell to shops in New Mexico.", "us"),
        ("Our office: Leeds LS1 4AP.", "gb"),
        ("Our office: Toronto M5V 2T6.", "ca"),
        ("CTC: 18-24 LPA", "in"),
        ("$24 an hour + super", "au"),
        ("Boland Tiles Co. Tell us about you. We also have a shop in Co. Durham.", "gb"),
    ],
)
def test_what_only_looks_like_a_sign_of_a_country_is_none(line: str, told: str | None, countries: Countries):
    """Known bad: an operating room was in Oregon, and whatever stood behind "Co." a county of Ireland."""
    assert countries.of(line, None) == told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Belfast, Northern Ireland", "gb"),
        ("Dayton OH", "us"),
        ("TORONTO, ON", "ca"),
        ("New Brunswick, NJ", "us"),
        ("Poland, Ohio", "us"),
        ("Remote (US)", "us"),
        ("Atlanta, Georgia, or Bengaluru, India", "us"),
        ("London or Dublin, Ireland", "ie"),
        ("Nilton", None),
    ],
)
def test_a_place_is_of_the_country_that_it_ends_with(place: str, told: str | None, countries: Countries):
    assert countries.of("You run the shop.", place) == told


def test_packs_in_another_spelling_have_the_same_countries(knowledge: Knowledge):
    assert countries_of(in_language(knowledge, "en-GB")) is countries_of(knowledge)


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{id: aa, name: A, patterns: ['(LPA']}", "patterns.0: Value error, '(LPA' is no regular expression"),
        ("{id: aa, name: A, patterns: ['(LPA)?']}", "patterns.0: Value error, '(LPA)?' is found in nothing at all"),
        ("{id: atlantis, name: A}", "id: String should match"),
        ("{id: aa, name: A, letters: [ON]}", "letters.0: Input should be a valid string"),
        ("{id: aa, name: A, says: [+ super]}", "says.0: String should match"),
    ],
)
def test_a_broken_country_is_refused_with_file_line_and_remedy(entry: str, found: str, tmp_path: Path):
    (tmp_path / "countries").mkdir()
    (tmp_path / "countries" / "x.yaml").write_text(f"- {{id: bb, name: B}}\n- {entry}\n")
    with pytest.raises(PackFault, match=re.escape(f"countries/x.yaml:2: {found}")) as refused:
        load(tmp_path)
    assert "mend" in str(refused.value)
    (finding,) = lint(tmp_path)
    assert (finding.where, finding.rule) == ("countries/x.yaml:2", "shape")
    assert found in finding.found
    assert finding.remedy


def test_packs_without_countries_presume_none(tmp_path: Path):
    empty = countries_of(load(tmp_path))
    assert empty.of("Pay is £19 an hour.", "Leeds, UK") is None
    assert empty.rested_on("In England, who is paid overtime?") == frozenset()
