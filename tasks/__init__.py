"""The Prefect edge: one file a stage, each thin.

A stage is a plain typed function of artifacts. `tasks.stage` wraps it: look its content key up, run, check, store,
journal. What a stage does stands in `playbook` or `signatures`; in which order stages run stands in `flows`.
"""
