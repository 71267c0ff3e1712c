"""The names of the packs as tables: which runs of words name which skill, credential or sign of a competency.

Compiled once for each state of the packs and kept as JSON, since making the keys of ten thousand names takes longer than
reading a resume. Looking things up in them is for `playbook.knowledge.lexicon`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pydantic_core import from_json, to_json

from playbook.knowledge import recognition, tokens, words
from playbook.knowledge.packs import Knowledge, kept, revision
from playbook.knowledge.recognition import acronyms_of, is_acronym, is_lettered
from playbook.knowledge.schema import Credential, Skill
from playbook.knowledge.tokens import Token, fold, is_content
from playbook.knowledge.words import ORDINARY

LONGEST = 6
"""Words of the longest name that is looked up."""
_READ = ("skills", "credentials", "competencies", "families", "verbs")
"""Kinds that the tables are made of."""

Alias = tuple[str, Literal["skill", "credential"], str | None, bool]
"""Id, kind, the spelling that the text must have where case or what stands between letters tells a name from others, and
whether it is a single word in `-ing`: `accounting` is not named by `account`."""


@dataclass(frozen=True)
class NameTables:
    """What the lexicon looks up. A key is a name's words, uninflected, with a space between."""

    aliases: dict[str, list[Alias]] = field(default_factory=lambda: defaultdict(list))
    blocks: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Words that look like a skill and are not it, with the ids of the skills."""
    homonyms: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Names that other trades use for other things, with the ids of the skills."""
    signals: dict[str, list[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(list))
    """Competencies, and whether the words speak for them."""
    longest: dict[str, int] = field(default_factory=dict)
    """First word to the words of the longest name that begins with it."""
    acronyms: dict[str, bool] = field(default_factory=dict)
    vocabulary: dict[str, bool] = field(default_factory=dict)
    """Stems that the packs know outside of names."""
    kinds: dict[str, int] = field(default_factory=dict)
    """Skill to the number of skills that are directly a kind of it."""


def tables_of(knowledge: Knowledge) -> NameTables:
    """The tables of these packs, from the file where they were kept."""
    state = "-".join(knowledge.fingerprints.get(kind, "")[:8] for kind in _READ)
    code = revision(__file__, recognition.__file__, tokens.__file__, words.__file__)
    made = kept(
        knowledge.compiled if all(knowledge.fingerprints.get(kind) for kind in _READ) else None,
        f"names-{state}-{code}.json",
        lambda: to_json(_compile(knowledge)),
    )
    return NameTables(**from_json(made))


def key_of(token: Token, acronyms: dict[str, bool]) -> str:
    """A word as it stands in keys: uninflected, and abbreviations as they are."""
    return token.folded if token.folded in acronyms else token.base


def _compile(knowledge: Knowledge) -> NameTables:
    tables = NameTables(
        acronyms=dict.fromkeys(sorted(acronyms_of(knowledge)), True),
        vocabulary=dict.fromkeys(sorted(_known_words(knowledge)), True),
        kinds=Counter(parent for skill in knowledge.skills.values() for parent in skill.broader),
    )
    for skill in knowledge.skills.values():
        _name(tables, skill, "skill")
    for credential in knowledge.credentials.values():
        _name(tables, credential, "credential")
    for competency in knowledge.competencies.values():
        for signs, positive in ((competency.signals, True), (competency.anti, False)):
            for name in signs:
                if key := _key(tables, name):
                    tables.signals[key].append((competency.id, positive))
    return tables


def _name(tables: NameTables, entry: Skill | Credential, kind: Literal["skill", "credential"]) -> None:
    for name in dict.fromkeys((entry.name, *entry.aliases)):
        if key := _key(tables, name):
            single = " " not in key
            exact = is_lettered(name) or (single and (is_acronym(name, kind) or fold(name) in ORDINARY))
            noun = single and name.casefold().endswith("ing")
            tables.aliases[key].append((entry.id, kind, name if exact else None, noun))
    for name in entry.not_same:
        if key := _key(tables, name):
            tables.blocks[key].append(entry.id)
    for name in entry.homonyms if isinstance(entry, Skill) else ():
        tables.homonyms[_key(tables, name)].append(entry.id)


def _key(tables: NameTables, name: str) -> str:
    """The key of a name, noted as one that may begin with its first word; empty for a name that is not looked up."""
    keys = [key_of(token, tables.acronyms) for token in tokens.tokens(name)]
    if not 0 < len(keys) <= LONGEST:
        return ""
    tables.longest[keys[0]] = max(tables.longest.get(keys[0], 0), len(keys))
    return " ".join(keys)


def _known_words(knowledge: Knowledge) -> Iterable[str]:
    texts: list[str] = []
    for family in knowledge.families.values():
        nouns = family.nouns
        texts += [nouns.field, nouns.people, nouns.team, nouns.work, *family.titles]
    for competency in knowledge.competencies.values():
        texts += competency.signals
    for verb in knowledge.verbs.values():
        texts += [verb.lemma, verb.past, verb.gerund]
    return {token.stem for text in texts for token in tokens.tokens(text) if is_content(token)}
