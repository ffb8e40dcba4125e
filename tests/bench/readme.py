"""Tables that a bench puts into the README, between two comments that name it."""

from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def write_table(name: str, text: str) -> None:
    """Put ``text`` between ``<!-- name -->`` and ``<!-- /name -->``; ValueError where they are missing."""
    before, begin, rest = README.read_text(encoding="utf-8").partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition(f"<!-- /{name} -->\n")
    if not begin or not end:
        raise ValueError(f"README.md has no place for the table {name}.")
    README.write_text(f"{before}{begin}{text}\n{end}{after}", encoding="utf-8", newline="\n")
