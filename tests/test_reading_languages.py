"""Languages that a resume says someone speaks, with their levels, in lists, tables and sentences."""

from __future__ import annotations

import pytest

from playbook.reading.languages import is_language, read_languages, spoken_languages
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
