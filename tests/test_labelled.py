"""The labelled set quotes its documents word for word, covers every trade on four levels, and keeps its splits."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from evals.labelled.pairs import CLOSED, Pair, pairs
from evals.matching.judged import judge_pair
from evals.matching.report import FALSE_GAPS, KNOWN
from playbook.knowledge.coverage import coverage
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge

PAIRS = pairs()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_every_label_quotes_its_document(pair: Pair):
    assert list(pair.faults()) == []
    assert sum(pair.labels.questions.values()) == 12


def test_a_label_that_quotes_nothing_is_found(tmp_path: Path):
    source = PAIRS[0].folder
    for name in ("resume.txt", "job.txt"):
        (tmp_path / name).write_text((source / name).read_text())
    labels = yaml.safe_load((source / "labels.yaml").read_text())
    labels["requirements"][0]["text"] = "Ten years of alchemy"
    labels["stories"][0]["bullet"] = "Turned lead into gold"
    (tmp_path / "labels.yaml").write_text(yaml.safe_dump(labels))
    found = "\n".join(Pair(tmp_path).faults())
    assert "Ten years of alchemy" in found
    assert "Turned lead into gold" in found


def test_every_trade_stands_there_on_four_levels(knowledge: Knowledge):
    levels = Counter(pair.labels.family for pair in PAIRS)
    assert {family: levels[family] for family in knowledge.families if levels[family] < 4} == {}
    assert all(len({pair.labels.level for pair in PAIRS if pair.labels.family == family}) >= 3 for family in levels)


def test_closed_trades_stand_in_the_test_split_alone():
    assert len(CLOSED) >= 4
    assert {pair.split for pair in PAIRS if pair.labels.family in CLOSED} == {"test"}
    splits = Counter(pair.split for pair in PAIRS)
    assert min(splits["train"], splits["dev"], splits["test"]) >= 8


def test_hardly_a_requirement_that_is_met_is_called_a_gap(knowledge: Knowledge):
    results = [judge_pair(pair, knowledge) for pair in PAIRS if pair.split == "test"]
    met = sum(line.label.met for result in results for line in result.lines if line.match)
    assert sum(len(result.false_gaps) for result in results) <= FALSE_GAPS * met


def test_the_packs_know_the_terms_of_postings_that_they_were_not_written_from(knowledge: Knowledge):
    results = [judge_pair(pair, knowledge) for pair in PAIRS if pair.split == "test"]
    found = coverage(((result.pair.labels.family, result.texts) for result in results), lexicon_of(knowledge))
    assert {one.family: round(one.share, 3) for one in found if one.share < KNOWN} == {}
