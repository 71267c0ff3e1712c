"""Templates of the packs: slots, blanks and key phrases become typed parts, once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from playbook.knowledge.schema import CaseText
from playbook.knowledge.template import blank, fill, has_blank, parse, slots_of
from playbook.provenance import Blank, Words


def test_a_template_becomes_words_blanks_and_fillings_in_order():
    parts = fill("At {employer}, **we built it** [How many?].", {"employer": "Acme"}, place="stories:b1")
    assert [type(part).__name__ for part in parts] == ["Words", "Words", "Words", "Blank", "Words"]
    assert parts[1] == Words(text="we built it", strong=True)
    assert isinstance(parts[3], Blank)
    assert parts[3].question == "How many?"


def test_a_blank_may_ask_with_the_words_of_the_case():
    (part,) = fill("[What was {noun} before?]", {"noun": "p99 latency"}, place="stories:b1")
    assert isinstance(part, Blank)
    assert part.question == "What was p99 latency before?"
    assert slots_of("[What was {noun} before?]") == {"noun"}


def test_the_id_of_a_blank_depends_on_place_and_question_alone():
    assert blank("Why?", place="stories:b1") == blank("Why?", place="stories:b1")
    assert blank("Why?", place="stories:b1").id != blank("Why?", place="stories:b2").id
    assert blank("Why?", place="stories:b1").id != blank("Who?", place="stories:b1").id


@pytest.mark.parametrize("text", ["a } b", "a [b", "a {B} c", "**a", "[]"])
def test_a_stray_bracket_is_refused(text: str):
    with pytest.raises(ValueError, match="stray"):
        parse(text)


def test_a_slot_that_the_field_does_not_have_is_refused_by_name():
    with pytest.raises(ValidationError, match=r"unknown slot bullet; this text may use candidate"):
        TypeAdapter(CaseText).validate_python("Say {bullet}.")


@given(st.text(alphabet=st.characters(exclude_characters="{}[]*", codec="utf-8"), min_size=1))
def test_plain_text_comes_out_as_it_went_in(text: str):
    assert fill(text, {}, place="x") == (Words(text=text),)
    assert not has_blank(text)


def test_a_sentence_that_ends_in_an_abbreviated_name_has_one_full_stop():
    for text in ("I work at {employer}.", "I work at {employer}. Now."):
        said = "".join(part.text for part in fill(text, {"employer": "Bramwell Fasteners Inc."}, place="x"))
        assert ".." not in said
        assert said.startswith("I work at Bramwell Fasteners Inc.")
