"""What was made of objects is found again by the very same ones, and by no others."""

from __future__ import annotations

from threading import Thread

from playbook.keeping import kept
from playbook.provenance import Line, Prose, Words, lines_of


def line(text: str) -> Line:
    return Line(parts=(Words(text=text),), provenance="draft")


def test_what_was_made_of_an_object_is_made_once_and_of_its_equal_again() -> None:
    asked: list[Prose] = []

    @kept(most=4)
    def first(prose: Prose) -> str:
        asked.append(prose)
        return prose.lines[0].text

    one, equal = Prose(lines=(line("Ran the ward."),)), Prose(lines=(line("Ran the ward."),))

    assert [first(one), first(one), first(equal)] == ["Ran the ward."] * 3
    assert [id(prose) for prose in asked] == [id(one), id(equal)]


def test_an_object_made_where_another_lay_is_not_taken_for_it() -> None:
    @kept(most=2)
    def text(prose: Prose) -> str:
        return prose.lines[0].text

    # Objects that nobody holds give their identity to the next: what is kept has to hold them.
    assert [text(Prose(lines=(line(f"Line {number}."),))) for number in range(50)] == [
        f"Line {number}." for number in range(50)
    ]


def test_what_is_not_among_the_last_is_made_anew() -> None:
    made: list[int] = []

    @kept(most=2)
    def number(value: list[int]) -> int:
        made.append(value[0])
        return value[0]

    values = [[0], [1], [2]]
    for value in (*values, values[2], values[0]):
        number(value)

    assert made == [0, 1, 2, 0]


def test_threads_that_ask_side_by_side_are_each_told_of_their_own() -> None:
    values = [[number] for number in range(200)]
    found: list[tuple[int, int]] = []

    @kept(most=3)
    def number(value: list[int]) -> int:
        return value[0]

    def ask() -> None:
        found.extend((value[0], number(value)) for value in values)

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8 * 200
    assert all(asked == told for asked, told in found)


def test_the_lines_of_a_changed_copy_are_its_own() -> None:
    # A copy takes over what stands in the original: lines that were collected before must not come along.
    prose = Prose(lines=(line("Say it aloud."),))
    assert [one.text for _, one in lines_of(prose)] == ["Say it aloud."]

    changed = prose.model_copy(update={"lines": (line("Say it twice."),)})

    assert [(at, one.text) for at, one in lines_of({"pitch": changed}, "/sections")] == [("/sections/pitch/0", "Say it twice.")]
