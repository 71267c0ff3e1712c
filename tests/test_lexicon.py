"""What texts name: skills, credentials, signals, and what follows from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.knowledge.lexicon import Lexicon, lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.tokens import base, tokens


@pytest.fixture(scope="module")
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of the checkout's packs."""
    return lexicon_of(knowledge)


def named(lexicon: Lexicon, text: str) -> set[str]:
    """Ids of what `text` names."""
    return {found.id for found in lexicon.concepts(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Proficient in C++, C# and .NET", {"cpp", "csharp", "dotnet"}),
        ("Go, R, Python", {"go", "r-language", "python"}),
        ("Set up CI/CD with Jenkins", {"ci-cd", "jenkins"}),
        ("GD&T and DFMEA for castings", {"gdt", "fmea"}),
        ("RN, BSN, CCRN", {"rn-licence", "bsn", "ccrn"}),
        ("B.S. in Computer Science", {"computer-science-degree"}),
        ("Master’s required", {"master-degree"}),
        ("ServSafe Manager, 2024", {"servsafe-manager"}),
        ("Microsoft Excel and pivot tables", {"excel"}),
        ("Charted in Epic", {"epic"}),
        ("Organised conferences in Cvent", {"cvent"}),
        ("analysing data in Tableau", {"data-analysis", "tableau"}),
    ],
)
def test_names_are_found_as_people_write_them(lexicon: Lexicon, text: str, wanted: set[str]) -> None:
    """Punctuation, abbreviations and spelling of either side of the ocean."""
    assert wanted <= named(lexicon, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Go above and beyond for guests", "go"),
        ("Our go-to-market team", "go"),
        ("JavaScript only", "java"),
        ("R&D department", "r-language"),
        ("Vitamin C and hepatitis C", "c-language"),
        ("It is what it is", "information-technology"),
        ("You will excel at service", "excel"),
        ("The rest of the team", "rest-api"),
        ("A 410-bed hospital", "bed"),
        ("Senior Account Executive", "accounting"),
        ("Integrated a payment provider", "integrity"),
        ("React quickly to incidents", "react"),
        ("Warehouse Associate", "associate-degree"),
        ("Scrum Master of two teams", "master-degree"),
    ],
)
def test_everyday_words_are_not_taken_for_names(lexicon: Lexicon, text: str, unwanted: str) -> None:
    """Case, neighbours and `not_same` tell a product from a word."""
    assert unwanted not in named(lexicon, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Outstanding teaching assistant award (Spring 2024)", "spring-boot"),
        ("Dean's list, spring semester", "spring-boot"),
        ("TA, Spring '23", "spring-boot"),
        ("Self-supervised pretraining of encoders", "people-management"),
        ("Supervised methadone for twelve clients", "people-management"),
        ("Fellow of the Royal Pharmaceutical Society", "pharmaceutical-industry"),
        ("Staffing to acuity on nights", "hiring"),
        ("Clinical audit of prophylaxis", "nhs-settings"),
    ],
)
def test_a_name_of_another_sense_is_none(lexicon: Lexicon, text: str, unwanted: str) -> None:
    """Known bad: a season that showed a framework, and so Java, in five lines of a posting."""
    assert unwanted not in {found.id for found in lexicon.concepts(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Services in Spring, Hibernate and Kafka", "spring-boot"),
        ("Built a REST endpoint with OpenAPI", "http"),
        ("4.1m transactions/day at peak", "scalability"),
        ("High volume card payments, Kafka", "scalability"),
        ("Pretraining for wearable PPG signals", "physiological-signals"),
        ("First responder for rapid response, ICU", "rapid-response"),
        ("Room lead, toddlers", "leadership"),
    ],
)
def test_a_name_means_what_stands_around_it(lexicon: Lexicon, text: str, wanted: str) -> None:
    """Known bad: "high volume" of payments asked for a kitchen, and a "first responder" of a ward for an ambulance."""
    assert wanted in lexicon.closure(found.id for found in lexicon.concepts(text))


def test_spans_hold_the_words_verbatim(lexicon: Lexicon) -> None:
    """What is found can be quoted."""
    text = "Built Java (Spring Boot) REST and gRPC services on AWS"
    assert all(text[found.start : found.end] == found.words for found in lexicon.concepts(text))


def test_the_longest_name_wins(lexicon: Lexicon) -> None:
    """`Bachelor of Science in Nursing` is one degree, not two."""
    assert named(lexicon, "Bachelor of Science in Nursing") == {"bsn"}


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Degree in nursing or health related subject", "bachelor-degree", "Degree"),
        ("You have a degree in geology", "bachelor-degree", "degree"),
        ("Associate degree in nursing", "associate-degree", "Associate degree"),
        ("Associate's degree in nursing", "associate-degree", "Associate's degree"),
        ("Advanced degree in engineering", "master-degree", "Advanced degree"),
        ("Graduate degree in public health", "master-degree", "Graduate degree"),
    ],
)
def test_a_bare_degree_is_a_first_one_and_no_other(lexicon: Lexicon, text: str, wanted: str, words: str) -> None:
    """The words "degree in" stand inside of other degrees, too; what leads to the field is no part of its name."""
    degrees = [found for found in lexicon.concepts(text) if found.kind == "credential"]
    assert [(found.id, found.words) for found in degrees] == [(wanted, words)]


@pytest.mark.parametrize("text", ["Foundation degree in nursing", "A high degree of care"])
def test_not_every_degree_is_a_first_one(lexicon: Lexicon, text: str) -> None:
    """Nor is every degree one of a university."""
    assert "bachelor-degree" not in named(lexicon, text)


def test_a_name_does_not_reach_over_a_comma(lexicon: Lexicon) -> None:
    """`data, structures` are two things."""
    assert "data-structures" not in named(lexicon, "data, structures")


def test_closure_follows_what_is_implied(lexicon: Lexicon) -> None:
    """The chain that keeps a shown skill from being called a gap."""
    assert {"java", "programming"} <= lexicon.closure(["spring-boot"])
    assert {"nosql", "aws", "cloud", "database"} <= lexicon.closure(["dynamodb"])
    assert {"rn-licence"} <= lexicon.closure(["ccrn"])
    assert {"event-registration"} <= lexicon.closure(["cvent"])


def test_closure_does_not_claim_what_is_not_true(lexicon: Lexicon) -> None:
    """A balloon pump is no assist device, SQL is no NoSQL, Java no Python."""
    assert "ventricular-assist-devices" not in lexicon.closure(["iabp"])
    assert "nosql" not in lexicon.closure(["postgresql"])
    assert "python" not in lexicon.closure(["java"])


def test_known_share_tells_a_foreign_trade(lexicon: Lexicon) -> None:
    """Words of no pack are unknown; filler counts neither way."""
    assert lexicon.known_share("Strong experience with PostgreSQL") == 1.0
    assert lexicon.known_share("Zymurgy and krausening of wort") < 0.5
    assert lexicon.known_share("Strong ability") == 0.0


def test_an_anti_signal_withdraws_a_competency(lexicon: Lexicon) -> None:
    """Lead generation is not leadership."""
    assert "leadership" in lexicon.shown("Led a crew of nine")
    assert "leadership" not in lexicon.shown("Owned lead generation for the region")


def test_ids_of_skills_and_credentials_do_not_clash(knowledge: Knowledge) -> None:
    """Both are concepts of one lexicon."""
    assert not set(knowledge.skills) & set(knowledge.credentials)


def test_prompts_carry_no_words_of_one_trade(knowledge: Knowledge) -> None:
    """Forty competencies or more, six prompts or more each, none of them for engineers or nurses alone."""
    assert len(knowledge.competencies) >= 40
    for competency in knowledge.competencies.values():
        assert len(competency.prompts) >= 6
        for prompt in competency.prompts:
            words = {token.folded for token in tokens(prompt)}
            assert prompt[-1] in ".?"
            assert not words & {
                "code",
                "software",
                "patient",
                "patients",
                "nurse",
                "quota",
                "student",
                "students",
                "deploy",
                "sprint",
            }


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Words lie within the text, in order, and do not overlap."""
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        end = token.end


@pytest.mark.parametrize(
    "forms",
    [
        ("manage", "managed", "managing", "manages"),
        ("plan", "planned", "planning", "plans"),
        ("study", "studies", "studied"),
        ("process", "processes", "processed", "processing"),
        ("close", "closed", "closing", "closes"),
    ],
)
def test_inflected_forms_meet(forms: tuple[str, ...]) -> None:
    """Plural, past and `-ing` do not hide a name."""
    assert len({base(form) for form in forms}) == 1
