"""Files to folded text: one module a format, the folding that they share, and the refusals.

What a format needs to give up its text belongs here, and what makes the text of every format alike. What the
text means (sections, roles, requirements) is for `playbook.reading`. Parser libraries are imported where they
are used, and no exception of theirs leaves this package.
"""
