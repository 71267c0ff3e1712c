"""The command `erase`: a person, or what is older than an age, out of everything that the home holds; with its proof."""

from __future__ import annotations

import getpass
import json
import re
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from playbook.commands.application import application, settings
from playbook.erasure import plan as plans
from playbook.erasure.marks import Seeker
from playbook.erasure.people import Unsure, people, the_one
from playbook.erasure.proof import prove
from playbook.erasure.removal import delivered, remove, still_needed
from playbook.errors import Refusal
from playbook.locations import below, located, reason
from playbook.store.blobs import BlobStore
from playbook.store.ledger import ledger
from playbook.store.objects import objects_at
from playbook.store.occupancy import alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.erasure.plan import Plan
    from playbook.erasure.proof import Proof
    from playbook.erasure.removal import Removed
    from playbook.settings import Settings

_AGE = re.compile(r"(\d{1,5})\s*(d|w|m|y|days?|weeks?|months?|years?)?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
SHOWN = 20
"""Traces that are printed; `--json` has all."""


def erase(  # noqa: PLR0913  the options of the command
    *,
    candidate: str | None,
    older_than: str | None,
    is_expired: bool,
    is_all: bool,
    with_outputs: bool,
    asked_by: str | None,
    is_dry: bool,
    as_json: bool,
) -> int:
    """Remove, or show what would be removed; exit code 1 where something is left."""
    chosen = settings()
    if sum((candidate is not None, older_than is not None, is_expired)) > 1:
        raise Refusal(
            "erase.ambiguous",
            found="more than one of --candidate, --older-than and --expired",
            wanted="a person, or an age, or neither to finish what was interrupted",
            remedy="say one",
        )
    by = asked_by or user()
    with alone(chosen.journals):
        waiting = [] if is_dry else [*plans.pending(chosen), *plans.returned(chosen, asked_by=by)]
        done = [_told(one, chosen, is_quiet=as_json) for one in waiting]
        plan = None
        if candidate is not None:
            plan = _of_person(candidate, chosen, by, is_all=is_all, is_known=bool(waiting))
        elif older_than is not None or is_expired:
            days = _days(older_than) if older_than is not None else retention(chosen)
            plan = plans.of_age(days, chosen, asked_by=by, has_folders=with_outputs)
        if plan is not None and is_dry:
            return _foreseen(plan, chosen, as_json=as_json)
        if plan is not None and plan.runs:
            done.append(_told(plan, chosen, is_quiet=as_json))
        elif not waiting:
            print("nothing to remove: no run is that old, nothing was interrupted, nothing came back", file=sys.stderr)
    if as_json:
        print(json.dumps({"erasures": done}, indent=1))
    return 1 if any(one["proof"]["left"] for one in done) else 0


def user() -> str:
    """Who asks, where nobody says so: the user of the system."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # in a container without users
        return "unknown"


def retention(chosen: Settings) -> int:
    """Days after which a run is to go. Raises `Refusal` where the settings name none."""
    if chosen.retention_days is not None:
        return chosen.retention_days
    raise Refusal(
        "retention.unset",
        found="no PLAYBOOK_RETENTION_DAYS",
        wanted="a number of days",
        remedy="set it, or say --older-than 90d",
    )


def carry_out(plan: Plan, chosen: Settings) -> tuple[Removed, Proof]:
    """Carry a plan out, write the reports of its batches anew, and prove it. Whoever calls is alone in the home.

    A plan of which something is left stays written down: the next erasure carries it out again.
    """
    plans.save(plan, chosen)
    removed = remove(plan, chosen)
    _report_again(plan, chosen)
    proof = prove(plan, chosen)
    if not proof.left:
        plans.drop(plan, chosen)
    return removed, proof


def _of_person(who: str, chosen: Settings, by: str, *, is_all: bool, is_known: bool) -> Plan | None:
    """What goes with the person; `None` where that was finished just now, and nobody is left of that name."""
    everybody = people(plans.archive_of(chosen), BlobStore(chosen.artifacts))
    try:
        persons = the_one(who, everybody, is_all=is_all)
    except Unsure as unsure:
        if is_known and not unsure.persons:
            return None
        print(*unsure.persons, sep="\n", file=sys.stderr)
        raise
    for person in persons:
        print(person, file=sys.stderr)
    marks = frozenset().union(*(person.marks for person in persons))
    if Seeker(marks).found_in(by):
        raise Refusal(
            "erase.named",
            found="the person who is to be erased in --asked-by",
            wanted="who asks for it, such as a role or the number of a ticket",
            remedy="correct --asked-by: it stays in the record",
        )
    return plans.of_persons(persons, chosen, asked_by=by)


def _told(plan: Plan, chosen: Settings, *, is_quiet: bool) -> dict[str, Any]:
    """Carry a plan out, and say what was removed, where was searched and what was found."""
    removed, proof = carry_out(plan, chosen)
    if not is_quiet:
        print(
            f"erasure {plan.id}: {removed.runs} runs, {removed.artifacts} artifacts, {removed.keys} content keys, "
            f"{removed.files} delivered files, {removed.journals} journals, {removed.rows} rows of the eval store; "
            f"{removed.changed} journals stay without them"
        )
        print(f"searched: {', '.join(f'{n} {what}' for what, n in proof.looked_at.items())}")
        _listed("could only be searched as bytes", proof.unread)
        _listed("somebody else's, who stays and has the same name, address or number", proof.namesakes)
        _listed("LEFT", proof.left)
        if proof.left:
            print("remove what is named, then `playbook erase`: it is searched again", file=sys.stderr)
        else:
            print("nothing was found of what was removed")
    return {"erasure": plan.id, "removed": asdict(removed), "proof": asdict(proof)}


def _listed(what: str, things: Sequence[object]) -> None:
    """The first of some things, if there are any."""
    if things:
        print(f"{what}: {len(things)}", *things[:SHOWN], sep="\n  ")


def _foreseen(plan: Plan, chosen: Settings, *, as_json: bool) -> int:
    """Print what a plan would remove; nothing is."""
    store = BlobStore(chosen.artifacts)
    files = [str(path) for path in delivered(plan, still_needed(plan, plans.archive_of(chosen), store))]
    counts = {"runs": sorted(plan.runs), "artifacts": sorted(plan.artifacts), "keys": sorted(plan.keys), "files": files}
    counts["rows"] = [f"{batch} {row}" for batch, row in sorted(plan.rows)]
    if as_json:
        print(json.dumps(counts, indent=1))
        return 0
    for what, things in counts.items():
        shown = things if what in {"runs", "files", "rows"} else []
        print(f"{len(things)} {what}", *shown, sep="\n  ")
    return 0


def _report_again(plan: Plan, chosen: Settings) -> None:
    """Write the report of each batch anew that lost a row, where it is the one that lies there."""
    with ledger(chosen) as connection:
        query = "select batch_id, out from ledger.batch_latest where list_contains(?, batch_id)"
        found = connection.execute(query, [sorted(plan.batches)]).fetchall()
    for batch_id, out in found:
        report = application("flows.batch_report")
        where = located(out)
        try:
            if batch_id.encode() in objects_at(where).read(report.REPORT):
                report.write_report(batch_id, chosen, where)
        except FileNotFoundError:
            continue  # it was moved, or never written
        except OSError as error:  # it is searched like everything else
            print(f"{below(where, report.REPORT)}: {reason(error)}: the report could not be written anew", file=sys.stderr)


def _days(text: str) -> int:
    """An age as the user wrote it, in days. Raises `Refusal` for what is none."""
    found = _AGE.fullmatch(text.strip().lower())
    if found and int(found[1]):
        return int(found[1]) * _DAYS[(found[2] or "d")[0]]
    raise Refusal("age.invalid", found=repr(text), wanted="an age such as 90d, 12w or 6m", remedy="correct --older-than")
