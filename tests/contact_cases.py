"""A fictional resume full of contact data that can be told apart, and where none of it may be found."""

from __future__ import annotations

from pathlib import Path

from conftest import SAMPLES

from playbook.settings import Settings

NAME = "luis-herrera"
CONTACT = """LUIS HERRERA
Account Executive, B2B SaaS
1420 Maple Grove Avenue, Apt 4B, Austin, Texas · marked.mail@example.com · +1 555-010-0147
linkedin.com/in/marked-profile · https://marked-site.example/me
"""
MARKS = ("marked.mail", "010-0147", "0100147", "Maple Grove", "marked-profile", "marked-site")
"""Each stands in the resume, and nowhere else."""


def resume(folder: Path, name: str = "resume.txt", *, more: str = "") -> Path:
    """The sample's resume under these lines of contact, with more at its end."""
    body = (SAMPLES / NAME / "resume.txt").read_text(encoding="utf-8").split("\n", 3)[3]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(CONTACT + body + more, encoding="utf-8")
    return path


def found_in(*texts: object) -> set[str]:
    """The marks that stand in any of these texts."""
    return {mark for mark in MARKS for text in texts if mark.casefold() in str(text).casefold()}


def records(settings: Settings) -> list[str]:
    """What a home keeps to tell of runs: journals, and every cell of the ledger."""
    from playbook.erasure.evals import rows_of, text_of
    from playbook.store.ledger import ledger

    texts = [path.read_text(encoding="utf-8") for path in settings.journals.iterdir()]
    with ledger(settings) as connection:
        texts += [text_of(cells) for _, _, cells in rows_of(connection)]
    return texts
