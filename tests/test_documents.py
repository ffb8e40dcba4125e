"""What the documents name is there: links, files, commands and their options."""

import re
from argparse import _SubParsersAction
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.cli.arguments import Parser, make_parser

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = [ROOT / name for name in ("engine", "gui", "installer", "resources", "tests")]
DOCUMENTS = [*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in folder.rglob("*.md"))]
TORCHRUN = {"--nproc-per-node", "--nnodes", "--node-rank", "--master-addr", "--master-port"}
GUIDE = ROOT / "resources" / "help" / "8-command-line.md"


def commands() -> Mapping[str, Parser]:
    """The parser of each command."""
    return next(action.choices for action in make_parser()._actions if isinstance(action, _SubParsersAction))


def first_column(head: str) -> set[str]:
    """First words of the code in the first column of the guide's table with this head."""
    table = GUIDE.read_text(encoding="utf-8").partition(head)[2].partition("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines()[2:]]
    return {code.split()[0] for cell in cells for code in re.findall(r"`([^`]+)`", cell)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\((?!help:|https:)([^)]+)\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_modules_that_the_architecture_names_are_there() -> None:
    named = set(re.findall(r"\w+\.py\b", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))
    there = {path.name for folder in FOLDERS for path in folder.rglob("*.py")}
    assert named - there == set()


@pytest.mark.parametrize("head", ["| command | does |", "| command | object |"])
def test_the_guide_tells_of_every_command_and_of_its_json(head: str) -> None:
    assert first_column(head) == set(commands())


def test_options_that_the_guide_names_are_understood() -> None:
    known = {option for parser in commands().values() for option in parser._option_string_actions}
    named = set(re.findall(r"(?<!-)--[a-z][\w-]*", GUIDE.read_text(encoding="utf-8")))
    assert named - known == TORCHRUN
