"""The embedded writer: one module a section, each a pure function from facts to an artifact.

Here a fact becomes a sentence. What is chosen by number (scores, matches, the worth of a bullet) comes in with
the `Brief`; the words that vary by trade, level and employer come from the packs. No clock, no randomness, no
model: the same facts give the same sentences.
"""
