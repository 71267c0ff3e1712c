"""Mail in a text file: the message that holds the posting, without quotation, headers, signature and disclaimer."""

from __future__ import annotations

import pytest

from playbook.intake.mail import message_in
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.posting import parse_posting

_BODY = """Hi all,

Halvorsen Marine is hiring a full-time Boat Rigger at our yard in Astoria, OR.

The job:
 - Install engines and controls, and run the wires so that the next person
   can follow them
 - Test each boat on the water

What I need:
 - 2 years of rigging or a mechanic's certificate
 - Bonus if you can weld aluminum

Thanks,
Kai"""
_NOTICE = "CONFIDENTIALITY NOTICE: you must delete this message if you are not the intended recipient."


def quoted(text: str) -> str:
    """The text as a mail program quotes it."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    "mail",
    [
        (
            "From: Ann <ann@example.org>\nDate: Wed, 5 Feb 2025\nSubject: Fwd: boat rigger wanted\n\nSee below. You must be a member to post.\n\n"
            "> ---------- Forwarded message ---------\n> From: Kai <kai@example.com>\n> Subject: boat rigger wanted\n>\n"
            f"{quoted(_BODY)}\n\n{_NOTICE}\n"
        ),
        (
            "From: Ann\nSent: Monday\nTo: All\nSubject: FW: boat rigger wanted\n\nPlease read.\n\n-----Original Message-----\nFrom: Kai\n"
            f"Sent: Sunday\nTo: Ann\nSubject: boat rigger wanted\n\n{_BODY}\n\n-- \nKai Halvorsen\nHalvorsen Marine\n"
        ),
        (
            "Von: Ann\nGesendet: Montag\nBetreff: WG: boat rigger wanted\n\nBitte lesen.\n\nAm 5. Februar schrieb Kai <kai@example.com>:\n\n"
            f"{quoted(_BODY)}\n"
        ),
        f"Please read.\n\nFrom: Kai\nSent: Sunday\nTo: Ann\nSubject: RE: boat rigger wanted\n\n{_BODY}\n\n{_NOTICE}\n",
    ],
    ids=["quoted", "original message", "German", "Outlook"],
)
def test_a_forwarded_posting_is_read_as_if_it_were_typed(mail: str, knowledge: Knowledge) -> None:
    """Whatever program forwards it; what the sender says on top asks for nothing."""
    posting = parse_posting(read_bytes(mail.encode(), "job", "text"), knowledge)
    assert (posting.title.lower(), posting.hiring_organization, posting.job_location) == (
        "boat rigger",
        "Halvorsen Marine",
        "Astoria, OR",
    )
    assert [(one.kind, one.text) for one in posting.requirements] == [
        ("responsibility", "Install engines and controls, and run the wires so that the next person can follow them"),
        ("responsibility", "Test each boat on the water"),
        ("required", "2 years of rigging or a mechanic's certificate"),
        ("preferred", "Bonus if you can weld aluminum"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "From: 2019\nTo: 2021\nWaiter at the Blue Door",
        "Location: Bend, OR\nDate: 5 May\n\nWe need a cook.",
        "Summary\n> a quotation\nExperience",
        "",
    ],
)
def test_text_that_is_no_mail_stays_as_it_is(text: str) -> None:
    """Labels and quotations are no headers."""
    assert message_in(text) == text


def test_dashes_within_a_posting_are_no_signature() -> None:
    """A signature has few words."""
    rest = "Requirements\n" + "- a line of the posting that asks for something\n" * 12
    mail = f"From: Ann\nSubject: Cook\nSent: Monday\n\nWe need a cook.\n--\n{rest}"
    assert "asks for something" in message_in(mail)
