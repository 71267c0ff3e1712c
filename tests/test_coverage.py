"""What the packs do not know: counted by trade, named by term, and never called a gap."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playbook.cli import main
from playbook.knowledge.coverage import coverage
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge

BREWER = """Brewer
Harrow & Finch Brewing
About the role
You will brew our range in a ten-barrel brewhouse.
Responsibilities
- Run mash tun, lauter tun and kettle for three brews a day
- Pitch yeast and watch krausening in twelve fermenters
Requirements
- Two years of zymurgy and wort lautering
- Experience with PostgreSQL
"""


def test_terms_are_counted_by_trade_and_the_unknown_ones_named(knowledge: Knowledge):
    texts = ["Two years of zymurgy and wort lautering", "Zymurgy of lagers", "Experience with PostgreSQL"]
    (found,) = coverage([("general", texts)], lexicon_of(knowledge))
    assert (found.postings, found.requirements, found.unjudged) == (1, 3, 2)
    assert found.unknown[0].words == "zymurgy"
    assert (found.unknown[0].count, found.unknown[0].example) == (2, texts[0])
    assert 0 < found.share < 0.5


def test_the_worst_known_trade_stands_first(knowledge: Knowledge):
    found = coverage([("software", ["PostgreSQL"]), ("general", ["Zymurgy and krausening"])], lexicon_of(knowledge))
    assert [one.family for one in found] == ["general", "software"]


def test_the_command_reads_postings_and_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "job.txt").write_text(BREWER)
    (tmp_path / "one" / "resume.txt").write_text("not a posting")
    with pytest.raises(SystemExit) as stopped:
        main(["coverage", str(tmp_path), "--json"])
    assert stopped.value.code == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["postings"] == 1
    assert "zymurgy" in {term["words"] for term in record["unknown"]}


def test_a_folder_without_a_posting_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["coverage", str(tmp_path)])
    assert stopped.value.code == 2
    assert "job.missing" in capsys.readouterr().err
