"""Artifacts, journals and the ledger.

Files are the truth: artifacts named by their hash, journals written once. DuckDB is an index over the journals,
loaded by one committer and rebuilt at will. Nothing here knows a stage or a section.
"""
