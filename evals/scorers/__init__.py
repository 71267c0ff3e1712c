"""Free scorers: what costs no call of a model. `SCORERS` holds them all; each stands in the file of its theme."""

from evals.scorers import document, fit, grounding, judging, questions, reading, star, stories, wording
from evals.scorers.scorer import Score, Scorer

SCORERS: dict[str, Scorer] = {
    scorer.name: scorer
    for theme in (reading, judging, fit, stories, questions, grounding, star, wording, document)
    for scorer in theme.SCORERS
}


def scorers_of(stage: str) -> tuple[Scorer, ...]:
    """The scorers that apply to a stage."""
    return tuple(scorer for scorer in SCORERS.values() if stage in scorer.stages)


__all__ = ["SCORERS", "Score", "Scorer", "scorers_of"]
