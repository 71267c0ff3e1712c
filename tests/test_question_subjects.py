"""A story is tied to the question that it is about, and not to one whose competency it merely shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.writing.choose_questions import Chooser
from playbook.writing.pen import Pen
from playbook.writing.subjects import SAME, Subjects, is_of_line
from tests.brief_factory import Asked, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

MOVED = "Moved the access control of two sheds to a new system over one weekend"
RESTRAINED = "Answered 300 Code Greys on an acute ward, patient restraint used in 7%"


def test_what_a_story_is_about_tells_more_than_the_trade(knowledge: Knowledge) -> None:
    """Known bad: for a guard who holds somebody face down, the story was a new system of access control."""
    security = [question for question in knowledge.questions.values() if "security" in question.families]
    held = next(question for question in security if question.id == "sec-sit-breathe")
    subjects = Subjects(security, knowledge)
    assert subjects.shared(held, RESTRAINED) >= SAME
    assert subjects.shared(held, MOVED) < SAME


def test_a_line_stands_beside_a_question_only_where_it_names_its_topic(knowledge: Knowledge) -> None:
    """Known bad: orders for a site came "from" a line on the roster of guards."""
    security = [question for question in knowledge.questions.values() if "security" in question.families]
    orders = next(question for question in security if question.id == "sec-ope-orders")
    subjects = Subjects(security, knowledge)
    assert subjects.is_about(orders, "Keep SOPs and assignment instructions up to date")
    assert not subjects.is_about(orders, "Roster and coach a team of guards in line with the award")


def test_weak_evidence_has_to_be_about_the_line(knowledge: Knowledge) -> None:
    """Known bad: rewritten post orders stood for a profit and loss account."""
    assert not is_of_line("Own the site P&L: overtime and margin", "Rewrote 30 post orders for the site", knowledge)
    assert is_of_line("Day to day running of the kitchen", "Run the kitchen when the chef is off", knowledge)


def test_what_the_title_names_is_asked_before_what_many_posts_share(knowledge: Knowledge) -> None:
    """Known bad: twelve questions on desks and kitchens for who is to sell and run the events of a house."""

    def technical(title: str) -> str:
        asked = (Asked("Works with the hotel's kitchen, catering and event planning"),)
        brief = brief_of(Case(bullets=(), asked=asked, family="hospitality", title=title, counts={"technical": 1}))
        (chosen,) = Chooser(brief, knowledge, Pen("questions", brief, knowledge), told=frozenset()).choose()
        return chosen.question.id

    assert technical("Event Planning Manager") == "hos-tec-function"
    assert technical("Duty Manager") != "hos-tec-function"
