"""A data set as a CSV: columns path and label, and if wanted split, group and source."""

import csv
from pathlib import Path

from engine.data.listing import SPLIT_NAMES, ClassNames, ListedImage, Split, some
from engine.errors import DataError

CSV_EXTENSIONS = frozenset({".csv", ".tsv", ".txt"})
_REMEDY = "Save it as CSV in UTF-8 with the columns path and label, and if wanted split, group and source."


def list_csv(file: Path, names: ClassNames, default_source: str) -> list[ListedImage]:
    """The rows as pictures, by path; paths count from the CSV's own folder.

    UTF-8 with or without byte order mark; separated by comma, semicolon or tab. Raises DataError for what is
    no such table, for labels that the settings do not know, and for splits that are none.
    """
    rows = _rows(file)
    unknown = {row["label"] for _, row in rows if names.label(row["label"]) is None}
    if unknown:
        raise DataError(
            f"The CSV {file} has labels that are named as neither class: {some(unknown)}. {names}",
            "Add these labels to data.real_names or data.fake_names.",
        )
    listed = [_listed(file, line, row, names, default_source) for line, row in rows]
    return sorted(listed, key=lambda image: image.path.as_posix())


def _rows(file: Path) -> list[tuple[int, dict[str, str]]]:
    """Line number and values by lower-case column name."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            header = stream.readline()
            separator = max(",;\t", key=header.count)
            columns = [name.strip().casefold() for name in next(csv.reader([header], delimiter=separator), [])]
            reader = csv.reader(stream, delimiter=separator, strict=True)
            table = [(reader.line_num + 1, [value.strip() for value in row]) for row in reader if any(row)]
    except (OSError, UnicodeError, csv.Error) as error:
        raise DataError(f"The CSV {file} cannot be read: {error}.", _REMEDY) from error
    if not {"path", "label"} <= set(columns):
        raise DataError(f"The CSV {file} lacks path or label; its columns are: {', '.join(columns)}.", _REMEDY)
    if not table:
        raise DataError(f"The CSV {file} has no rows.", _REMEDY)
    for line, row in table:
        if len(row) != len(columns):
            raise DataError(f"Line {line} of {file} has {len(row)} values for {len(columns)} columns.", _REMEDY)
    return [(line, dict(zip(columns, row, strict=True))) for line, row in table]


def _listed(file: Path, line: int, row: dict[str, str], names: ClassNames, default_source: str) -> ListedImage:
    if not row["path"]:
        raise DataError(f"Line {line} of {file} has no path.", _REMEDY)
    path = file.parent / row["path"]
    return ListedImage(
        path=path,
        size=path.stat().st_size if path.is_file() else -1,
        label=names.found(row["label"]),
        source=row.get("source") or default_source,
        split=_split(file, line, row.get("split", "")),
        group=row.get("group", ""),
    )


def _split(file: Path, line: int, name: str) -> Split | None:
    if name and name.casefold() not in SPLIT_NAMES:
        raise DataError(
            f"Line {line} of {file} has the split {name!r}, which is none.", "Use train, validation or test."
        )
    return SPLIT_NAMES[name.casefold()] if name else None
