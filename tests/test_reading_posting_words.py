"""The words of postings in five languages: what asks, prefers and gives work, how many years, and what asks for nothing."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.asked_years import years_in
from playbook.reading.boilerplate import is_boilerplate, is_formal
from playbook.reading.duties import duty_verbs, is_done_by_role, opens_with_duty
from playbook.reading.requirements import kind_in_prose, kind_of

R, P, D = "required", "preferred", "responsibility"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What we do need is someone who has closed a till.", R),
        ("You have to be able to carry a crate of bottles.", R),
        ("We'd want you to have a first-aid certificate, or get it within a month.", R),
        ("Own van and tools, we supply the paint.", R),
        ("CDL class A, clean record.", R),
        ("You will have a degree in law or a related field.", R),
        ("The foundation seeks a leader with twelve years in public health.", R),
        ("Welding helpful.", P),
        ("TIG experience a big plus.", P),
        ("If you already know the route, all the better.", P),
        ("It would be lovely, too, if you could drive the van.", P),
        ("We'd love it if you had kept bees before.", P),
        ("You'd also keep the log and lock up.", D),
        ("He or she will chair the safety committee.", D),
        ("This position supervises four clerks.", D),
        ("Sie haben eine abgeschlossene Ausbildung als Tischler.", R),
        ("Du bringst mindestens zwei Jahre Erfahrung mit.", R),
        ("Sie leiten die Werkstatt.", D),
        ("Englischkenntnisse wären von Vorteil.", P),
        ("Es imprescindible el carné de conducir.", R),
        ("Te encargarás de la caja y de los pedidos.", D),
        ("Se valorará un segundo idioma.", P),
        ("Vous justifiez d'une expérience de deux ans.", R),
        ("Vous gérez la caisse et les commandes.", D),
        ("Le permis B serait un plus.", P),
        ("É necessário ter disponibilidade aos sábados.", R),
        ("Você será responsável pelo estoque.", D),
        ("Inglês será um diferencial.", P),
        ("We are a licensed contractor with thirty years of experience in roofing.", None),
        ("Marlow Glass holds an ISO certificate and is certified every year.", None),
        ("You will join a team of nine.", None),
        ("You'll get a bonus in December.", None),
    ],
)
def test_a_sentence_without_a_heading_is_told_by_its_words(text: str, kind: str | None) -> None:
    """Postings in prose ask, too; what is told of the employer asks for nothing."""
    assert kind_in_prose(text, None, opens_with_verb=False) == kind


@pytest.mark.parametrize(
    ("text", "heading", "kind"),
    [
        ("Two to four years in a dairy, organic preferred.", R, R),
        ("Driver's license, clean record preferred", R, R),
        ("A degree, preferably in food science", R, R),
        ("Experience with Xero, Sage or MYOB preferred", R, P),
        ("A degree, preferred", R, P),
        ("Some German would be an advantage, but is not required", R, P),
        ("German and a second till (any make) are assets", R, P),
        ("A driving licence would be handy, but it isn't a must", R, P),
        ("Idealerweise Kenntnisse in SAP", R, P),
        ("Must be able to lift 40 pounds", D, R),
        ("Maintain the licenses of the fleet", D, D),
        ("A second language", P, P),
    ],
)
def test_a_line_below_a_heading_may_still_say_otherwise(text: str, heading: str, kind: str) -> None:
    """A clause that is asked for outweighs one that is preferred, where each is its own."""
    assert kind_of(text, heading, opens_with_verb=text.startswith("Maintain")) == kind  # type: ignore[arg-type]  a table


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Two to four years in a dairy", 2),
        ("someone with a couple of years, say two or three, behind a bar", 2),
        ("mindestens drei Jahre Berufserfahrung", 3),
        ("dreijährige Ausbildung zum Koch", None),
        ("3-jährige Berufserfahrung", 3),
        ("Experiencia mínima de 3 años", 3),
        ("al menos un año en recepción", 1),
        ("trois à cinq ans d'expérience", 3),
        ("entre 3 et 5 ans", 3),
        ("pelo menos dois anos de experiência", 2),
        ("A year of hotel experience", 1),
        ("6 months of retail experience", 0.5),
        ("a 3-year track record", 3),
        ("First-aid card, renewed within the last two years", None),
        ("or get one in 6 months", None),
        ("a four-year college degree", None),
        ("a one-year fixed contract", None),
        ("18 years of age or older", None),
        ("Two-year work commitment upon completion", None),
        ("Must commit to at least 2 years", None),
        ("Less than 12 months of ward experience", None),
    ],
)
def test_only_years_of_experience_are_counted(text: str, years: float | None) -> None:
    """Not how long a course or a contract lasts, how old one is, or by when something is due."""
    assert years_in(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Glass is an Equal Opportunity Employer.",
        "Wir begrüßen Bewerbungen aller Menschen, unabhängig von Geschlecht und Herkunft.",
        "La empresa cuenta con un plan de igualdad.",
        "Poste ouvert aux personnes en situation de handicap.",
        "Vaga aberta também para pessoas com deficiência.",
        "To apply, send your CV to Ann by 3 May.",
        "Senden Sie uns Ihre vollständigen Unterlagen.",
        "Las personas interesadas deben enviar su currículum.",
        "This website uses cookies, and you must accept them.",
        "This message is intended solely for the addressee.",
        "The above statements are not an exhaustive list of duties.",
    ],
)
def test_small_print_is_none_even_below_a_heading(text: str) -> None:
    """Law, applications, cookies and disclaimers say "must" and "required", and ask for nothing."""
    assert is_formal(text)


@pytest.mark.parametrize(
    "text",
    [
        "We pay twenty-one dollars an hour to begin with.",
        "You will have Sundays off and two weeks of vacation.",
        "$24.50 an hour, overtime at time and a half",
        "30 Tage Urlaub und betriebliche Altersvorsorge",
        "Mutuelle et tickets restaurant",
        "Vale-refeição e plano de saúde",
        "Stop by after nine and ask for Dee.",
        "A background check is part of every hire.",
    ],
)
def test_what_is_given_and_how_to_come_is_no_requirement(text: str) -> None:
    """Where no heading vouches for the line."""
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ability to apply tax law to new cases",
        "Able to lift 25 pounds with or without reasonable accommodation",
        "Handles privileged documents with discretion",
        "Must pass a background check",
        "Life insurance license required",
        "Writes the monthly newsletter",
    ],
)
def test_a_requirement_that_sounds_like_small_print_is_kept(text: str) -> None:
    """A word of the law or of an application makes none."""
    assert not is_formal(text)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Design, build and run services", True),
        ("Performs inspections of kitchens", True),
        ("Under general supervision, performs inspections", True),
        ("Wartung der Anlagen", True),
        ("Coordinar un equipo de seis", True),
        ("Gérer les stocks", True),
        ("Lead generation experience", False),
        ("Search & Rescue helps thousands", False),
        ("Founded in 1911", False),
        ("Own transport", False),
        ("Work environment: an office", False),
        ("Under a canopy of oaks", False),
    ],
)
def test_a_duty_opens_with_a_verb_of_its_own(text: str, *, opens: bool, knowledge: Knowledge) -> None:
    """In any of the five languages; a past tense tells of the employer."""
    assert opens_with_duty(text, duty_verbs(knowledge)) is opens


@pytest.mark.parametrize(
    ("text", "is_duty"),
    [
        ("The Ferry Pilot brings the boat in when the fog is down.", True),
        ("Reporting to the board, the Director chairs two committees.", True),
        ("The next Director will write the plan.", True),
        ("The Harbor Office employs forty people.", False),
        ("The Director is a member of the board.", False),
    ],
)
def test_what_the_role_does_is_a_duty(text: str, *, is_duty: bool, knowledge: Knowledge) -> None:
    """The role is the subject, not the employer."""
    assert is_done_by_role(text, "Ferry Pilot", duty_verbs(knowledge)) is is_duty


@pytest.mark.parametrize("text", ["Run complex, 6-12 month sales cycles with finance leaders", "Complete a 4 month rotation"])
def test_how_long_the_work_takes_is_no_experience(text: str) -> None:
    """Known bad: half a year of experience from "6-12 month sales cycles"."""
    assert years_in(text) is None


def test_what_one_will_be_able_to_do_there_is_an_offer() -> None:
    """Known bad: a requirement from "you'll have the ability to work with large data and the freedom to ask why"."""
    text = "In this role you'll have the ability to work with large data sets and the freedom to ask why."
    assert kind_in_prose(text, None, opens_with_verb=False) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of experience", 5),
        ("3-5 years", 3),
        ("At least two years", 2),
        ("8+ years, with at least 2 as head chef", 8),
        ("18 months in a kitchen", 1.5),
        ("Must be 21 years old", None),
        ("ten (10) years", 10),
        ("3 to 5 years'", 3),
        ("a degree", None),
        ("Minimum of 1 year", 1),
    ],
)
def test_years_are_the_lower_end(text: str, years: float | None) -> None:
    """Digits, words, ranges, months; an age is none."""
    assert years_in(text) == years


def test_a_preference_inside_a_requirement_stays_required() -> None:
    """Only what the whole line prefers is preferred."""
    assert (
        kind_of("Proficiency in Java or Python (both preferred) for production systems", "required", opens_with_verb=False)
        == "required"
    )
    assert kind_of("Bachelor's degree preferred", "required", opens_with_verb=False) == "preferred"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Bachelor's degree, or 2+ years of Amazon experience, or completing a degree", None),
        ("2 years at Amazon", None),
        ("3 years of experience with Amazon", None),
        ("3+ years of experience in Amazon Web Services", 3.0),
        ("3+ years of Amazon Web Services", 3.0),
        ("2+ years of warehouse experience, ideally at Amazon", 2.0),
    ],
)
def test_years_with_the_employer_itself_are_asked_of_its_own_people(text: str, years: float | None):
    assert years_in(text, "Amazon") == years
