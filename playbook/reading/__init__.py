"""Grammars over folded text: a document to a `Resume` or a `Posting`, each fact with its exact span.

What can be read from the words of one document belongs here; comparing two documents is for matching, and
what the words are worth for scoring. The grammars are pure, know no trade, and are fast: a resume and a
posting take a few milliseconds.
"""
