"""What is mended in the engine: each mend has something that it holds, so that a new version of the engine shows."""

from __future__ import annotations

import subprocess
import sys
import zlib
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from weasyprint.css import StyleFor

from playbook.rendering import html, pdf
from playbook.rendering.engine import engine
from tests.playbook_factory import make_playbook
from tests.rendered import built

MADE = pdf.Made(date(2026, 11, 23), b"mended")


def _page(body: str) -> str:
    return f'<html lang="en"><head><title>A page</title></head><body>{body}</body></html>'


_COUNTED = """
import subprocess
asked, begin = [], subprocess.Popen.__init__
def counted(self, *arguments, **options):
    asked.append(1)
    begin(self, *arguments, **options)
subprocess.Popen.__init__ = counted
{}
print(len(asked))
"""


def _processes_of(code: str) -> int:
    """How many processes some code starts in a fresh interpreter."""
    command = [sys.executable, "-W", "ignore", "-c", _COUNTED.format(code)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert not ended.returncode, ended.stderr
    return int(ended.stdout.split()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' loaders are asked in another way")
def test_the_engine_is_loaded_without_asking_a_compiler_for_its_libraries():
    assert _processes_of("import weasyprint") > 0
    assert _processes_of("from playbook.rendering.engine import engine; engine('a4')") == 0


def test_no_text_has_a_font_feature_which_would_lose_memory_for_good():
    engine.cache_clear()
    document = pdf.lay_out(html.page(make_playbook(1, 1), "print"), "a4")
    pdf.write(document, MADE)
    assert engine("a4").fonts.font_features == {}


def test_an_element_has_no_styles_but_its_own(monkeypatch: pytest.MonkeyPatch):
    given, compute = set(), StyleFor.set_computed_styles

    def noted(self: Any, element: Any, *others: Any, **options: Any) -> None:
        given.add((getattr(element, "tag", ""), options.get("pseudo_type")))
        compute(self, element, *others, **options)

    monkeypatch.setattr(StyleFor, "set_computed_styles", noted)
    pdf.lay_out(_page("<p>Words.</p><ul><li>A point.</li></ul>"), "a4")
    assert {pseudo for tag, pseudo in given if tag == "p"} == {None}
    assert {pseudo for tag, pseudo in given if tag == "li"} == {None, "marker"}


def test_each_object_of_a_file_is_made_once(monkeypatch: pytest.MonkeyPatch):
    document = pdf.lay_out(_page("<p>Words.</p><div style='break-before: page'>More.</div>"), "a4")
    packed, pack = [], zlib.compressobj

    def counted(*arguments: Any, **options: Any) -> Any:
        packed.append(1)
        return pack(*arguments, **options)

    monkeypatch.setattr(zlib, "compressobj", counted)
    data = pdf.write(document, MADE, {"data.json": b"{}"})
    with pikepdf.open(BytesIO(data)) as file:
        streams = [item for item in file.objects if isinstance(item, pikepdf.Stream) and "/Filter" in item]
        assert len(packed) == len(streams) > 2


def test_a_bullet_still_stands_before_a_point():
    with pikepdf.open(BytesIO(built()["playbook.pdf"])) as file:
        kinds = [str(item.S) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item]
    assert kinds.count("/Lbl") == kinds.count("/LI") > 100
