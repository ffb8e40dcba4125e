"""What every group of settings is made of: the frozen base model, a field with a form's words, path types."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

FilterName = Literal["raw", "NPR", "x_grad", "y_grad", "left_diag", "right_diag"]
NormalisationName = Literal["imagenet", "imagenet_two_thirds", "half", "none"]


def option(
    default: Any,
    label: str,
    help_text: str,
    *,
    unit: str = "",
    level: Literal["basic", "advanced"] = "basic",
    **limits: Any,
) -> Any:
    """A setting with all that a form shows: label, help (what it does, when to change it), unit, level."""
    extra: dict[str, JsonValue] = {"unit": unit, "level": level}
    return Field(default, title=label, description=help_text, json_schema_extra=extra, **limits)


def _one_or_many(value: Any) -> Any:
    if value == "":
        return ()
    return (value,) if isinstance(value, str | Path) else value


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


def _can_be(value: Any) -> Any:
    """Python refuses such a path at every place that opens one, with an error that no operating system gives."""
    if "\0" in str(value if isinstance(value, Path) else "".join(map(str, value or ()))):
        raise ValueError("a path holds a zero byte, which no name of a file can")
    return value


Folders = Annotated[tuple[Path, ...], BeforeValidator(_one_or_many), AfterValidator(_can_be)]
Names = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
OptionalPath = Annotated[Path | None, BeforeValidator(_empty_is_none), AfterValidator(_can_be)]


class Section(BaseModel):
    """A frozen group of settings that refuses unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, coerce_numbers_to_str=True)
