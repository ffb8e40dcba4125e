"""How true the demo's probabilities are, before and after calibration on validation, over several seeds.

    python -m tests.bench.calibration [--seeds 3 4 5 6 7] [--epochs 8]

Trains the demo's student with each seed and prints a Markdown table: calibration error (ECE, 10 bins) and log loss,
with the plain sigmoid and as the student notes it, on validation, where the scale was fitted, on the unseen generator's
tiles, and on those as JPEG once more. The last row is the mean over seeds. A training takes 40 s of a processor core.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.control import RunControl
from engine.demo.images import build_demo_data
from engine.demo.training import demo_settings
from engine.evaluation.calibration import log_loss
from engine.evaluation.evaluate import Evaluation, evaluate
from engine.evaluation.judgement import Judgement
from engine.evaluation.reliability import expected_calibration_error
from engine.run.run import run
from engine.settings.toml_file import quoted
from engine.trained.scoring import load_scorer
from tests.bench.recipes import WORK, line
from tests.bench.trainings import Bench

PLACES = ("validation", "unseen generator", "the same, JPEG 85")
Figures = tuple[float, float, float, float]  # ECE and log loss, plain; ECE and log loss, calibrated


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[3, 4, 5, 6, 7])
    parser.add_argument("--epochs", type=int, default=8)
    arguments = parser.parse_args()
    bench = Bench(build_demo_data(), WORK)
    print(table({seed: measured(bench, seed, arguments.epochs) for seed in arguments.seeds}))


def measured(bench: Bench, seed: int, epochs: int) -> tuple[str, list[Figures]]:
    """The method that was chosen, and the figures at each of PLACES, of a training with this seed."""
    with tempfile.TemporaryDirectory() as folder:
        places = f"output.folder={quoted(Path(folder))}", f"machine.cache_folder={quoted(bench.caches)}"
        settings = demo_settings(bench.data, (*places, f"seed={seed}", f"stage2.epochs={epochs}"))
        result = run(settings, RunControl(), lambda _event: None)
        if result.error is not None or result.weights is None:
            raise SystemExit(f"Seed {seed}: {result.error}")
        scorer = load_scorer(result.weights)
        found = [
            evaluate(
                scorer.image_logits, scorer.loader(images, RunControl()), scorer.device, lambda _done, _total: None
            )
            for images in bench.judged_on[: len(PLACES)]
        ]
    return scorer.judgement.scale.method, [figures(evaluation, scorer.judgement) for evaluation in found]


def figures(found: Evaluation, judgement: Judgement) -> Figures:
    """ECE and log loss with the plain sigmoid, then calibrated."""
    both = (found.logits, judgement.scale.scaled(found.logits))
    plain, calibrated = (
        (expected_calibration_error(found.labels, logits) or 0.0, log_loss(found.labels, logits)) for logits in both
    )
    return (*plain, *calibrated)


def table(found: dict[int, tuple[str, Sequence[Figures]]]) -> str:
    """A row for each seed, then their mean."""
    heads = [f"{place}: ECE" for place in PLACES] + [f"{place}: log loss" for place in PLACES]
    rows = [(str(seed), method, figures) for seed, (method, figures) in found.items()]
    mean = np.mean([figures for _, _, figures in rows], axis=0)
    rows.append(("mean", "", [tuple(place) for place in mean.tolist()]))
    lines = [line(["seed", "method", *heads]), "|---" * (2 + len(heads)) + "|"]
    for seed, method, places in rows:
        cells = [f"{place[kind]:.3f} to {place[kind + 2]:.3f}" for kind in (0, 1) for place in places]
        lines.append(line([seed, method, *cells]))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
