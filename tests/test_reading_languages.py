"""Languages that a resume says someone speaks, with their levels, in lists, tables and sentences."""

from __future__ import annotations

import pytest

from playbook.reading.languages import is_language, languages_in, read_languages, spoken_languages
from tests.section_rows import rows


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("English (C1), German – B2; Español: nativo", ["English", "German", "Español"]),
        ("Swedish\tmother tongue\nShona\tB1", ["Swedish", "Shona"]),
        ("English and Spanish", ["English", "Spanish"]),
        ("English / Polish", ["English", "Polish"]),
        ("Mother tongue(s):\tItalian", ["Italian"]),
        ("English ●●●●●\nYoruba ●●●○○", ["English", "Yoruba"]),
        ("Deutsch verhandlungssicher in Wort und Schrift", ["Deutsch"]),
        ("Français (langue maternelle), Anglais (courant, B2)", ["Français", "Anglais"]),
        ("Sesotho\nisiZulu\nMāori\nBasque\nQuechua", ["Sesotho", "isiZulu", "Māori", "Basque", "Quechua"]),
        ("中文（母语）, العربية", ["中文", "العربية"]),
        ("Brazilian Portuguese, American Sign Language, Mandarin Chinese", ["Brazilian Portuguese", "American Sign Language", "Mandarin Chinese"]),
        ("Chinese (Mandarin, Cantonese)", ["Chinese"]),
        ("Fluent in English and conversational Dutch", ["English", "Dutch"]),
        ("Navajo\nSpoken: Advanced\nWritten: Novice", ["Navajo"]),
        ("Dagaare (native), Kwawu – C2", ["Dagaare", "Kwawu"]),
        ("English\nGonja", ["English", "Gonja"]),
        ("Python (advanced), Java\nGo", []),
    ],
)  # fmt: skip
def test_a_language_is_read_with_its_level_in_any_form(lines: str, names: list[str]) -> None:
    """Known or not: a level, or languages beside it, tell a name that no list has. Programming languages are none."""
    assert [one.name for one in read_languages(rows(lines))] == names


def test_the_level_stays_with_the_language() -> None:
    """What is asked for in a posting is compared with it."""
    assert [one.fact.text for one in read_languages(rows("Native: German\nTwi (basic)\nFarsi\tB1"))] == [
        "Native: German",
        "Twi (basic)",
        "Farsi\tB1",
    ]


def test_a_sentence_says_what_someone_speaks() -> None:
    """And other people's languages are other people's."""
    said = rows("I speak English and Dutch, and enough Polish to be polite.\nFluent in Thai. Served Spanish-speaking families.")
    assert [one.name for one in spoken_languages(said)] == ["English", "Dutch", "Polish", "Thai"]


@pytest.mark.parametrize(
    ("skill", "is_one"),
    [("Spanish (conversational)", True), ("Fluent in Thai", True), ("Bilingual (English/Twi)", True), ("Spanish for nurses", False), ("French cuisine", False), ("Excel intermedio", False)],
)  # fmt: skip
def test_a_skill_is_a_language_if_it_says_nothing_else(skill: str, is_one: bool) -> None:
    """Its name and its level."""
    assert is_language(skill) == is_one


def test_a_sentence_of_languages_may_give_codes_and_what_follows_brackets() -> None:
    """A code is a language behind "bilingual" only; a full stop ends what is said of one language."""
    for line, names in {
        "Bilingual EN/FR (professional working), Punjabi": ["English", "French", "Punjabi"],
        "Bilingual English/French, offices in IT and DE": ["English", "French"],
        "Trained in EN standards": [],
    }.items():
        assert [one.name for one in spoken_languages(rows(line))] == names
    found = read_languages(
        [said for row in rows("Spanish – fluent, at work. Some Dutch from Oma.") for said in languages_in(row)]
    )
    assert [one.fact.text for one in found] == ["Spanish – fluent", "Some Dutch from Oma"]
    assert [one.name for row in rows("Te reo Māori – fluent; guitar") for one in read_languages(languages_in(row))] == ["Māori"]


def test_a_list_of_languages_ends_before_a_sentence_on_something_else() -> None:
    """Known bad: "Durham science fair judge since 2022" was a language."""
    line = "Spanish (native), English (fluent). Volunteer, Durham science fair judge since 2022"
    assert [one.fact.text for one in read_languages(rows(line))] == ["Spanish (native)", "English (fluent)"]
