"""The language of a document: what is read in five of them is refused by name in any other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from playbook.intake import refusals
from playbook.intake.refusals import DocumentName
from playbook.reading.admission import holds_placeholder

READ = ("en", "es", "de", "fr", "pt")
_SURE = 0.9
_SHARE = 0.08
"""Share of small words of a read language from which on a text is in it, whatever a guess from letters says."""
_SMALL = frozenset(
    """the and of to in for with on at from by as was were our his her
    der die das und von mit für bei zu im den des ein eine auf als nach
    el la los las de del y en con para por una que
    le les des et du dans pour avec une sur aux par
    o a os as do da dos das e em com para por uma no na""".split()  # noqa: SIM905  words read best as one text
)
_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "el": "Greek",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def admit_language(text: str, name: DocumentName) -> None:
    """Raises `Refusal` with `<name>.language` for a text that is surely in a language that is not read."""
    words = [word.lower() for word in _WORD.findall(text)]
    if holds_placeholder(text):
        return  # the Latin of a template is no language of its writer; the parser refuses it by its right name
    if not words or sum(word in _SMALL for word in words) >= _SHARE * len(words):
        return
    found, sure = language_of(text)
    if found not in READ and sure >= _SURE:
        raise refusals.language(name, _NAMES.get(found, f"the language {found!r}"))


def language_of(text: str) -> tuple[str, float]:
    """The ISO 639-1 code of the most likely language, and how likely it is."""
    code, sure = _identifier().classify(" ".join(text.split())[:20_000])
    return str(code), float(sure)


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401  py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
