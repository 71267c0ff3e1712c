"""The refusals of a file, each in one place, so that codes and wording stay the same for every format."""

from __future__ import annotations

from typing import Literal

from playbook.errors import Refusal

DocumentName = Literal["resume", "job"]
BYTES = 10 * 1024 * 1024
PAGES = 40
CHARACTERS = 200_000
LONGEST_NAME = 200
"""Characters of a company, a role or a person's name."""
WORDS = {"resume": 40, "job": 30}
SUFFIXES = {
    "resume": (".pdf", ".docx", ".txt", ".md", ".json"),
    "job": (".txt", ".md", ".pdf", ".docx", ".html", ".json"),
}
_NOUN = {"resume": "resume", "job": "posting"}


def missing(name: DocumentName, path: str) -> Refusal:
    """There is no such file."""
    return Refusal(f"{name}.missing", found=f"no file {path!r}", wanted=f"the path of a {_NOUN[name]}", remedy="check the path")


def unreadable(name: DocumentName, what: str) -> Refusal:
    """The bytes are not what the name says, or are damaged."""
    return Refusal(
        f"{name}.unreadable",
        found=what,
        wanted=f"a whole file of one of: {_suffixes(name)}",
        remedy="export it again, or save it as .txt",
    )


def unreadable_form(what: str) -> Refusal:
    """A filled playbook that breaks its reader."""
    return Refusal(
        "answers.unreadable",
        found=what,
        wanted="the playbook.pdf of a build, filled in and saved",
        remedy="save it again from your reader, or fill in answers.yaml",
    )


def unsupported(name: DocumentName, what: str) -> Refusal:
    """A format that is not read."""
    return Refusal(
        f"{name}.unsupported",
        found=what,
        wanted=f"one of: {_suffixes(name)}",
        remedy="save or export it in one of these formats",
    )


def empty(name: DocumentName) -> Refusal:
    """No bytes, or nothing but white space."""
    return Refusal(
        f"{name}.empty", found="an empty file", wanted=f"the text of a {_NOUN[name]}", remedy="check that the file was saved"
    )


def encrypted(name: DocumentName) -> Refusal:
    """A password is needed."""
    return Refusal(
        f"{name}.encrypted",
        found="a file that a password protects",
        wanted="a file that opens without one",
        remedy="remove the password",
    )


def scanned(name: DocumentName, pages: int) -> Refusal:
    """Pages without text."""
    return Refusal(
        f"{name}.scanned",
        found=f"{pages} page{'s' if pages != 1 else ''} of images without text",
        wanted="a file whose text can be selected",
        remedy="export the original as PDF, or read the pictures with --ocr",
    )


def hidden(name: DocumentName, *, is_scan: bool) -> Refusal:
    """Most of the text cannot be seen: read as it stands, the file would say what its pages do not show."""
    return Refusal(
        f"{name}.hidden-text",
        found="a file most of whose text nobody can see" + (" (a scan with text behind its pictures)" if is_scan else ""),
        wanted="a file that says what its pages show",
        remedy="export the original again" + (", or read the pictures with --ocr" if is_scan else ""),
    )


def language(name: DocumentName, found: str) -> Refusal:
    """A language whose resumes and postings are not read."""
    return Refusal(
        f"{name}.language",
        found=f"a {_NOUN[name]} in {found}",
        wanted="English, Spanish, German, French or Portuguese",
        remedy="give a version in one of these languages",
    )


def too_short(name: DocumentName, words: int) -> Refusal:
    """Too few words to make anything of."""
    return Refusal(
        f"{name}.too-short",
        found=f"{words} word{'s' if words != 1 else ''}",
        wanted=f"at least {WORDS[name]}",
        remedy=f"give the whole {_NOUN[name]}, not an excerpt",
    )


def too_large(name: DocumentName, found: str, wanted: str) -> Refusal:
    """Beyond a limit."""
    return Refusal(f"{name}.too-large", found=found, wanted=wanted, remedy=f"give the {_NOUN[name]} alone, without attachments")


def _suffixes(name: DocumentName) -> str:
    return " ".join(SUFFIXES[name])
