"""Fits the heads of teachers that are at chance on the demo's tiles, and shows what that is worth.

    python -m tests.bench.head_fit [CHECKPOINT ...] [--write]

The demo's teacher with its head's weights shuffled, and with random ones; then the given checkpoints, such as
published ones. Prints a Markdown table: AUC before and after, with 95 % intervals in which tiles of one photograph
count together. It takes as long as asking each teacher about every tile once.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from engine.control import RunControl
from engine.demo.images import DemoData, build_demo_data
from engine.demo.training import demo_settings
from engine.run.teacher_fitting import FittedTeacher, Ranking, fit_teacher
from engine.settings.toml_file import quoted
from tests.bench.readme import write_table
from tests.bench.recipes import WORK, line

NOISE = 0.05


def spoilt(teacher: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """The teacher with other heads, by what was done to it."""
    state = load_file(teacher)
    weight = state["fc.weight"]
    order = torch.randperm(weight.shape[1], generator=torch.Generator().manual_seed(0))
    random = torch.randn(weight.shape, generator=torch.Generator().manual_seed(0)).half() * NOISE
    shuffled = {"fc.weight": weight[:, order].contiguous()}
    drawn = {"fc.weight": random, "fc.bias": torch.zeros(1).half()}
    for name, head in (("its head shuffled", shuffled), ("its head random", drawn)):
        path = folder / f"{name}.safetensors"
        save_file(state | head, path)
        yield f"the demo's, {name}", path


def fitted(data: DemoData, teacher: Path, target: Path, caches: Path) -> FittedTeacher:
    """As the command `fit-teacher` does it."""
    told = (f"teacher.checkpoint={quoted(teacher)}", f"machine.cache_folder={quoted(caches)}")
    return fit_teacher(demo_settings(data, told), target, RunControl(), lambda _event: None, overwrite=True)


def row(name: str, found: FittedTeacher) -> str:
    """Validation before and after, the unseen generator before and after, and whether it was written."""
    cells = [_cell(rankings[split]) for split in ("validation", "test") for rankings in (found.before, found.after)]
    return line((name, *cells, "yes" if found.path else "no"))


def _cell(ranking: Ranking) -> str:
    low, high = ranking.interval or (0.0, 0.0)
    return f"{ranking.auc or 0:.3f} ({low:.3f}-{high:.3f})"


def table(data: DemoData, given: Sequence[Path], work: Path) -> str:
    """A row for each teacher."""
    titles = ("teacher", "validation before", "after", "unseen generator before", "after", "written")
    rows = [line(titles), "|---" * len(titles) + "|"]
    with tempfile.TemporaryDirectory() as folder:
        teachers = [*spoilt(data.teacher, Path(folder)), *((path.stem, path) for path in given)]
        for name, teacher in teachers:
            rows.append(row(name, fitted(data, teacher, Path(folder) / "fitted.pth", work / "caches")))
            print(rows[-1], flush=True)
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, nargs="*")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    text = table(build_demo_data(), arguments.checkpoints, arguments.work)
    if arguments.write:
        write_table("head_fit", text)


if __name__ == "__main__":
    main()
