"""The catalogue of rules: one id, one sentence, one severity, one engine each.

Every result that any check writes carries an id of this list; a test holds that each rule has a known-bad case
that it catches. Add a rule here first, then the check. `EXPECTATIONS` are rules of a batch as a whole: their thresholds
are data, in `datasets/expectations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "info"]
Engine = Literal["pandera", "document", "gx"]


@dataclass(frozen=True)
class Rule:
    """What a check holds."""

    id: str
    sentence: str
    severity: Severity
    engine: Engine
    stage: str


RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("layout-agreed", "Two readers find the same order in a document.", "warn", "pandera", "read"),
        Rule("text-visible", "A document holds no words that its readers cannot see.", "warn", "pandera", "read"),
        Rule(
            "resume-spans",
            "Each fact of the resume stands in its text where its span says.",
            "block",
            "pandera",
            "parse_resume",
        ),
        Rule("resume-ids", "No two bullets of a resume share an id.", "block", "pandera", "parse_resume"),
        Rule(
            "posting-spans", "Each requirement stands in the posting where its span says.", "block", "pandera", "parse_posting"
        ),
        Rule("posting-ids", "No two requirements share an id.", "block", "pandera", "parse_posting"),
        Rule("every-requirement-judged", "Each requirement has one match, and no other.", "block", "pandera", "match"),
        Rule(
            "evidence-resolves",
            "Each piece of evidence is a fact of the resume, or a sentence of one.",
            "block",
            "pandera",
            "match",
        ),
        Rule(
            "status-has-evidence",
            "Covered and partial requirements show evidence, gaps show none.",
            "block",
            "pandera",
            "match",
        ),
        Rule(
            "unknown-is-no-gap", "A requirement of which under half is known is not called a gap.", "block", "pandera", "match"
        ),
        Rule(
            "scores-add-up",
            "Each sub-score is the sum of its rows, and the total that of the parts.",
            "block",
            "pandera",
            "score",
        ),
        Rule("points-within-most", "No row gives more points than it can.", "block", "pandera", "score"),
        Rule(
            "anchors-verbatim",
            "Each story rests on one bullet, verbatim, with its employer.",
            "block",
            "pandera",
            "draft_stories",
        ),
        Rule("one-story-a-bullet", "No bullet carries two stories.", "block", "pandera", "draft_stories"),
        Rule(
            "distribution-holds",
            "The questions are as many of each type as the page says.",
            "block",
            "pandera",
            "generate_questions",
        ),
        Rule("questions-differ", "No question stands twice.", "block", "pandera", "generate_questions"),
        Rule("quotes-verbatim", "Each source quotes its document at its span.", "block", "pandera", "inspect"),
        Rule(
            "numbers-grounded",
            "No line from the resume or the posting states a number that its sources lack.",
            "block",
            "pandera",
            "inspect",
        ),
        Rule("names-grounded", "No line from the resume states a name that its sources lack.", "block", "pandera", "inspect"),
        Rule(
            "deeds-grounded",
            "No line from the resume reverses, denies, certifies or borrows what its sources do not.",
            "block",
            "pandera",
            "inspect",
        ),
        Rule("claims-close", "No line from the resume goes further than its source.", "warn", "pandera", "inspect"),
        Rule("packs-verbatim", "Each line from the packs says what its entry says.", "block", "pandera", "inspect"),
        Rule("drafts-stay-drafts", "What the packs offer as a draft is shown as no fact.", "block", "pandera", "inspect"),
        Rule(
            "drafts-invent-nothing",
            "No draft states a number or a name that no source of the case has.",
            "block",
            "pandera",
            "inspect",
        ),
        Rule("company-facts-sourced", "Each line of company intel has a source with a date.", "block", "pandera", "inspect"),
        Rule("references-resolve", "Each reference leads to a place of the playbook.", "block", "document", "inspect"),
        Rule("blanks-have-one-question", "A blank's id stands for one question.", "block", "document", "inspect"),
        Rule("provenance-never-rises", "What is a draft in one place is a fact in no other.", "block", "document", "inspect"),
        Rule("scores-shown", "Each score in a sentence is one that the page shows.", "block", "document", "inspect"),
        Rule("counts-hold", "A sentence that counts stories or questions counts them right.", "block", "document", "inspect"),
        Rule("title-holds", "The role has one level everywhere.", "block", "document", "inspect"),
        Rule("spoken-times", "The pitches take about thirty seconds and two minutes to say.", "warn", "document", "inspect"),
        Rule("evidence-varied", "No number is repeated on every page.", "warn", "document", "inspect"),
        Rule("evidence-shared", "No bullet is the evidence of a section more than thrice.", "warn", "document", "inspect"),
        Rule("sentences-differ", "No two sentences of one section are nearly the same.", "warn", "document", "inspect"),
        Rule("asks-differ", "No question is asked twice.", "warn", "document", "inspect"),
        Rule("strength-is-no-gap", "Nothing is called a strength and a gap.", "block", "document", "inspect"),
        Rule(
            "years-are-short",
            "No years are called missing that are there, or that nobody can count.",
            "block",
            "document",
            "inspect",
        ),
        Rule("known-is-not-asked", "No blank asks for an employer that the resume states.", "block", "document", "inspect"),
        Rule("curveballs-are-new", "No curveball repeats a question.", "warn", "document", "inspect"),
        Rule("values-agree", "No story shows a value that the score calls not shown.", "warn", "document", "inspect"),
        Rule("values-covered", "Each value in play has a story.", "info", "document", "inspect"),
        Rule("plain-words", "No sentence doubles a word, leaks a template or flatters.", "warn", "document", "inspect"),
        Rule("answers-agree", "No answer says something else than the resume.", "warn", "document", "inspect"),
        Rule("reads-easily", "No sentence of ours is too long to be read at night.", "warn", "document", "inspect"),
        Rule("handout-unbranded", "The handout does not say who or what made it.", "block", "document", "inspect"),
        Rule(
            "files-complete",
            "Every file asked for was made, and the playbook has pages.",
            "block",
            "pandera",
            "render",
        ),
    )
}

EXPECTATIONS: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("rows-ended", "Every row that was planned has ended.", "block", "gx", "batch"),
        Rule("playbooks-made", "At least one playbook was made.", "block", "gx", "batch"),
        Rule("failures-few", "Few rows failed.", "block", "gx", "batch"),
        Rule("holds-few", "Few playbooks break a blocking rule of the whole document.", "block", "gx", "batch"),
        Rule("pages-hold", "Nearly every playbook has as many pages as one should have.", "block", "gx", "batch"),
        Rule("refusals-few", "Most of what was handed in can be read.", "warn", "gx", "batch"),
        Rule("rules-hold", "No blocking rule is broken by more than a few playbooks.", "warn", "gx", "batch"),
        Rule("checks-recorded", "Each blocking rule has a result on record for each playbook.", "warn", "gx", "batch"),
        Rule("playbooks-differ", "No two rows have the same playbook.", "warn", "gx", "batch"),
        Rule("fit-spreads", "Fit scores differ from one candidate to the next.", "warn", "gx", "batch"),
        Rule("fit-plausible", "The mean fit is neither hopeless nor perfect.", "warn", "gx", "batch"),
        Rule("stories-enough", "Most playbooks have stories enough.", "warn", "gx", "batch"),
        Rule("blanks-few", "A story asks the candidate for few things.", "warn", "gx", "batch"),
        Rule("degraded-few", "Most playbooks are worded by the model throughout.", "warn", "gx", "batch"),
        Rule("costs-known", "What each playbook cost is known.", "warn", "gx", "batch"),
        Rule("failures-as-usual", "No more rows fail than on the nights before.", "warn", "gx", "batch"),
        Rule("holds-as-usual", "No more playbooks break a blocking rule than on the nights before.", "warn", "gx", "batch"),
        Rule("refusals-as-usual", "No more is refused than on the nights before.", "warn", "gx", "batch"),
        Rule("degraded-as-usual", "No more playbooks keep embedded words than on the nights before.", "warn", "gx", "batch"),
        Rule("fit-as-usual", "The mean fit is that of the nights before.", "warn", "gx", "batch"),
        Rule("pages-as-usual", "Playbooks are as long as on the nights before.", "warn", "gx", "batch"),
        Rule("blanks-as-usual", "Stories ask for as much as on the nights before.", "warn", "gx", "batch"),
        Rule("cost-as-usual", "A playbook costs what it cost on the nights before.", "warn", "gx", "batch"),
        Rule("time-as-usual", "A playbook takes as long as on the nights before.", "warn", "gx", "batch"),
        Rule("rules-as-usual", "No rule is broken by more playbooks than on the nights before.", "warn", "gx", "batch"),
    )
}
"""`block` holds the publication of a batch that waits for it, `warn` is an alarm."""
