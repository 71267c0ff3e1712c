"""What is kept of texts: a sentence is read once, and documents do not pile up."""

from __future__ import annotations

from playbook.knowledge.recall import DOCUMENTS, LONG, recalled


def test_a_sentence_and_a_document_are_read_once():
    read: list[str] = []

    @recalled(4)
    def length(text: str) -> int:
        read.append(text)
        return len(text)

    for text in ("short", "long" * LONG) * 2:
        assert length(text) == len(text)
    assert len(read) == 2


def test_documents_of_a_long_night_do_not_push_sentences_out_and_are_not_kept():
    read: list[str] = []

    @recalled(DOCUMENTS)
    def length(text: str) -> int:
        read.append(text)
        return len(text)

    length("short")
    documents = [f"{number} " * LONG for number in range(2 * DOCUMENTS)]
    for text in documents:
        length(text)
    length("short")
    length(documents[0])
    assert read.count("short") == 1
    assert read.count(documents[0]) == 2
