"""Makes the guide's table of failure drills from what the command printed, once or in several calls.

    python main.py drill --json > one.json
    python main.py drill --json --set seed=1 > two.json
    python -m tests.bench.drills one.json two.json [--write]

Prints the table; with --write also puts it into resources/help/7-trouble.md. AUCs are ranges over the calls.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.demo.drills.drills import DRILLS
from engine.health import rule_named
from resources.paths import resource

PAGE = resource("help", "7-trouble.md")
HEADING = "| Failure | Noticed | Outcome | AUC | AUC, clean run |"
ENDS = {
    "healed": "healed by itself",
    "stopped": "stopped safely, resumed to its end",
    "told": "stopped; one click heals",
}

Call = dict[str, dict[str, Any]]  # what one call printed, by the name of the drill


def table(calls: Sequence[Call]) -> str:
    """One row a drill, in the order in which they are carried out."""
    rows = [_row(drill.title, ENDS[drill.end], [call[drill.name] for call in calls]) for drill in DRILLS]
    return "\n".join((HEADING, "|---|---|---|---|---|", *rows))


def with_table(page: str, made: str) -> str:
    """The guide's page with another table in place of the one that it has."""
    start = page.index(HEADING)
    return page[:start] + made + page[page.index("\n\n", start) :]


def _row(title: str, end: str, outcomes: Sequence[dict[str, Any]]) -> str:
    passed = sum(outcome["passed"] for outcome in outcomes)
    ended = end if passed == len(outcomes) else f"{end} in {passed} of {len(outcomes)} calls"
    aucs = (_range([outcome[name] for outcome in outcomes]) for name in ("auc", "clean_auc"))
    return f"| {title} | {_noticed(outcomes)} | {ended} | {' | '.join(aucs)} |"


def _noticed(outcomes: Sequence[dict[str, Any]]) -> str:
    rules = dict.fromkeys(rule_named(o["noticed_by"]).title for o in outcomes if o["noticed_by"])
    steps = sorted({o["noticed_at"] for o in outcomes if o["noticed_at"] is not None})
    when = "" if not steps else f"step {steps[0]}" + (f" to {steps[-1]}" if len(steps) > 1 else "")
    return f"{', '.join(rules)}: {when or 'no'}" if steps != [0] else f"{', '.join(rules)}: before training"


def _range(values: Sequence[float | None]) -> str:
    known = sorted({f"{value:.3f}" for value in values if value is not None})
    return "-".join(known[:: len(known) - 1] if len(known) > 1 else known)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calls", nargs="+", type=Path, help="what the command printed")
    parser.add_argument("--write", action="store_true", help="put the table into the guide")
    arguments = parser.parse_args()
    printed = [json.loads(path.read_text(encoding="utf-8"))["drills"] for path in arguments.calls]
    made = table([{outcome["name"]: outcome for outcome in drills} for drills in printed])
    if arguments.write:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8", newline="\n")
    print(made)


if __name__ == "__main__":
    main()
