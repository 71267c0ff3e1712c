"""How much of a provider's throughput the written stages use, and what a call costs this machine.

Runs the written stages of many briefs against a provider in a process of its own that answers each call after a fixed
latency: once with the lines as they were, which costs the call alone, and once with every line in other words, each of which is
then judged by all rules. The briefs are those of the labelled pairs, train and dev, one after the other. No more calls are out
at a time than the concurrency says, over all processes; each has twice as many threads as its share, so that one thread words
and judges while another waits. Prints calls a second beside the provider's ceiling (concurrency by latency, and what a bare
HTTP client gets from it in the same run), and CPU milliseconds a call in the client. Run `make bench-model`.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from playbook.settings import CHECKOUT, Settings

ANSWERS = {"openai/bench-unchanged": "lines as they were", "openai/bench": "every line reworded and judged"}
"""Model to what the provider answers under that name."""
ENDPOINT = "/v1/chat/completions"
ON = date(2026, 11, 23)
THREADS = 2
"""Threads for each call that may be out: what they do besides waiting is this machine's work, and not the provider's."""
GOAL_SHARE, GOAL_CPU_MS = 0.85, 5.0


@dataclass(frozen=True)
class Shard:
    """What one process of the client measured with one kind of answers."""

    model: str
    calls: int
    kept: int
    lines: int
    began: float
    ended: float
    cpu_ms: float
    drafting_ms: float


def jobs_of(briefs: int) -> list[tuple[str, dict[str, Any]]]:
    """Stage and inputs, for the written stages of so many briefs; each brief is an object of its own, so no draft is shared."""
    from evals.labelled.pairs import LABELLED
    from evals.labelled.release import current
    from evals.playbooks import SECTIONS, compose_playbook
    from signatures.programs import SIGNATURES
    from signatures.writers import WRITERS, packs

    release = current()
    made = []
    for pair in [*release.of("train"), *release.of("dev")][:briefs]:
        folder = LABELLED / pair.id
        made.append(compose_playbook(folder / "resume.txt", folder / "job.txt", pair.labels.company, packs(), ON).playbook)
    jobs = []
    for number in range(briefs):
        whole = made[number % len(made)]
        facts = {"brief": whole.brief.model_copy(), **{part: getattr(whole, part) for part in SECTIONS}}
        for stage, signature in SIGNATURES.items():
            jobs.append((stage, {name: facts[name] for name in WRITERS[signature.__name__].inputs}))
    return jobs


def shard(briefs: int, share: int, settings: Settings, together: Any, results: Any) -> None:  # noqa: ANN401  barrier and queue of a process context
    """One process of the client: draft first, then word every stage, with so many calls out at a time."""
    from playbook.collecting import collect_seldom, settle
    from playbook.grounding.case import ground_of
    from signatures import drafts as memory
    from signatures.drafts import draft_of
    from signatures.programs import SIGNATURES
    from signatures.verify import word
    from signatures.writers import packs

    collect_seldom()  # as the processes of the product do
    os.environ["OPENAI_API_KEY"] = "bench"

    def worded(model: str, job: tuple[str, dict[str, Any]]) -> Any:  # noqa: ANN401  a Written
        stage, inputs = job
        return word(stage, inputs, model=model, settings=settings, ground=ground_of(inputs["brief"], packs()))

    for model in ANSWERS:  # connections and look-ups of the process
        for job in jobs_of(2):
            worded(model, job)
    jobs = jobs_of(briefs)
    memory.KEPT = 2 * len(jobs)  # a batch drafts as it goes; here all drafts lie ready
    started = time.process_time()
    drafts = [draft_of(SIGNATURES[stage].__name__, inputs) for stage, inputs in jobs]
    drafting = time.process_time() - started
    asking = [job for job, draft in zip(jobs, drafts, strict=True) if draft.lines]
    settle()
    for model in ANSWERS:
        together.wait()
        began, started = time.time(), time.process_time()
        with ThreadPoolExecutor(THREADS * share) as pool:
            written = list(pool.map(partial(worded, model), asking))
        results.put(
            Shard(
                model=model,
                calls=sum(one.calls for one in written),
                kept=sum(len(one.degraded) for one in written),
                lines=sum(len(draft.lines) for draft in drafts),
                began=began,
                ended=time.time(),
                cpu_ms=(time.process_time() - started) * 1000,
                drafting_ms=drafting * 1000,
            )
        )


def measure(briefs: int, share: int, processes: int, settings: Settings) -> list[Shard]:
    """The written stages of so many briefs over so many processes, each of which may have `share` calls out at a time."""
    context = multiprocessing.get_context("spawn")
    together, results = context.Barrier(processes), context.Queue()
    parts = [briefs // processes + (place < briefs % processes) for place in range(processes)]
    workers = [context.Process(target=shard, args=(part, share, settings, together, results)) for part in parts]
    for worker in workers:
        worker.start()
    shards = [results.get(timeout=600) for _ in range(processes * len(ANSWERS))]
    for worker in workers:
        worker.join()
    return shards


def bare(port: int, concurrency: int, calls: int, prompt: str) -> float:
    """Calls a second of a client that only speaks HTTP, on so many threads."""
    body = json.dumps({"model": "bench", "messages": [{"role": "user", "content": prompt}]}).encode()

    def some(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(number):
            connection.request("POST", ENDPOINT, body, {"Content-Type": "application/json"})
            connection.getresponse().read()
        connection.close()

    started = time.time()
    with ThreadPoolExecutor(concurrency) as pool:
        list(pool.map(some, [calls // concurrency] * concurrency))
    return calls // concurrency * concurrency / (time.time() - started)


def example() -> str:
    """The prompt of one call, for the bare client."""
    from signatures.backend import DraftedAdapter
    from signatures.drafts import draft_of
    from signatures.model_settings import ModelSettings
    from signatures.parts import parts_of
    from signatures.programs import SIGNATURES

    stage, inputs = next(job for job in jobs_of(1) if job[0] == "draft_stories")
    story = parts_of(draft_of(SIGNATURES[stage].__name__, inputs).lines, ModelSettings().lines_a_call)[0]
    return "\n".join(message["content"] for message in DraftedAdapter(story.keys()).format(SIGNATURES[stage], [], inputs))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--playbooks", type=int, default=100)
    parser.add_argument("--concurrency", type=int, default=32)
    parser.add_argument("--latency", type=float, default=0.1, help="seconds")
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    command = [sys.executable, "-m", "benchmarks.provider", "--latency", str(options.latency)]
    provider = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    try:
        assert provider.stdout is not None  # noqa: S101  it is a pipe
        port = int(provider.stdout.readline())
        with tempfile.TemporaryDirectory() as folder:
            _report(options, port, Path(folder))
    finally:
        provider.terminate()
        provider.wait()


def _report(options: argparse.Namespace, port: int, folder: Path) -> None:
    ceiling = options.concurrency / options.latency
    reached = bare(port, options.concurrency, options.concurrency * 20, example())
    print(
        f"The written stages of {options.playbooks} briefs (labelled pairs, each its own object), drafted by the embedded "
        f"writer beforehand.\nNo reading, rendering or storing. Provider: another process, {options.latency * 1000:.0f} ms a "
        f"call, {options.concurrency} at a time: at most {ceiling:.0f} calls/s; a bare HTTP client gets {reached:.0f}."
    )
    for processes in options.processes:
        share = options.concurrency // processes
        models = folder / f"{processes}.yaml"
        limits = {"concurrency": share, "retries": 0, "price": {"input": 1.0, "output": 1.0}}
        models.write_text(yaml.safe_dump({"models": dict.fromkeys(ANSWERS, limits)}))
        settings = Settings(models=models, model_api_base=f"http://127.0.0.1:{port}/v1", _env_file=None)
        made = measure(options.playbooks, share, processes, settings)
        for model, answers in ANSWERS.items():
            shards = [one for one in made if one.model == model]
            calls = sum(one.calls for one in shards)
            passed = max(one.ended for one in shards) - min(one.began for one in shards)
            share, cpu = calls / passed / ceiling, sum(one.cpu_ms for one in shards) / calls
            lines, kept = sum(one.lines for one in shards), sum(one.kept for one in shards)
            print(
                f"{processes} process(es), {answers}: {calls} calls, {lines - kept} of {lines} lines accepted; "
                f"{calls / passed:.0f} calls/s = {share:.0%} of the ceiling (goal {GOAL_SHARE:.0%}); "
                f"client CPU {cpu:.1f} ms a call (goal {GOAL_CPU_MS:.0f})"
            )
        drafting = sum(one.drafting_ms for one in shards) / sum(one.calls for one in shards)
        print(f"   the embedded drafts had cost {drafting:.1f} ms a call")


if __name__ == "__main__":
    main()
