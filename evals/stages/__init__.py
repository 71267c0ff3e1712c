"""Every stage that can be evaluated, in the order of the pipeline: `STAGES`."""

from evals.stages.computed import COMPUTED
from evals.stages.stage import Made, Setup, Stage, whole_case
from evals.stages.whole import INSPECT
from evals.stages.written import WRITTEN

STAGES: dict[str, Stage] = {stage.name: stage for stage in (*COMPUTED, *WRITTEN, INSPECT)}
"""The verb of a stage to how it is evaluated; a stage comes after those that it needs."""

__all__ = ["STAGES", "Made", "Setup", "Stage", "whole_case"]
