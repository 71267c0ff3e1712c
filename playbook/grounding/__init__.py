"""Is a sentence true to its sources? Numbers, names, deeds and directions, judged word by word.

`issues` judges one line. What the words of a sentence mean beyond that is not judged here, and whether the whole document
agrees with itself is for `playbook.consistency`.
"""

from playbook.grounding.claim import Ground, Issue
from playbook.grounding.judging import issues
from playbook.grounding.names import names
from playbook.grounding.quantities import numbers, quantities

__all__ = ["Ground", "Issue", "issues", "names", "numbers", "quantities"]
