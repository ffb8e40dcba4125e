"""The commands that use a finished checkpoint: figures on labelled images, scores of any."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.cli.console import FAILURE, SUCCESS, Console
from engine.cli.findings import CommandFindings, plain_left_out
from engine.cli.sentences import left_out_lines, number
from engine.control import RunControl
from engine.evaluation.calibration import log_loss
from engine.evaluation.evaluate import Evaluation
from engine.evaluation.metrics import scores
from engine.evaluation.reliability import expected_calibration_error
from engine.events import DataScanned
from engine.trained.named_images import named_images
from engine.trained.score_files import planned, write_scores
from engine.trained.scoring import (
    Scorer,
    class_names_of_run,
    evaluate_folder,
    judged_at,
    load_scorer,
    score_images,
)


def evaluate(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Figures of a checkpoint on labelled images, overall and by source."""
    scorer = _scorer(arguments, console)
    names = class_names_of_run(arguments.weights, arguments.real, arguments.fake)
    found = CommandFindings(console)
    result = evaluate_folder(scorer, arguments.data, control, found, names)
    console.table(str(arguments.weights.name), {"overall": result.overall, **result.by_source})
    calibration = _calibration(scorer, result, console)
    if scorer.threshold:
        decided = scores(result.labels, result.logits - scorer.threshold)
        console.say(
            "Accuracies are those of decisions at logit 0. At the threshold that the file notes, "
            f"{scorer.threshold:.4f}, accuracy is {number(decided.accuracy)}, of real images "
            f"{number(decided.real_accuracy)}, of fake ones {number(decided.fake_accuracy)}."
        )
    sources = {name: asdict(scores) for name, scores in result.by_source.items()}
    data = found.newest(DataScanned)
    assert data is not None
    return SUCCESS, {
        "overall": asdict(result.overall),
        "sources": sources,
        "calibration": calibration,
        "left_out": data["left_out"],
        "unreadable": data["unreadable"],
    }


def score(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Logit, probability of being fake and decision for every image named or found in a folder."""
    scorer = judged_at(_scorer(arguments, console), arguments.threshold, arguments.false_alarms)
    named = named_images(arguments.paths, control)
    files = planned(named.pictures, arguments.csv, arguments.heatmaps, overwrite=arguments.overwrite)
    found = score_images(scorer, named.pictures, control, console)
    rows = write_scores(scorer, found, files, control, console)
    unreadable = [{"path": row["path"], "reason": row["reason"]} for row in rows if row["reason"]]
    unreadable += [{"path": str(path), "reason": reason} for path, reason in named.refused.items()]
    rows = [row for row in rows if not row["reason"]]
    console.say(
        f"Probability of fake: {scorer.judgement.scale.words}. Fake is what lies above logit {scorer.threshold:.4f}."
    )
    for row in rows:
        console.say(f"{row['probability']:.4f}  {row['decision']}  {row['path']}")
    for row in unreadable:
        console.say(f"left out  {row['path']}: {row['reason']}")
    for path in named.repeated:
        console.say(f"named again, scored once  {path}")
    for line in left_out_lines(named.left_out):
        console.say(line)
    for row in rows:
        picture, heatmap = row["path"], row["heatmap"]
        if heatmap and Path(heatmap).stem != Path(picture).stem:
            console.say(f"heat map of  {picture}: {heatmap}")
    undrawn = [row["path"] for row in rows if files.heatmaps and not row["heatmap"]]
    for name in undrawn:
        console.say(f"no heat map of  {name}: it could not be read again")
    left_out = ("reason",) if files.heatmaps else ("reason", "heatmap")
    return (FAILURE if unreadable or undrawn else SUCCESS), {
        "scores": [{name: value for name, value in row.items() if name not in left_out} for row in rows],
        "unreadable": unreadable,
        "repeated": [str(path) for path in named.repeated],
        "left_out": [plain_left_out(item) for item in named.left_out],
        "threshold": scorer.threshold,
        "calibration": asdict(scorer.judgement.scale),
    }


def _scorer(arguments: Namespace, console: Console) -> Scorer:
    scorer = load_scorer(
        arguments.weights, arguments.filter, arguments.view, arguments.size, normalisation=arguments.normalisation
    )
    for remark in scorer.weights.remarks:
        console.say(remark)
    return scorer


def _calibration(scorer: Scorer, result: Evaluation, console: Console) -> dict[str, Any]:
    """How true the probabilities are on these images, as the file's notes make them and as plain sigmoids."""
    scaled = scorer.judgement.scale.scaled(result.logits)
    figures = {
        "ece": expected_calibration_error(result.labels, scaled),
        "ece_uncalibrated": expected_calibration_error(result.labels, result.logits),
        "log_loss": log_loss(result.labels, scaled),
        "log_loss_uncalibrated": log_loss(result.labels, result.logits),
    }
    told = f"calibration error (ECE) {number(figures['ece'])}, log loss {number(figures['log_loss'])}"
    before = f"{number(figures['ece_uncalibrated'])} and {number(figures['log_loss_uncalibrated'])}"
    if scorer.judgement.scale.method in ("", "identity"):
        before = ""
    words = scorer.judgement.scale.words
    console.say(f"Probability of fake, {words}: {told}{f'; uncalibrated {before}' if before else ''}.")
    return asdict(scorer.judgement.scale) | figures
