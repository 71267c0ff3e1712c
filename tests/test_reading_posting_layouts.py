"""How postings are laid out: pasted from job boards, without bullets, in one paragraph, in other languages; and what is none."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest

from playbook.artifacts.posting import Posting
from playbook.errors import Refusal
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting

_FILLER = "\n\nAbout us\nWe have built wooden boats on the same slip since 1921, and the tide still comes twice a day, whatever we do about it.\n"


def posting_of(text: str, knowledge: Knowledge, *, filler: str = _FILLER) -> Posting:
    """A posting as a text file."""
    return parse_posting(read_bytes((text + filler).encode(), "job", "text"), knowledge)


def rows(posting: Posting) -> list[tuple[str, str]]:
    """Kind and text of each requirement."""
    return [(one.kind, one.text) for one in posting.requirements]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Boat Builder\nSlipway Joinery\nMystic, CT 06355", ("Boat Builder", "Slipway Joinery", "Mystic, CT")),
        ("Slipway Joinery, Mystic, Connecticut\nHelp wanted: Boat Builder", ("Boat Builder", "Slipway Joinery", "Mystic, Connecticut")),
        ("SLIPWAY SCHOOL\nWhitby\n\nBoat Builder\nFull time, permanent", ("Boat Builder", "SLIPWAY SCHOOL", "Whitby")),
        ("Home > Jobs > Trades\n\nBoat Builder\nSlipway Joinery · Mystic, CT (On-site)\nPosted 2 days ago · 41 applicants",
         ("Boat Builder", "Slipway Joinery", "Mystic, CT (On-site)")),
        ("Find jobs\nCompany reviews\nSign in\nBoat Builder\nSlipway Joinery\n4.2 out of 5 stars\nMystic, CT\n$30 an hour - Full-time\nApply now",
         ("Boat Builder", "Slipway Joinery", "Mystic, CT")),
        ("Job Title: Boat Builder   Department: Yard   FLSA: Exempt\nLocation: Slipway Joinery, 4 Water Street, Mystic, CT 06355",
         ("Boat Builder", None, "Mystic, CT")),
        ("Boat builder wanted - Slipway Joinery, Mystic CT. Ask for Lou.", ("Boat builder", "Slipway Joinery", "Mystic CT")),
        ("Location\nMystic, CT\nCompany\nSlipway Joinery\nJob title\nBoat Builder", ("Boat Builder", "Slipway Joinery", "Mystic, CT")),
        ("Bootsbauer (m/w/d) in Vollzeit\nWerft Hansen GmbH\nFlensburg", ("Bootsbauer (m/w/d)", "Werft Hansen GmbH", "Flensburg")),
        ("Charpentier de marine H/F\nChantier Le Goff – Douarnenez (29)", ("Charpentier de marine H/F", "Chantier Le Goff", "Douarnenez")),
        ("Vaga: Carpinteiro naval\nEmpresa: Estaleiro Azul\nLocal: Itajaí - SC", ("Carpinteiro naval", "Estaleiro Azul", "Itajaí - SC")),
        ("Carpintero/a de ribera\nAstilleros Moreda, Vigo", ("Carpintero/a de ribera", "Astilleros Moreda", "Vigo")),
        ("Slipway Joinery is hiring a part-time Boat Builder (20 hours) at our yard in Mystic, CT, from May.",
         ("Boat Builder", "Slipway Joinery", "Mystic, CT")),
    ],
)  # fmt: skip
def test_title_employer_and_place_are_found_at_the_top(
    head: str, expected: tuple[str, str | None, str], knowledge: Knowledge
) -> None:
    """With labels or without, behind the furniture of a site, in a line or in a sentence; a street never comes along."""
    posting = posting_of(f"{head}\n\nRequirements\n- A steady hand\n- Two years at a bench", knowledge)
    title, employer, place = expected
    assert (posting.title, posting.job_location) == (title, place)
    assert employer is None or posting.hiring_organization == employer


def test_a_paste_from_a_job_board_is_read_without_its_furniture(knowledge: Knowledge) -> None:
    """The panel above the full text, buttons, benefits without a mark, and the jobs of others below."""
    posting = posting_of(
        "Boat Builder\nSlipway Joinery\nMystic, CT\nApply now\nProfile insights\nSkills\nCarpentry\nDo you have experience in Carpentry?\nYes\nNo\n"
        "Full job description\nWhat you'll do\nPlank hulls and caulk seams from the keel up\nTeach the apprentice how to sharpen\nWhat you need\n"
        "2 years at a bench\nYour own edge tools\nNice to have\nBronze casting\nThe good stuff:\n$30 an hour\nHealth insurance\n"
        "Schedule:\nMonday to Friday\nExperience:\nJoinery: 2 years (Required)\nWork Location: In person\nReport job\nJobs you may be interested in\n"
        "Painter\nMust have 5 years of painting",
        knowledge,
        filler="",
    )
    assert rows(posting) == [
        ("responsibility", "Plank hulls and caulk seams from the keel up"),
        ("responsibility", "Teach the apprentice how to sharpen"),
        ("required", "2 years at a bench"),
        ("required", "Your own edge tools"),
        ("preferred", "Bronze casting"),
        ("required", "Joinery: 2 years (Required)"),
    ]


def test_a_list_below_a_heading_that_says_nothing_is_told_by_its_lines(knowledge: Knowledge) -> None:
    """Benefits are told by what they give; a part of a list stays what the list is."""
    posting = posting_of(
        "Boat Builder\nSlipway Joinery\n\nRequirements\n\nHands\n- Steady\n- Used to knives\n\nHead\n- Patience\n\nLife on the slip\n- $30 an hour\n"
        "- Two weeks of vacation\n- A seat on every launch",
        knowledge,
    )
    assert rows(posting) == [("required", "Steady"), ("required", "Used to knives"), ("required", "Patience")]


def test_what_stands_below_desirable_stays_desirable(knowledge: Knowledge) -> None:
    """British forms name the kinds of things again below each."""
    posting = posting_of(
        "Boat Builder\nSlipway School\n\nEssential\n\nExperience\n- Two years at a bench\n\nDesirable\n\nQualifications\n- City and Guilds\n\n"
        "Experience\n- Bronze casting",
        knowledge,
    )
    assert rows(posting) == [
        ("required", "Two years at a bench"),
        ("preferred", "City and Guilds"),
        ("preferred", "Bronze casting"),
    ]


def test_a_heading_of_two_names_is_no_requirement(knowledge: Knowledge) -> None:
    """Known bad: a requirement that reads "Essential"."""
    posting = posting_of(
        "Ward Manager\nTidewater Trust\n\nPerson specification – Essential\n* Two years on a ward\n\n"
        "Person specification – Desirable\n* A teaching certificate",
        knowledge,
    )
    assert rows(posting) == [("required", "Two years on a ward"), ("preferred", "A teaching certificate")]


def test_bullets_that_say_nothing_follow_their_list(knowledge: Knowledge) -> None:
    """A list without a heading is of one kind, where most of its lines are."""
    posting = posting_of(
        "Boat Builder\nSlipway Joinery\n\n- Plan and build hulls\n- Fair the planks\n- Repair what the sea has broken\n\n- Two years of experience\n"
        "- Night tides\n- A driver's license\n- Casting preferred\n\n- $30 an hour\n- Free parking\n",
        knowledge,
    )
    assert [kind for kind, _ in rows(posting)] == ["responsibility"] * 3 + ["required"] * 3 + ["preferred"]


def test_one_paragraph_gives_up_its_requirements(knowledge: Knowledge) -> None:
    """Clipped sentences, a street with a full stop in it, pay and how to come."""
    posting = posting_of(
        "Boat builder wanted, Slipway Joinery, 4 Water St. You'll plank hulls and do winter repairs. Write up your own jobs. Must have 2 yrs at a "
        "bench. Own edge tools. Casting helpful. $30 an hour, two weeks of vacation. We treat people right and expect the yard to be quiet at five "
        "so you can go home. Stop in and see Lou or call 555-0117.",
        knowledge,
    )
    assert rows(posting) == [
        ("responsibility", "You'll plank hulls and do winter repairs."),
        ("responsibility", "Write up your own jobs."),
        ("required", "Must have 2 yrs at a bench."),
        ("required", "Own edge tools."),
        ("preferred", "Casting helpful."),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (("Bootsbauer (m/w/d)\n\nWir suchen zum 1. September einen Bootsbauer. Sie leiten die Werkstatt und bilden zwei Lehrlinge aus. Sie haben eine "
         "abgeschlossene Ausbildung und mindestens drei Jahre Erfahrung. Englisch wäre schön, ist aber kein Muss. Wir zahlen nach Tarif."),
         ["responsibility", "required", "preferred"]),
        (("Carpintero de ribera\n\nTe encargarás del casco y de los mástiles. Es imprescindible tener dos años de experiencia. Se valorará el inglés. "
         "Ofrecemos contrato indefinido. Envía tu CV a la oficina."), ["responsibility", "required", "preferred"]),
        (("Charpentier de marine H/F\n\nAu sein de l'atelier, vous réparez les coques en bois. Vous justifiez de deux ans d'expérience. Le permis bateau "
         "serait un plus. Nous offrons un treizième mois et une mutuelle."), ["responsibility", "required", "preferred"]),
        (("Carpinteiro naval\n\nVocê vai reparar cascos de madeira. É necessário ter dois anos de experiência. Inglês será um diferencial. Oferecemos "
         "vale-refeição e plano de saúde."), ["responsibility", "required", "preferred"]),
    ],
    ids=["de", "es", "fr", "pt"],
)  # fmt: skip
def test_prose_in_other_languages_is_read_like_english(text: str, kinds: list[str], knowledge: Knowledge) -> None:
    """What is done, asked, welcome; what is paid asks for nothing."""
    assert [kind for kind, _ in rows(posting_of(text, knowledge))] == kinds


def test_a_posting_that_asks_for_nothing_says_so(knowledge: Knowledge) -> None:
    """It is served, with a note."""
    posting = posting_of("Boat Builder\nSlipway Joinery\nMystic, CT\n\nFull-time, $30 an hour.", knowledge)
    assert not posting.requirements
    assert [note.code for note in posting.notes] == ["job.no-requirements"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Yard to hire forty in spring\nBy Ada Quist, business reporter\nMarch 3, 2025\n\nMYSTIC - The yard will begin hiring in May, the owner said on "
            "Tuesday. Most jobs require a diploma, she said, and experience is preferred. Applicants must pass a drug test, according to the yard. "
            "Unemployment fell last month."
        ),
        (
            "Trailhead Pack\n$129.00 In stock. Free shipping. 214 reviews. Add to cart\n\nWhat you get\n- Hip belt\n- Rain cover\n\nRequirements\nYou must "
            "register to claim the warranty. You will love how it carries. SKU 8831. 30-day returns."
        ),
        (
            "LEASE\nThe tenant must pay the rent by the first day of each month. A deposit is required. At least 60 days of notice are needed before "
            "moving out. The landlord provides heat and water. Pets are not allowed here."
        ),
        (
            "Seven ways to calm down before an exam. You must get at least seven hours of sleep. Eat a banana. Walk there if you can. You will be surprised "
            "how much it helps to read the whole paper before you write a word."
        ),
    ],
    ids=["news", "shop", "lease", "advice"],
)
def test_what_only_sounds_like_a_posting_is_refused(text: str, knowledge: Knowledge) -> None:
    """News of jobs, goods with "requirements", contracts and advice say "must", too."""
    with pytest.raises(Refusal) as refused:
        posting_of(text, knowledge, filler="")
    assert refused.value.code == "job.not-a-job"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Barista, The Daily Tide, Whitby. 20 hours a week, weekends too. £11.90 an hour and all the coffee you can drink. Some experience helpful. Ask at "
            "the counter for Bea any morning before the tide turns."
        ),
        (
            "Cook wanted at the yard canteen from May. Two years on a busy line. Call Lou after four, or come by and eat with us, and we will see whether "
            "we get along with each other."
        ),
        (
            "Koch gesucht. Wir suchen ab Mai einen Koch in Vollzeit für die Kantine der Werft. Zwei Jahre Erfahrung, gute Laune. Anruf genügt, oder kommen "
            "Sie vorbei und essen Sie mit uns."
        ),
    ],
)
def test_a_thin_posting_is_served(text: str, knowledge: Knowledge) -> None:
    """A title or two words of hiring are enough."""
    assert posting_of(text, knowledge, filler="").title


@pytest.mark.parametrize(
    "line",
    [
        "a" * 20_000,
        "You will " * 4_000,
        "Acme & " * 5_000,
        "3 years or " * 3_000,
        "in Springfield " * 3_000,
        "The Manager " * 3_000,
        "Location: " * 3_000,
        "seeks a " * 4_000,
        "- " + "knowledge of, " * 3_000,
        "From: x\n" * 3_000,
    ],
)
def test_hostile_lines_take_no_time(line: str, knowledge: Knowledge) -> None:
    """No pattern runs back and forth; the limit leaves room for a busy machine."""
    text = f"Boat Builder\nSlipway Joinery is hiring.\n\nRequirements\n{line}\n{_FILLER * 2}"
    start = process_time()
    with suppress(Refusal):
        parse_posting(read_bytes(text.encode(), "job", "text"), knowledge)
    assert process_time() - start < 3
