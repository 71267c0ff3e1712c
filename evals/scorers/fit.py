"""The fit band beside the one that a labeller sees."""

from __future__ import annotations

import dspy

from evals.agreement import FITS
from evals.scorers.scorer import Score, Scorer, share
from playbook.artifacts.fit import Fit


def fit_band(example: dspy.Example, fit: Fit) -> Score | None:
    """Whether the fit has the labelled band."""
    wanted = example.case.item.labels.fit
    return share(
        int(fit.label == wanted), 1, () if fit.label == wanted else (f"{fit.label} ({fit.overall}), labelled {wanted}",)
    )


def fit_distance(example: dspy.Example, fit: Fit) -> Score | None:
    """How many bands the fit is off the labelled one, as a share of the scale."""
    wanted = example.case.item.labels.fit
    return Score(abs(FITS.index(fit.label) - FITS.index(wanted)) / (len(FITS) - 1))


SCORERS = (
    Scorer("fit_band", ("score",), fit_band, rests_on=("fit",), heading="fit band"),
    Scorer("fit_distance", ("score",), fit_distance, better="lower", rests_on=("fit",)),
)
