"""`match`: every requirement against the evidence of the resume, every value, and every bullet by its worth.

Rules first (years, degrees, licences, languages), names of the packs second, likeness of words last. Saying that
something is missing which the resume shows is the worst error here: in doubt the status is `partial` or `unknown`.
What the matches are worth in points is for `playbook.scoring`.
"""

from playbook.matching.match import match

__all__ = ["match"]
