"""`score`: a fit score whose every point stands in a ledger.

Each sub-score is a hundred points shared out over its rows, so that the rows' points add up to it; the overall
score is the weighted sum of the rounded sub-scores, capped where something mandatory is missing. What could not be
judged counts half, as neither shown nor missing, and makes the score a range. The weights are judgement,
not calibration: it measures evidence, not the chance of an offer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playbook.artifacts.company import Company
from playbook.artifacts.fit import Fit, FitLabel, LedgerRow
from playbook.artifacts.matching import Evidence, Matching, RequirementMatch, Status
from playbook.artifacts.posting import Posting, Requirement
from playbook.artifacts.resume import Resume
from playbook.knowledge.conditions import is_condition
from playbook.knowledge.lexicon import Lexicon, lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.matching import careers
from playbook.matching.rules import YEARS

Part = Literal["skills", "experience", "culture"]

WEIGHTS: dict[Part, float] = {"skills": 0.45, "experience": 0.35, "culture": 0.2}
"""What each sub-score counts in the whole."""
BANDS: tuple[tuple[int, FitLabel], ...] = ((80, "strong"), (65, "good"), (50, "stretch"), (0, "long shot"))
_SHARES: dict[Status, float] = {"covered": 1.0, "partial": 0.5, "gap": 0.0, "unknown": 0.5}
"""Of the unknown half is met, for all that anybody knows; to leave it out would say that it is met as the rest is."""
_ASKED = {"required": 1.0, "preferred": 0.4}
_YEARS, _DUTIES, _LEVEL = 0.45, 0.35, 0.20
_OTHER_YEARS = 0.5
"""What years enough are worth where the line is open on what they should be of."""
_NEAR_LEVEL, _FAR_LEVEL = 0.6, 0.2
_TOO_FAR = 3
"""Levels above the posting's from which more is not better."""
_LICENCE_CAP, _YEARS_CAP = 55, 65
_HALF = 0.5
_FEW_KNOWN = 0.6
"""Share of known terms below which a single number would claim too much."""
_UNSURE = 8
"""Points by which the range then opens in each direction, at least."""
_WHOLE = 100.0
_PLACES = 2


@dataclass(frozen=True)
class _Row:
    """A row before its part's hundred points are shared out."""

    part: Part
    item: str
    text: str
    status: Status
    weight: float
    share: float


def score(resume: Resume, posting: Posting, company: Company, matching: Matching, knowledge: Knowledge) -> Fit:
    """The score of a resume for a posting, with its ledger, caps and range."""
    rows = [*_skills(posting, matching), *_experience(resume, posting, matching), *_culture(resume, company, matching)]
    ledger = tuple(_shared_out(rows))
    weights = _weights(ledger)
    parts = {part: _sub_score(ledger, part) for part in WEIGHTS}
    caps = _caps(posting, matching, lexicon_of(knowledge))
    uncapped = _overall(parts, weights)
    lowest = _overall_if(rows, 0.0)
    highest = _overall_if(rows, 1.0)
    low, high = min(lowest, uncapped), max(highest, uncapped)
    if matching.requirements and _known(matching) < _FEW_KNOWN:
        low, high = min(low, uncapped - _UNSURE), max(high, uncapped + _UNSURE)
    limit = min((cap for cap, _ in caps), default=100)
    overall = min(uncapped, limit)
    return Fit(
        overall=overall,
        low=max(0, min(low, overall)),
        high=min(100, limit, high),
        label=next(label for least, label in BANDS if overall >= least),
        skills=parts["skills"],
        experience=parts["experience"],
        culture=parts["culture"],
        weights={str(part): weight for part, weight in weights.items()},
        ledger=ledger,
        caps=tuple(sentence for cap, sentence in caps if cap < uncapped),
        uncapped=uncapped,
    )


def _skills(posting: Posting, matching: Matching) -> list[_Row]:
    return [
        _row("skills", requirement, matching.of(requirement.id), _ASKED[requirement.kind])
        for requirement in posting.of("required", "preferred")
        if not is_condition(requirement.text)
    ]


def _experience(resume: Resume, posting: Posting, matching: Matching) -> list[_Row]:
    """Years, duties and level; what the posting does not ask for gives its points to the others."""
    rows: list[_Row] = []
    asked = _years_asked(posting)
    if asked is not None:
        share = min(_most_of_years(matching.of(asked.id)), _years_share(asked, matching))
        dated = any(position.start_date for position in resume.work)
        status: Status = "unknown" if not dated else "covered" if share >= 1 else "partial" if share > 0 else "gap"
        rows.append(_Row("experience", "years", asked.text, status, _YEARS, share if dated else _SHARES["unknown"]))
    duties = [duty for duty in posting.of("responsibility") if not is_condition(duty.text)]
    rows += [_row("experience", duty, matching.of(duty.id), _DUTIES / len(duties)) for duty in duties]
    level = careers.level_of(resume)
    share = _level_share(level, posting)
    status = "unknown" if level is None else "covered" if share == 1 else "partial" if share == _NEAR_LEVEL else "gap"
    rows.append(_Row("experience", "level", f"Level of the role: {posting.level}", status, _LEVEL, share))
    return rows


def _culture(resume: Resume, company: Company, matching: Matching) -> list[_Row]:
    """The values in play; where none is marked, all of them. It says what a resume shows, not who someone is."""
    shown = {match.value: match.evidence for match in matching.values}
    # A number alone says how much there was, and not what came of it: "for 11 clients".
    measured = {
        highlight.id
        for highlight in resume.highlights
        if any(metric.direction != "none" or metric.before is not None for metric in highlight.metrics)
    }
    rows = []
    # Of the posting's own words only those are in play that some behaviour is known to show: the rest cannot be missing.
    for value in company.values_in_play or (company.values if company.values_from != "job" else ()):
        share = _value_share(shown.get(value.id, ()), measured)
        status: Status = "covered" if share == 1 else "partial" if share else "gap"
        rows.append(_Row("culture", value.id, value.name, status, 1.0, share))
    return rows


def _value_share(evidence: tuple[Evidence, ...], measured: set[str]) -> float:
    """One bullet shows half of a value; two, or one with a measured outcome, show it."""
    if not evidence:
        return 0.0
    return 1.0 if len(evidence) > 1 or any(one.highlight in measured for one in evidence) else 0.5


def _row(part: Part, requirement: Requirement, match: RequirementMatch, weight: float) -> _Row:
    return _Row(part, requirement.id, requirement.text, match.status, weight, _SHARES[match.status])


def _years_asked(posting: Posting) -> Requirement | None:
    """The required line that asks for the most years."""
    lines = [requirement for requirement in posting.of("required") if requirement.years]
    return max(lines, key=lambda requirement: requirement.years or 0.0, default=None)


def _years_share(asked: Requirement, matching: Matching) -> float:
    """How far the years are there: what the line itself was ruled by, or the years of the trade where they are more.

    Of years that nobody can count nobody can say that they are less than half.
    """
    of_trade = min(1.0, matching.relevant_years / asked.years) if asked.years else 1.0
    of_line = matching.of(asked.id).years
    return max(of_trade, _HALF if of_line is None else of_line)


def _most_of_years(match: RequirementMatch) -> float:
    """Years count in full where they are of what the line asks for; where it is open on more than years, half at most."""
    besides = [words for words in match.missing_terms if not YEARS.search(words)]
    return _OTHER_YEARS if match.status in {"partial", "gap"} and besides else 1.0


def _level_share(level: str | None, posting: Posting) -> float:
    if level is None:
        return _SHARES["unknown"]
    distance = [*careers.LEVELS].index(level) - careers.LEVELS.index(posting.level)  # type: ignore[arg-type]
    if 0 <= distance < _TOO_FAR:
        return 1.0
    return _NEAR_LEVEL if abs(distance) in {1, _TOO_FAR} else _FAR_LEVEL


def _shared_out(rows: list[_Row]) -> list[LedgerRow]:
    """The rows with their part's hundred points; hundredths that rounding leaves over go to the first judged row."""
    ledger: list[LedgerRow] = []
    for part in WEIGHTS:
        of_part = [row for row in rows if row.part == part]
        # Of a part in which nothing could be judged there is nothing to say.
        total = sum(row.weight for row in of_part) if any(row.status != "unknown" for row in of_part) else 0.0
        most = [round(_WHOLE * row.weight / total, _PLACES) if total else 0.0 for row in of_part]
        largest = max(range(len(most)), key=lambda at: most[at], default=None)
        if largest is not None and total:
            most[largest] = round(most[largest] + _WHOLE - sum(most), _PLACES)
        ledger += [
            LedgerRow(
                part=part, item=row.item, text=row.text, status=row.status, points=round(best * row.share, _PLACES), most=best
            )
            for row, best in zip(of_part, most, strict=True)
        ]
    return ledger


def _sub_score(ledger: tuple[LedgerRow, ...], part: Part) -> int:
    return min(100, max(0, _rounded(sum(row.points for row in ledger if row.part == part))))


def _weights(ledger: tuple[LedgerRow, ...]) -> dict[Part, float]:
    """The weights; a part without a judged row gives its own to the others."""
    judged = {part: weight for part, weight in WEIGHTS.items() if any(row.most for row in ledger if row.part == part)}
    total = sum(judged.values()) or 1.0
    return {part: round(judged.get(part, 0.0) / total, 4) for part in WEIGHTS}


def _overall(parts: dict[Part, int], weights: dict[Part, float]) -> int:
    return min(100, _rounded(sum(parts[part] * weights[part] for part in WEIGHTS)))


def _overall_if(rows: list[_Row], share: float) -> int:
    """The overall score if everything that could not be judged were met to that share."""
    settled = [
        _Row(row.part, row.item, row.text, "covered", row.weight, share) if row.status == "unknown" else row for row in rows
    ]
    ledger = tuple(_shared_out(settled))
    return _overall({part: _sub_score(ledger, part) for part in WEIGHTS}, _weights(ledger))


def _rounded(value: float) -> int:
    """To the nearest whole number, halves up, as a reader adds."""
    return int(value + 0.5 + 1e-9)


def _known(matching: Matching) -> float:
    return sum(match.known_share for match in matching.requirements) / len(matching.requirements)


def _caps(posting: Posting, matching: Matching, lexicon: Lexicon) -> list[tuple[int, str]]:
    caps = []
    for requirement in posting.of("required"):
        credentials = [lexicon.credential(found.id) for found in lexicon.concepts(requirement.text)]
        licence = any(credential is not None and credential.kind == "licence" for credential in credentials)
        if licence and matching.of(requirement.id).status == "gap":
            caps.append(
                (
                    _LICENCE_CAP,
                    f"The posting requires a licence that the resume does not show, so the score stops at {_LICENCE_CAP}.",
                )
            )
    asked = _years_asked(posting)
    if (
        asked is not None
        and asked.years
        and matching.of(asked.id).status != "unknown"
        and _years_share(asked, matching) < _HALF
    ):
        caps.append(
            (
                _YEARS_CAP,
                f"The resume shows less than half of the years that the posting asks for, so the score stops at {_YEARS_CAP}.",
            )
        )
    return caps
