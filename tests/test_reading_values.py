"""What an employer says that it stands for: listed by name, or told in clauses; each value once, whole and at its place."""

from __future__ import annotations

from datetime import date

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.profiling import profile_company
from tests.case_factory import make_posting
from tests.posting_cases import DUTIES, HEAD, read_posting, told

TODAY = date(2026, 11, 23)
LISTS = [
    ("Our values are: Warm, Steady, Plain, Ready.", ["Warm", "Steady", "Plain", "Ready"]),
    ("Our values are Patience, Craft, Wonder and Thrift.", ["Patience", "Craft", "Wonder", "Thrift"]),
    ("We employ 90 people. Our values: Turn up. Own up. Treat each room as your own. Close the loop. We pay weekly.", ["Turn up", "Own up", "Treat each room as your own", "Close the loop"]),
    ("At Marrow Street we live by three values: Guests First, Sleep We'd Pay For Ourselves, and Better Each Night.", ["Guests First", "Sleep We'd Pay For Ourselves", "Better Each Night"]),
    ("Our core values are Plain Dealing, Rooms for Life, and Think Like a Guest", ["Plain Dealing", "Rooms for Life", "Think Like a Guest"]),
    ("We are simple folk. Our values are simple: Talk Straight, Mend It, Leave It Cleaner.", ["Talk Straight", "Mend It", "Leave It Cleaner"]),
    ("Since 1990 we let rooms. Our values - Guest Delight, Candour at Night, Rest Together.", ["Guest Delight", "Candour at Night", "Rest Together"]),
    ("Our values (CARE): Calm; Attention; Rest; Ease.", ["Calm", "Attention", "Rest", "Ease"]),
    ("We value Patience, Craft, Thrift and Wonder.", ["Patience", "Craft", "Thrift", "Wonder"]),
    ("What matters round here: Guests Before Gadgets, Plain Talk, Mend Your Own.", ["Guests Before Gadgets", "Plain Talk", "Mend Your Own"]),
    ("We believe in \"own the night\", 'plain talk' and \"guests before the till\".", ["own the night", "plain talk", "guests before the till"]),
    ("We live by three values: Calm, Rest and Ease.", ["Calm", "Rest", "Ease"]),
    ("We let rooms. Our 18 staff believe in guests first, plain talk and steady hands.", ["guests first", "plain talk", "steady hands"]),
    ("Our porters live by three things: Guests First, Say It Early, and Close the Door.", ["Guests First", "Say It Early", "Close the Door"]),
    ("Founded by two cooks, we still run on the same four promises: Guests first, Own it, Lift each other up, Keep learning.", ["Guests first", "Own it", "Lift each other up", "Keep learning"]),
    ("Our group's values: Calm - no rush at night; Craft - beds made well; Rest - for us, too.", ["Calm - no rush at night", "Craft - beds made well", "Rest - for us, too"]),
    ("We believe in doing the right thing, respect for guests, and getting a little better every night.", ["doing the right thing", "respect for guests", "getting a little better every night"]),
    ("We do business by four promises: Know the Guest, Mind the Bill, Own the Morning, and Lift the Porter.", ["Know the Guest", "Mind the Bill", "Own the Morning", "Lift the Porter"]),
    ("We made our guests three promises: Say it early, Leave it cleaner, Come back.", ["Say it early", "Leave it cleaner", "Come back"]),
    ("We hold ourselves to three standards: Warm, Plain, Ready.", ["Warm", "Plain", "Ready"]),
    ("We let rooms. Guests First, Plain Talk, Mend It - these are more than posters in the lift. We pay weekly.", ["Guests First", "Plain Talk", "Mend It"]),
    ("Patience, craft and wonder are our core values.", ["Patience", "craft", "wonder"]),
    ("Guests First, Plain Talk, Mend It. These aren't just words.", ["Guests First", "Plain Talk", "Mend It"]),
    ("We let rooms, and our values are Omotenashi (we look after each other), Say it early and Keep learning.", ["Omotenashi (we look after each other)", "Say it early", "Keep learning"]),
    ("Our values are Calm, Attention, Rest and Ease (CARE).", ["Calm", "Attention", "Rest", "Ease"]),
    ("What we care about: Be curious, Keep it warm, Leave it cleaner.", ["Be curious", "Keep it warm", "Leave it cleaner"]),
    ("Unsere Werte: Ruhe, Sorgfalt und Humor.", ["Ruhe", "Sorgfalt", "Humor"]),
]  # fmt: skip


@pytest.mark.parametrize(("prose", "values"), LISTS)
def test_each_value_of_a_list_is_one_value_with_its_own_words(prose: str, values: list[str], knowledge: Knowledge) -> None:
    """By commas, semicolons or full stops, behind a colon, a dash or a verb; what leads to the list is no part of it."""
    posting = told(prose, knowledge)
    assert [fact.text for fact in posting.values] == values
    assert not any("values" in fact.text.lower() for fact in posting.about)


def test_a_list_of_values_is_quoted_from_where_it_stands(knowledge: Knowledge) -> None:
    """The span of a value is that of its name, not of the sentence that lists it."""
    text = f"{HEAD}ABOUT US\nOur values are Patience, Craft and Wonder.{DUTIES}"
    for fact in read_posting(text, knowledge).values:
        assert text[fact.span.start : fact.span.end] == fact.text


@pytest.mark.parametrize(
    "below",
    [
        "Warm | Tell the truth about beds | Leave it cleaner",
        "Warm, Truthful, Clean",
        "Warm, Truthful and Clean. We mean it. You'll be asked about them.",
        "Warm\nTruthful\nClean",
    ],
)
def test_a_line_below_a_heading_of_values_is_parted_where_it_is_a_list(below: str, knowledge: Knowledge) -> None:
    """Bars and commas part names; each is a value."""
    assert len(told(below, knowledge, heading="WHAT WE BELIEVE").values) == 3


def test_a_sentence_below_a_heading_of_values_is_not_cut_at_its_commas(knowledge: Knowledge) -> None:
    """A sentence is one value, however many commas it has."""
    posting = told("When a guest is lost, cold or late, we go and find them.", knowledge, heading="OUR VALUES")
    assert [fact.text for fact in posting.values] == ["When a guest is lost, cold or late", "we go and find them"]


@pytest.mark.parametrize(
    "prose",
    [
        "We are 160 people, an employee-owned house and proud.",
        "We are about forty people.",
        "Our values are important to us and guide how we hire.",
        "We're Gold Licence holders, ISO 9001 certified and a partner of the Rooms League.",
        "We treat families, sailors and a large number of late arrivals.",
        "We look after some 85 weddings a year; we also hold the contract for a harbor canteen.",
        "Our owners set the rates; we take care of the rest.",
        "Leeds, York and Hull - these are our houses.",
        "We serve sailors, nurses and clerks. They are what we stand for.",
        "We are certified to three standards: ISO 9001, ISO 14001 and ISO 45001.",
        "We acknowledge that we live and work on the land of the Marrow people.",
    ],
)
def test_what_names_no_value_is_none(prose: str, knowledge: Knowledge) -> None:
    """How many they are is no trait, and that they have values says not which."""
    assert told(prose, knowledge).values == ()


def test_one_line_of_values_does_not_make_values_of_what_follows(knowledge: Knowledge) -> None:
    """Only a heading of its own opens a section of them."""
    posting = told("Our values: Warm, Steady, Plain.\nThe night team has four porters and a manager.", knowledge)
    assert [fact.text for fact in posting.values] == ["Warm", "Steady", "Plain"]


def test_who_lists_values_has_said_which_they_are(knowledge: Knowledge) -> None:
    """What else it says that it believes is told of it, and no value beside the list."""
    posting = told(
        "We believe nobody rests in a hurry. Our values: Warm, Steady, Plain (WSP). We serve guests in forty rooms.", knowledge
    )
    assert [fact.text for fact in posting.values] == ["Warm", "Steady", "Plain"]
    assert [fact.text for fact in posting.about] == ["We believe nobody rests in a hurry", "We serve guests in forty rooms."]


def test_a_stated_value_is_called_by_its_own_words(knowledge: Knowledge) -> None:
    """Never renamed after a behaviour that it calls to mind."""
    stated = (
        "Guests First",
        "Curious",
        "Mend it: we finish what we begin",
        "We believe nobody rests in a hurry",
        "Act Like an Owner",
    )
    company = profile_company("Marrow", make_posting("Porter", "general", values=stated), knowledge, TODAY)
    assert company.values_from == "job"
    assert [value.name for value in company.values] == [
        "Guests First",
        "Curious",
        "Mend it",
        "Nobody rests in a hurry",
        "Act Like an Owner",
    ]


def test_a_bare_name_of_a_value_is_shown_by_what_most_mean_by_it(knowledge: Knowledge) -> None:
    """One word of a name, such as "first" or "our own", shows nothing by itself."""
    stated = ("Respect", "Safety First", "Food for our own kids", "Make it last", "Straight talking")
    company = profile_company("Marrow", make_posting("Porter", "general", values=stated), knowledge, TODAY)
    shown = {value.name: value.competencies for value in company.values}
    assert "empathy" in shown["Respect"]
    assert shown["Safety First"] == ("safety",)
    assert shown["Food for our own kids"] == ()
    assert [value.name for value in company.values_in_play] == ["Respect", "Safety First", "Straight talking"]


def test_one_known_value_of_a_list_is_no_measure(knowledge: Knowledge) -> None:
    """Where the others say nothing to a reader of resumes, one alone would decide over the whole."""
    stated = ("Own It", "Make it last", "Bring others along")
    company = profile_company("Marrow", make_posting("Porter", "general", values=stated), knowledge, TODAY)
    assert company.values_in_play == ()


def test_nobody_is_judged_by_a_value_that_no_bullet_could_show(knowledge: Knowledge) -> None:
    """It stands in the list, but is not found missing."""
    from playbook.matching import match
    from playbook.scoring import score
    from tests.case_factory import make_resume

    posting = make_posting("Porter", "general", values=("Make it last", "Bring others along"), duties=("Carry bags",))
    company = profile_company("Marrow", posting, knowledge, TODAY)
    resume = make_resume([("Porter", "Inn", "2020", None, ["Carried 40 bags a night"])])
    assert [value.name for value in company.values] == ["Make it last", "Bring others along"]
    fit = score(resume, posting, company, match(resume, posting, company, knowledge), knowledge)
    assert not [row for row in fit.ledger if row.part == "culture"]


def test_people_are_treated_well_as_a_value(knowledge: Knowledge) -> None:
    """Which people a house treats is its work; how it treats them is what it stands for."""
    assert [fact.text for fact in told("We treat every guest with respect.", knowledge).values] == [
        "We treat every guest with respect"
    ]


def test_a_quoted_motto_stays_one_value(knowledge: Knowledge) -> None:
    """Known bad: cut at the comma within its quotes."""
    prose = 'We believe in "guests first, rooms always": porters keep their say, and our office takes the rest off them.'
    assert len(told(prose, knowledge).values) == 1


@pytest.mark.parametrize(
    ("prose", "values"),
    [
        ("We're founder-led, 650 people strong, with two houses.", []),
        ("We are family-owned and have been for a century.", []),
        ("We're Marrowbell.", []),
        ("The house is old but we still move like a new one.", []),
        ("We're still family owned, and we still believe that you look after porters first.", ["we still believe that you look after porters first"]),
        ("We are customer-obsessed.", ["We are customer-obsessed"]),
        ("We grew and kept what made us good: We say it early. We leave the keys where they hang. We close every door.", ["We say it early", "We leave the keys where they hang", "We close every door"]),
        ("We leave nobody in the rain. We opened in 1990. We run nine inns.", ["We leave nobody in the rain"]),
        ("Our values: we are Bold, Rooted and Warm.", ["Bold", "Rooted", "Warm"]),
    ],
)  # fmt: skip
def test_who_owns_an_employer_is_no_value_and_a_row_of_short_sentences_is(
    prose: str, values: list[str], knowledge: Knowledge
) -> None:
    """Known bad: "We're founder-led, 650 people strong" was valued, and two of three of such sentences were not."""
    assert [fact.text for fact in told(prose, knowledge).values] == values


def test_what_leads_to_values_behind_a_colon_is_still_told(knowledge: Knowledge) -> None:
    """Known bad: it was lost with them, or they with it."""
    posting = told("We let a second house and kept what made us good: We say it early.", knowledge)
    assert [fact.text for fact in posting.about] == ["We let a second house and kept what made us good"]


def test_a_value_is_called_by_its_name_without_what_it_means(knowledge: Knowledge) -> None:
    """Known bad: the words in brackets were part of the name that is said aloud."""
    posting = make_posting("Porter", "general", values=("Start at the door (see who comes)", "Say it early"))
    assert [value.name for value in profile_company("Marrow", posting, knowledge, TODAY).values] == [
        "Start at the door",
        "Say it early",
    ]


@pytest.mark.parametrize(
    ("value", "shown_by"),
    [("Do it right the first time", "quality"), ("Leave It Better", "process-improvement"), ("Own It", "ownership")],
)
def test_a_motto_is_shown_by_what_it_means(value: str, shown_by: str, knowledge: Knowledge) -> None:
    """Known bad: "Do it right the first time" was shown by a negotiated discount, "Leave It Better" by nothing."""
    posting = make_posting("Manager", "general", values=("Warm Welcome", value))
    company = profile_company("Larkspur", posting, knowledge, TODAY)
    assert next(one for one in company.values if one.name == value).competencies[0] == shown_by


def test_a_value_of_one_word_is_shown_first_by_what_that_word_says(knowledge: Knowledge) -> None:
    """Known bad: "Curious" without a story, beside one on a cause that nobody had looked for."""
    posting = make_posting("Porter", "general", values=("We are curious", "We act with integrity", "We put members first"))
    values = {value.name: value.competencies for value in profile_company("Marrow", posting, knowledge, TODAY).values}
    assert values["Curious"][0] == "curiosity"
    assert values["Act with integrity"][0] == "integrity"
