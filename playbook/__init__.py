"""Interview Playbook: a resume, a job posting and a company become a personalised interview playbook.

This package is the library: contracts, intake, reading, matching, knowledge, the embedded writer, checks,
rendering and the store. What is asked of a model stands in `signatures`, stages in `tasks`, their order in `flows`.
"""

__version__ = "0.1.0"
