"""The command line: options to calls, results to stdout, progress and refusals to stderr.

What a command does stands elsewhere; heavy modules are imported inside the command, so that `--help` answers at
once. Flows are application code of the checkout, not of the wheel, and are reached by name.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from playbook import improving, measuring, running
from playbook.collecting import collect_seldom
from playbook.commands.application import day
from playbook.errors import PlaybookError

if TYPE_CHECKING:
    from collections.abc import Iterable

app = App(
    name="playbook",
    help="A resume, a job posting and a company become a personalised interview playbook.",
    version=lambda: __import__("playbook").__version__,
    help_format="plaintext",  # reading docstrings as markup would cost more than printing them
)

Json = measuring.Json
Ocr = Annotated[bool, Parameter(name="--ocr", negative="", help="Recognise the words of scanned pages (extra `ocr`).")]

Document = Annotated[Path, Parameter(allow_leading_hyphen=True)]
"""A file, or `-` for standard input."""
Where = Annotated[str, Parameter(allow_leading_hyphen=True)]
"""A file, a URL such as `s3://bucket/file`, or `-` for standard input."""


@app.command
def build(  # noqa: PLR0913  the interface has as many options
    resume: Where,
    job: Where,
    *,
    company: str,
    role: str | None = None,
    name: str | None = None,
    model: str | None = None,
    on: Annotated[str | None, Parameter(name="--date")] = None,
    out: str = "playbook-out",
    answers: str | None = None,
    docx: Annotated[bool, Parameter(name="--docx", negative="")] = False,
    theme: Path | None = None,
    ocr: Ocr = False,
    budget: float | None = None,
    json: Json = False,
) -> int:
    """Build one playbook: PDF, web page, JSON, handout and cheat sheet.

    Parameters
    ----------
    resume
        Resume as .pdf, .docx, .txt, .md or .json (JSON Resume); `-` reads standard input.
    job
        Posting as .txt, .md, .pdf, .docx, .html or .json; `-` reads standard input.
    company
        Name of the employer.
    role
        Target role, where it is not the title of the posting.
    name
        Name of the candidate, where it is not the one in the resume.
    model
        `embedded` (no key, no network), or any name that `dspy.LM` takes. Default: PLAYBOOK_MODEL.
    on
        Day for which the playbook is made, as YYYY-MM-DD. Default: today.
    out
        Folder for the files, or a URL such as `s3://bucket/folder`.
    answers
        The answers.yaml or the playbook.pdf of an earlier build, with the blanks filled in.
    docx
        Also write stories, scripts and handout as playbook.docx, to edit.
    theme
        Logo, colours and brand line of an agency, as YAML or TOML; the handout stays without.
    budget
        USD that the model may cost; past it, stages keep the embedded words. Default: PLAYBOOK_BUDGET.
    """
    from playbook.commands.build import build_one
    from playbook.locations import located

    return build_one(
        located(resume),
        located(job),
        company=company,
        role=role,
        name=name,
        model=model,
        on=day(on),
        out=located(out),
        answers=located(answers) if answers is not None else None,
        ocr=ocr,
        budget=budget,
        docx=docx,
        theme=theme,
        as_json=json,
    )


@app.command
def read(
    file: Document,
    *,
    job: Annotated[bool, Parameter(name="--job", negative="")] = False,
    on: Annotated[str | None, Parameter(name="--date")] = None,
    ocr: Ocr = False,
    json: Json = False,
) -> int:
    """Show what is read of a file: sections, roles, bullets, requirements, warnings.

    Parameters
    ----------
    file
        Resume as .pdf, .docx, .txt, .md or .json; `-` reads standard input.
    job
        The file is a posting: also .html.
    on
        Day that "present" means, as YYYY-MM-DD. Default: today.
    """
    from playbook.commands.read import read_file

    return read_file(file, is_job=job, ocr=ocr, on=day(on), as_json=json)


@app.command
def explain(file: Path, claim: str, *, json: Json = False) -> int:
    """Show where a sentence of a playbook comes from, its sources in their context.

    Parameters
    ----------
    file
        A `playbook.json`, or the `playbook.pdf` that has it attached.
    claim
        Id of the claim, such as `c042`, or words of the sentence.
    """
    from playbook.commands.explain import explain_claim

    return explain_claim(file, claim, as_json=json)


@app.command
def inspect(*files: Path, json: Json = False) -> int:
    """Check finished playbooks again: every number and name of a sentence against its sources.

    Parameters
    ----------
    files
        One or more `playbook.json`, or `playbook.pdf` that have it attached.
    """
    from playbook.commands.inspect import inspect_files

    return inspect_files(files, as_json=json)


@app.command
def coverage(*jobs: Path, top: int = 30, json: Json = False) -> int:
    """Show which terms of postings the knowledge packs do not know.

    Parameters
    ----------
    jobs
        Postings, or folders of postings. Default: the postings of the project.
    top
        Unknown terms to list for each trade.
    """
    from playbook.commands.coverage import show_coverage

    return show_coverage(jobs, top=top, as_json=json)


@app.command
def doctor(*, json: Json = False) -> int:
    """Check system libraries, packs, model and store: found, wanted, remedy."""
    from playbook.commands.doctor import examine

    return examine(as_json=json)


running.add_to(app)
measuring.add_to(app)
improving.add_to(app)

packs = App(name="packs", help="Count the knowledge packs, and find what is wrong with them.")
app.command(packs)


@packs.command
def check(*files: Path, json: Json = False) -> int:
    """Find faults of shape, ids that lead nowhere, names that collide, texts to mend.

    Parameters
    ----------
    files
        Pack files of which to show the findings. Default: all.
    """
    from playbook.commands.packs import check_packs

    return check_packs(files, as_json=json)


@packs.command
def count(*, json: Json = False) -> int:
    """Count the entries of each kind, and the questions of each trade."""
    from playbook.commands.packs import count_packs

    return count_packs(as_json=json)


def main(arguments: Iterable[str] | None = None) -> None:
    """Run a command and exit with the code of the interface; never a traceback."""
    collect_seldom()
    try:
        code = app(list(arguments) if arguments is not None else None, exit_on_error=True, result_action="return_value")
    except PlaybookError as error:
        print(f"playbook: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("playbook: stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read the output has seen enough; what Python would flush at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
