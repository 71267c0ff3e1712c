"""How a country is told from the words of a posting, how it spells, and how a question says that it rests on its law."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from playbook.provenance import Frozen


def _compiled(pattern: str) -> str:
    try:
        found = re.compile(pattern)
    except re.error as error:
        message = f"{pattern!r} is no regular expression: {error}; mend it, or say it in plain words in another field"
        raise ValueError(message) from error
    if found.match(""):
        message = f"{pattern!r} is found in nothing at all; say what must stand there"
        raise ValueError(message)
    return pattern


Word = Annotated[str, Field(pattern=r"^\w")]
"""One word or several, as they are written; they are found by the first, so that a sign in front is for `patterns`."""
Pattern = Annotated[str, AfterValidator(_compiled)]
"""A regular expression that is one, and finds something."""


class Country(Frozen):
    """A country. Words count as they are written here, capitals and all, or with an "s" behind them; the longest counts."""

    id: str = Field(pattern=r"^[a-z]{2}$")
    """Its code in ISO 3166, in small letters."""
    name: Word
    names: tuple[Word, ...] = ()
    """Other names, its parts, and what is called after it; like `name`, they may be those of a client."""
    hints: tuple[Word, ...] = ()
    """What is spoken of more there than elsewhere, and like a name tells nothing alone: towns, taxes, laws that travel."""
    adjectives: tuple[Word, ...] = ()
    """Words that stand before its rules ("US tax") and tell nothing of where the work is but in a place."""
    regions: tuple[Word, ...] = ()
    """States and provinces; those whose name is another country's as well are among the `letters`."""
    letters: tuple[Word, ...] = ()
    """What stands for a state or a province behind a town and a comma; what would be a word in capitals is none."""
    own: tuple[Word, ...] = ()
    """Bodies, papers and laws that are its alone, or that it shares with few. Letters that mean other things too are none."""
    says: tuple[Word, ...] = ()
    """What only its employers say: "401(k)", "bank holiday"."""
    forms: tuple[Word, ...] = ()
    """Forms of companies."""
    money: tuple[str, ...] = ()
    """What stands before an amount of its money."""
    patterns: tuple[Pattern, ...] = ()
    """What plain words cannot say: postal codes, amounts in lakhs. Each is sought in every posting: keep them few."""
    rules: tuple[Word, ...] = ()
    """Rules that who works elsewhere may have to know, by names of their own."""
    spells: Literal["en-US", "en-GB", "en-CA"] | None = None
    """The English that is written there; nothing where both are."""
    law: tuple[Word, ...] = ()
    """Words by which a question of the bank says that it rests on the law of this country."""
    presumed: bool = False
    """Whether its law is asked about where nothing speaks against it: that of the country for which the packs are written."""
