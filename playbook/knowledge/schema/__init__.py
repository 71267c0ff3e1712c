"""The shape of every pack entry. `docs/packs.md` shows an example of each kind.

A field is added here before a pack uses it. Loading is for `playbook.knowledge.packs`.
"""

from playbook.knowledge.schema.accomplishments import Archetype, Cue, FollowUpEntry
from playbook.knowledge.schema.advice import AdviceEntry, BridgeEntry, FrameEntry, GuidanceEntry, PriorityEntry
from playbook.knowledge.schema.countries import Country
from playbook.knowledge.schema.employers import CompanyEntry, SourcedText, SpecialInterviewerEntry, ValueEntry
from playbook.knowledge.schema.questions import AskEntry, BankQuestion, CurveballEntry, Rubric
from playbook.knowledge.schema.terms import Competency, Credential, SectionName, Skill, Spelling, Verb
from playbook.knowledge.schema.texts import CaseText, Id, QuestionText, Sentence, StoryText
from playbook.knowledge.schema.trades import FamilyEntry, InterviewerEntry, Nouns, PhaseEntry, PlanEntry

__all__ = [
    "AdviceEntry",
    "Archetype",
    "AskEntry",
    "BankQuestion",
    "BridgeEntry",
    "CaseText",
    "CompanyEntry",
    "Competency",
    "Country",
    "Credential",
    "Cue",
    "CurveballEntry",
    "FamilyEntry",
    "FollowUpEntry",
    "FrameEntry",
    "GuidanceEntry",
    "Id",
    "InterviewerEntry",
    "Nouns",
    "PhaseEntry",
    "PlanEntry",
    "PriorityEntry",
    "QuestionText",
    "Rubric",
    "SectionName",
    "Sentence",
    "Skill",
    "SourcedText",
    "SpecialInterviewerEntry",
    "Spelling",
    "StoryText",
    "ValueEntry",
    "Verb",
]
