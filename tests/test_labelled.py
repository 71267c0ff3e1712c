"""The labelled set quotes its documents word for word, covers every trade on four levels, and keeps its splits."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from evals.labelled.loading import load, stored
from evals.labelled.pairs import CLOSED, LABELLED, UNLABELLED, Pair, pairs
from evals.labelled.release import RELEASES, current, make_release, recorded
from evals.labelled.vocabulary import known, senses
from evals.matching.judged import judge_pair
from evals.matching.report import FALSE_GAPS, KNOWN
from playbook.errors import Refusal
from playbook.knowledge.coverage import coverage
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.settings import Settings
from playbook.store.evals import eval_store

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
    assert {family: levels[family] for family in knowledge.families.keys() - UNLABELLED if levels[family] < 4} == {}
    assert {family for family in UNLABELLED if family not in knowledge.families or levels[family]} == set()
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


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """A labelled set of two pairs, of which nothing is released."""
    root = tmp_path / "labelled"
    for pair in (PAIRS[0], PAIRS[1]):
        (root / pair.id).mkdir(parents=True)
        for path in pair.folder.iterdir():
            (root / pair.id / path.name).write_bytes(path.read_bytes())
    return root


def test_the_text_in_git_is_a_numbered_release():
    """Where this fails, the labelled set has changed: `playbook labelled release --why ...` gives it the next number."""
    assert current().number == recorded()[-1].release


def test_every_pair_has_the_split_that_was_written_down_when_it_joined():
    frozen = {item: split for one in recorded() for item, split in one.joined.items()}
    assert {item.id: item.split for item in current().items} == frozen
    assert {pair.id: pair.split for pair in PAIRS} == frozen


def test_unchanged_text_keeps_its_number_and_changed_text_gets_the_next(labelled: Path):
    assert current(labelled).name.startswith("draft ")
    first, is_new = make_release("The first two pairs", labelled)
    assert (first.number, is_new) == (1, True)
    assert make_release("Nothing", labelled) == (first, False)
    resume = labelled / PAIRS[0].id / "resume.txt"
    before = resume.read_text()
    resume.write_text(before + "\nOne more line")
    assert current(labelled).number is None
    assert make_release("A line", labelled)[0].number == 2
    resume.write_text(before)
    assert current(labelled).number == 1
    assert [one.note for one in recorded(labelled)] == ["The first two pairs", "A line"]


def test_a_split_is_frozen_even_where_the_hash_would_say_another(labelled: Path):
    make_release("The first two pairs", labelled)
    path = labelled / RELEASES
    rows = yaml.safe_load(path.read_text())
    (first, was), *_ = rows[0]["joined"].items()
    rows[0]["joined"][first] = "dev" if was != "dev" else "train"
    path.write_text(yaml.safe_dump(rows))
    assert current(labelled).by_id[first].split != was


def test_labels_that_quote_nothing_are_not_released(labelled: Path):
    path = labelled / PAIRS[0].id / "labels.yaml"
    labels = yaml.safe_load(path.read_text())
    labels["stories"][0]["bullet"] = "Turned lead into gold"
    path.write_text(yaml.safe_dump(labels))
    with pytest.raises(Refusal, match=r"labels\.unfaithful.*Turned lead"):
        make_release("Alchemy", labelled)


@pytest.mark.parametrize("numbers", [[2], [1, 1], [1, 3]])
def test_a_history_with_a_hole_is_refused(labelled: Path, numbers: list[int]):
    rows = [{"release": number, "content": "0" * 64, "note": "", "joined": {}} for number in numbers]
    (labelled / RELEASES).write_text(yaml.safe_dump(rows))
    with pytest.raises(Refusal, match=r"releases\.invalid"):
        current(labelled)


def test_a_release_comes_out_of_the_store_as_it_went_in(labelled: Path, settings: Settings):
    draft = current(labelled)
    with eval_store(settings) as store:
        assert load(store, draft)
        assert not load(store, draft)
        assert stored(store, draft.sha[:8]) == draft
        made, _ = make_release("The first two pairs", labelled)
        assert not load(store, made)
        assert stored(store, "1") == made
        counts = store.rows("select count(*) as n, count(distinct stage) as stages from eval.label")
        assert counts[0]["n"] == sum(len(item.labels.requirements) + len(item.labels.stories) + len(item.labels.questions) + 2
                                     for item in (draft.items[0], draft.items[1])) + _second(draft)  # fmt: skip
        with pytest.raises(Refusal, match=r"release\.unknown"):
            stored(store, "7")


def _second(release: object) -> int:
    found = [item.second for item in release.items if item.second]  # type: ignore[attr-defined]
    return sum(len(one.requirements) + len(one.stories) + len(one.questions) + 2 for one in found)


def test_words_of_labellers_mean_entries_of_the_packs(knowledge: Knowledge):
    table = yaml.safe_load((LABELLED / "vocabulary.yaml").read_text())
    assert set(table) <= set(knowledge.competencies)
    assert known(["Process improvement", "juggling"]) == {"process-improvement"}
    assert senses(["juggling"]) == {"juggling"}


def test_kinds_of_accomplishment_are_those_of_the_packs(knowledge: Knowledge):
    given = {story.archetype for pair in PAIRS for one in (pair.labels, pair.second) if one for story in one.stories}
    assert given - {""} <= set(knowledge.archetypes)
