"""Scores of one reading against its gold: roles, bullets, dates, requirements, refusals, hidden text.

Every score is a pair of counts, so that sums over documents are honest averages. Comparison forgives what a reader
would not notice (case, punctuation, the form of Unicode) and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from evals.intake.gold import Case, GoldRole
from evals.intake.reading import Read
from playbook.artifacts.inspection import CheckResult
from playbook.artifacts.resume import Position
from playbook.checks.spans import check_posting, check_resume

_SAME = 92
"""Likeness of 100 from which on two lines are the same line."""
_NAMED = 85
"""Likewise for a title or an employer, which may carry a place or a team."""
_NOISE = re.compile(r"[^\w%$€£+#]+|_")


@dataclass(slots=True)
class Tally:
    """Right ones among those that were found and among those that gold has."""

    right: float = 0
    found: float = 0
    gold: float = 0

    @property
    def precision(self) -> float | None:
        """Right of found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None

    def add(self, other: Tally) -> None:
        """Count another one in."""
        self.right, self.found, self.gold = self.right + other.right, self.found + other.found, self.gold + other.gold


@dataclass(slots=True)
class Scores:
    """What one reading is worth; `misses` says in words what is wrong."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, *, right: float, found: float, gold: float) -> None:
        """Add to a tally."""
        self.tallies.setdefault(name, Tally()).add(Tally(right, found, gold))


def plain(text: str | None) -> str:
    """A text as it is compared."""
    folded = unicodedata.normalize("NFKC", text or "").casefold().replace("\u2010", "-").replace("\u00ad", "")
    return " ".join(_NOISE.sub(" ", folded).split())


def score(case: Case, read: Read) -> Scores:
    """The scores of a reading."""
    scores = Scores()
    is_right = read.code == case.expect
    scores.count("refusals" if case.expect != "read" else "admitted", right=is_right, found=1, gold=1)
    if not is_right:
        scores.misses.append(f"expected {case.expect}, got {read.code}")
    if case.expect == "read":
        _score_spans(read, scores)
        _score_notes(case, read, scores)
        if case.kind == "resume":
            _score_resume(case, read, scores)
        else:
            _score_job(case, read, scores)
    return scores


def _score_spans(read: Read, scores: Scores) -> None:
    """Every fact stands in the folded text where its span says: the pandera check of the stage, over the corpus."""
    results: tuple[CheckResult, ...] = ()
    if read.document and read.resume:
        results = check_resume(read.resume, read.document)
    elif read.document and read.posting:
        results = check_posting(read.posting, read.document)
    for result in results:
        scores.count("spans", right=result.n - result.bad, found=result.n, gold=result.n)
        scores.misses += [f"{result.rule}: {sample}" for sample in result.samples]


def _score_notes(case: Case, read: Read, scores: Scores) -> None:
    """Hidden text: each phrase is found and in no fact; a clean file raises no alarm. And the notes that are asked for."""
    document = read.document
    text, hidden = (plain(document.text), plain(" ".join(one.text for one in document.hidden))) if document else ("", "")
    for phrase in case.hidden:
        is_found = plain(phrase) in hidden and plain(phrase) not in text
        scores.count("hidden", right=is_found, found=1, gold=1)
        if not is_found:
            scores.misses.append(f"hidden: not set apart: {phrase}")
    if not case.hidden and document:
        is_quiet = not document.hidden
        scores.count("no false alarm", right=is_quiet, found=1, gold=1)
        if not is_quiet:
            scores.misses.append(f"false alarm: {[one.text[:60] for one in document.hidden]}")
    parsed = read.resume or read.posting
    notes = {note.code for note in parsed.notes} if parsed else set()
    for code in case.notes:
        scores.count("notes", right=code in notes, found=1, gold=1)
        if code not in notes:
            scores.misses.append(f"note missing: {code}")


def _score_resume(case: Case, read: Read, scores: Scores) -> None:
    gold = case.resume
    assert gold is not None  # noqa: S101  the case was checked when it was loaded
    resume = read.resume
    name = resume.name.text if resume and resume.name else None
    is_named = fuzz.token_sort_ratio(plain(name), plain(gold.name)) >= _SAME if gold.name else name is None
    scores.count("name", right=is_named, found=1, gold=1)
    if not is_named:
        scores.misses.append(f"name: {name!r} for {gold.name!r}")
    _score_roles(gold.roles, resume.work if resume else (), scores, "roles")
    _score_roles(gold.other_roles, (*resume.projects, *resume.volunteer) if resume else (), scores, "other roles")
    for kind, wanted, got in (
        ("skills", gold.skills, [skill.name for skill in resume.skills] if resume else []),
        ("certificates", gold.certificates, [one.fact.text for one in resume.certificates] if resume else []),
        ("languages", gold.languages, [one.fact.text for one in resume.languages] if resume else []),
        ("education", [_degree(one.study, one.institution) for one in gold.education],
         [_degree(one.fact.text, _text(one.institution)) for one in resume.education] if resume else []),
    ):  # fmt: skip
        _score_list(kind, list(wanted), got, scores)
    stated = resume.years.stated if resume else None
    scores.count("stated years", right=stated == gold.stated_years, found=1, gold=1)
    if stated != gold.stated_years:
        scores.misses.append(f"stated years: {stated} for {gold.stated_years}")


def _degree(study: str | None, institution: str | None) -> str:
    return " ".join(filter(None, (study, institution)))


def _score_list(kind: str, gold: Sequence[str], found: Sequence[str], scores: Scores) -> None:
    """Named things: a found one that contains the gold one's words, or is contained, is it."""
    left = [plain(text) for text in found]
    right = 0
    for text in gold:
        at = next((n for n, one in enumerate(left) if one and _is_same_thing(plain(text), one)), None)
        if at is None:
            scores.misses.append(f"{kind}: missing {text!r}")
        else:
            right += 1
            left[at] = ""
    scores.count(kind, right=right, found=len(found), gold=len(gold))
    spare = [one for one in left if one]
    if spare:
        scores.misses.append(f"{kind}: not in gold {spare[:8]}")


def _is_same_thing(gold: str, found: str) -> bool:
    return fuzz.ratio(gold, found) >= _NAMED or fuzz.token_set_ratio(gold, found) >= 97  # noqa: PLR2004  one within the other


def _score_roles(gold: Sequence[GoldRole], found: Sequence[Position], scores: Scores, label: str) -> None:
    """Roles by title and employer, their dates, and their bullets below the right role."""
    left = list(found)
    right = 0
    for role in gold:
        position = _best(role, left)
        if position is not None:
            left.remove(position)
        is_right = position is not None and _matches(role, position)
        right += is_right
        if not is_right:
            shown = (_text(position.position), _text(position.name)) if position else None
            scores.misses.append(f"{label}: {role.title!r} at {role.employer!r} read as {shown}")
        dates = position is not None and (position.start_date, position.end_date, position.is_current)
        is_dated = dates == (role.start, None if role.is_current else role.end, role.is_current)
        scores.count(f"{label}: dates", right=is_dated, found=1, gold=1)
        if not is_dated:
            scores.misses.append(f"dates of {role.title!r}: {dates} for {(role.start, role.end, role.is_current)}")
        _score_bullets(role, position, scores, label)
    scores.count(label, right=right, found=len(found), gold=len(gold))
    scores.misses += [f"{label}: not in gold {_text(one.position)!r} at {_text(one.name)!r}" for one in left]


def _text(fact: object) -> str:
    return str(getattr(fact, "text", "") or "")


def _best(role: GoldRole, positions: Iterable[Position]) -> Position | None:
    """The position that is this role, if any is: by its bullets and its names together."""

    def likeness(position: Position) -> float:
        wanted = plain(" ".join([role.title or "", role.employer or "", *role.bullets]))
        got = plain(" ".join([_text(position.position), _text(position.name), *(one.text for one in position.highlights)]))
        names = _named(role.title, _text(position.position)) + _named(role.employer, _text(position.name))
        same_start = 60 if role.start and role.start == position.start_date else 0
        return fuzz.token_sort_ratio(wanted, got) + names + same_start

    ranked = sorted(positions, key=likeness, reverse=True)
    return ranked[0] if ranked and likeness(ranked[0]) >= 110 else None  # noqa: PLR2004  less is another role


def _named(gold: str | None, found: str) -> float:
    if not gold:
        return 100.0 if not found else 50.0
    return fuzz.ratio(plain(gold), plain(found))


def _matches(role: GoldRole, position: Position) -> bool:
    """Whether title and employer are the gold ones; a place or a team more does no harm."""
    title = _text(position.position) or (_text(position.name) if role.employer is None else "")
    return _is_name(role.title, title) and _is_name(role.employer, _text(position.name))


def _is_name(wanted: str | None, got: str) -> bool:
    if wanted is None:
        return True
    one, other = plain(wanted), plain(got)
    return fuzz.ratio(one, other) >= _NAMED or fuzz.token_set_ratio(one, other) == 100  # noqa: PLR2004  one within the other


def _score_bullets(role: GoldRole, position: Position | None, scores: Scores, label: str) -> None:
    found = [plain(one.text) for one in position.highlights] if position else []
    left = list(found)
    right = 0
    for bullet in role.bullets:
        best = process.extractOne(plain(bullet), left, scorer=fuzz.ratio, score_cutoff=_SAME)
        if best is None:
            scores.misses.append(f"bullet of {role.title!r}: {bullet[:90]}")
        else:
            right += 1
            left.remove(best[0])
    scores.count(f"{label}: bullets", right=right, found=len(found), gold=len(role.bullets))
    scores.misses += [f"bullet not in gold, of {role.title!r}: {one[:90]}" for one in left]


def _score_job(case: Case, read: Read, scores: Scores) -> None:
    gold = case.job
    assert gold is not None  # noqa: S101  as above
    posting = read.posting
    for name, wanted, got in (
        ("title", gold.title, posting.title if posting else None),
        ("employer", gold.employer, posting.hiring_organization if posting else None),
        ("place", gold.place, posting.job_location if posting else None),
    ):
        is_right = fuzz.ratio(plain(wanted), plain(got)) >= _NAMED if wanted else got is None
        scores.count(name, right=is_right, found=1, gold=1)
        if not is_right:
            scores.misses.append(f"{name}: {got!r} for {wanted!r}")
    rows = list(posting.requirements) if posting else []
    left = {number: plain(row.text) for number, row in enumerate(rows)}
    right = 0
    for asked in gold.requirements:
        best = process.extractOne(plain(asked.text), left, scorer=fuzz.ratio, score_cutoff=_NAMED)
        if best is None:
            scores.misses.append(f"requirement missing: [{asked.kind}] {asked.text[:100]}")
            scores.count("requirement kinds", right=0, found=0, gold=1)
            continue
        right += 1
        row = rows[best[2]]
        del left[best[2]]
        scores.count("requirement kinds", right=row.kind == asked.kind, found=1, gold=1)
        if row.kind != asked.kind:
            scores.misses.append(f"kind: {row.kind} for {asked.kind}: {asked.text[:90]}")
        scores.count("requirement years", right=row.years == asked.years, found=1, gold=1)
        if row.years != asked.years:
            scores.misses.append(f"years: {row.years} for {asked.years}: {asked.text[:90]}")
    scores.count("requirements", right=right, found=len(rows), gold=len(gold.requirements))
    scores.misses += [f"no requirement in gold: [{rows[number].kind}] {text[:100]}" for number, text in left.items()]
