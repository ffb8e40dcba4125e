"""Scores as files: a CSV that spreadsheets read, and a heat map for each picture."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.control import RunControl
from engine.csv_rows import write_rows
from engine.errors import DataError, Problem, SettingsError
from engine.events import Emit, Progress, ScoredPicture
from engine.files import atomic_write, refuse_existing
from engine.trained.heatmaps import overlay, save_picture
from engine.trained.inspection import inspect
from engine.trained.scoring import Scorer

COLUMNS = ("path", "logit", "probability", "decision", "heatmap", "reason")


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


def score_rows(pictures: Iterable[ScoredPicture], threshold: float) -> list[dict[str, Any]]:
    """Rows of COLUMNS, without heat maps; what could not be read has a reason alone."""
    return [
        dict(zip(COLUMNS, (picture.path, *_judged(picture, threshold), "", picture.reason), strict=True))
        for picture in pictures
    ]


def write_scores(
    scorer: Scorer, pictures: Sequence[ScoredPicture], files: ScoreFiles, control: RunControl, emit: Emit
) -> list[dict[str, Any]]:
    """Rows of COLUMNS, also as a CSV, with heat maps as PNG files; StorageError where something cannot be written.

    A picture that has vanished since it was scored has no heat map.
    """
    rows = score_rows(pictures, scorer.threshold)
    if files.table is not None:  # before the heat maps, which take long and may fail
        write_table(files.table, rows)
    if not files.heatmaps:
        return rows
    drawn = [row for row in rows if not row["reason"]]
    for done, row in enumerate(drawn, 1):
        control.check()
        path = Path(row["path"])
        row["heatmap"] = str(_save_heatmap(scorer, path, files.heatmaps[path]) or "")
        emit(Progress(task="heat maps", done=done, total=len(drawn)))
    if files.table is not None:
        write_table(files.table, rows)
    return rows


def write_table(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    """UTF-8 with a mark at the start, without which spreadsheets garble names; names that are no Unicode with "?"."""
    text = io.StringIO(newline="")
    write_rows(text, [COLUMNS, *([row[column] for column in COLUMNS] for row in rows)])
    atomic_write(path, lambda file: file.write(text.getvalue().encode("utf-8-sig", "replace")))


def _judged(picture: ScoredPicture, threshold: float) -> tuple[object, object, str]:
    """Logit, probability and decision; nothing where there is none."""
    if picture.logit is None:
        return "", "", ""
    return picture.logit, picture.probability, "fake" if picture.logit > threshold else "real"


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
