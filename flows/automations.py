"""`python -m flows.automations`: makes the automations of `automations.yaml`, or brings them up to date, by their names.

`prefect automation create` would make them twice, and wants ids where the file has names. An automation that somebody paused
stays paused. Needs a Prefect API.
"""

from __future__ import annotations

import argparse
import copy
import sys
from pathlib import Path
from typing import Any

import yaml
from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.events.schemas.automations import AutomationCore
from prefect.exceptions import ObjectNotFound
from pydantic import SecretStr

from playbook.errors import PlaybookError, Refusal
from playbook.settings import CHECKOUT

FILE = CHECKOUT / "automations.yaml"
LOST = "crash-lost-flow-runs"


def declare(client: SyncPrefectClient, declared: list[dict[str, Any]]) -> dict[str, str]:
    """Make or update each automation; name to `made`, `updated`, or `left out` where its webhook is not there.

    Raises `Refusal` for a deployment that is not there.
    """
    return {one["name"]: _declare(client, copy.deepcopy(one)) for one in declared}


def _declare(client: SyncPrefectClient, one: dict[str, Any]) -> str:
    for action in one["actions"]:
        if "deployment" in action:
            action["deployment_id"] = _deployment(client, action.pop("deployment"))
        if "webhook" in action:
            block = _webhook(client, action.pop("webhook"))
            if block is None:
                return "left out"
            action["block_document_id"] = block
    wanted = AutomationCore.model_validate(one)
    there = client.read_automations_by_name(wanted.name)
    if not there:
        client.create_automation(wanted)
        return "made"
    client.update_automation(there[0].id, wanted.model_copy(update={"enabled": there[0].enabled}))
    return "updated"


def _deployment(client: SyncPrefectClient, name: str) -> str:
    try:
        return str(client.read_deployment_by_name(name).id)
    except ObjectNotFound as error:
        raise Refusal(
            "deployment.unknown", found=f"no deployment {name!r}", wanted="those of prefect.yaml", remedy="`make deploy`"
        ) from error


def _webhook(client: SyncPrefectClient, name: str) -> str | None:
    try:
        return str(client.read_block_document_by_name(name, Webhook.get_block_type_slug()).id)
    except ObjectNotFound:
        return None


def main() -> int:
    """The command; exit code 2 where something is refused."""
    parser = argparse.ArgumentParser(prog="python -m flows.automations", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--webhook", metavar="URL", help="keep this address as the block `playbook-alarm`")
    parser.add_argument("--lost-after", metavar="SECONDS", type=int, help=f"of {LOST}: its heartbeats come every 30 s")
    arguments = parser.parse_args()
    declared = yaml.safe_load(arguments.file.read_text(encoding="utf-8"))["automations"]
    if arguments.lost_after:
        for one in declared:
            if one["name"] == LOST:
                one["trigger"]["within"] = arguments.lost_after
    if arguments.webhook:
        Webhook(url=SecretStr(arguments.webhook)).save("playbook-alarm", overwrite=True)
    try:
        with get_client(sync_client=True) as client:
            found = declare(client, declared)
    except PlaybookError as error:
        print(f"playbook: {error}", file=sys.stderr)
        return error.exit_code
    for name, state in found.items():
        hint = ": there is no webhook `playbook-alarm`; --webhook URL keeps one" if state == "left out" else ""
        print(f"{name}: {state}{hint}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
