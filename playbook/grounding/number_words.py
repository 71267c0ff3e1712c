"""Words of numbers and measures, and what they are worth.

Lists only; the grammar that reads them is `playbook.grounding.figures`.
"""

from __future__ import annotations

UNITS = {
    word: float(value)
    for value, word in enumerate(
        """
        one two three four five six seven eight nine ten
        eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        """.split(),  # noqa: SIM905  words read as words
        start=1,
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)  # noqa: SIM905  words
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),  # noqa: SIM905  words
        start=3,
    )
}
TIMES_OVER = {"twice": 2.0, "thrice": 3.0}
SCALES = {
    "hundred": 1e2,
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
}
SPELLED_SCALES = ("hundred", "thousand", "million", "billion", "dozen")
MAGNITUDES = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
FACTORS = {
    "double": 2.0,
    "triple": 3.0,
    "quadruple": 4.0,
    "halve": 0.5,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
}
SHARES = {
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "two thirds": 66.7,
    "two-thirds": 66.7,
    "quarter": 25.0,
    "third": 33.3,
    "half": 50.0,
}
"""Percent."""
RHYTHMS = {"quarterly": 4.0, "monthly": 12.0, "weekly": 52.0, "biweekly": 26.0, "fortnightly": 26.0}
"""Times a year."""
SPANS = {
    "millisecond": "ms",
    "ms": "ms",
    "second": "second",
    "sec": "second",
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "hr": "hour",
    "h": "hour",
    "day": "day",
    "week": "week",
    "wk": "week",
    "month": "month",
    "mo": "month",
    "quarter": "quarter",
    "semester": "semester",
    "year": "year",
    "yr": "year",
}
IN_HOURS = {
    "ms": 1 / 3_600_000,
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.0,
    "quarter": 2190.0,
    "semester": 4380.0,
    "year": 8760.0,
}
MEASURES = {
    "mile": "mile",
    "mi": "mile",
    "km": "km",
    "kilometer": "km",
    "kilometre": "km",
    "acre": "acre",
    "hectare": "hectare",
    "foot": "foot",
    "feet": "foot",
    "ft": "foot",
    "inch": "inch",
    "inche": "inch",
    "mm": "mm",
    "millimeter": "mm",
    "millimetre": "mm",
    "cm": "cm",
    "centimeter": "cm",
    "centimetre": "cm",
    "meter": "meter",
    "metre": "meter",
    "lb": "pound",
    "pound": "pound",
    "kg": "kg",
    "kilo": "kg",
    "ton": "ton",
    "tonne": "tonne",
    "gallon": "gallon",
    "liter": "liter",
    "litre": "liter",
    "celsius": "degree",
    "fahrenheit": "degree",
    "degree": "degree",
    "°": "degree",
    "mw": "mw",
    "kw": "kw",
    "gb": "gb",
    "tb": "tb",
    "mb": "mb",
    "gigabyte": "gb",
    "terabyte": "tb",
    "megabyte": "mb",
}
IN_FEET = {
    "foot": 1.0,
    "inch": 1 / 12,
    "mile": 5280.0,
    "km": 3280.84,
    "meter": 3.28084,
    "cm": 0.0328084,
    "mm": 0.00328084,
}
NUMBER_WORDS = frozenset({*UNITS, *TENS, *ORDINALS, *TIMES_OVER, *SPELLED_SCALES, "half"})
"""In a sentence they are figures, not things."""
