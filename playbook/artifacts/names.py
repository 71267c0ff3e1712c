"""How a name is printed. Resumes shout names in headings; a playbook does not."""

from __future__ import annotations

import re


def printed_name(text: str) -> str:
    """`JORDAN M. CHEN` as `Jordan M. Chen`; a name in mixed case stays as its owner writes it."""
    if not text.isupper():
        return text
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), text)
