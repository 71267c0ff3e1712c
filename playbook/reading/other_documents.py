"""Documents that are neither resume nor posting, told by the words that only they use together.

One of the words proves nothing, since a cook's resume may name recipes; several of one kind, in a text without the
parts of a resume, do. Used for refusals, never for what a document says.
"""

from __future__ import annotations

import re

_FEWEST = 3
"""Different words of one kind that a document must use."""
_KINDS: dict[str, str] = {
    "an invoice": r"invoice|subtotal|bill(?:ed)? to|amount due|total due|balance due|unit price|qty|quantity|"
    r"payment terms|vat(?: no)?|"
    r"due date|purchase order|remittance|sort code|iban|rechnung(?:snummer)?|factura",
    "a recipe": r"preheat|tablespoons?|teaspoons?|tbsp|tsp|cups? of|simmer|whisk|stir in|ingredients|servings?|"
    r"bake (?:for|at|until)|"
    r"drain and|chopped|serve (?:with|warm|hot|cold)|°[cf]\b|grams? of|prep time",
    "a contract": r"landlord|tenant|lessee|lessor|lease term|premises|hereinafter|hereby agrees?|the parties|"
    r"in witness whereof|"
    r"security deposit|governing law|shall not|terms and conditions|indemnif\w+",
    "an article": r"abstract|keywords:|et al|doi|references \[?1|in this paper|we propose|staff writer|subscribe|"
    r"read more|share this|"
    r"newsletter|advertisement|photo by|according to a spokes\w+|told reporters|said in a statement",
    "a letter": r"dear (?:sir|madam|hiring|mr|mrs|ms|dr)\w*|yours (?:sincerely|faithfully|truly)|sincerely,|i am writing to|"
    r"i look forward to (?:hearing|meeting)|please find (?:enclosed|attached)|kind regards",
    "a product page": r"add to (?:cart|basket)|in stock|free (?:shipping|delivery)|customer reviews?|(?:out of|"
    r"/) 5 stars|returns? policy|"
    r"warranty|sku|buy now|product (?:details|description)|checkout|wish ?list|was \$\d|you may also like",
    "minutes of a meeting": r"minutes of|present:|apologies for absence|agenda item|action points?|any other business|"
    r"meeting closed|adjourned",
}
_PATTERNS = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _KINDS.items()}


def other_kind(text: str) -> str | None:
    """What a text is, if it plainly uses the words of something else; the kind with most of them."""
    counts = {kind: len({match[0].lower() for match in pattern.finditer(text)}) for kind, pattern in _PATTERNS.items()}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] >= _FEWEST else None
