"""Lines that say how many people somebody leads: "Lead 6 service techs", "Ran a service crew of 6".

They show that people are led without any of the names that the packs have for it. Whether leaders are led is for
`playbook.matching.leaders`.
"""

from __future__ import annotations

import re

LEADING = "people-management"
"""The skill of who leads people, whatever the post is called."""
_MANY = r"(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_PEOPLE = (
    r"(?:techs|technicians|mechanics|apprentices|journeymen|fitters|electricians|plumbers|welders|engineers|operators|workers|"
    r"labou?rers|sailors|soldiers|marines|airmen|troops|staff|people|employees|teammates|associates|officers|guards|drivers|"
    r"cooks|servers|cashiers|clerks|nurses|aides|analysts|developers|designers|reps|agents|advis[eo]rs|supervisors)"
)
_LEADS = (
    r"(?:leads?|led|leading|supervis(?:e|es|ed|ing)|manag(?:e|es|ed|ing)|overs(?:ees?|aw|eeing)|ran|runs?|running|"
    r"LPO for|foreman of)"
)
_COUNTED = re.compile(
    rf"\b{_LEADS} (?:(?:(?:an?|the) )?(?:[\w&-]+ )?(?:crew|team|shift|squad) of )?{_MANY}(?: [\w&/-]+){{0,3}}? {_PEOPLE}\b",
    re.IGNORECASE,
)
_GROUP = re.compile(rf"\b{_LEADS} (?:an?|the) (?:[\w&-]+ ){{0,2}}?(?:crew|squad) of {_MANY}\b", re.IGNORECASE)
"""A crew is of people, whatever they are called."""


_OF_POST = re.compile(rf"(?:[\w ]+, )?(?:a )?team of {_MANY}\b(?=\s*(?:$|[:,;.(]))", re.IGNORECASE)
"""How large the team of a post is: "Team of 22: reception, concierge", "Sole manager on site, team of 8"."""
_HEAD_OF_TEAM = re.compile(r"\b(?:manager|supervisor|foreman|head|matron|superintendent)\b", re.IGNORECASE)
_HELPS = re.compile(r"\b(?:account|product|project|programme?|case|assistant) manager\b", re.IGNORECASE)
"""Managers of whom a team may be nothing but the people beside them."""


def leads_people(text: str, title: str = "") -> frozenset[str]:
    """The skill of leading people, where a line counts those whom its writer leads.

    Of a post whose `title` heads a team the size of the team says so.
    """
    counts = _COUNTED.search(text) or _GROUP.search(text)
    heads = _OF_POST.match(text) and _HEAD_OF_TEAM.search(title) and not _HELPS.search(title)
    return frozenset({LEADING}) if counts or heads else frozenset()
