"""Signs by which a text is a posting, or is news or a shop's page that speaks of work: what `admission` weighs.

English for the most part; postings in other languages are known by their headings and titles, too.
"""

from __future__ import annotations

import re

_HIRING = re.compile(
    r"\b(?:(?:is|are|now|we['’]re|currently) (?:hiring|recruiting|seeking|looking for)|help wanted|wanted\b(?! to| by)|"
    r"vacanc(?:y|ies)|job (?:opening|description|posting|title|type)|"
    r"position (?:title|summary|available)|(?:full|part)[- ]time|(?:per|an) hour|hourly|salary|résumé|resume|\bcv\b|"
    r"cover letter|applicants?|candidates?|apply|"
    r"experience (?:required|preferred|helpful|necessary|a plus)|years['’]? (?:of )?experience|shifts?|benefits|"
    r"wir (?:bieten|zahlen)|\w*erfahrung|ofrecemos|experiencia|te encargarás|nous offrons|d['’]expérience|vous justifiez|"
    r"oferecemos|experiência|você (?:vai|irá|será)|"
    r"wir suchen|suchen wir|stellenangebot|bewerb\w+|\(?m/w/d\)?|vollzeit|teilzeit|buscamos|se busca|se necesita|jornada|"
    r"currículum|contrato|vacante|"
    r"recrut\w+|recherchons|candidature|\bcdi\b|\bcdd\b|h/f|contrata\w*|vaga|currículo|remuneração)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:you|your|sie|ihre?|du|dein\w*|usted|tú|tu|vous|votre|vos|você|seu|sua)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|says|told|according to|spokes(?:man|woman|person)|reporters?|announced|economists?|analysts say|unemployment|"
    r"payrolls|percent|last (?:week|month|quarter|year|"
    r"october|november|december|january|monday|tuesday|wednesday|thursday|friday)|on (?:monday|tuesday|wednesday|thursday|"
    r"friday) (?:night|morning)?)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:by|von|por|par) [A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’. -]{2,40}(?:,? (?:staff|senior|business|associated).{0,30})?$|"
    r"^(?:published|updated|first published)\b.{0,12}\b(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|\d{1,2}[/.]\d)|"
    r"^[A-Z][A-Z .'-]{2,30}(?:, [A-Z][a-z.]+)? (?:\([A-Z][A-Za-z ]+\) )?[—–-]{1,2} [A-Z]|\bstaff (?:writer|reporter)\b|"
    r"letters to the editor|subscribe to read|advertisement$",
    re.IGNORECASE | re.MULTILINE,
)
_SHOP = re.compile(
    r"\b(?:add to (?:cart|basket|bag|wish ?list)|buy (?:it )?now|in stock|out of stock|sold out|free (?:shipping|delivery|"
    r"returns)|checkout|(?:your|view) (?:cart|basket)|warranty|"
    r"customer reviews|\d+ (?:customer )?(?:reviews|ratings)|write a review|sku|model number|dimensions|ships (?:in|within|"
    r"from)|\d+-day returns?|money[- ]back|"
    r"list price|sale price|you save|product (?:details|description|specifications)|technical specifications|"
    r"what['’]s in the box|quantity|customers also bought|"
    r"in den warenkorb|auf lager|añadir al carrito|ajouter au panier|adicionar ao carrinho)\b",
    re.IGNORECASE,
)
_NEWS = 4
_GOODS = 3


def hiring_signs(text: str) -> int:
    """How many different words of hiring stand in the text."""
    return len({match[0].lower() for match in _HIRING.finditer(text)})


def is_news(text: str) -> bool:
    """Whether the text reports what others said and did, and speaks to nobody."""
    marks = 2 * min(len(_BYLINE.findall(text)), 2) + min(len(_SAID.findall(text)), 4)
    return marks >= _NEWS and len(_ADDRESS.findall(text)) * 60 < len(text.split())


def is_for_sale(text: str) -> bool:
    """Whether the text offers goods: three different words of a shop are no accident."""
    return len({match[0].lower() for match in _SHOP.finditer(text)}) >= _GOODS
