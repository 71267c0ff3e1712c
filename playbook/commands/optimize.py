"""The commands `optimize`, `promote` and `rollback`: making a program, letting it stand, and going back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from playbook.commands.application import application, settings
from playbook.errors import Refusal


def optimize_stage(  # noqa: PLR0913  the options of the command
    stage: str,
    *,
    optimizer: str,
    budget: int,
    usd: float | None,
    model: str | None,
    prompt_model: str | None,
    seed: int,
    as_json: bool,
) -> int:
    """Optimise, store the program, and print what it scores."""
    chosen = settings()
    request = application("evals.optimize.request").Request(
        stage=stage,
        optimizer=optimizer,
        model=model or chosen.model,
        prompt_model=prompt_model,
        calls=budget,
        usd=usd if usd is not None else chosen.budget,
        seed=seed,
    )
    made = application("evals.optimize.optimize").optimize(request, chosen)
    if as_json:
        print(json.dumps(asdict(made), indent=1, default=str))
        return 0
    print(f"program {made.program} for {stage}, made by {optimizer} for {made.model} from {made.release}")
    print(f"calls {made.calls}, of which {made.calls_before} in earlier starts; cost {_money(made.cost_usd)}")
    for row in made.scores:
        print(f"  {row['scorer']:<18} dev {row['before']:.4f} -> {row['after']:.4f}")
    print(f"let it stand: playbook promote {made.program}")
    return 0


def promote_program(program: str, *, canary: str | None, split: str, as_json: bool) -> int:
    """Measure a program against what stands, and promote it; exit code 2 where it may not stand."""
    percent = _percent(canary)
    found = application("evals.optimize.promotion").promote(program, settings(), split=split, percent=percent)
    if as_json:
        print(json.dumps(asdict(found), indent=1, default=str))
        return 0
    shown = f"{found.gain:+.4f} [{found.low:+.4f}, {found.high:+.4f}]"
    print(f"{found.stage} for {found.model}: {found.scorer} {found.before:.4f} -> {found.after:.4f}, gain {shown} on {split}")
    if percent is None:
        print(f"program {found.program} stands now; `playbook rollback {found.stage}` lets {found.stood or 'the rules'} stand")
    else:
        print(f"program {found.program} is taken by {percent:g}% of the runs; promote it without --canary to let it stand")
    return 0


def roll_back_stage(stage: str, *, model: str | None, as_json: bool) -> int:
    """Let the program before the last promotion stand."""
    name, promotion = application("evals.optimize.promotion").roll_back(stage, model, settings())
    if as_json:
        print(json.dumps({"stage": stage, "model": name, **promotion.model_dump()}, indent=1))
        return 0
    stands = f"program {promotion.program}" if promotion.program else "the signature as it is"
    print(f"{stage} for {name}: {stands} stands again")
    return 0


def _percent(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        value = float(text.strip().removesuffix("%"))
    except ValueError:
        value = -1.0
    if not 0 < value <= 50:  # noqa: PLR2004  more than half is no canary
        raise Refusal("canary.invalid", found=repr(text), wanted="more than 0% and at most 50%", remedy="such as --canary 5%")
    return value


def _money(cost: Any) -> str:  # noqa: ANN401  a number, or nothing
    return "unknown" if cost is None else f"${cost:.4f}"
