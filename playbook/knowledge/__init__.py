"""The packs of `datasets/knowledge`: their schema, their loading, and how text is looked up in them.

What differs between trades, levels and employers is data and stands in the packs. Code here knows the shape of
an entry and how to find it, never a trade. Add a field to `schema` before a pack uses it.
"""
