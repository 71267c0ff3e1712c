"""Whether a question on the law of one country fits where the work is: nobody in Leatherhead is asked about overtime in Ohio.

How a country is told, and which there are, is for `playbook.knowledge.countries`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.knowledge.countries import countries_of

if TYPE_CHECKING:
    from playbook.artifacts.posting import Posting
    from playbook.knowledge.packs import Knowledge


def fits_country(question: str, posting: Posting, knowledge: Knowledge) -> bool:
    """Whether a question may be asked where the posting places the work.

    The law of a country is asked about where the posting is plainly of that country, or asks for its rules by name; that of the
    presumed one also where nothing speaks against it. Where nothing is plain, the names of countries decide. Of
    countries that a question joins by "or" one is enough.
    """
    countries = countries_of(knowledge)
    laws = countries.rested_on(question)
    if not laws:
        return True
    place = posting.job_location or ""
    told = "\n".join((place, *(one.text for one in posting.requirements), *(fact.text for fact in posting.about)))
    at = posting.country or countries.of(told, place)
    spoken = countries.spoken_of(told) if at is None else {at}
    held = countries.presumed & (spoken or laws) if at is None else set()
    enough = any if countries.rests_on_any(question) else all
    return enough(spoken == {law} or law in held or countries.asks_for_rules(law, told) for law in laws)
