"""How well files are read: the intake corpus, its gold parses, the scores, and the report.

`gold` loads `datasets/intake`, `reading` runs the readers on it, `scores` compares, `report` prints. What the readers do
is for `playbook.intake` and `playbook.reading`.
"""
