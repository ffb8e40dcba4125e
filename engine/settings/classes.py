"""The class of single folders as a person chose it, each by its path."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

FolderClass = Literal["real", "fake", "left out"]
FolderClasses = tuple[tuple[str, FolderClass], ...]
LABELS: dict[FolderClass, int] = {"real": 0, "fake": 1}


def _pairs(value: Any) -> Any:
    """A table of a settings file; kept in pairs, which cannot change."""
    if value == "":
        return ()
    return tuple(value.items()) if isinstance(value, Mapping) else value


def _once(value: FolderClasses) -> FolderClasses:
    chosen: dict[str, FolderClass] = {}
    for path, kind in value:
        if not path.strip() or "\0" in path:
            raise ValueError(f"the path {path!r} names no folder")
        before = chosen.setdefault(PurePath(path).as_posix(), kind)
        if before != kind:
            raise ValueError(f"the folder {path} is called {before} and {kind}")
    return tuple(chosen.items())


Classes = Annotated[
    FolderClasses,
    BeforeValidator(_pairs),
    AfterValidator(_once),
    PlainSerializer(dict, return_type=dict[str, FolderClass], when_used="json"),
]
