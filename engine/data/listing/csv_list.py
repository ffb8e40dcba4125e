"""A data set as a CSV: columns path and label, and if wanted split, group and source."""

import csv
import os
import stat
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from engine.control import RunControl
from engine.data.listing.class_names import HOW_TO_CHOOSE, SPLIT_NAMES, ClassNames, some
from engine.data.listing.entries import NO_LABEL
from engine.data.listing.image_list import ImageListBuilder, Origin, Split
from engine.errors import DataError, UndecidedClassesError
from engine.files import SHORT_PATIENCE_S, patiently, refuse_pipe
from engine.parser_errors import CSV_ERRORS

CSV_EXTENSIONS = frozenset({".csv", ".tsv", ".txt"})
EMPTY = "(empty)"  # what a label is called that is not there
_REMEDY = "Save it as CSV in UTF-8 with the columns path and label, and if wanted split, group and source."
_NEEDED, _PATH_ALONE = ("path", "label"), ("path",)
_Row = tuple[int, dict[str, str]]  # line number, values by lower-case column name


def list_csv(file: Path, names: ClassNames, default_source: str, control: RunControl, images: ImageListBuilder) -> None:
    """Add the rows as pictures, by path; paths count from the CSV's own folder.

    UTF-8 with or without byte order mark; separated by comma, semicolon or tab. What is left out is counted in
    ``names``. Raises DataError for what is no such table and for splits that are none, UndecidedClassesError for labels
    that the settings do not know.
    """
    unknown: set[str] = set()
    listed: list[tuple[Origin, str]] = []
    origins: dict[Origin, Origin] = {}  # equal ones are kept once
    absolute = cache(lambda folder: str(file.parent / folder))
    chosen_for = cache(lambda value: names.chosen(file, (value,)))
    for line, row in read_rows(file):
        control.check()
        chosen = chosen_for(row["label"] or EMPTY)
        if chosen is not None and chosen.kind == "left out":
            names.left_out[chosen.path] += 1
            continue
        if chosen is None and names.label(row["label"]) is None:
            unknown.add(row["label"] or EMPTY)
            continue
        label = names.found(row["label"]) if chosen is None else names.label_of(chosen)
        origin, name = _listed(file, line, row, label, default_source, absolute, _split(file, line, row))
        listed.append((origins.setdefault(origin, origin), name))
    if unknown:
        raise UndecidedClassesError(
            f"The CSV {file} has labels that are named as neither class: {some(unknown)}. {names}",
            f"{HOW_TO_CHOOSE} Change these labels instead, or add them to data.real_names or data.fake_names "
            "(evaluate: --real, --fake).",
        )
    _add(listed, images, control)


def list_paths(file: Path, default_source: str, control: RunControl, images: ImageListBuilder) -> None:
    """Add the rows as pictures without a label, whatever other columns say; only a column source is heard.

    Raises DataError for what is no table with a column path.
    """
    absolute = cache(lambda folder: str(file.parent / folder))
    listed: list[tuple[Origin, str]] = []
    for line, row in read_rows(file, _PATH_ALONE):
        control.check()
        listed.append(_listed(file, line, row, NO_LABEL, default_source, absolute))
    _add(listed, images, control)


def _add(listed: list[tuple[Origin, str]], images: ImageListBuilder, control: RunControl) -> None:
    listed.sort(key=lambda image: os.path.join(image[0].folder, image[1]).replace(os.sep, "/"))  # noqa: PTH118
    for origin, name in listed:
        control.check()
        images.add(origin, (name,), (_size(origin.folder, name),))


def read_rows(file: Path, needed: tuple[str, ...] = _NEEDED) -> Iterator[_Row]:
    """Line number and values by lower-case column name of every row; DataError for what is no such table."""
    empty = True
    try:
        refuse_pipe(file)
        with patiently(lambda: file.open(encoding="utf-8-sig", newline=""), SHORT_PATIENCE_S) as stream:
            first, header = next(((line, text) for line, text in enumerate(stream, 1) if text.strip()), (0, ""))
            separator = max(",;\t", key=header.count)
            columns = [name.strip().casefold() for name in next(csv.reader([header], delimiter=separator), [])]
            if header and not set(needed) <= set(columns):
                lacking = f"lacks {' or '.join(needed)}; its columns are: {', '.join(columns)}"
                raise DataError(f"The CSV {file} {lacking}.", _REMEDY)
            reader = csv.reader(stream, delimiter=separator, strict=True)
            for row in reader:
                if not any(map(str.strip, row)):
                    continue
                empty, line = False, first + reader.line_num
                if len(row) != len(columns):
                    raise DataError(f"Line {line} of {file} has {len(row)} values for {len(columns)} columns.", _REMEDY)
                yield line, dict(zip(columns, (value.strip() for value in row), strict=True))
    except UnicodeError as error:
        raise DataError(f"The CSV {file} is no text in UTF-8.", _REMEDY) from error
    except (OSError, *CSV_ERRORS) as error:
        raise DataError(f"The CSV {file} cannot be read: {error}.", _REMEDY) from error
    if empty:
        raise DataError(f"The CSV {file} has no rows.", _REMEDY)


def _listed(
    file: Path,
    line: int,
    row: dict[str, str],
    label: int,
    default_source: str,
    absolute: Callable[[str], str],
    split: Split | None = None,
) -> tuple[Origin, str]:
    if not row["path"]:
        raise DataError(f"Line {line} of {file} has no path.", _REMEDY)
    folder, name = os.path.split(row["path"])
    origin = Origin(
        folder=absolute(folder),
        label=label,
        source=row.get("source") or default_source,
        split=split,
        group=row.get("group", ""),
    )
    return origin, name


def _size(folder: str, name: str) -> int:
    """Bytes; -1 where it is no file."""
    try:
        status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 (Path is slow for a million)
    except (OSError, ValueError):  # a name with a zero byte is a value error
        return -1
    return status.st_size if stat.S_ISREG(status.st_mode) else -1


def _split(file: Path, line: int, row: dict[str, str]) -> Split | None:
    name = row.get("split", "")
    if name and name.casefold() not in SPLIT_NAMES:
        raise DataError(
            f"Line {line} of {file} has the split {name!r}, which is none.", "Use train, validation or test."
        )
    return SPLIT_NAMES[name.casefold()] if name else None
