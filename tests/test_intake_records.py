"""Records of JSON, as exports of resumes hold them, told as text."""

from __future__ import annotations

from playbook.intake.records import resume_text


def test_a_record_of_json_is_read_without_entities_and_tags() -> None:
    """As exports of web pages hold them; a certificate keeps its end."""
    text = resume_text(
        {
            "basics": {"name": "Ana Cruz", "summary": "Cook &amp; baker.<br>Likes <b>owls</b>, 2 < 3."},
            "certificates": [{"name": "BLS", "issuer": "Heart Guild", "date": "2024-01-02", "expires": "2026-01-02"}],
        }
    )
    assert "Cook & baker. Likes owls, 2 < 3." in text
    assert "BLS, Heart Guild, 2024-01, valid until 2026-01" in text
