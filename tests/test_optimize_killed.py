"""An optimisation that is killed goes on where it was: nothing is paid for twice, and it ends as if nothing had been."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from model_server import Asked, ModelServer, answer, fields, model_server

from evals.optimize.request import Request
from playbook.settings import CHECKOUT

BUDGET = 46
_CARE = re.compile(r"care (\d)")
_WHO = re.compile(r'"candidate": ?"([^"]+)"')
"""By which a draft wants more care or less: names stay as they are when the embedded writer finds other words."""


def script(asked: Asked) -> str:
    """Words the whole of a draft once the instruction asks for as much care as that draft wants; proposes a step more."""
    care = max(map(int, _CARE.findall(asked.prompt)), default=0)
    if not asked.lines:
        better = f"Word each sentence plainly, with care {care + 1}."
        return fields(**dict.fromkeys(asked.wants, better)) if asked.wants else f"```\n{better}\n```"
    who = _WHO.search(asked.prompt)
    assert who is not None
    wanted = 1 + len(who[1]) % 3
    lines = [{"id": line["id"], "text": line["text"]} for line in asked.lines]
    return answer(lines if care >= wanted else lines[::2])


def start(home: Path, server: ModelServer) -> subprocess.Popen[str]:
    """The optimisation, in a process of its own."""
    request = Request("plan_90_days", "gepa", "openai/scripted", None, BUDGET, None, 0)
    asked = {"request": asdict(request), "home": str(home), "served_at": server.base_url}
    command = [sys.executable, str(Path(__file__).with_name("optimizing_worker.py")), json.dumps(asked)]
    environment = {**os.environ, "OPENAI_API_KEY": "test", "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen(command, cwd=CHECKOUT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What it made."""
    told, complaint = process.communicate(timeout=120)
    assert process.returncode == 0, complaint[-2000:]
    return json.loads(told.splitlines()[-1])


def test_what_is_killed_goes_on_and_ends_with_the_program_of_an_undisturbed_run(tmp_path: Path):
    with model_server(script) as server:
        whole = finish(start(tmp_path / "whole", server))
    undisturbed = len(server.asked)
    fatal = undisturbed // 2
    running: list[subprocess.Popen[str]] = []

    def deadly(asked: Asked) -> str:
        if asked.number == fatal:
            os.kill(running[0].pid, signal.SIGKILL)
        return script(asked)

    with model_server(deadly) as server:
        running.append(start(tmp_path / "killed", server))
        assert running[0].wait(timeout=120) == -signal.SIGKILL
        running[0].communicate()
        made = finish(start(tmp_path / "killed", server))
    asked = Counter(json.dumps(one.body, sort_keys=True) for one in server.asked)
    assert made["program"] == whole["program"]
    assert {**made, "calls": 0, "calls_before": 0} == {**whole, "calls": 0, "calls_before": 0}
    # The call that it was killed in is made again, and counts twice; no other is.
    assert sum(number - 1 for number in asked.values()) == 1
    assert made["calls_before"] == fatal
    assert made["calls"] == len(server.asked) == undisturbed + 1 <= BUDGET
