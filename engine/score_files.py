"""Scores as files: a CSV that spreadsheets read, and a heat map for each picture."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from engine.control import RunControl
from engine.errors import DataError, Problem, SettingsError
from engine.events import Event, Progress
from engine.files import atomic_write
from engine.heatmaps import overlay, save_picture
from engine.inspection import inspect
from engine.reliability import probabilities
from engine.scoring import Scorer

Emit = Callable[[Event], None]
COLUMNS = ("path", "logit", "probability", "decision", "heatmap")


def write_scores(
    scorer: Scorer,
    scored: Sequence[tuple[Path, float]],
    table: Path | None,
    heatmaps: Path | None,
    control: RunControl,
    emit: Emit,
) -> list[dict[str, Any]]:
    """Rows of COLUMNS, also as a CSV, with heat maps as PNG files; StorageError where something cannot be written.

    A picture that has vanished since it was scored has no heat map. SettingsError where these would replace pictures.
    """
    chances = probabilities([logit for _, logit in scored])
    decisions = ["fake" if logit > scorer.threshold else "real" for _, logit in scored]
    rows = [
        dict(zip(COLUMNS, (str(path), logit, float(chance), decision, ""), strict=True))
        for (path, logit), chance, decision in zip(scored, chances, decisions, strict=True)
    ]
    if table is not None:  # before the heat maps, which take long and may fail
        _write_csv(table, rows)
    if heatmaps is None:
        return rows
    _check_folder(heatmaps, scored)
    names: set[str] = set()
    for done, ((path, _), row) in enumerate(zip(scored, rows, strict=True), 1):
        control.check()
        row["heatmap"] = str(_save_heatmap(scorer, path, heatmaps, names) or "")
        emit(Progress(task="heat maps", done=done, total=len(scored)))
    if table is not None:
        _write_csv(table, rows)
    return rows


def _check_folder(heatmaps: Path, scored: Sequence[tuple[Path, float]]) -> None:
    if heatmaps.resolve() in {folder.resolve() for folder in {path.parent for path, _ in scored}}:
        raise SettingsError(
            [
                Problem(
                    "--heatmaps",
                    f"{heatmaps} holds the pictures themselves, which heat maps of the same names would replace.",
                    "Choose another folder.",
                )
            ]
        )


def _save_heatmap(scorer: Scorer, path: Path, folder: Path, names: set[str]) -> Path | None:
    """A picture named after the image, numbered where two images have one name."""
    try:
        found = inspect(path, scorer)
    except DataError:
        return None
    name, number = path.stem, 2
    while name.casefold() in names:
        name, number = f"{path.stem} ({number})", number + 1
    names.add(name.casefold())
    target = folder / f"{name}.png"
    save_picture(overlay(found.image, found.student, found.geometry), target)
    return target


def _write_csv(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    """UTF-8 with a mark at the start, without which spreadsheets garble names; names that are no Unicode with "?"."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    atomic_write(path, lambda file: file.write(text.getvalue().encode("utf-8-sig", "replace")))
