"""The table in README.md: the rows of a part are written anew when that part was tried, the others stay."""

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
    lines = {part: found.get(part) or [line for line in kept if _part(line) == part] for part in order}
    rows = [line for part in lines.values() for line in part if line.startswith("|")]
    taken = [line for part in lines.values() for line in part if line.startswith("-")]
    return "\n".join([*HEAD, *rows, "", *taken, ""])


def write(found: Mapping[str, Sequence[str]], order: Iterable[str], readme: Path = README) -> None:
    """Put what was found into the file."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    former, _, after = rest.partition(END)
    text = f"{before}{BEGIN}{joined(found, former, order)}{END}{after}"
    readme.write_text(text, encoding="utf-8", newline="\n")


def _part(line: str) -> str:
    return line.strip("|- ").partition("|")[0].partition(":")[0].strip()
