"""The pitch of two minutes: past, present, pivot and future, filled with bullets first and with open sentences last.

It prefers bullets that the short pitch left out. What the candidate alone knows, such as why they leave, is asked
in brackets and never invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.artifacts.pitch import Passage
from playbook.provenance import Prose
from playbook.writing.graduates import earlier_posts
from playbook.writing.pitch_person import degree, role_with_article, school
from playbook.writing.pitch_pivot import pivot_frame
from playbook.writing.story_place import place_facts, with_article
from playbook.writing.story_text import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from playbook.artifacts.resume import Position
    from playbook.provenance import Line
    from playbook.writing.pen import Pen
    from playbook.writing.pitch_evidence import Evidence, EvidenceStore
    from playbook.writing.pitch_posting import Wanted

FEWEST, ENOUGH, MOST = 250, 272, 308
"""Words of the long pitch; filling stops at `ENOUGH`."""

_NAMES = ("past", "present", "pivot", "future")
_PAST_POSITIONS = 2
_BESIDE, _BESIDE_AT = 1, 3
"""Jobs of today that are told beside the first, and their place: behind it and what was done there."""
_EACH = 3
_BLANKS = 5
_FOLLOWS = re.compile(r"After that|Then\b|There was also")
"""Openings that want a job before them."""
_SPEAKABLE, _NAME = 26, 3
"""Words that can be quoted in speech, and of a value that is only named: "You say: Service" would say nothing."""


@dataclass(frozen=True)
class _Piece:
    """A sentence and where it goes."""

    part: str
    place: float
    lines: tuple[Line, ...]

    @property
    def words(self) -> int:
        return sum(len(line.text.split()) for line in self.lines)

    @property
    def blanks(self) -> int:
        return sum(len(line.blanks) for line in self.lines)


class LongPitch:
    """Puts the four passages together."""

    def __init__(self, pen: Pen, store: EvidenceStore, lines: Sequence[Wanted], said: Collection[str]) -> None:
        """`lines` are those of the posting that no other part has spoken of, `said` the values that one has."""
        self.pen = pen
        self.store = store
        self.wanted = lines
        self.said = said
        resume = pen.brief.resume
        # Where one heading holds several roles, the firm stands above them without a title of its own.
        titled = (one for one in resume.work if one.is_current and one.post)
        self._now = next(iter(resume.work), None)
        if self._now is not None and self._now.is_current and not self._now.title:
            self._now = next(titled, self._now)
        self._told: set[str] = set()
        """Jobs that have been named, so that what was done there can follow."""
        self._beside = tuple(one for one in resume.work[1:] if one.is_current and one is not self._now)[:_BESIDE]
        """What is done besides today."""
        self._earlier = in_time(earlier_posts(resume)[:_PAST_POSITIONS])

    def passages(self) -> tuple[Passage, ...]:
        """The four passages, within the words of two minutes."""
        pieces = [*self._past(), *self._present(), *self._pivot(), *self._future()]
        for piece in (*self._more_evidence(), *self._fillers()):
            words, blanks = sum(one.words for one in pieces), sum(one.blanks for one in pieces)
            if words >= ENOUGH:
                break
            if words + piece.words <= MOST and blanks + piece.blanks <= _BLANKS + (words < FEWEST):
                pieces.append(piece)
        ordered = sorted(pieces, key=lambda one: one.place)
        return tuple(
            Passage.model_validate(
                {"name": name, "prose": Prose(lines=tuple(line for one in ordered if one.part == name for line in one.lines))}
            )
            for name in _NAMES
        )

    def _past(self) -> list[_Piece]:
        pieces = [_Piece("past", 0, tuple(self._draft("pitch-past-reason")))]
        studied = degree(self.pen, "pitch-past-degree")
        if (
            studied is None
            and (not self._earlier or self.pen.brief.matching.changes_career)
            and self.pen.brief.resume.education
        ):
            studied = school(self.pen, "pitch-past-school", "pitch-past-school-plain", highest=True)
        if studied is not None:
            pieces.append(_Piece("past", 1, (studied,)))
        for index, position in enumerate(self._earlier):
            line = self._stint(position, first=not self._told)
            if line is not None:
                self._told.add(position.id)
                pieces.append(_Piece("past", 10 * (index + 1), (line,)))
        return pieces

    def _present(self) -> list[_Piece]:
        if self._now is None:
            return [_Piece("present", 0, tuple(self._draft("pitch-present-project")))] if self.pen.brief.resume.projects else []
        slots = self._slots(self._now)
        if not slots["a_label"]:
            return []
        frame = "pitch-present-current" if self._now.is_current and slots["start"] else "pitch-present-last"
        frame = frame if slots["employer"] else f"{frame}-plain"
        text = self.pen.pick(self.pen.knowledge.frames[frame].texts, seed="now", slots=slots)
        self._told.add(self._now.id)
        now = _Piece("present", 0, (self.pen.resume(text, *place_facts(self._now), slots=slots),))
        return [now, *self._besides()] if self._now.is_current else [now]

    def _besides(self) -> list[_Piece]:
        """Another job of today, which is never told as one of the past."""
        pieces = []
        for index, position in enumerate(self._beside):
            slots = self._slots(position)
            if not slots["employer"] or not slots["a_label"]:
                continue
            frame = "pitch-present-beside" if slots["start"] else "pitch-present-beside-undated"
            text = self.pen.pick(self.pen.knowledge.frames[frame].texts, seed=position.id, slots=slots)
            self._told.add(position.id)
            line = self.pen.resume(text, *place_facts(position), slots=slots)
            pieces.append(_Piece("present", _BESIDE_AT + index, (line,)))
        return pieces

    def _pivot(self) -> list[_Piece]:
        return [
            _Piece("pivot", 0, tuple(self._draft(pivot_frame(self.pen.brief)))),
            _Piece("pivot", 1, tuple(self._draft("pitch-pivot-wish"))),
        ]

    def _future(self) -> list[_Piece]:
        return [
            _Piece("future", 0, (self._goal(), *self._value())),
            _Piece("future", 1, tuple(self._draft("pitch-future-wish"))),
            _Piece("future", 9, tuple(self._draft("pitch-future-close"))),
        ]

    def _goal(self) -> Line:
        """The duty of the posting that the candidate wants next: as a verb phrase, else quoted."""
        pen = self.pen
        duties = [one for one in self.wanted if one.requirement.kind == "responsibility"]
        # What the resume shows is believed when it is wished for; what nobody could judge comes last.
        duties = [one for one in duties if one.shown and (one.deed or len(one.quote.split()) <= _SPEAKABLE)] or duties
        told = next((one for one in duties if one.deed), None)
        if told is not None:
            return self._of_posting("pitch-future-deed", told, {"deed": told.deed})
        short = [one for one in duties if len(one.quote.split()) <= _SPEAKABLE]
        if short:
            return self._of_posting("pitch-future-posting", short[0], {"quote": short[0].quote})
        facts = [pen.brief.posting.title_fact] if pen.brief.posting.title_fact else []
        return pen.job(pen.knowledge.frames["pitch-future-plain"].texts[0], *facts, slots={"a_role": role_with_article(pen)})

    def _of_posting(self, frame: str, one: Wanted, slots: dict[str, str]) -> Line:
        text = self.pen.pick(self.pen.knowledge.frames[frame].texts, seed="future", slots=slots)
        return self.pen.job(text, one.requirement.fact, slots=slots)

    def _value(self) -> list[Line]:
        """A value of the employer's own, by its name or in the posting's words; none that is only typical for the field."""
        company = self.pen.brief.company
        values = company.values_in_play if company.values_from != "role" else ()
        spoken = [value for value in values if len(value.statement.text.split()) <= _SPEAKABLE and value.id not in self.said]
        if not spoken:
            return []
        value = next((one for one in spoken if self.store.of_value(one.id)), spoken[0])
        named = company.values_from == "company"
        slots = {"value": value.name} if named else {"quote": value.statement.text.rstrip(". ")}
        frame = "pitch-future-value" if named else "pitch-future-words"
        frame = "pitch-future-named" if not named and len(value.statement.text.split()) <= _NAME else frame
        text = self.pen.pick(self.pen.knowledge.frames[frame].texts, seed="value", slots=slots)
        provenance = value.statement.provenance
        return [self.pen.line(part, provenance, value.statement.sources, slots=slots) for part in sentences(text)]

    def _more_evidence(self) -> list[_Piece]:
        """Bullets by their weight, those first that have not been spoken of; each below the job that it belongs to."""
        pieces: list[_Piece] = []
        told: dict[str, int] = {}
        for one in self.store.ranked(longest=40):
            home = self._home(one)
            if not one.said or home is None or told.get(one.position.id, 0) >= _EACH:
                continue
            count = told[one.position.id] = told.get(one.position.id, 0) + 1
            part, place = home
            if one.position.kind == "work" and one.position.id not in self._told:
                continue  # behind another job, "there" would be said of that one
            project = one.position.kind == "project"
            if project and one.slots["employer"]:
                frame = "pitch-proof-project" if count == 1 else "pitch-evidence-project-next"
                texts = self.pen.knowledge.frames[frame].texts
            elif one.position.kind == "volunteer" and one.slots["employer"]:
                texts = self.pen.knowledge.frames["pitch-proof"].texts
            elif one.position.kind != "work":
                texts = self.pen.knowledge.frames[f"pitch-evidence-{one.position.kind}"].texts
            else:
                texts = self.pen.knowledge.frames["pitch-evidence-first" if count == 1 else "pitch-evidence-next"].texts
            text = self.pen.pick(texts, seed=one.highlight.id, slots=one.slots)
            pieces.append(_Piece(part, place + count / 10, (self.pen.resume(text, *one.facts, slots=one.slots),)))
        return pieces

    def _home(self, one: Evidence) -> tuple[str, float] | None:
        """The passage that a bullet belongs to; none where its job is not told."""
        if self._now is not None and one.position.id == self._now.id:
            return "present", 0
        for index, position in enumerate(self._earlier):
            if one.position.id == position.id:
                return "past", 10 * (index + 1)
        for index, position in enumerate(self._beside):
            if one.position.id == position.id:
                return "present", _BESIDE_AT + index
        return ("present", 5) if one.position.kind != "work" else None

    def _fillers(self) -> list[_Piece]:
        """Open sentences, where the resume does not fill two minutes."""
        frames = {
            "future": ("pitch-future-filler", 5),
            "pivot": ("pitch-pivot-wish", 2),
            "present": ("pitch-present-filler" if self._now else "pitch-present-filler-graduate", 8),
            "past": ("pitch-past-filler", 90),
        }
        order = [
            "future",
            "present",
            "past",
            "pivot",
            "future",
            "pivot",
            "present",
            "future",
            "past",
            "future",
            "future",
            "future",
        ]
        pieces = []
        for number, part in enumerate(order):
            frame, place = frames[part]
            pieces.append(_Piece(part, place + number / 100, tuple(self._draft(frame, seed=f"{frame}{number}"))))
        return pieces

    def _stint(self, position: Position, *, first: bool) -> Line | None:
        """A job of the past."""
        slots = self._slots(position)
        if not slots["employer"] or not slots["a_label"]:
            return None
        if not slots["start"]:
            frame = "pitch-past-start-undated"
        elif first and len(self.pen.brief.resume.work) <= 1 + _PAST_POSITIONS:
            frame = "pitch-past-start"
        elif slots["start"] == slots["end"]:
            frame = "pitch-past-year"
        else:
            frame = "pitch-past-then" if slots["end"] else "pitch-past-start-undated"
        texts = list(self.pen.knowledge.frames[frame].texts)
        opening = [one for one in texts if not (first and _FOLLOWS.match(one))]
        text = self.pen.pick(opening or texts, seed=position.id, slots=slots)
        return self.pen.resume(text, *place_facts(position), slots=slots)

    def _slots(self, position: Position) -> dict[str, str]:
        return {
            "employer": position.employer,
            "a_label": with_article(position.post) if position.post else "",
            "start": position.start_date[:4] if position.dates and position.start_date else "",
            "end": position.end_date[:4] if position.dates and position.end_date else "",
        }

    def _draft(self, frame: str, *, seed: str = "") -> list[Line]:
        text = self.pen.pick(self.pen.knowledge.frames[frame].texts, seed=seed or frame)
        return [self.pen.draft(text, at=f"two-minutes:{frame}")]


def in_time(newest_first: tuple[Position, ...]) -> tuple[Position, ...]:
    """The oldest first: by their beginnings where all are known, since a resume goes by ends, or by what matters."""
    oldest_first = newest_first[::-1]
    if not all(one.start_date for one in oldest_first):
        return oldest_first
    return tuple(sorted(oldest_first, key=lambda one: (one.start_date or "")[:4]))
