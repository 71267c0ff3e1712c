"""Contact data: recognised so that it can be left out, and what stands beside it on a line."""

from __future__ import annotations

import re

from playbook.reading.rows import CONTACT, STREET, URL

PIECES = re.compile(r"\s*[\t|·•⋅●◆]\s*|\s+[-–—/]\s+|\s{2,}")
"""Between the pieces of a line at the top."""
_LABELLED = re.compile(
    r"^(?:phone|tel|t[ée]l[ée]phone|telefono|tel[ée]fono|telefon|telefone|mobile|mobil|m[óo]vil|cell|celular|handy|e-?mail"
    r"|correo|courriel|address|"
    r"anschrift|adresse|direcci[óo]n|endereço|linkedin|github|website|web|portfolio|born|date of birth|geburtsdatum|geboren"
    r"|fecha de nacimiento|"
    r"né\(?e?\)? le|nationality|nationalit[äé]t?|staatsangeh[öo]rigkeit|nacionalidade?)\b",
    re.IGNORECASE,
)


def holds(text: str) -> bool:
    """Whether contact data stands in the words."""
    return bool(CONTACT.search(text) or STREET.search(text) or URL.search(text))


def is_contact(text: str) -> bool:
    """Whether a piece of a line is contact data, by itself or by its label."""
    return holds(text) or bool(_LABELLED.match(text))
