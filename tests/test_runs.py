"""The command `runs` of a batch: the rows that were asked for, and a word about what it cannot list."""

from __future__ import annotations

import json

import pytest
from night_journals import night

from playbook.cli import main
from playbook.errors import Refusal
from playbook.settings import Settings


@pytest.fixture(autouse=True)
def _home(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))


@pytest.fixture
def listed(capsys: pytest.CaptureFixture[str]):
    """The rows that the command lists with these options, and what it says on stderr."""

    def run(*options: str) -> tuple[list[str], str]:
        with pytest.raises(SystemExit) as ended:
            main(["runs", "--batch", "last", "--json", *options])
        said = capsys.readouterr()
        assert ended.value.code == 0
        return [row["row_id"] for row in json.loads(said.out)["rows"]], said.err

    return run


def test_rows_of_a_batch_that_ended_before_a_day_are_left_out(settings: Settings, listed):
    night(settings, 1, made=1, failed=1)
    assert listed("--since", "2020-01-01")[0] == ["r1", "r0"]
    assert listed("--since", "2020-01-01", "--failed")[0] == ["r1"]
    assert listed("--since", "2999-01-01")[0] == []


def test_a_batch_is_listed_with_a_word_about_the_journals_that_cannot_be_read(settings: Settings, listed):
    night(settings, 1, made=1)
    assert listed() == (["r0"], "")
    (settings.journals / "cut.ndjson").write_text('{"table": "run"')
    assert listed("--failed") == ([], "1 journals cannot be read and are left out: cut.ndjson\n")


def test_where_the_batch_itself_is_in_such_a_journal_that_is_said_too(settings: Settings, capsys: pytest.CaptureFixture[str]):
    from playbook.commands.ledger import list_batch

    settings.journals.mkdir(parents=True)
    (settings.journals / "night.ndjson").write_text('{"table": "batch"')
    with pytest.raises(Refusal, match=r"batch\.unknown"):
        list_batch("night", failed=False, since=None, as_json=False)
    assert "night.ndjson" in capsys.readouterr().err
