"""A part of the fit that nothing counts for is not printed as a zero."""

from __future__ import annotations

import re

from playbook.rendering.render import render
from tests.document_factory import documents
from tests.playbook_factory import make_playbook


def test_a_part_without_weight_is_not_scored() -> None:
    """Known bad: "Culture & role fit 0", with an empty bar, where the posting puts no value in play."""
    playbook = make_playbook(2, 2)
    fit = playbook.brief.fit
    bare = fit.model_copy(
        update={
            "culture": 0,
            "weights": {**fit.weights, "culture": 0.0},
            "ledger": tuple(row for row in fit.ledger if row.part != "culture"),
        }
    )
    made = render(playbook.model_copy(update={"brief": playbook.brief.model_copy(update={"fit": bare})}), documents())
    text = re.sub(r"<[^>]+>", " ", made["playbook.html"].decode())
    assert "not scored" in text
    assert not re.search(r"Culture (?:&amp;|&) role fit\s+0\s+×", text)
