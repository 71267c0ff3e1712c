"""The contracts between stages: one module a stage, each an immutable pydantic model.

What one stage makes and another reads stands here, and nothing else: no reading of files, no wording, no
checks against other artifacts. Resumes speak JSON Resume 1.x, postings schema.org's JobPosting; in Python the
fields are snake_case, in JSON they carry the standard's names. Add a field here before a stage fills it.
"""
