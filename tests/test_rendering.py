"""What a build makes: six files, the same each time, out of nothing but the package."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from time import sleep
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from playbook.errors import PlaybookError
from playbook.provenance import lines_of
from playbook.rendering import engine, pdf
from playbook.rendering.pictures import career
from playbook.rendering.render import render
from playbook.settings import CHECKOUT
from tests.document_factory import NAME, documents
from tests.playbook_factory import make_playbook
from tests.rendered import built, filled, pages, squeezed

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"playbook.pdf", "playbook.html", "handout.pdf", "cheat-sheet.pdf", "playbook.json", "answers.yaml"}


def test_a_build_has_the_six_files() -> None:
    """The names are a promise."""
    assert set(built()) == FILES


def test_the_same_playbook_gives_the_same_bytes() -> None:
    """No clock and no chance in any file, though a second lies between."""
    one = render(make_playbook(2, 2), documents())
    sleep(1.1)  # fonts are stamped in seconds
    other = render(make_playbook(2, 2), documents())
    assert {name for name in FILES if one[name] != other[name]} == set()


def test_another_process_gives_the_same_bytes() -> None:
    """Nothing of a process, such as the order of its sets or the folder of its fonts, reaches a file."""
    code = (
        "import hashlib, json; from playbook.rendering.render import render;"
        "from tests.document_factory import documents; from tests.playbook_factory import make_playbook;"
        "files = render(make_playbook(2, 2), documents()); print(json.dumps({n: hashlib.sha256(d).hexdigest() for n, d in files.items()}))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]
    one, other = (json.loads(run.stdout) for run in made)
    assert one == other == {name: sha256(data).hexdigest() for name, data in render(make_playbook(2, 2), documents()).items()}


def test_every_sentence_is_printed() -> None:
    """Each line of each section stands in the PDF and on the web page, whole."""
    playbook = make_playbook()
    printed = re.sub(r"\(p\.\d+\)", "", squeezed("".join(pages(built()["playbook.pdf"]))))
    web = squeezed(re.sub(r"<[^>]+>", "", built()["playbook.html"].decode()))
    missing = [
        text
        for _, line in lines_of(playbook.sections)
        if (text := squeezed(line.text)) not in printed or text.replace("&", "&amp;").replace("'", "&#39;") not in web
    ]
    assert missing == []


def test_the_pdf_says_what_it_is() -> None:
    """Tags, language, title, author, and the record attached."""
    reader = PdfReader(BytesIO(built()["playbook.pdf"]))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-US"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == f"Interview playbook: {NAME}, Regional Operations Manager, Őrség & Søn Foods"
    assert reader.metadata.author == NAME
    assert reader.attachments["playbook.json"] == [built()["playbook.json"]]


def test_a_thin_playbook_is_rendered_too() -> None:
    """Few stories and questions, no gap, no values, a score without a range."""
    playbook = make_playbook(2, 3)
    brief = playbook.brief
    fit = brief.fit.model_copy(
        update={"low": 78, "high": 78, "ledger": (), "caps": ("A licence that the posting requires is missing.",)}
    )
    company = brief.company.model_copy(
        update={"values": (), "profiled": False, "values_from": "role", "special_interviewer": None}
    )
    standing = playbook.assessment.standing.model_copy(update={"gaps": (), "strengths": ()})
    thin = playbook.model_copy(
        update={
            "brief": brief.model_copy(update={"fit": fit, "company": company}),
            "assessment": playbook.assessment.model_copy(update={"standing": standing}),
            "scripts": playbook.scripts.model_copy(update={"bridges": (), "table": ()}),
            "cheat_sheet": playbook.cheat_sheet.model_copy(update={"gap": None}),
            "inspection": None,
        }
    )
    data = render(thin, documents())
    assert min(filled(data["playbook.pdf"])) > 0.2
    assert "Two stories that win interviews" in data["playbook.html"].decode()


def test_a_post_of_seasons_is_shown_by_its_years() -> None:
    """Known bad: "summers 2015-2017" stood on the page as from June 2015 to August 2017, which nobody had written."""
    playbook = make_playbook(2, 2)
    (work,) = playbook.brief.resume.work
    assert work.position is not None
    seasonal, told = (
        work.model_copy(
            update={
                "id": name,
                "start_date": "2015-06",
                "end_date": "2017-08",
                "is_current": False,
                "highlights": (),
                "dates": work.position.model_copy(update={"text": dates}),
            }
        )
        for name, dates in (("p2", "summers 2015-2017"), ("p3", "June 2015 - Aug 2017"))
    )
    resume = playbook.brief.resume.model_copy(update={"work": (work, seasonal, told)})
    shown = career(playbook.model_copy(update={"brief": playbook.brief.model_copy(update={"resume": resume})}))
    assert shown is not None
    assert [post.when for post in shown.posts][1:] == ["2015 – 2017", "Jun 2015 – Aug 2017"]


def test_nothing_but_the_package_is_fetched(tmp_path: Path) -> None:
    """Neither files of the machine nor addresses of the network."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    fetcher = engine.engine("a4").fetcher()
    for url in (secret.as_uri(), "file:///etc/passwd", "http://127.0.0.1/", "https://example.com/x.png", "ftp://example.com/x",
                f"{engine.PACKAGE.as_uri()}/../../pyproject.toml", "data:text/css,*{color:red}"):  # fmt: skip
        with pytest.raises(ValueError, match="refused to fetch"):
            fetcher.fetch(url)
    assert fetcher.fetch(f"{engine.PACKAGE.as_uri()}/styles/cover.svg")


def test_a_missing_pango_is_one_line_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of the traceback that the import ends with."""

    class NoPango:
        def find_spec(self, name: str, *_: object) -> None:
            if name.split(".", maxsplit=1)[0] == "weasyprint":
                message = "cannot load library 'libpango-1.0-0'"
                raise OSError(message)

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    engine.engine.cache_clear()
    engine._library.cache_clear()
    with pytest.raises(PlaybookError, match="apt-get install") as caught:
        pdf.lay_out("<p>x", "a4")
    assert caught.value.code == "system.pango"
    engine.engine.cache_clear()
    engine._library.cache_clear()
