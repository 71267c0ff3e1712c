"""Checks of artifacts against their sources: pandera schemas over polars frames.

A check is handed an artifact and what it was made from, and returns a result a rule; a blocking rule that finds
something fails the stage. Shapes are left to pydantic. The rules' ids, sentences and severities stand in
`catalogue`; rules that need the whole document stand in `playbook.consistency`.
"""
