"""The name of the person: what a name looks like, and where it stands when it does not stand at the top.

The other lines at the top are for `playbook.reading.person`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from playbook.knowledge.tokens import is_content, tokens
from playbook.reading.contact import PIECES, is_contact
from playbook.reading.rows import Row, Slice
from playbook.reading.sections import Section
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import POST_NOMINALS, is_place, organisation_weight

_NAME = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Ing|Lic|Mag|Dipl|Sr|Sra|Herr|Frau)\.?(?:-Ing\.)? )*"
    r"(?:[^\W\d_][\w'’.\-]*(?: (?:[^\W\d_][\w'’.\-]*|\([^()]+\)|[\"“„][^\"”“]+[\"”“]|['‘][^'’]+['’])){1,5}"
    r"|[\u3400-\u9fff\uac00-\ud7af·]{2,6})$"
)
_NOT_NAME = re.compile(
    r"\b(?:resume|résumé|curriculum|vitae|cv|page|phone|email|address|profile|summary|contact|confidential)\b", re.IGNORECASE
)
NAME_LABEL = re.compile(
    r"^(?:(?:full |candidate |first )?name\(?s?\)?(?: ?/ ?surname\(?s?\)?)?|nombres?(?: (?:y|e) apellidos?| completo)?"
    r"|apellidos?(?: y| e|,) nombres?"
    r"|nom(?: (?:et|,) pr[ée]noms?| complet)?|pr[ée]nom (?:et )?nom|nome(?: completo)?|vor-? ?(?:und|&) ?nachname"
    r"|vorname,? (?:und )?(?:nach)?name)"
    r"\s*[:\t]\s*(?=\S)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"([\w.+-]{3,64})\s?@")
_CASELESS = re.compile(r"[\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0590-\u05ff\u0e00-\u0e7f\u0900-\u0dff]")
"""Letters of scripts without capitals: Arabic, Hebrew, Chinese, Japanese, Korean, Thai, those of India."""
_RESUME_OF = re.compile(r"(?:['’]s)?[\s,:|-]+(?:resume|résumé|cv|curriculum vitae|lebenslauf)$", re.IGNORECASE)
_PRONOUNS = re.compile(r"\s*[(（](?:he|she|they|ze|xe|er|sie|il|elle|él|ella|ele|ela)\b[^()]{0,20}[)）]$", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|V|Esq)\b\.?")
_PARTICLES = frozenset(
    """de da das do dos del della van von vom zu der den la las los le di du des bin ibn al el y e ter ten af av e i""".split()  # noqa: SIM905  words read best as one text
)
_ONE_NAME = re.compile(r"^(?:(?:Dr|Prof)\.? )?[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*){0,2}$")
_TRADES = frozenset(
    """sales line head senior junior project product office store general executive operations marketing account
    accounts software data staff registered administrative customer business human shift night warehouse
    construction site team area district regional assistant deputy chief lead principal financial graphic web
    systems network security quality process mechanical electrical civil medical dental legal pastry sous
    school bus truck delivery event events research front back restaurant kitchen bar hotel retail field
    service production plant maintenance program programme content social media art creative""".split()  # noqa: SIM905  words read best as one text
)
"""What stands before the word of a trade in a job title, and is no given name."""
_LABELLED, _LINE, _FIRST = 80, 70, 4
"""How many lines are searched for a label; the length of a line with a name; the lines at the edge of a section."""
_TWO = 2
_HEADLINE = 2
"""The weight of a job title such as "Sales Manager"; "Amara Baker" has but one such word."""
_DOTTED = re.compile(r"^[A-Z]\.(?:[A-Z][a-z]{0,3}\.?){1,3}$")
"""Letters after a name without a comma between: "P.Eng.", "C.E.T."; the initials of a given name stand before its end."""
_HONOURS = re.compile(r"^\([Hh]ons?\.?\)$")
_SEVERAL_CAPITALS = re.compile(r"^(?!Ma?c[A-Z]|D[aei][A-Z]|L[ae][A-Z]|O[A-Z])(?:[A-Z][a-z]{0,4}){2,4}[A-Z]?$")
"""Likewise: "MPharm", "BSc"; a capital within a name follows "Mc", "De" or "Le"."""
_STEM = re.compile(r"^(?:Adv|Cert|Dip|Dipl|Grad|PgCert|PgDip)\.?$")
"""How letters of two words begin: "Cert CII", "Dip SW"."""
_VOWEL = re.compile(r"[AEIOUY]|^NG$")
_UNCAPITALISED = re.compile(r"^[^\W\d_]['’\w-]+(?:\s+[^\W\d_](?:['’\w-]+|\.)?){1,3}$")
"""A name as some print it, without capitals; only a mail address can tell it from other words."""
_TOP = 200
"""Letters within which a family name may be the word of a trade."""


def name_in(piece: Slice) -> tuple[Slice | None, tuple[Slice, ...]]:
    """The name at the start of a piece, and the credentials after it."""
    aside = _PRONOUNS.search(piece.text) or _RESUME_OF.search(piece.text)
    piece = (piece.cut(0, aside.start()) if aside else piece).trimmed(" \t\n®™*")
    parts = piece.split(re.compile(r",\s*"))
    cut = _without_letters(piece, parts) if parts else None
    if cut is None:
        return None, ()
    first, after = cut
    text = " ".join(first.text.split())
    if not _has_shape(text) or (title_weight(text) == _HEADLINE and not (_is_family_name(text) and piece.start <= _TOP)):
        return None, ()
    return first, tuple(_letters(word for part in after for word in part.split(re.compile(r"[\s,]+"))))


def _letters(words: Iterable[Slice]) -> Iterator[Slice]:
    """The credentials of several words, one each: "Cert CII" is one."""
    stem: Slice | None = None
    for word in words:
        if _STEM.match(word.text):
            stem = stem or word
            continue
        yield stem.to(word) if stem else word
        stem = None
    if stem:
        yield stem


def _without_letters(piece: Slice, parts: list[Slice]) -> tuple[Slice, list[Slice]] | None:
    """The name and the credentials, by the commas and by the capitals at its end; `None` where other words follow."""
    first, after = parts[0], parts[1:]
    is_one_word = len(first.text.split()) == 1
    is_turned = len(parts) == _TWO and is_one_word and len(after[0].text.split()) <= _TWO
    if is_turned and not POST_NOMINALS.match(after[0].text):
        return piece, []  # "Okafor, Amara": kept as it is printed
    if after and _SUFFIX.match(after[0].text):
        first, after = first.to(after[0]), after[1:]
    if after and not all(
        POST_NOMINALS.match(word) or POST_NOMINALS.match(word.strip("®™()")) or _STEM.match(word)
        for part in after
        for word in part.text.split()
    ):
        if not title_weight(after[0].text) or is_one_word:
            return None
        after = []  # "Amara Okafor, Charge Nurse"
    words = first.split(re.compile(r"\s+"))
    is_shouted = first.text.isupper()
    while (
        len(words) > _TWO
        and not (is_shouted and _VOWEL.search(words[-1].text))  # "MARNIE GALE RN RM" has letters, "YUNA LEE MA" may be all name
        and (POST_NOMINALS.match(words[-1].text) or _HONOURS.match(words[-1].text) or _STEM.match(words[-1].text))
        and (
            words[-1].text.isupper()
            or _DOTTED.match(words[-1].text)
            or _SEVERAL_CAPITALS.match(words[-1].text)
            or _HONOURS.match(words[-1].text)
            or (bool(after) and _STEM.match(words[-1].text))
        )
    ):
        after = [words.pop(), *after]
        first = words[0].to(words[-1])
    return first, after


def _has_shape(text: str) -> bool:
    """Whether words are those of a name: each begins with a capital, where its script has any."""
    bare = text.replace(",", "").replace("（", " (").replace("）", ")")
    if not _NAME.match(bare) or _NOT_NAME.search(text) or organisation_weight(text):
        return False
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)  # a given name such as "Hyun-woo" is one word
    return all(word[0].isupper() or _CASELESS.match(word) or word.lower() in _PARTICLES for word in words)


def _is_family_name(text: str) -> bool:
    words = text.split()
    return len(words) == _TWO and title_weight(words[0]) == 0 and words[0].lower() not in _TRADES


def find_name(rows: Sequence[Row], sections: Sequence[Section], at_top: Slice | None) -> Slice | None:
    """The name, also where it does not stand at the top.

    It stands behind a label, or in a line that the address of the mail repeats, or above a headline in another column.
    """
    mail = next((match[1] for row in rows if (match := _MAIL.search(row.text))), "")
    letters = re.sub(r"[^a-z]", "", _plain(mail))
    if at_top and (not letters or _is_in(at_top.text, letters)):
        return at_top
    named = _behind_label(rows) or _as_in_mail(rows, letters) or _without_capitals(rows, letters)
    return named or at_top or _above_headline(sections)


def _behind_label(rows: Sequence[Row]) -> Slice | None:
    for row in rows[:_LABELLED]:
        lead = NAME_LABEL.match(row.text)
        if lead and (found := name_in(row.body.cut(lead.end()))[0]):
            return found
    return None


def _as_in_mail(rows: Sequence[Row], letters: str) -> Slice | None:
    for row, below in zip_longest(rows, rows[1:]):
        if row.is_bullet or len(row.text) > _LINE:
            continue
        pieces = [piece for piece in row.body.split(PIECES) if not is_contact(piece.text) and not is_place(piece.text)]
        found = (name_in(pieces[0])[0] if pieces else None) or (
            name_on_two_lines(row.body, below, may_be_apart=True)[0] if below else None
        )
        if found and _is_in(found.text, letters):
            return found
    return None


def _without_capitals(rows: Sequence[Row], letters: str) -> Slice | None:
    """The first line, where it is a few plain words of which the address of the mail repeats one: "ana  cruz"."""
    for row in rows[:1]:
        text = row.text
        words = [token for token in tokens(text) if len(token.text) > 1 and token.text not in _PARTICLES]
        are_words = _NOT_NAME.search(text) or title_weight(text) or organisation_weight(text)
        if _UNCAPITALISED.match(text) and _is_in(text, letters) and not are_words and all(map(is_content, words)):
            return row.body
    return None


def _above_headline(sections: Sequence[Section]) -> Slice | None:
    """In the contact data, or above a job title where the next column begins."""
    for section, after in pairwise(sections):
        rows = section.rows[:_FIRST] if section.id == "contact" else ()
        if after.id in {"summary", "work"}:
            rows = (*rows, *(one for one, below in pairwise(section.rows[-_FIRST:]) if title_weight(below.text) > 1))
        for row in rows:
            found = None if row.is_bullet or title_weight(row.text) else name_in(row.body)[0]
            if found:
                return found
    return None


def _is_in(name: str, letters: str) -> bool:
    """Whether a word of a name stands in the letters of a mail address."""
    return any(len(word) > 2 and word in letters for word in re.findall(r"[a-z]+", _plain(name)))  # noqa: PLR2004  "de"


def _plain(text: str) -> str:
    """Lower case, without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))


def name_on_two_lines(body: Slice, below: Row, *, may_be_apart: bool = False) -> tuple[Slice | None, tuple[Slice, ...]]:
    """A given name with the family name on the line below."""
    one, other = body.text, below.text
    if (
        below.is_bullet
        or (below.is_apart and not may_be_apart)
        or not _ONE_NAME.match(one)
        or not _ONE_NAME.match(other.split(",")[0])
    ):
        return None, ()
    if any(title_weight(text) or organisation_weight(text) or is_place(text) or is_contact(text) for text in (one, other)):
        return None, ()
    return name_in(body.to(below.body))


def holds_letters(text: str) -> bool:
    """Whether a line holds credentials alone, as below a name: "RDH, BSc"."""
    words = re.split(r"[\s,]+", text)
    return len(words) <= 4 and all(POST_NOMINALS.match(word) for word in words) and not title_weight(text)  # noqa: PLR2004  more is none
