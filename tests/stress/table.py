"""The table in README.md: the rows of what was tried are written anew, the others stay."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table -->\n", "<!-- /table -->\n"
HEAD = ("| part | what | tried | outcome |", "|---|---|---|---|")
Row = tuple[str, str, str]  # what was tried, how often, what came of it


def lines_of(part: str, rows: Iterable[Row], taken: str) -> list[str]:
    """What stands in the table of one part, and how long it took."""
    return [*(f"| {part} | {' | '.join(row)} |" for row in rows), f"- {part}: {taken}"]


def joined(found: Mapping[str, Sequence[str]], former: str, order: Iterable[str]) -> str:
    """The table with what was found of some parts; the lines of the others are those of ``former``."""
    kept = former.splitlines()
    now = {_what(line): line for line in kept} | {_what(line): line for part in found.values() for line in part}
    lines = [line for part in order for what, line in now.items() if what[0] == part]
    rows, taken = ([line for line in lines if line.startswith(mark)] for mark in "|-")
    return "\n".join([*HEAD, *rows, "", *taken, ""])


def write(found: Mapping[str, Sequence[str]], order: Iterable[str], readme: Path = README) -> None:
    """Put what was found into the file."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    former, _, after = rest.partition(END)
    text = f"{before}{BEGIN}{joined(found, former, order)}{END}{after}"
    readme.write_text(text, encoding="utf-8", newline="\n")


def _what(line: str) -> tuple[str, str]:
    """The part that a line is about, and what of it; a line below the table is about all of it."""
    part, _, rest = line.strip("|- ").partition("|" if line.startswith("|") else ":")
    return part.strip(), rest.partition("|")[0].strip() if line.startswith("|") else ""
