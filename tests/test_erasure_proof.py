"""What an erasure left is found, whatever it is in; what is a namesake's is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from erasure_cases import ANA, BEN, Home, plan_for

from playbook.commands.erase import carry_out
from playbook.erasure import plan as plans
from playbook.erasure.proof import prove
from playbook.settings import Settings
from playbook.store.ledger import ledger


def test_a_namesake_keeps_what_is_theirs_and_the_proof_says_so(home: Home, tmp_path: Path):
    ana, other = home.run(*ANA, out=tmp_path / "ana"), home.run(ANA[0], "other@example.net", out=tmp_path / "other")
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert not proof.left
    assert proof.namesakes
    assert home.shas[other] <= home.stored
    assert (tmp_path / "other" / "playbook.html").exists()


def test_an_address_that_an_agency_puts_on_every_resume_makes_nobody_one(home: Home):
    ana = home.run(ANA[0], "desk@example.com")
    home.run(BEN[0], "desk@example.com")
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert not proof.left


@pytest.mark.parametrize(
    ("where", "content"),
    [
        ("notes.txt", b"call Ana-Maria QUILL"),
        ("artifacts/aa/stray", b"write to Ana.Quill@example.com"),
        ("keys/old.json", b'{"who": "Ana Maria Quill"}'),
        ("keys/ab/" + "ab" * 32 + ".json", b'{"sha": "x", "kind": "K", "who": "Ana Maria Quill"}'),
        ("journals/x.damaged", b'{"table": "run", "error": "tel. (555) 010 0142"}'),
        ("export/ana-maria-quill.bin", b"\x00"),
        ("journals/x.ndjson.1.partial", "Ana Mari\u00e1 Quill".encode()),
    ],
)
def test_a_leftover_that_was_planted_makes_the_proof_fail_and_is_named(home: Home, where: str, content: bytes):
    home.run(*ANA)
    home.run(*BEN)
    plan = plan_for(home, "ana maria quill")
    carry_out(plan, home.settings)
    path = home.settings.home / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    (left,) = prove(plan, home.settings).left
    assert Path(where).name.removesuffix(".json") in left.where
    path.unlink()
    assert not prove(plan, home.settings).left


def test_a_leftover_inside_a_pdf_a_zip_or_packed_is_found(home: Home, tmp_path: Path):
    import gzip
    import zipfile

    from reportlab.pdfgen.canvas import Canvas

    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")
    carry_out(plan, home.settings)
    sheet = Canvas(str(tmp_path / "a.pdf"))
    sheet.drawString(100, 700, "Ana Maria Quill")
    sheet.save()
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:t>Ana Ma</w:t><w:t>ria Quill</w:t>")
    planted = {home.store.put_bytes(path.read_bytes()) for path in tmp_path.glob("a.*")}
    planted.add(home.store.put_bytes(gzip.compress(b"Ana Maria Quill")))
    assert {trace.where for trace in prove(plan, home.settings).left} == {f"artifact {sha}" for sha in planted}


def test_a_leftover_in_the_tables_of_the_ledger_or_the_eval_store_is_found(home: Home):
    from playbook.store.evals import eval_store

    home.run(*ANA)
    plan = plan_for(home, "ana maria quill")
    carry_out(plan, home.settings)
    with ledger(home.settings) as connection:
        connection.execute("insert into ledger.journal (name, rows) values ('Ana Maria Quill', 1)")
    with eval_store(home.settings) as store:
        store.insert("document", [{"doc_sha": "d", "kind": "resume", "text": "ana.quill@example.com"}])
    left = [trace.where for trace in prove(plan, home.settings).left]
    assert any("ledger.journal" in where for where in left)
    assert any("eval.document" in where for where in left)


def test_rows_of_the_eval_store_that_hold_the_person_go_from_the_file_as_well(home: Home):
    from playbook.store.evals import eval_store

    home.run(*ANA)
    with eval_store(home.settings) as store:
        texts = ("Resume of Ana, ana.quill@example.com", "Resume of somebody else")
        store.insert("document", [{"doc_sha": text[:12], "kind": "resume", "text": text} for text in texts])
    removed, proof = carry_out(plan_for(home, "ana maria quill"), home.settings)
    assert (removed.rows, proof.left) == (1, [])
    assert b"ana.quill" not in home.settings.evals.read_bytes()
    with eval_store(home.settings) as store:
        assert [row["text"] for row in store.rows("select text from eval.document")] == [texts[1]]


def test_an_edited_file_of_the_person_goes_and_a_file_that_is_not_ours_is_named(home: Home, tmp_path: Path):
    ana = home.run(*ANA, out=tmp_path / "ana")
    (tmp_path / "ana" / "answers.yaml").write_text("of: Ana Maria Quill\nq1: mine\n")
    (tmp_path / "ana" / "answers.edited-1.yaml").write_text("of: Ana Maria Quill\n")
    (tmp_path / "ana" / "letter.txt").write_text("Dear Ana Maria Quill")
    (tmp_path / "ana" / "shopping.txt").write_text("milk")
    plan = plan_for(home, ana)
    removed, proof = carry_out(plan, home.settings)
    assert removed.files == 3
    assert [trace.where for trace in proof.left] == [str(tmp_path / "ana" / "letter.txt")]
    (tmp_path / "ana" / "letter.txt").unlink()
    assert [one.id for one in plans.pending(home.settings)] == [plan.id]
    _, proof = carry_out(plan, home.settings)
    assert not proof.left
    assert not plans.pending(home.settings)
    assert [path.name for path in (tmp_path / "ana").iterdir()] == ["shopping.txt"]


def test_a_report_that_cannot_be_written_anew_is_found_by_the_proof(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from flows import batch_report

    ana = home.run(*ANA, batch=("b1", "ana-maria-quill"))
    home.batch("b1", ("ana-maria-quill", ana), out=tmp_path)
    (tmp_path / batch_report.REPORT).write_text("Batch b1: ana-maria-quill was refused")

    def fails(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(batch_report, "write_report", fails)
    _, proof = carry_out(plan_for(home, ana), home.settings)
    assert [str(trace) for trace in proof.left] == [f"{tmp_path / batch_report.REPORT}: name"]


@pytest.mark.parametrize("where", ["folder", "memory://erasure"])
def test_a_store_apart_from_the_home_is_erased_and_searched_like_one(tmp_path: Path, where: str):
    from playbook.locations import below
    from playbook.store.objects import objects_at

    settings = Settings(home=tmp_path / "home", store=str(tmp_path / where) if where == "folder" else where, _env_file=None)
    home = Home(settings)
    ana, ben = home.run(*ANA, out=tmp_path / "ana"), home.run(*BEN)
    plan = plan_for(home, "ana maria quill")
    _, proof = carry_out(plan, settings)
    assert not proof.left
    assert home.stored == home.shas[ben]
    assert ana not in str([entry.name for entry in objects_at(settings.shared_journals).all()])
    for name in ("artifacts/aa/stray", "keys/stray", "journals/stray", "elsewhere/stray"):
        objects_at(settings.shared).write(name, b"Ana Maria Quill")
    assert len(prove(plan, settings).left) == 4
    assert str(below(settings.shared, "elsewhere/stray")) in str(prove(plan, settings).left)
