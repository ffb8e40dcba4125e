"""Replays the library of recorded runs and writes each rule's error rates where users read them.

    python -m tests.bench.health [--write]

Prints the table; with --write also writes resources/health_figures.json (for the window) and
resources/help/9-warnings.md (the guide's page).
"""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict

from engine.health import RULES
from engine.health.evidence import RuleFigures
from resources.paths import resource
from tests.health.library import measured

FIGURES = resource("health_figures.json")
PAGE = resource("help", "9-warnings.md")
SEVERITY = {"info": "Note", "warning": "Warning", "error": "Error"}  # as in the window
OPENING = """# Warnings

What the program looks out for during a run, and what to do. Thresholds are settings.

## How sure the warnings are

Each rule was replayed on recorded runs of this program on small images: good ones with typical settings, and faulty
ones with a fault put into settings or files on purpose. Their seeds are not those by which the thresholds were chosen.
A good run is one whose teacher and student are clearly better than chance.

- *Noticed*: faulty runs in which the warning came.
- *False*: good runs in which it came. That the student outruns its teacher is false only where test images say so.
- *Delay*: steps from the fault to the warning, median; 0 is before training or at the step itself.

The runs are small, so these figures say that the rules work, not how often they err elsewhere. Even where none of
{good} good runs had a false alarm, the true rate may be up to {bound} per run (three in {good}, with 95 % confidence).

Three rules (labels look swapped, teacher outrun, calibration costs the teacher) were mended after false alarms in an
earlier set of good runs; the good runs here were recorded afterwards. *Oscillation* is recorded with a recipe that
swings quickly; of five runs of a milder one it missed one, a slow swing.
"""


def figures_text(figures: Mapping[str, RuleFigures]) -> str:
    """The file that the window reads."""
    return json.dumps({name: asdict(rule) for name, rule in figures.items()}, indent=1) + "\n"


def page_text(figures: Mapping[str, RuleFigures]) -> str:
    """The guide's page: the table, then every rule in full."""
    good = max(rule.good_runs for rule in figures.values())
    opening = OPENING.format(good=good, bound=f"{3 / good:.3f}")
    return "\n".join((opening, *_table(figures), "", *_rules(figures)))


def _table(figures: Mapping[str, RuleFigures]) -> list[str]:
    rows = ["| rule | noticed | false | delay |", "|---|---|---|---|"]
    for rule in RULES:
        found = figures[rule.name]
        delay = "" if found.delay_steps is None else f"{found.delay_steps:g}"
        noticed = f"not recorded: {found.unrecorded}" if found.unrecorded else f"{found.noticed} of {found.ill_runs}"
        rows.append(f"| {rule.title} | {noticed} | {found.false_alarms} of {found.good_runs} | {delay} |")
    return rows


def _rules(figures: Mapping[str, RuleFigures]) -> list[str]:
    return [
        f"## {rule.title}\n\n*{SEVERITY[rule.severity]}.* {rule.meaning}\n\n"
        f"**Looks at.** {rule.evidence} {figures[rule.name].words}\n\n"
        f"**Usual cause.** {rule.cause}\n\n**What to do.** {rule.remedy}\n"
        for rule in RULES
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write both files")
    figures = measured()
    if parser.parse_args().write:
        FIGURES.write_text(figures_text(figures), encoding="utf-8", newline="\n")
        PAGE.write_text(page_text(figures), encoding="utf-8", newline="\n")
    print("\n".join(_table(figures)))


if __name__ == "__main__":
    main()
