"""The known-bad case of every scorer: what spoils a good value of a stage for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eval_cases import Ran
from line_factory import mapped

from playbook.artifacts.inspection import CheckResult
from playbook.provenance import Blank, Line, Prose, Words

Change = Callable[[Any, Ran], Any]


def said(text: str, like: Line) -> Line:
    """Another sentence in the place of a line."""
    return like.model_copy(update={"parts": (Words(text=text),)})


def worded(change: Callable[[Line], Line]) -> Change:
    """Every line that is no quote, changed."""
    return lambda value, _: mapped(value, lambda line: change(line) if line.provenance == "resume" else line)


def statuses(before: str, after: str) -> Change:
    """Matches whose labels say `before`, judged `after`."""

    def change(matching: Any, found: Ran) -> Any:
        labels = {one.text: one for one in found.examples["match"].case.item.labels.requirements}
        texts = {one.id: one.text for one in found.values["parse_posting"].requirements}
        met = {"met": lambda label: label.met, "gap": lambda label: label.status == "gap", "all": lambda _: True}[before]
        rows = tuple(
            one.model_copy(update={"status": after})
            if (label := labels.get(texts[one.requirement])) is not None and met(label)
            else one
            for one in matching.requirements
        )
        return matching.model_copy(update={"requirements": rows})

    return change


def spoken(words: int) -> Change:
    """A pitch of so many words."""

    def change(pitch: Any, _: Ran) -> Any:
        def long(one: Any) -> Any:
            return one.model_copy(update={"prose": Prose(lines=(said("word " * (words // 4), one.prose.lines[0]),))})

        return pitch.model_copy(
            update={
                "thirty_seconds": tuple(map(long, pitch.thirty_seconds)),
                "two_minutes": tuple(map(long, pitch.two_minutes)),
            }
        )

    return change


def without_result(stories: Any, _: Ran) -> Any:
    """A story that ends in nothing."""
    story = stories.stories[0]
    nothing = Prose(lines=(said("It was a good experience.", story.result.lines[0]),))
    return stories.model_copy(update={"stories": (story.model_copy(update={"result": nothing}), *stories.stories[1:])})


def asking_the_employer(stories: Any, _: Ran) -> Any:
    """A story that asks for what the resume states."""
    story = stories.stories[0]
    line = story.situation.lines[0].model_copy(update={"parts": (Blank(id="x", question="which company was this?"),)})
    asked = story.model_copy(update={"situation": Prose(lines=(*story.situation.lines, line))})
    return stories.model_copy(update={"stories": (asked, *stories.stories[1:])})


def longer_script(scripts: Any, _: Ran) -> Any:
    """A script of two hundred words."""
    bridge = scripts.bridges[0]
    long = Prose(lines=(said("word " * 200, bridge.script.lines[0]),))
    return scripts.model_copy(update={"bridges": (bridge.model_copy(update={"script": long}), *scripts.bridges[1:])})


def inspected(severity: str) -> Change:
    """A playbook that breaks a rule."""

    def change(value: Any, _: Ran) -> Any:
        broken = CheckResult(rule="numbers-grounded", ok=False, n=1, bad=1, severity=severity, samples=("x",))
        return type(value)(value.playbook, (*value.checks, broken))

    return change


def repeated(value: Any, _: Ran) -> Any:
    """A playbook whose pitch is its own again in the stories."""
    line = next(line for beat in value.playbook.pitch.two_minutes for line in beat.prose.lines if len(line.text) > 60)
    story = value.playbook.stories.stories[0]
    twice = story.model_copy(update={"situation": Prose(lines=(line,) * 30)})
    stories = value.playbook.stories.model_copy(update={"stories": (twice, *value.playbook.stories.stories[1:])})
    return type(value)(value.playbook.model_copy(update={"stories": stories}), value.checks)


def asking_more(value: Any, _: Ran) -> Any:
    """A playbook with one more question to the candidate."""
    story = value.playbook.stories.stories[0]
    line = story.situation.lines[0].model_copy(update={"parts": (Blank(id="one-more", question="what else?"),)})
    asked = story.model_copy(update={"situation": Prose(lines=(*story.situation.lines, line))})
    stories = value.playbook.stories.model_copy(update={"stories": (asked, *value.playbook.stories.stories[1:])})
    return type(value)(value.playbook.model_copy(update={"stories": stories}), value.checks)


def drafted(stories: Any, found: Ran) -> Any:
    """A sentence of the packs shown as a fact."""
    archetype = next(iter(found.examples["draft_stories"].case.knowledge.archetypes.values()))
    plain = next(text for text in archetype.situation if "{" not in text.split("[")[0] and len(text.split("[")[0].split()) > 5)
    sentence = plain.split("[")[0].strip().split(". ")[0].rstrip(".") + "."
    return mapped(stories, lambda line: said(sentence, line) if line.provenance == "resume" else line)


def without(*fields: str) -> Change:
    """An artifact that lost most of what it had."""
    return lambda value, _: value.model_copy(update={field: getattr(value, field)[:1] for field in fields})


def juggled(matching: Any, _: Any) -> Any:
    """A matching whose evidence is another's."""
    return matching.model_copy(
        update={
            "requirements": tuple(
                one.model_copy(
                    update={
                        "evidence": tuple(
                            piece.model_copy(
                                update={"fact": piece.fact.model_copy(update={"text": "Juggled five burning torches"})}
                            )
                            for piece in one.evidence
                        )
                    }
                )
                for one in matching.requirements
            )
        }
    )


def every_kind(kind: str) -> Change:
    """Every bullet of one kind."""
    return lambda chosen, _: chosen.model_copy(update={"kinds": dict.fromkeys(chosen.kinds, kind)})


LONG = " and ".join(["I did a thing of some length"] * 12)
BAD: dict[tuple[str, str], Change] = {
    ("parse_posting", "requirements_read"): without("requirements"),
    ("parse_posting", "requirements_labelled"): lambda posting, _: posting.model_copy(
        update={
            "requirements": tuple(
                one.model_copy(
                    update={"fact": one.fact.model_copy(update={"text": "We are an equal opportunity employer of all"})}
                )
                for one in posting.requirements
            )
        }
    ),
    ("parse_posting", "kinds_right"): lambda posting, _: posting.model_copy(
        update={"requirements": tuple(one.model_copy(update={"kind": "preferred"}) for one in posting.requirements)}
    ),
    ("parse_posting", "family_right"): lambda posting, _: posting.model_copy(update={"family": "nursing"}),
    ("parse_posting", "level_right"): lambda posting, _: posting.model_copy(update={"level": "intern"}),
    ("parse_resume", "quotes_read"): lambda resume, _: resume.model_copy(update={"work": (), "skills": (), "projects": ()}),
    ("match", "status_accuracy"): statuses("all", "unknown"),
    ("match", "status_distance"): statuses("met", "gap"),
    ("match", "status_harm"): statuses("met", "gap"),
    ("match", "false_gaps"): statuses("met", "gap"),
    ("match", "gaps_covered"): statuses("gap", "covered"),
    ("match", "evidence_recall"): juggled,
    ("match", "evidence_right"): juggled,
    ("match", "years_apart"): lambda matching, _: matching.model_copy(update={"relevant_years": 60.0}),
    ("match", "story_order"): lambda matching, found: matching.model_copy(
        update={"highlights": tuple(sorted(matching.highlights, key=lambda one: -labelled_place(found, one.highlight)))}
    ),
    ("match", "competencies_right"): lambda matching, _: matching.model_copy(
        update={"highlights": tuple(one.model_copy(update={"competencies": ("juggling",)}) for one in matching.highlights)}
    ),
    ("score", "fit_band"): lambda fit, found: fit.model_copy(update={"label": other_band(found)}),
    ("score", "fit_distance"): lambda fit, found: fit.model_copy(update={"label": other_band(found)}),
    ("draft_stories", "stories_chosen"): without("stories"),
    ("draft_stories", "best_story_told"): lambda stories, _: stories.model_copy(update={"stories": ()}),
    ("choose_archetypes", "archetype_right"): every_kind("fundraising"),
    ("choose_archetypes", "archetype_harm"): every_kind("fundraising"),
    ("draft_stories", "archetype_right"): lambda stories, _: stories.model_copy(
        update={"stories": tuple(one.model_copy(update={"archetype": "fundraising"}) for one in stories.stories)}
    ),
    ("draft_stories", "star_complete"): without_result,
    ("draft_stories", "blanks_known"): asking_the_employer,
    ("draft_stories", "drafts_as_facts"): drafted,
    ("generate_questions", "mix_shared"): lambda questions, _: questions.model_copy(
        update={"questions": tuple(one.model_copy(update={"type": "portfolio"}) for one in questions.questions)}
    ),
    ("pitch", "invented"): worded(lambda line: said(f"{line.stated} It saved $7,413,000.", line)),
    ("pitch", "overstated"): worded(
        lambda line: said("I led and owned the strategy of all of it for the whole company.", line)
    ),
    ("pitch", "short_pitch_off"): spoken(400),
    ("pitch", "long_pitch_off"): spoken(40),
    ("pitch", "sentences_long"): worded(lambda line: said(LONG, line)),
    ("pitch", "near_duplicates"): worded(
        lambda line: said("I ran the same release twice a week with the same eleven people, every week.", line)
    ),
    ("pitch", "stock_phrases"): worded(lambda line: said("I am a passionate rockstar and a perfect fit.", line)),
    ("bridge_gaps", "scripts_long"): longer_script,
    ("inspect", "blocked"): inspected("block"),
    ("inspect", "warned"): inspected("warn"),
    ("inspect", "said_twice"): repeated,
    ("inspect", "asked_of_candidate"): asking_more,
}
"""Stage and scorer to what spoils a good value for it."""


def chosen_as_labelled(chosen: Any, found: Ran) -> Any:
    """Bullets of the kinds that a labeller gave."""
    example = found.examples["choose_archetypes"]
    told = zip(example.resume.highlights, example.archetypes, strict=True)
    return chosen.model_copy(update={"kinds": {one.id: kind for one, kind in told}})


def as_labelled(stories: Any, found: Ran) -> Any:
    """Stories of the kinds that a labeller gave."""
    kinds = {one.bullet: one.archetype for one in found.examples["match"].case.item.labels.stories}
    told = tuple(one.model_copy(update={"archetype": kinds.get(one.anchor.text, one.archetype)}) for one in stories.stories)
    return stories.model_copy(update={"stories": told})


GOOD: dict[tuple[str, str], Change] = {
    ("choose_archetypes", "archetype_right"): chosen_as_labelled,
    ("choose_archetypes", "archetype_harm"): chosen_as_labelled,
    ("draft_stories", "archetype_right"): as_labelled,
    ("score", "fit_band"): lambda fit, found: fit.model_copy(update={"label": found.examples["score"].case.item.labels.fit}),
    ("score", "fit_distance"): lambda fit, found: fit.model_copy(
        update={"label": found.examples["score"].case.item.labels.fit}
    ),
}
"""A good value where what the pair is given is not good."""


def labelled_place(found: Ran, highlight: str) -> int:
    """Where a bullet stands among the labelled stories."""
    texts = {one.id: one.text for one in found.values["parse_resume"].highlights}
    bullets = [story.bullet for story in found.examples["match"].case.item.labels.stories]
    return bullets.index(texts[highlight]) if texts[highlight] in bullets else -1


def other_band(found: Ran) -> str:
    """The band that is farthest from the labelled one."""
    return "long shot" if found.examples["score"].case.item.labels.fit in {"strong", "good"} else "strong"
