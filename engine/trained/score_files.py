"""Scores as files: a CSV that spreadsheets read, and a heat map for each picture."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.control import RunControl
from engine.errors import DataError, Problem, SettingsError
from engine.evaluation.reliability import probabilities
from engine.events import Emit, Progress
from engine.files import atomic_write, refuse_existing
from engine.trained.heatmaps import overlay, save_picture
from engine.trained.inspection import inspect
from engine.trained.scoring import Scorer

COLUMNS = ("path", "logit", "probability", "decision", "heatmap")


@dataclass(frozen=True, slots=True)
class ScoreFiles:
    """Where scores go: a table, and a heat map for each picture; None and nothing where they are not wanted."""

    table: Path | None
    heatmaps: Mapping[Path, Path]


def planned(
    pictures: Sequence[Path], table: Path | None, heatmaps: Path | None, *, overwrite: bool = False
) -> ScoreFiles:
    """The files for these pictures: a heat map is called after its picture, and numbered where that name is taken.

    Raises StorageError where one of them is there already, unless it may be replaced; SettingsError where heat maps
    would lie among the pictures.
    """
    maps: dict[Path, Path] = {}
    if heatmaps is not None:
        _check_folder(heatmaps, pictures)
        taken = {table.name.casefold()} if table is not None else set()
        for picture in pictures:
            maps[picture] = heatmaps / _free_name(picture.stem, taken)
    refuse_existing([*([table] if table is not None else ()), *maps.values()], overwrite)
    return ScoreFiles(table, maps)


def write_scores(
    scorer: Scorer, scored: Sequence[tuple[Path, float]], files: ScoreFiles, control: RunControl, emit: Emit
) -> list[dict[str, Any]]:
    """Rows of COLUMNS, also as a CSV, with heat maps as PNG files; StorageError where something cannot be written.

    A picture that has vanished since it was scored has no heat map.
    """
    chances = probabilities([logit for _, logit in scored])
    decisions = ["fake" if logit > scorer.threshold else "real" for _, logit in scored]
    rows = [
        dict(zip(COLUMNS, (str(path), logit, float(chance), decision, ""), strict=True))
        for (path, logit), chance, decision in zip(scored, chances, decisions, strict=True)
    ]
    if files.table is not None:  # before the heat maps, which take long and may fail
        _write_csv(files.table, rows)
    if not files.heatmaps:
        return rows
    for done, ((path, _), row) in enumerate(zip(scored, rows, strict=True), 1):
        control.check()
        row["heatmap"] = str(_save_heatmap(scorer, path, files.heatmaps[path]) or "")
        emit(Progress(task="heat maps", done=done, total=len(scored)))
    if files.table is not None:
        _write_csv(files.table, rows)
    return rows


def _check_folder(heatmaps: Path, pictures: Sequence[Path]) -> None:
    if heatmaps.resolve() in {folder.resolve() for folder in {picture.parent for picture in pictures}}:
        raise SettingsError(
            [
                Problem(
                    "--heatmaps",
                    f"{heatmaps} holds the pictures themselves, and heat maps among them would be taken for pictures.",
                    "Choose another folder.",
                )
            ]
        )


def _free_name(stem: str, taken: set[str]) -> str:
    """A name for a PNG that is not taken yet, compared without regard to case; it is taken then."""
    name, number = f"{stem}.png", 2
    while name.casefold() in taken:
        name, number = f"{stem} ({number}).png", number + 1
    taken.add(name.casefold())
    return name


def _save_heatmap(scorer: Scorer, path: Path, target: Path) -> Path | None:
    try:
        found = inspect(path, scorer)
    except DataError:
        return None
    save_picture(overlay(found.image, found.student, found.geometry), target)
    return target


def _write_csv(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    """UTF-8 with a mark at the start, without which spreadsheets garble names; names that are no Unicode with "?"."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    atomic_write(path, lambda file: file.write(text.getvalue().encode("utf-8-sig", "replace")))
