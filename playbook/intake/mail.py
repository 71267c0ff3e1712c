"""A posting that came by mail: the message that holds it, without quotation marks, headers, signatures and disclaimers.

Only what is plainly mail is touched: two or more header lines, a mark of forwarding, or quoted lines. The subject stays,
since it often names the role.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_QUOTE = re.compile(r"^\s{0,3}((?:>\s?)+)(.*)$")
_HEADER = re.compile(
    r"^\*?(?P<name>from|to|cc|bcc|date|sent|subject|reply-to|von|an|gesendet|datum|betreff|de|para|enviado(?: el| em)?|fecha|"
    r"asunto|à|envoyé|objet|"
    r"assunto|data)\*?\s?:\*?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SUBJECTS = frozenset({"subject", "betreff", "asunto", "objet", "assunto"})
_FORWARDED = re.compile(
    r"^[-_\s>]*(?:(?:forwarded|original|weitergeleitete|ursprüngliche) (?:message|nachricht)|mensaje (?:reenviado|original)|"
    r"mensagem (?:encaminhada|original)|"
    r"message (?:transféré|d['’]origine)|begin forwarded message|anfang der weitergeleiteten nachricht)\b[-_:\s]*$",
    re.IGNORECASE,
)
_WROTE = re.compile(r"^(?:on|am|el|le|em) .{5,120}\b(?:wrote|schrieb|escribió|a écrit|escreveu)\b.{0,60}:$", re.IGNORECASE)
_ANSWER = re.compile(r"^(?:(?:re|fwd?|aw|wg|rv|tr|enc)\s*:\s*)+", re.IGNORECASE)
_SIGNED = re.compile(r"^--\s?$")
_NOTICE = re.compile(
    r"^\W{0,3}(?:confidentiality (?:notice|note)|disclaimer|legal (?:notice|disclaimer)|vertraulichkeitshinweis|"
    r"aviso (?:legal|de confidencialidad(?:e)?)|"
    r"avis de confidentialité|this (?:e-?mail|message)(?: and any| is| \(incl))",
    re.IGNORECASE,
)


_SIGNATURE = 60
"""Words; a signature has fewer."""


def _count(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


@dataclass(slots=True)
class _Message:
    """One message of a thread: how deep it is quoted, its subject, its lines."""

    depth: int
    subject: str = ""
    lines: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    is_signed: bool = False
    is_over: bool = False
    """Whether a disclaimer has begun."""

    def take(self, line: str) -> None:
        """A line of the message: a header before its text, the text, or what follows a signature's dashes."""
        header = _HEADER.match(line) if not any(map(str.strip, self.lines)) else None
        if header is not None:
            if header["name"].lower() in _SUBJECTS:
                self.subject = _ANSWER.sub("", header["value"].strip())
            return
        self.is_over = self.is_over or bool(_NOTICE.match(line.strip()))
        self.is_signed = self.is_signed or bool(_SIGNED.match(line))
        if not self.is_over:
            (self.signature if self.is_signed else self.lines).append(line)

    def body(self) -> str:
        """The text; dashes with much text below them were no signature."""
        return "\n".join([*self.lines, *(self.signature if _count(self.signature) > _SIGNATURE else [])])


def message_in(text: str) -> str:
    """The message of a thread that holds most words; any other text as it is."""
    lines = [_unquoted(line) for line in text.split("\n")]
    is_marked = any(_FORWARDED.match(line) or _WROTE.match(line) for _, line in lines)
    blocks = _blocks(lines)
    if not (is_marked or blocks or _opens_as_mail(lines)):
        return text
    messages = _messages(lines, blocks)
    best = max(messages, key=lambda message: _count(message.lines))
    subject = best.subject or next((message.subject for message in messages if message.subject), "")
    return f"Subject: {subject}\n\n{best.body()}" if subject else best.body()


def _unquoted(line: str) -> tuple[int, str]:
    """How deep a line is quoted, and what it says."""
    match = _QUOTE.match(line)
    return (match[1].count(">"), match[2]) if match else (0, line)


def _opens_as_mail(lines: list[tuple[int, str]]) -> bool:
    """Whether the text begins with the headers of a mail."""
    found = {match["name"].lower() for _, line in lines[:12] if (match := _HEADER.match(line))}
    return len(found) > 1 and bool(found & (_SUBJECTS | {"sent", "gesendet", "envoyé", "enviado", "enviado el"}))


def _blocks(lines: list[tuple[int, str]]) -> set[int]:
    """Where three header lines in a row begin another message, as Outlook forwards."""
    found: set[int] = set()
    run: list[str] = []
    for number, (_, line) in enumerate(lines):
        match = _HEADER.match(line)
        if match is None:
            run = run if not line.strip() else []
            continue
        run.append(match["name"].lower())
        if len(run) == 3 and number > 3 and set(run) & {"from", "von", "de"}:  # noqa: PLR2004  fewer are labels
            found.add(number - 2)
    return found


def _messages(lines: list[tuple[int, str]], blocks: set[int]) -> list[_Message]:
    """The messages; a line goes to the last one that is quoted as deep."""
    messages = [_Message(depth=lines[0][0])]
    at = messages[0]
    for number, (depth, line) in enumerate(lines):
        if number in blocks and any(map(str.strip, at.lines)):
            at = _Message(depth=depth)
            messages.append(at)
        if _FORWARDED.match(line) or _WROTE.match(line):
            at = _Message(depth=depth)
            messages.append(at)
            continue
        if depth != at.depth and line.strip():
            known = next((message for message in reversed(messages) if message.depth == depth), None)
            at = known or _Message(depth=depth)
            if known is None:
                messages.append(at)
        at.take(line)
    return messages
