"""Every setting by its dotted name, and the values that it may have."""

import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from engine.settings import RunSettings, Section
from engine.settings.classes import FolderClass, FolderClasses


def fields(model: type[BaseModel] = RunSettings, prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every setting with its dotted name."""
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Section):
            yield from fields(field.annotation, f"{prefix}{name}.")
        else:
            yield prefix + name, field


FIELDS = dict(fields())
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)


def limit(field: FieldInfo, *names: str) -> Any:
    found = [getattr(item, name) for item in field.metadata for name in names if hasattr(item, name)]
    return found[0] if found else None


def options_of(kind: Any) -> tuple[Any, ...]:
    """The values of a choice, through Annotated and unions; none where it is no choice."""
    if get_origin(kind) is Annotated:
        return options_of(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return tuple(value for part in get_args(kind) for value in options_of(part))
    return get_args(kind) if get_origin(kind) is Literal else ()


def values_of(name: str) -> st.SearchStrategy[Any]:
    """Any value that a setting may have, from its type and limits."""
    field = FIELDS[name]
    if options := options_of(field.annotation):
        return st.sampled_from(options)
    low, high = limit(field, "ge", "gt"), limit(field, "le", "lt")
    open_low, open_high = limit(field, "gt") is not None, limit(field, "lt") is not None
    path = st.sampled_from(["a", "ä ö/b", "C:\\Users\\n\\'x'", '/tmp/"q" #1', "[a] = {b}"]).map(Path)
    strategies: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(low, high),
        float: st.floats(low, high, exclude_min=open_low, exclude_max=open_high, allow_nan=False, allow_infinity=False),
        str: TEXT,
        tuple[str, ...]: st.lists(TEXT, max_size=3).map(tuple),
        FolderClasses: st.dictionaries(path.map(str), st.sampled_from(get_args(FolderClass)), max_size=3).map(
            lambda classes: tuple((Path(name).as_posix(), kind) for name, kind in classes.items())
        ),
        Path | None: st.none() | path,
        tuple[Path, ...]: st.lists(path, max_size=3).map(tuple),
    }
    return strategies[field.annotation]
