"""Removing a person, or what is older than an age, from everything that a home holds; and the proof of it.

`people` says whose a run is, `marks` by what a person is recognised, `lineage` what runs refer to, `plan` what goes, `removal`
carries it out, `proof` searches what is left. Nothing here knows a stage beyond the names of its artifacts.
"""
