"""Whose a run is: candidates by their resumes, and persons of one or more candidates.

A candidate is a resume (`candidate_key` is its hash). One person may have sent several: those with the same name that share a
mail address or a telephone number are one. The same name alone is two persons, and so is an address that a family or an
agency shares.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from playbook.artifacts.document import Document
from playbook.artifacts.request import BuildRequest
from playbook.artifacts.resume import Resume
from playbook.erasure.lineage import Traces, traces
from playbook.erasure.marks import Mark, contact_marks, folded, name_mark
from playbook.erasure.search import Search
from playbook.erasure.texts import is_foreign, texts_of
from playbook.errors import Refusal
from playbook.store.blobs import BlobStore, ModelT
from playbook.store.journal import Archive

_SHORTEST_ID = 6
"""Characters of an id or a key that are taken for one."""


@dataclass(frozen=True)
class Candidate:
    """One resume with the runs that were made of it."""

    key: str
    runs: tuple[Traces, ...]
    names: tuple[str, ...]
    """As they are written: of the resume, and as it was asked for."""
    marks: frozenset[Mark]
    """Names, mail addresses, telephone numbers."""


@dataclass(frozen=True)
class Person:
    """Candidates who are one and the same."""

    candidates: tuple[Candidate, ...]

    @property
    def runs(self) -> frozenset[str]:
        """Ids of all runs."""
        return frozenset(run.run_id for candidate in self.candidates for run in candidate.runs)

    @property
    def marks(self) -> frozenset[Mark]:
        """Everything by which they are recognised."""
        return frozenset().union(*(candidate.marks for candidate in self.candidates))

    def __str__(self) -> str:
        """One line, for whoever has to choose."""
        names = sorted({name for candidate in self.candidates for name in candidate.names}) or ["(no name was read)"]
        keys = ", ".join(candidate.key[:12] for candidate in self.candidates)
        last = max((run.last[:10] for candidate in self.candidates for run in candidate.runs), default="")
        mails = ", ".join(sorted(_hinted(mark.text) for mark in self.marks if mark.kind == "mail")) or "no mail address"
        return f"{' / '.join(names)}: {mails}; candidate {keys}; {len(self.runs)} runs, the last {last}"


class Unsure(Refusal):
    """Nobody, or more than one person; they are in `persons`, for whoever has to choose."""

    def __init__(self, persons: list[Person]) -> None:
        """The line says how many, and names nobody."""
        self.persons = persons
        super().__init__(
            "candidate.ambiguous" if persons else "candidate.unknown",
            found=f"{len(persons)} persons" if persons else "nobody of whom a journal has a run",
            wanted="one person: the id of a run, a candidate's key, the file of a resume, a mail address, or a name",
            remedy="name one by the candidate's key, or say --all-matches"
            if persons
            else "`playbook runs --json` has the keys",
        )

    def __reduce__(self) -> tuple[object, ...]:
        """It is made of the persons."""
        return (Unsure, (self.persons,))


def people(archive: Archive, store: BlobStore) -> list[Person]:
    """Everybody of whom a journal has a run."""
    by_key: dict[str, list[Traces]] = {}
    for run in traces(archive).values():
        for key in run.candidates or _keys_of(run, store):
            by_key.setdefault(key, []).append(run)
    candidates = [_candidate(key, runs, store) for key, runs in sorted(by_key.items())]
    return [Person(tuple(group)) for group in _grouped(candidates)]


def chosen(who: str, everybody: list[Person]) -> list[Person]:
    """The persons whom `who` may mean: the file of a resume, the id of a run, a candidate's key, an address, or a name."""
    with contextlib.suppress(OSError):  # a name may be none that a file can have
        if Path(who).is_file():
            return _of_file(Path(who), everybody)
    wanted = folded(who.strip())
    if len(wanted) >= _SHORTEST_ID and not set(wanted) - set("0123456789abcdef"):
        found = [
            person
            for person in everybody
            if any(run.startswith(wanted) for run in person.runs)
            or any(candidate.key.startswith(wanted) for candidate in person.candidates)
        ]
        if found:
            return found
    asked = contact_marks(who)
    if asked:
        return [person for person in everybody if asked & person.marks]
    words = set(name.text.split()) if (name := name_mark(who)) else set(wanted.split())
    return [
        person
        for person in everybody
        if any(mark.kind == "name" and words and words <= set(mark.text.split()) for mark in person.marks)
    ]


def the_one(who: str, everybody: list[Person], *, is_all: bool) -> list[Person]:
    """Exactly one person, or with `is_all` everybody who is meant. Raises `Refusal` otherwise."""
    found = chosen(who, everybody)
    if found and (is_all or len(found) == 1):
        return found
    raise Unsure(found)


def _of_file(path: Path, everybody: list[Person]) -> list[Person]:
    """Whose resume that file is, byte for byte; else whose name stands in it with an address or a number of theirs."""
    content = path.read_bytes()
    key = sha256(content).hexdigest()
    same = [person for person in everybody if any(candidate.key == key for candidate in person.candidates)]
    if same:
        return same
    with Search(frozenset().union(*(person.marks for person in everybody))) as search:
        found = search.through(content).marks
    return [person for person in everybody if _pairs(person.marks & found)]


def _grouped(candidates: list[Candidate]) -> list[list[Candidate]]:
    """Candidates who are one person together."""
    groups: dict[int, list[Candidate]] = {}
    known: dict[tuple[Mark, Mark], int] = {}
    for number, candidate in enumerate(candidates):
        groups[number] = [candidate]
        pairs = _pairs(candidate.marks)
        for other in {known[pair] for pair in pairs if pair in known}:
            groups[number] += groups.pop(other)
        known |= {pair: number for one in groups[number] for pair in _pairs(one.marks)}
    return list(groups.values())


def _pairs(marks: frozenset[Mark]) -> set[tuple[Mark, Mark]]:
    """Each name with each address and number: who shares one is the same person."""
    names = [mark for mark in marks if mark.kind == "name"]
    return {(name, mark) for name in names for mark in marks if mark.kind in {"mail", "phone"}}


def _hinted(mail: str) -> str:
    """So much of a mail address that whoever knows it recognises it."""
    box, _, host = mail.rpartition("@")
    return f"{box[:1]}…@{host}"


def _keys_of(run: Traces, store: BlobStore) -> set[str]:
    """The hash of the resume of a run that was killed before its journal said so; of its own id where nothing was read."""
    documents = (load(Document, sha, store) for sha in run.documents)
    return {document.sha256 for document in documents if document and document.name == "resume"} or {run.run_id}


def _candidate(key: str, runs: list[Traces], store: BlobStore) -> Candidate:
    """A candidate as the artifacts of their runs show them."""
    names: set[str] = set()
    texts: list[str] = []
    for run in runs:
        for sha in run.requests:
            request = load(BuildRequest, sha, store)
            names |= {request.name} if request and request.name else set()
        for sha in run.resumes:
            resume = load(Resume, sha, store)
            names |= {resume.name.text} if resume and resume.name else set()
        documents = (load(Document, sha, store) for sha in run.documents)
        texts += [document.text for document in documents if document and document.name == "resume"]
    if not texts and key and (upload := store.peek(key)) and not is_foreign(upload):
        texts += texts_of(upload)
    marks = {mark for name in names if (mark := name_mark(name))}
    return Candidate(key, tuple(runs), tuple(sorted(names)), frozenset(marks.union(*map(contact_marks, texts))))


def load(kind: type[ModelT], sha: str, store: BlobStore) -> ModelT | None:
    """An artifact; `None` where it is gone, damaged, or of another kind."""
    try:
        return kind.model_validate_json(store.peek(sha))
    except ValidationError:
        return None
